// What comes in, as stories: files, folders, archives, tables, lines of JSON. What is bad is a story with an error.
import { counted, pacer } from "./dom.js";
import { asked, records } from "./records.js";

// Bytes of the largest text that is taken, as of one that is opened by itself, and of the largest file with many in it.
const LARGEST = 32 << 20;
const LARGEST_WITH_MANY = 256 << 20;
// How many stories are taken, and how many letters they have together: they are all kept.
const MOST = 20_000;
const ALL = 256 << 20;

const ending = (name) => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

/**
 * Stories, one after the other: `{ name, id, text, url?, published?, dateOrder? }` or `{ name, id, error }`; `id` is JSON.
 * `given` are files and entries of folders. `tools`: `pool`; `textOf(bytes, name, kind)`, which decodes; `ask(question)`, which
 * asks the reader for a column; `room()`, which tells how many stories and letters there are already.
 */
export async function* stories(given, tools) {
  const paced = pacer();
  let { count, letters } = tools.room();
  for await (const story of all(given, tools)) {
    if (count === MOST) {
      const error = `and all after it are not taken: at most ${counted(MOST, "story", "stories")} are read at once`;
      yield { name: story.name, id: story.id, error };
      return;
    }
    count += 1;
    letters += story.text?.length ?? 0;
    if (story.text && letters > ALL) {
      letters -= story.text.length;
      yield { name: story.name, id: story.id, error: "is not taken: all texts together are longer than this tab can keep" };
    } else {
      yield story;
    }
    await paced();
  }
}

const failed = (name, error) => ({ name, id: JSON.stringify(name), error });

async function* all(given, tools) {
  for (const one of given) {
    if (one instanceof File) yield* fromFile(one, one.webkitRelativePath || one.name, tools);
    else yield* fromEntry(one, tools);
  }
}

async function* fromEntry(entry, tools) {
  const name = entry.fullPath.replace(/^\//, "");
  try {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      yield* fromFile(file, name, tools);
      return;
    }
  } catch {
    yield failed(name, "could not be read");
    return;
  }
  const reader = entry.createReader();
  const entries = [];
  // browsers tell a hundred at a time
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => []);
    if (!some.length || entries.length > MOST) break;
    entries.push(...some);
  }
  entries.sort((one, other) => one.name.localeCompare(other.name, "en", { numeric: true }));
  for (const inside of entries) if (!inside.name.startsWith(".")) yield* fromEntry(inside, tools);
}

async function* fromFile(file, name, tools, packed = false) {
  const kind = ending(name);
  const withMany = ["jsonl", "ndjson", "csv", "tsv"].includes(kind) || (kind === "zip" && !packed);
  if (file.size > (withMany ? LARGEST_WITH_MANY : LARGEST)) {
    yield failed(name, `is larger than ${withMany ? 256 : 32} MB${withMany ? "" : ", which no article is"}`);
  } else if (file.size === 0) {
    yield failed(name, "is empty");
  } else {
    try {
      if (kind === "zip" && !packed) yield* fromArchive(file, name, tools);
      else if (kind === "jsonl" || kind === "ndjson") yield* records(file, name);
      else if (kind === "csv" || kind === "tsv") yield* fromTable(file, name, tools);
      else yield await fromText(file, name, tools);
    } catch (error) {
      yield failed(name, error.broken || error instanceof DOMException ? "could not be read" : error.message);
    }
  }
}

async function fromText(file, name, tools) {
  const text = await tools.textOf(new Uint8Array(await file.arrayBuffer()), name, file.type);
  if (ending(name) === "json") {
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      return failed(name, "is no JSON, though its name says so");
    }
    return { ...asked({ ...value?.options, ...value }, name), name, id: JSON.stringify(name) };
  }
  return text.trim() ? { name, id: JSON.stringify(name), text } : failed(name, "holds no text");
}

/** Has a worker take a file apart, piece by piece, until there is no more. */
async function* pieces(call, more, bytes, { pool }, first) {
  const { on, release } = await pool.bind();
  try {
    const begun = await pool.run(call, { bytes }, { on, transfer: [bytes.buffer] });
    await first?.(begun);
    for (;;) {
      const piece = await pool.run(more, {}, { on });
      if (!piece.length) return;
      yield* piece;
    }
  } finally {
    release();
  }
}

async function* fromArchive(file, archive, tools) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let any = false;
  for await (const { name, bytes: inside, error } of pieces("archive", "files", bytes, tools)) {
    any = true;
    if (error) yield failed(name, error);
    else yield* fromFile(new File([inside], name), name, tools, true);
  }
  if (!any) yield failed(archive, "has no files in it");
}

// What columns are called that hold these, in figures and letters alone.
const NAMES = {
  text: ["text", "articletext", "fulltext", "maintext", "body", "articlebody", "content", "article", "story", "storytext"],
  id: ["id", "articleid", "uuid", "guid", "identifier"],
  url: ["url", "link", "address", "uri", "permalink", "sourceurl"],
  published: ["published", "publishedat", "datepublished", "publicationdate", "publisheddate", "pubdate", "date", "publishdate"],
};

async function* fromTable(file, table, tools) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let at, exact;
  const begin = async (header) => {
    const plain = header.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""));
    const find = (kind) => NAMES[kind].map((name) => plain.indexOf(name)).find((index) => index >= 0) ?? -1;
    at = Object.fromEntries(Object.keys(NAMES).map((kind) => [kind, find(kind)]));
    if (at.text < 0) at.text = header.length ? await tools.ask(table, header) : -1;
    exact = plain[at.published] === "published";
    if (at.text < 0) throw new Error("has no column with texts");
  };
  let any = false;
  for await (const [number, cells] of pieces("table", "cells", bytes, tools, begin)) {
    any = true;
    const row = `${table}, row ${number}`;
    if (typeof cells === "string") {
      yield failed(row, cells);
      continue;
    }
    const cell = (kind) => cells[at[kind]]?.trim() || undefined;
    const id = cell("id") ?? row;
    // what is only called a date may be written in any way
    const date = cell("published");
    const published = exact || /^\d{4}(-\d\d|$)/.test(date) ? date : undefined;
    const record = { text: cells[at.text], url: cell("url"), published };
    yield { ...asked(record, row), name: id, id: JSON.stringify(id) };
  }
  if (!any) yield failed(table, "has no rows");
}
