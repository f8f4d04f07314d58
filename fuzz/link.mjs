// Links that were cut, changed or made to hurt: each opens to the document it was made of, or is refused in a sentence, and
// soon. `node fuzz/link.mjs SECONDS [SEED]` prints how many it tried; `cargo xtask fuzz link` runs it.

import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { LONGEST, MOST, read, write } from "../www/share.js";

const [seconds = "10", seed = "1"] = process.argv.slice(2);

/** Numbers below `below` that only the seed decides (xorshift). */
let state = Number(seed) * 2654435761 >>> 0 || 1;
const dice = (below) => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
};
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const strange = [..."=+/.#%&?~ \n\0é𝒩)".split(""), ".", ".."];
const letter = () => (dice(6) ? letters[dice(64)] : strange[dice(strange.length)]);
const words = ["Boats sail again, ", "“No,” ", "\ud83d\ude80", "\u0000", "\n\n", "漢字", "{", "\\", "the mayor said. "];
const text = () => Array.from({ length: dice(40) }, () => words[dice(words.length)]).join("");

/** What may happen to a link on its way. */
const changes = [
  (hash) => hash.slice(0, dice(hash.length + 1)),
  (hash) => hash.slice(0, dice(hash.length)) + letter() + hash.slice(dice(hash.length)),
  (hash) => { const at = dice(hash.length); return hash.slice(0, at) + letter() + hash.slice(at + 1); },
  (hash) => { const at = dice(hash.length); return hash.slice(0, at) + letter().repeat(dice(50)) + hash.slice(at); },
  (hash) => hash.replace("#n1.", `#n${dice(3)}${strange[dice(strange.length)]}`),
  (hash) => hash.replace(/\.[^.]*$/, ""),
  (hash) => hash + strange[dice(strange.length)],
];
/** Links that were never written by the page. */
const made = [
  () => `#n1.${Array.from({ length: dice(200) }, letter).join("")}`,
  () => `#n1.${deflateRawSync(Buffer.alloc(MOST + 1 + dice(20e6), dice(256))).toString("base64url")}`,
  () => `#n1.${deflateRawSync(Buffer.from([dice(256), 0xff, 0xc0, dice(256)])).toString("base64url")}`,
  () => "#n1." + "A".repeat(LONGEST + dice(3) - 5),
];

const end = Date.now() + Number(seconds) * 1000;
let tried = 0;
while (Date.now() < end) {
  const document = JSON.stringify({ schema: "nutgraf-document/1", text: text(), corrections: [], remark: text() });
  const { hash } = new URL(await write(JSON.stringify({ ...JSON.parse(document), article: {} }), "https://nutgraf.example/a?b"));
  assert.equal(await read(hash), document);
  for (let turn = 0; turn < 20; turn++) {
    let given = dice(8) ? hash : made[dice(made.length)]();
    const whole = given === hash;
    for (let change = dice(3) + (whole ? 1 : 0); change > 0; change--) given = changes[dice(changes.length)](given);
    const start = process.cpuUsage();
    try {
      const found = await read(given);
      assert(typeof found === "string" && found.length <= MOST, given);
      // a check value that is there must be right; without one, what inflates is what was sent
      if (whole && /\.[\w-]{6}[^\w-]*$/.test(given)) assert.equal(found, document, given);
    } catch (error) {
      assert(!(error instanceof assert.AssertionError), error);
      assert(error instanceof Error && /^[A-Z].*[.?]$/s.test(error.message), `${given}: ${error.stack}`);
    }
    // of the processor, not of the clock: other programs may run beside it
    const { user, system } = process.cpuUsage(start);
    assert(user + system < 2e6, `two seconds and more: ${given.slice(0, 200)}`);
    tried++;
  }
}
console.log(tried);
