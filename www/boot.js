// Starts the page, and keeps its files for use without a network.

const here = (path) => new URL(path, import.meta.url).href;
const scripts = {
  keeper: here("../sw.js"),
  reader: here("../pkg/worker.js"),
  comparer: here("compare-worker.js"),
  many: here("many/worker.js"),
};
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

/** The compiled module, once it is there. */
const compiled = (async () => {
  // over a phone's network the page is to be seen before the module takes all of it
  if (!document.hidden && matchMedia("(max-width: 60rem)").matches) {
    await new Promise((done) => {
      new PerformanceObserver(done).observe({ type: "paint", buffered: true });
      setTimeout(done, 300);
    });
  }
  const address = here("../pkg/nutgraf_bg.wasm");
  try {
    return await WebAssembly.compileStreaming(fetch(address));
  } catch {
    // a host that does not know the type of such files
    return WebAssembly.compile(await (await fetch(address)).arrayBuffer());
  }
})();

// Reads in the worker what would hold up the page, and gives up what it was asked before. Without words: only that.
let reader, asked;
const read = async (number, bytes, options, done) => {
  asked?.abort();
  if (!bytes) return;
  const { signal } = (asked = new AbortController());
  let value;
  try {
    value = await (await openReader()).readBytes(bytes, options, { signal });
  } catch {
    if (signal.aborted) return;
    // the page reads it itself
  }
  done(number, value);
};
const openReader = () =>
  (reader ??= import("../pkg/reader.js").then(async ({ open }) => {
    return open({ worker: true, module: await compiled, script: script("reader") });
  }));

// Writes the story in a format that others read, or as a link; what that needs is loaded when it is first wanted.
const take = async (...wanted) => (await import(wanted[1] === "link" ? "./share.js" : "./take.js")).take(...wanted);
for (const button of document.querySelectorAll("[data-way=share]")) button.hidden = !navigator.share;

// Searching, and marks of the reader's own: loaded when first wanted, or where some are kept.
const find = async (what, ...given) => (await import("./find.js"))[what](...given);
document.addEventListener("click", ({ target }) => {
  if (target.closest?.('[data-do="find"]')) find("begin");
});
document.addEventListener("nutgraf-opened", ({ detail }) => find("adopt", detail));
const marked = () => {
  try {
    return sessionStorage.getItem("nutgraf-marks") ?? localStorage.getItem("nutgraf-marks");
  } catch {
    // this browser keeps nothing
  }
};

// Several files, a folder, an archive or a table go to a view of their own, loaded when it is first wanted.
const WITH_MANY = /\.(zip|csv|tsv|jsonl|ndjson)$/i;
let started;
const page = new Promise((resolve) => (started = resolve));
const many = async (given) => {
  const { open } = await import("./many/index.js");
  const textOf = async (...file) => (await page).textOfFile(...file, trust);
  await open(given, { reading: compiled, script: script("many"), textOf });
};
const several = (event) => {
  const { type, target } = event;
  const data = event.dataTransfer ?? event.clipboardData;
  const picked = type === "change" && target.id === "file";
  const files = [...((picked ? target : data)?.files ?? [])];
  const open = "many" in document.documentElement.dataset;
  // a folder must be asked for before the event ends
  const entries = [...(data?.items ?? [])].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const folder = entries.some((entry) => entry.isDirectory);
  const words = type === "paste" && data?.types.some((kind) => kind.startsWith("text/"));
  const wanted = type === "click" ? target.closest?.('[data-do="many"]') : files.length > 1 || folder || files.some(({ name }) => WITH_MANY.test(name)) || (open && files.length);
  if (!wanted || words || (type === "change" && !picked)) return;
  event.preventDefault();
  event.stopPropagation();
  document.documentElement.classList.remove("dropping");
  if (picked) target.value = "";
  many(folder ? entries : files).catch((error) => (notice.textContent = `That did not work. ${error?.message ?? error}`));
};
for (const type of ["click", "drop", "paste", "change"]) document.addEventListener(type, several, { capture: true });
// their list is a step of the browser's history, also after a reload
const back = (state) => state?.many && many([]);
addEventListener("popstate", ({ state }) => back(state));

try {
  const [{ default: init, start, textOfFile }, module] = await Promise.all([import("../pkg/nutgraf.js"), compiled]);
  await init({ module_or_path: module });
  const desk = start(trust, read, take);
  if (marked()) find("restore");
  // a text that comes with a link
  const arrive = () => {
    if (!/^#n\d+\./.test(location.hash)) return;
    import("./share.js").then(({ open }) => open(desk), () => desk.say("The link could not be read: reload the page."));
  };
  addEventListener("hashchange", arrive);
  document.addEventListener("click", async ({ target }) => {
    if (target.closest?.("[data-do=compare]")) (await import("./compare.js")).open(desk, script("comparer"));
  });
  arrive();
  started({ textOfFile });
  back(history.state);
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
idle(() => {
  openReader().catch(() => {});
  keep();
}, { timeout: 300 });

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
