// Lines of JSON, each a story: `{"id": …, "text": "…", "url"?: "…", "published"?: "2016-09-05", "dateOrder"?: "dmy"}`.

// Letters of the longest line.
const LONGEST = 32 << 20;

const KEYS = ["text", "url", "published", "dateOrder"];

/** What of a record is known of a story, or what is wrong with it. */
export function asked(record, name) {
  const story = { name };
  for (const key of KEYS) {
    const value = record?.[key] ?? undefined;
    if (key === "text" && typeof value !== "string") {
      return { name, error: value === undefined ? "has no text" : "has something else than words as its text" };
    }
    if (value !== undefined && typeof value !== "string") return { name, error: `has something else than words as ${key}` };
    story[key] = value;
  }
  return story.text.trim() ? story : { name, error: "has an empty text" };
}

/** The id as JSON: a number that JavaScript would round stays as it is written, where the browser tells. */
function idOf(line, record) {
  const id = record?.id ?? null;
  if (typeof id !== "number" || Number.isSafeInteger(id)) return JSON.stringify(id);
  let written;
  JSON.parse(line, function (key, value, context) {
    // the last call with the key is that of the record itself
    if (key === "id") written = context?.source ?? written;
    return value;
  });
  return written ?? JSON.stringify(id);
}

/** The stories of a file, a line each; empty lines are passed over. */
export async function* records(file, name) {
  let number = 0;
  for await (const line of lines(file)) {
    number += 1;
    const place = `${name}, line ${number}`;
    if (line === undefined) {
      yield { name: place, id: "null", error: "is longer than 32 million letters, which no article has" };
      continue;
    }
    if (!line.trim()) continue;
    let record;
    try {
      record = JSON.parse(line);
    } catch (error) {
      yield { name: place, id: "null", error: `is no JSON: ${error.message}` };
      continue;
    }
    const id = idOf(line, record);
    const named = typeof record?.id === "string" || typeof record?.id === "number" ? String(record.id) : place;
    yield { ...asked(record, place), name: named, id };
  }
}

/** Lines of a file in UTF-8; one that is too long is `undefined`. */
async function* lines(file) {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let [pieces, length, dropped] = [[], 0, false];
  const whole = () => {
    const line = dropped ? undefined : pieces.join("");
    [pieces, length, dropped] = [[], 0, false];
    return line;
  };
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    let from = 0;
    for (let end; (end = value.indexOf("\n", from)) >= 0; from = end + 1) {
      pieces.push(value.slice(from, end));
      yield whole();
    }
    length += value.length - from;
    if (length > LONGEST) [pieces, dropped] = [[], true];
    if (!dropped) pieces.push(value.slice(from));
  }
  if (pieces.length || dropped) yield whole();
}
