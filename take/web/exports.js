// What readers take away. Its module is loaded when something is first asked for, once.
import init, { compare as compared, formats as list, readPatterns, search as look, write, writePatterns } from "./take.js";

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

/** Where a pattern fits in a text. */
export async function search(text, pattern) {
  await load();
  const [whole, ...found] = look(text, JSON.stringify({ name: "search", ...pattern }));
  const places = Array.from({ length: found.length / 2 }, (_, at) => ({ start: found[2 * at], end: found[2 * at + 1] }));
  return { places, whole: whole === 1 };
}

/** Reads a list of patterns from CSV. */
export async function patternsFromCsv(csv) {
  await load();
  const [patterns, ...bad] = readPatterns(csv, false).split("\n");
  return { patterns: JSON.parse(patterns), bad };
}

/** Checks patterns: those that it gives back can be read with. */
export async function checkPatterns(patterns) {
  await load();
  return JSON.parse(readPatterns(JSON.stringify(patterns), true));
}

/** Writes patterns as CSV. */
export async function patternsToCsv(patterns) {
  await load();
  return writePatterns(JSON.stringify(patterns));
}
