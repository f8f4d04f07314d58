// What readers take away. Its module is loaded when something is first asked for, once.
import init, { compare as compared, formats as list, write } from "./take.js";

let ready;
const load = () => {
  ready ??= init({ module_or_path: new URL("take_bg.wasm", import.meta.url) }).catch((error) => {
    // without a network now; there may be one later
    ready = undefined;
    throw error;
  });
  return ready;
};

// half of a surrogate pair, which no reader of JSON takes, stands as the mark that reading put for it
const wellFormed = (_, value) => (typeof value === "string" ? (value.toWellFormed?.() ?? value) : value);

const asJson = (document) => (typeof document === "string" ? document : JSON.stringify(document, wellFormed));

/** Writes a document in a format. */
export async function exportAs(document, format) {
  await load();
  return write(asJson(document), format);
}

/** The formats there are. */
export async function formats() {
  await load();
  const lines = list().trimEnd().split("\n").map((line) => line.split("\t"));
  return lines.map(([name, mediaType, ending]) => ({ name, mediaType, ending }));
}

/** What changed from one version of a story to the next. */
export async function compare(before, after) {
  await load();
  return JSON.parse(compared(asJson(before), asJson(after)));
}
