// `worker.js` in Node, whose workers have no `onmessage`.
import { parentPort } from "node:worker_threads";

globalThis.onmessage = undefined;
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
await import("./worker.js");
parentPort.on("message", (data) => globalThis.onmessage({ data }));
