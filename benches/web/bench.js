// The page that is measured: reads the sample as soon as it can, then whatever the driver (measure.mjs) asks for.
import * as contestant from "./contestant.js";

const [sample, read] = await Promise.all([fetch("sample.txt").then((answer) => answer.text()), contestant.load()]);
const ready = performance.now();
if (!read(sample)) throw new Error("the sample was not read");
const done = performance.now();

/** Milliseconds from navigation to what is read of the sample, and those of reading alone. */
globalThis.first = { toResult: done, parse: done - ready };

/** The same in a new instance, where there is one. */
globalThis.again = contestant.again && (() => contestant.again(sample));

/** Milliseconds for reading all `texts`. */
globalThis.measure = (texts) => {
  const start = performance.now();
  for (const text of texts) read(text);
  return performance.now() - start;
};
