// In Node: files in place of addresses, and Node's own workers.
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { client } from "./client.js";
import * as taking from "./exports.js";
import init from "./take.js";

const read = (name) => readFile(new URL(name, import.meta.url));
const compile = async () => WebAssembly.compile(await read("nutgraf_bg.wasm"));

export const { open, parse, parseMany } = client({ compile, start, cores: availableParallelism });

/** A worker by the names that workers have on the web. It keeps the process alive only while it works. */
function start(script = new URL("./node-worker.js", import.meta.url)) {
  const worker = new Worker(script);
  const named = {
    postMessage(message, transfer) {
      worker.ref();
      worker.postMessage(message, transfer);
    },
    terminate: () => worker.terminate(),
  };
  worker.on("message", (data) => {
    worker.unref();
    named.onmessage?.({ data });
  });
  worker.on("error", ({ message }) => named.onerror?.({ message, preventDefault() {} }));
  return named;
}

let ready;
// `exports.js` finds its module loaded
const load = () => (ready ??= read("take_bg.wasm").then((bytes) => init({ module_or_path: bytes })));
const loaded = (call) => async (...given) => {
  await load();
  return call(...given);
};
export const exportAs = loaded(taking.exportAs);
export const formats = loaded(taking.formats);
export const compare = loaded(taking.compare);
