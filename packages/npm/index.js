// On the web, as it is or through a bundler.
import { client } from "./client.js";
import { compile } from "./reader.js";

export { compare, exportAs, formats } from "./exports.js";

// the place of the worker and how it is started stand in one expression, by which bundlers know it
const start = (script) =>
  script
    ? new Worker(script, { type: "module" })
    : new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

export const { open, parse, parseMany } = client({ compile, start, cores: () => navigator.hardwareConcurrency });
