// Dates and times.
import * as chrono from "chrono-node";

export async function load() {
  return (text) => chrono.parse(text).map((found) => ({ index: found.index, text: found.text, start: found.start.date() }));
}
