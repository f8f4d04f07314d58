// A text as a link: what the reader gave, corrected, ticked and remarked goes with it, in the part of an address that browsers
// send nowhere. Loaded when first used. docs/share.md says how it is written.

/** Letters of the longest link: many programs cut longer ones, or make no link of them. */
export const LONGEST = 30_000;

/** Bytes that a link may hold once it is unfolded. */
export const MOST = 1_000_000;

const BROKEN = "The link is not whole: it was cut, or changed on its way. Ask for it again, or for the file.";

/** Copies a link to what `document`, as JSON, holds, or hands it to the device's own sharing; says in a sentence what was done. */
export async function take(document, _, way, name) {
  const link = await write(document, location.href);
  if (link.length > LONGEST || link.refused) {
    const size = link.refused ? "" : ` of ${kilobytes(link.length)}`;
    return `This story would make a link${size}, and many programs cut links over ${kilobytes(LONGEST)}. Save the file ` +
      "instead, and send that: it holds the same.";
  }
  const whose = "Whoever has it has the text, and what you corrected, ticked and remarked.";
  if (way === "share") {
    try {
      await navigator.share({ title: name, url: link });
    } catch (error) {
      if (error.name === "AbortError") return "Not shared.";
      throw error;
    }
    return `Shared a link of ${kilobytes(link.length)}. ${whose}`;
  }
  if (!navigator.clipboard) throw new Error("This browser keeps its clipboard to itself: save the file instead.");
  await navigator.clipboard.writeText(link);
  return `Copied a link of ${kilobytes(link.length)}. ${whose}`;
}

/** Opens what the address holds; says so, or why not. The address is a plain one after that: a reload keeps later work. */
export async function open(desk) {
  const { hash, pathname, search } = location;
  history.replaceState(history.state, "", pathname + search);
  let json;
  try {
    json = await read(hash);
  } catch (error) {
    return desk.say(error.message);
  }
  try {
    desk.open("open link", json, `This text came with a link${company(json)}. Whoever has the link has the text.`);
  } catch (error) {
    desk.say(`What the link holds cannot be opened: ${error.message}.`);
  }
}

/** A link from `page` to what `document` holds but for its breakdown, which is made anew; `{ refused }` for far too long a one. */
export async function write(document, page) {
  const { article, ...rest } = JSON.parse(document);
  const bytes = new TextEncoder().encode(JSON.stringify(rest));
  if (bytes.length > MOST) return { refused: true };
  const packed = await through(bytes, new CompressionStream("deflate-raw"), Infinity);
  const link = new URL(page);
  link.search = "";
  link.hash = `n1.${letters(packed)}.${letters(sum(bytes))}`;
  return link.href;
}

/** The document in the hash of an address, as JSON. Rejects, in a sentence for the reader, where there is none. */
export async function read(hash) {
  const [, version] = /^#n(\d+)\./.exec(hash) ?? [];
  if (version && version !== "1") {
    throw new Error("The link was made by a newer version of this page: reload the page, then open the link again.");
  }
  if (hash.length > LONGEST) {
    throw new Error(`The link is ${kilobytes(hash.length)} long, and those of Nutgraf at most ${kilobytes(LONGEST)}: it was not opened.`);
  }
  // programs that find links in a text take the sentence's full stop or bracket with them
  const [, packed, check] = /^#n1\.([\w-]+)(?:\.([\w-]{6}))?[^\w-]*$/.exec(hash) ?? [];
  if (!packed) throw new Error(BROKEN);
  if (typeof DecompressionStream === "undefined") {
    throw new Error("This browser is too old for such a link: ask for the file.");
  }
  let bytes;
  try {
    bytes = await through(Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0)),
      new DecompressionStream("deflate-raw"), MOST);
  } catch (error) {
    throw error instanceof RangeError ? error : new Error(BROKEN);
  }
  if (check && check !== letters(sum(bytes))) throw new Error(BROKEN);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(BROKEN);
  }
}

/** What `stream` makes of the bytes; no more than `most`. */
async function through(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let length = 0;
  for (let part; !(part = await reader.read()).done; parts.push(part.value)) {
    length += part.value.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      throw new RangeError(`The link unfolds to more than ${kilobytes(most)}, which none of Nutgraf does: it was not opened.`);
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** FNV-1a in 32 bits: a changed letter must not change a quote unseen. */
function sum(bytes) {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return new Uint8Array([hash >>> 24, hash >>> 16, hash >>> 8, hash]);
}

/** Bytes in the letters that an address takes as they are. */
function letters(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** What came with a text, in words. */
function company(json) {
  let said;
  try {
    said = JSON.parse(json);
  } catch {
    return "";
  }
  const ticks = Array.isArray(said?.ticks) ? said.ticks : [];
  const counts = [
    [Array.isArray(said?.corrections) ? said.corrections.length : 0, "correction", "corrections"],
    [ticks.filter((tick) => tick?.checked).length, "tick", "ticks"],
    [ticks.filter((tick) => tick?.remark || tick?.source).length, "remark", "remarks"],
  ];
  const told = counts.filter(([count]) => count).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  return told.length ? `, with ${told.join(", ")}` : "";
}

const kilobytes = (length) =>
  length < 1_000_000 ? `${length < 10_000 ? (length / 1000).toFixed(1) : Math.round(length / 1000)} KB` : `${(length / 1_000_000).toFixed(1)} MB`;
