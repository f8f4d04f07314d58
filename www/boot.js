// Starts the page, and keeps its files for use without a network.
import init, { start } from "../pkg/nutgraf.js";

try {
  await init();
  start();
} catch (error) {
  const reason = document.getElementById("reason");
  if (reason) reason.textContent = `It needs a browser with WebAssembly. What went wrong: ${error?.message ?? error}`;
  throw error;
}

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register(new URL("../sw.js", import.meta.url)).catch(() => {
    // without it the page works as before, only not offline
  });
}
