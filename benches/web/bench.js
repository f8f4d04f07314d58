// The page that is measured: reads the sample as soon as it can, then whatever the driver (measure.mjs) asks for.
import init, { parse } from "./pkg/nutgraf.js";

const [sample] = await Promise.all([fetch("sample.txt").then((answer) => answer.text()), init()]);
const ready = performance.now();
const article = parse(sample);
const done = performance.now();
if (!article.head.headline) throw new Error("the sample was not read");

/** Milliseconds from navigation to the breakdown of the sample, and those of its parse alone. */
globalThis.first = { toResult: done, parse: done - ready };

/** The same in a new instance of the module, whose code the browser has compiled by now. */
globalThis.again = async () => {
  const module = await WebAssembly.compileStreaming(fetch("pkg/nutgraf_bg.wasm"));
  const fresh = await import("./pkg/nutgraf.js?again");
  const start = performance.now();
  await fresh.default({ module_or_path: module });
  const ready = performance.now();
  fresh.parse(sample);
  const done = performance.now();
  return { toResult: done - start, parse: done - ready };
};

/** Milliseconds for the breakdowns of all `texts`. */
globalThis.measure = (texts) => {
  const start = performance.now();
  for (const text of texts) parse(text);
  return performance.now() - start;
};
