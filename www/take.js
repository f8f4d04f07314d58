// Takes the story away: writes it in a format, and copies it or saves it as a file. Loaded when first asked for.
import { exportAs, formats } from "../pkg/exports.js";

/** Copies a document in `format`, or saves it as a file named after `name`; says in a sentence what was done. */
export async function take(document, format, way, name) {
  const [written, { mediaType, ending }] = await Promise.all([
    exportAs(document, format),
    formats().then((all) => all.find((one) => one.name === format)),
  ]);
  if (way === "file") {
    const file = `${name}.${ending}`;
    download(new Blob([written], { type: mediaType }), file);
    return `Saved as ${file}.`;
  }
  if (ending.endsWith("csv")) {
    const rows = cells(written);
    await copy(lines(rows), table(rows));
    return "Copied as a table: paste it into a document or a sheet.";
  }
  if (ending === "html") {
    await copy(written, written);
    return "Copied: paste it into a document, with its marks and lists.";
  }
  await copy(written);
  return "Copied.";
}

export function download(blob, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  // the browser has taken hold of it by then
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Copies text, and the same as markup. */
export async function copy(text, html) {
  const { clipboard } = navigator;
  if (!clipboard) throw new Error("This browser keeps its clipboard to itself: save the file instead.");
  if (!html || typeof ClipboardItem === "undefined") return clipboard.writeText(text);
  const piece = (type, value) => [type, new Blob([value], { type })];
  return clipboard.write([new ClipboardItem(Object.fromEntries([piece("text/plain", text), piece("text/html", html)]))]);
}

/** The rows of a table as RFC 4180 has it, which is how it was written. */
export function cells(csv) {
  const rows = [];
  let row = [];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (!end && !row.length && !quoted && !bare) break;
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ",") rows.push(row.splice(0));
    if (!end) break;
  }
  return rows;
}

// no cell holds a tab or a line's end of its own: a sheet would take it for another cell
export const lines = (rows) => rows.map((row) => row.map((cell) => cell.replace(/\s+/g, " ")).join("\t")).join("\n");

/** Rows as a table in markup. */
export function table(rows) {
  const made = document.createElement("table");
  for (const [at, row] of rows.entries()) {
    const line = made.insertRow();
    for (const cell of row) line.appendChild(document.createElement(at ? "td" : "th")).textContent = cell;
  }
  return made.outerHTML;
}
