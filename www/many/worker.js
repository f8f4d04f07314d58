// One worker of the pool: reads stories, and takes archives and tables apart.
import read, { readBytes } from "../../pkg/nutgraf.js";
import take, { Archive, Rows, lineOf, rowOf } from "../../pkg/take.js";

// Bytes of one answer while an archive or a table is taken apart.
const PIECE = 1 << 20;

// What is read before there is something to read, so that the browser has compiled by then what reading needs: while
// workers read, every core is theirs, and the page should have its share.
const REHEARSAL = `Harbour wall to be rebuilt after storms

By Ann Quist

NORHAVEN, 3 May 2023 (Norland Press) — The council voted 7-2 on Tuesday to rebuild the harbour wall, which two winters of
storms had damaged. “We could not wait another year,” said Ruth Hale, the mayor. Work will begin in June and cost £4.2m.

Hale told reporters that the Norland Trust would pay a third of it. Shopkeepers had asked for help “again and again” since
last October, according to Leo Brandvik, who speaks for them. He said 40 percent of them might close by Christmas.`;
const TIMES = 12;

const encoder = new TextEncoder();
let ready, held;

const calls = {
  start: async ({ reading, taking }) => {
    await Promise.all([read({ module_or_path: reading }), take({ module_or_path: taking })]);
    calls.rows({ stories: Array(TIMES).fill({ text: REHEARSAL }) });
  },
  rows: ({ stories }) => stories.map((story) => told(story, { offsets: "utf8" }, (text, read, half) => rowOf(text, read, half))),
  lines: ({ stories }) => stories.map((story) => told(story, {}, (_, read, half) => lineOf(story.id, read, half))),
  archive: ({ bytes }) => {
    held = new Archive(bytes);
  },
  files: () => {
    const files = [];
    for (let size = 0; size < PIECE; ) {
      const file = held.next();
      if (!file) break;
      const { name, bytes, error } = file;
      files.push({ name, bytes, error });
      size += 64 + (bytes?.length ?? 0);
    }
    return files;
  },
  table: ({ bytes }) => {
    held = new Rows(inUtf8(bytes));
    return held.header();
  },
  cells: () => JSON.parse(held.next(PIECE)),
};

/** A table's bytes as UTF-8; what is not valid in that, and has no mark of UTF-16, is windows-1252. */
function inUtf8(bytes) {
  const [first, second, third] = bytes;
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : undefined;
  if (marked) return encoder.encode(new TextDecoder(marked).decode(bytes));
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  } catch {
    return encoder.encode(new TextDecoder("windows-1252").decode(bytes));
  }
}

/** What is made of a story's breakdown, or why there is none. */
function told({ text, url, published, dateOrder }, options, make) {
  const bytes = encoder.encode(text);
  let read;
  try {
    read = readBytes(bytes, { ...options, url, published, dateOrder });
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    return { error: error.message.replace(/^parse: `options`: /, "").replaceAll("`", "") };
  }
  return { value: make(bytes, read, text.isWellFormed?.() === false) };
}

onmessage = async ({ data: { call, given } }) => {
  try {
    if (call === "start") await (ready = calls.start(given));
    else {
      await ready;
      postMessage({ value: calls[call](given) });
    }
  } catch (error) {
    postMessage({ error, broken: call === "start" || error instanceof WebAssembly.RuntimeError });
  }
};
