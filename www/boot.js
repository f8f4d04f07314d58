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
  // there was an older build, whose files this page has: say that there are newer ones
  if (navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      const notice = document.getElementById("notice");
      if (notice) notice.textContent = "There is a newer version of this page: reload it when it suits you.";
    });
  }
  navigator.serviceWorker.register(trust?.createScriptURL("") ?? worker).catch(() => {
    // without it the page works as before, only not offline
  });
}
