import assert from "node:assert/strict";
import { compare, exportAs, formats, open, parse, parseMany } from "nutgraf";

const text = process.argv[2];
const article = await parse(text, { published: "2022-05-04" });
assert.equal(article.head.headline.text, "Ferry to the islands resumes after storm");
assert.equal(article.quotes[0].speaker.name, "Ada Quill");
assert.equal(article.times[1].value, "2022-05-03");
await assert.rejects(parse(text, { published: "May" }), /ISO 8601/);
await assert.rejects(parse(5), /expected a string/);

// the second module
assert.match(await exportAs({ text, article }, "quotes.csv"), /Ada Quill/);
assert.equal((await formats()).length, 16);
const later = text.replace("Tuesday", "Friday");
assert((await compare({ text, article }, { text: later, article: await parse(later) })).facts.length > 0);

const records = [
  text,
  { id: "b", text, published: "2022-05-04" },
  { id: "c", text, published: "May" },
  { id: "d" },
  ...Array.from({ length: 40 }, (_, id) => ({ id, text: text.repeat(1 + (id % 3)) })),
];

async function all(answers) {
  const found = [];
  for await (const answer of answers) found.push(answer);
  return found;
}

// in place and in workers: the same, in order
const reader = await open({ workers: 2 });
assert(reader.inWorker);
assert.deepEqual(await reader.parse(text, { published: "2022-05-04" }), article);
const told = [];
const here = await all(parseMany(records, { progress: ({ done, total }) => told.push([done, total]) }));
assert.deepEqual(await all(reader.parseMany(records)), here);
assert.deepEqual(told, records.map((_, index) => [index + 1, records.length]));
assert.deepEqual(here.map(({ id }) => id), [0, "b", "c", "d", ...Array(40).keys()]);
assert.deepEqual({ id: "b", ...article }, here[1]);
assert.match(here[2].error, /ISO 8601/);
assert.match(here[3].error, /expected a string/);

// endless, given up, left
let taken = 0;
async function* endless() {
  try {
    for (;;) {
      taken++;
      yield text;
    }
  } finally {
    taken = -taken;
  }
}
for (const read of [parseMany, (...call) => reader.parseMany(...call)]) {
  taken = 0;
  let count = 0;
  for await (const _ of read(endless())) if (++count === 5) break;
  assert(taken <= -5 && taken >= -12, `as many as are needed: ${taken}`);
  const controller = new AbortController();
  const answers = read(endless(), { signal: controller.signal });
  await answers.next();
  controller.abort(new Error("enough"));
  await assert.rejects(all(answers), /enough/);
}
// an answer is there before the next record is asked for
let release;
const slow = (async function* () {
  yield text;
  await new Promise((resolve) => (release = resolve));
})();
const answers = reader.parseMany(slow);
assert.equal((await answers.next()).value.id, 0);
release();
assert((await answers.next()).done);

reader.close();
await assert.rejects(reader.parse(text), { name: "InvalidStateError" });
await assert.rejects(open({ workers: -1 }), /number of workers/);

// one that nobody closed does not keep Node alive
await (await open({ workers: 1 })).parse(text);
console.log("done");
