// A module of ours: the whole breakdown, as a value of JavaScript.
import init, { parse } from "./pkg/nutgraf.js";

export async function load() {
  await init();
  return parse;
}

/** Milliseconds for `sample` in a new instance of the module, whose code the browser has compiled by now. */
export async function again(sample) {
  const module = await WebAssembly.compileStreaming(fetch("pkg/nutgraf_bg.wasm"));
  const fresh = await import("./pkg/nutgraf.js?again");
  const start = performance.now();
  await fresh.default({ module_or_path: module });
  const ready = performance.now();
  fresh.parse(sample);
  const done = performance.now();
  return { toResult: done - start, parse: done - ready };
}
