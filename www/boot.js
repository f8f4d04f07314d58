// Starts the page, and keeps its files for use without a network.

const here = (path) => new URL(path, import.meta.url).href;
const scripts = { keeper: here("../sw.js"), reader: here("../pkg/worker.js") };
const notice = document.getElementById("notice");

// The page's content security policy takes no plain string where markup or a script's address is expected.
// This is the only policy it lets exist: markup goes nowhere but into the inert parser that turns a paste
// into text (src/web/page/clipboard.rs), and the scripts it names are ours.
const trust = globalThis.trustedTypes?.createPolicy("nutgraf", {
  createHTML: (markup) => markup,
  createScriptURL: (name) => scripts[name],
});
const script = (name) => trust?.createScriptURL(name) ?? scripts[name];

// the sample is asked for before there is anything to read it with: remembered
let sample;
const remember = ({ target }) => {
  sample = target.closest?.('[data-do="sample"]') ?? sample;
  if (sample && notice) notice.textContent = "Loading … the sample follows.";
};
document.addEventListener("click", remember);

/** The module that reads, compiled, once it is there. */
const compiled = (async () => {
  // over a phone's network the page is to be seen before the module takes all of it
  if (!document.hidden && matchMedia("(max-width: 60rem)").matches) {
    await new Promise((done) => {
      new PerformanceObserver(done).observe({ type: "paint", buffered: true });
      setTimeout(done, 300);
    });
  }
  return (await import("../pkg/reader.js")).compile();
})();
compiled.catch(() => {});

// Reads in a worker; in place where there can be none. A new text gives up the one asked before; without a text, only that.
// What has the number 0 is read aside. Without a function that takes the answer, the reading is only tried out.
let reader, asked;
const read = async (number, bytes, options, done) => {
  let signal;
  if (number) {
    asked?.abort();
    if (!bytes) return;
    ({ signal } = asked = new AbortController());
  }
  let value;
  try {
    // a copy: what goes to a worker is gone from here
    value = await (await openReader()).readBytes(bytes.slice(), options, { signal });
  } catch {
    if (!done || signal?.aborted) return;
    // no worker can read it: perhaps the page can
    value = await inPlace().then((reader) => reader.readBytes(bytes, options)).catch(() => {});
  }
  if (!signal?.aborted) done?.(number, value);
};
const openReader = () => (reader ??= opened({ worker: true, script: script("reader") }));
const inPlace = () => opened({});
const opened = async (how) => (await import("../pkg/reader.js")).open({ ...how, module: compiled });

// Writes the story in a format that others read; what that needs is loaded when it is first wanted.
const take = async (...wanted) => (await import("./take.js")).take(...wanted);

try {
  openReader().catch(() => {});
  const { default: init, start } = await import("../pkg/page.js");
  await init({ module_or_path: here("../pkg/page_bg.wasm") });
  start(trust, read, take);
} catch (error) {
  if (sample && notice) notice.textContent = "";
  const reason = document.getElementById("reason");
  if (reason) reason.textContent = `It needs a browser with WebAssembly. What went wrong: ${error?.message ?? error}`;
  throw error;
} finally {
  document.removeEventListener("click", remember);
}
sample?.click();

// what is needed later is fetched once the page stands, all of it, so that the page asks for nothing after that
const idle = globalThis.requestIdleCallback ?? ((call) => setTimeout(call, 200));
idle(keep, { timeout: 300 });

function keep() {
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  serviceWorker.register(script("keeper")).then(
    (registration) => {
      const offer = (next) => {
        // a first visit has the newest files already
        if (next && serviceWorker.controller) offerReload(serviceWorker, next);
      };
      offer(registration.waiting);
      registration.addEventListener("updatefound", () => {
        const next = registration.installing;
        next?.addEventListener("statechange", () => next.state === "installed" && offer(next));
      });
    },
    () => {
      // without it the page works as before, only not offline
    },
  );
}

/** Says that there is a newer build, which comes when the reader wants it: the text survives that as a draft. */
function offerReload(serviceWorker, next) {
  let offer = document.getElementById("update");
  if (!offer) {
    offer = document.createElement("p");
    offer.id = "update";
    offer.className = "notice";
    offer.role = "status";
    document.getElementById("notice")?.after(offer);
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "more";
  button.textContent = "Reload";
  button.addEventListener("click", () => {
    serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    next.postMessage("take over");
  });
  offer.replaceChildren("There is a newer version of this page. ", button);
}
