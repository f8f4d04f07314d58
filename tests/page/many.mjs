// Several stories at once, for the tests: invented stories, a zip archive, and what a reader does with the view.

import { crc32, deflateRawSync } from "node:zlib";

const NAMES = ["Ines Maro", "Jonas Verrick", "Ruth Hale", "Dana Prell", "Omar Teller"];
const WHAT = ["The quay", "The bridge", "The school", "The library", "The market"];

/** An invented story; no two of the first twenty have the same headline and date. */
export const story = (at) => {
  const [name, what] = [NAMES[at % 5], WHAT[(at * 3 + Math.floor(at / 5)) % 5]];
  return `${what} of Port Elder is to be repaired for round ${at}

PORT ELDER, ${["May", "June", "July"][at % 3]} ${1 + (at % 28)}, 2023 (ANN) - ${what} will be repaired this year, the council decided after a long debate.

“We waited for this longer than any of us would like to remember,” Mayor ${name} said on Monday. “It is time.”

“Nobody asked us about ${at + 2} boats,” said a trader near the harbour.
`;
};

/** A zip archive of `[name, bytes]`, deflated. */
export function zip(files) {
  const [parts, list] = [[], []];
  let at = 0;
  for (const [name, bytes] of files) {
    const [title, raw] = [Buffer.from(name), Buffer.from(bytes)];
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    // version, UTF-8, deflate, no time
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt16LE(33, 8);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(title.length, 22);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), head, title, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    list.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, rest, title);
    at += 30 + title.length + packed.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from("PK\x05\x06", "latin1"), end]);
}

const file = ([name, content]) => ({ name, mimeType: "", buffer: Buffer.from(content) });

/** Opens the view with its button. */
export async function several(page) {
  await page.getByRole("button", { name: "Several at once" }).click();
  await page.getByRole("heading", { name: "Several at once" }).waitFor();
}

/** Adds files by the picker, and waits until they are read. */
export async function add(page, files) {
  await page.locator("#many-files").setInputFiles(files.map(file));
  await read(page);
}

/** Waits until all that was given is read. */
export const read = (page) => page.locator(".many-state", { hasText: / read( in [\d.]+ seconds)?[;.]/ }).waitFor();

/** The rows of a table that are in the document, cell by cell. */
export const rows = (page, which) =>
  page.locator(`.many-${which} .many-rows > .many-line`).evaluateAll((lines) =>
    lines.map((line) => [...line.children].map((cell) => cell.querySelector("input[type=text]")?.value ?? cell.textContent.trim())),
  );

/** What a button saves. */
export async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  const { readFile } = await import("node:fs/promises");
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}
