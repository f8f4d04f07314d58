// Starts the page, and keeps its files for use without a network.
import init, { start } from "../pkg/nutgraf.js";

const worker = new URL("../sw.js", import.meta.url).href;

// The page's content security policy takes no plain string where markup or a script's address is expected.
// This is the only policy it lets exist: markup goes nowhere but into the inert parser that turns a paste
// into text (src/web/page/clipboard.rs), and the one script it names is ours.
const trust = globalThis.trustedTypes?.createPolicy("nutgraf", {
  createHTML: (markup) => markup,
  createScriptURL: () => worker,
});

try {
  await init();
  start(trust);
} catch (error) {
  const reason = document.getElementById("reason");
  if (reason) reason.textContent = `It needs a browser with WebAssembly. What went wrong: ${error?.message ?? error}`;
  throw error;
}

if ("serviceWorker" in navigator) {
  const { serviceWorker } = navigator;
  serviceWorker.register(trust?.createScriptURL("") ?? worker).then(
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
