// The worker of reader.js: reads one article after the other.
import init, { parse, readBytes } from "./nutgraf.js";

onmessage = async ({ data: { module, text, bytes, options } }) => {
  try {
    if (module) {
      await init({ module_or_path: module });
      postMessage({ ready: true });
    } else {
      const value = bytes ? readBytes(bytes, options) : parse(text, options);
      postMessage({ value }, bytes ? [value.buffer] : []);
    }
  } catch (error) {
    if (module) throw error;
    postMessage({ error, broken: error instanceof WebAssembly.RuntimeError });
  }
};
