// The module that the page loads and the command line give the same value, text for text.
//
// `cargo xtask test parity` names the command line's program in the variable NUTGRAF; the module is
// that of dist/, optimised as it is shipped.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { initSync, parse } from "../dist/pkg/nutgraf.js";

const top = new URL("../", import.meta.url);
initSync({ module: readFileSync(new URL("dist/pkg/nutgraf_bg.wasm", top)) });

/** The command line's answers to `records`. */
function native(records, offsets, more = []) {
  const { status, stdout, stderr } = spawnSync(process.env.NUTGRAF, ["--jsonl", "--offsets", offsets, ...more], {
    input: records.map((record) => JSON.stringify(record) + "\n").join(""),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  assert.equal(status, 0, stderr);
  return stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
}

/** Fails at the first of `records` for which the two differ, in any of `units`. */
function assertSame(records, units = ["utf16", "utf8", "codepoint"]) {
  assert(records.length > 0);
  for (const offsets of units) {
    const answers = native(records, offsets);
    assert.equal(answers.length, records.length);
    for (const [index, { id, text, url, published, dateOrder, corrections }] of records.entries()) {
      // what a key stands for must be there, or not, in both: through JSON, where absent is absent
      const value = JSON.parse(JSON.stringify(parse(text, { offsets, url, published, dateOrder, corrections })));
      assert.deepEqual({ id, ...value }, answers[index], `${offsets} of ${id}`);
    }
  }
}

const fixtures = new URL("tests/fixtures/", top);
const articles = readdirSync(fixtures, { recursive: true })
  .filter((name) => /(^|[/\\])article\.txt$/.test(name))
  .map((name) => ({ id: name, text: readFileSync(new URL(name.replaceAll("\\", "/"), fixtures), "utf8") }));

test("articles", () => {
  assertSame(articles);
});

test("articles with what the caller knows", () => {
  const published = ["2022-05-03", "2024-02-29T23:59:00+13:00", "2022", "20220503T0830Z"];
  assertSame(articles.map((article, i) => ({ ...article, url: "http://www.example.com/a?b", published: published[i % 4], dateOrder: ["dmy", "mdy"][i % 2] })));
});

test("articles with corrections", () => {
  const records = articles.flatMap(({ id, text }) => {
    const { blocks, entities, quotes, times, quantities } = parse(text);
    const at = ({ start, end }) => ({ start, end, words: text.slice(start, end), before: text.slice(Math.max(0, start - 9), start) });
    const corrections = [
      ...blocks.slice(0, 3).map((block, i) => ({ change: "role", at: at(block), role: ["headline", "byline", "timestamp"][i] })),
      ...entities.slice(0, 2).map((entity) => ({ change: "entity", at: at(entity.mentions[0]), kind: "place" })),
      ...quotes.slice(0, 2).map((quote) => ({ change: "speaker", at: at(quote), speaker: { name: "a captain" } })),
      ...times.slice(0, 2).map((time) => ({ change: "time", at: at(time), value: "2022-05-03" })),
      ...quantities.slice(0, 2).map((quantity) => ({ change: "quantity", at: at(quantity), value: 2.5, unit: "boats" })),
      ...quotes.slice(2, 3).map((quote) => ({ change: "remove", at: at(quote), item: "quote" })),
      { change: "published", value: "2022-05-04" },
      { change: "split", at: { start: 0, end: 7, words: "nowhere" } },
    ];
    // in JSON as it is written, and made of the text before an edit
    return [{ id, text, corrections }, { id: `${id} edited`, text: `New words.\n\n${text}`, corrections }];
  });
  // places are in UTF-16
  assertSame(records, ["utf16"]);
});

test("articles with a reader's own patterns", () => {
  const marks = [
    { name: "said", find: "said", case: true, whole: true, remark: "a cue" },
    { name: "figures", find: "[0-9]+(\\.[0-9]+)?", kind: "regex" },
    { name: "two words", find: "the \\w+", kind: "regex", whole: true },
    { name: "é", find: "“", kind: "words" },
  ];
  const list = join(mkdtempSync(join(tmpdir(), "nutgraf-")), "marks.json");
  writeFileSync(list, JSON.stringify(marks));
  let found = 0;
  for (const offsets of ["utf16", "utf8", "codepoint"]) {
    const answers = native(articles, offsets, ["--marks", list]);
    for (const [index, { id, text }] of articles.entries()) {
      const value = JSON.parse(JSON.stringify(parse(text, { offsets, marks })));
      found += value.marks?.length ?? 0;
      assert.deepEqual({ id, ...value }, answers[index], `${offsets} of ${id}`);
    }
  }
  assert(found > 1000, `${found}`);
});

test("what the caller gives and nobody can read", () => {
  for (const [options, said] of [
    [{ published: "May 3, 2023" }, "`published`: expected an ISO 8601 date such as 2016-09-05, found \"May 3, 2023\""],
    [{ published: "2023-02-30" }, "2023-02-30"],
    [{ marks: [{ name: "a", find: "x" }, { name: "b", find: "(", kind: "regex" }] }, "`marks`: 2: the bracket ( is not closed, at character 1"],
    [{ marks: [{ find: "x" }] }, "`marks`: 1: expected a string as `name`"],
    [{ marks: "x" }, "expected an array as `marks`, found a string"],
    [{ dateOrder: "ymd" }, "`dateOrder`: expected dmy or mdy, found \"ymd\""],
  ]) {
    assert.throws(() => parse("Ferry resumes", options), (error) => error instanceof Error && error.message.includes(said));
  }
});

test("articles cut short anywhere", () => {
  // a step that shares no factor with line lengths, so that cuts fall everywhere, also inside surrogate pairs
  assertSame(
    articles.flatMap(({ id, text }) => {
      const cuts = [];
      for (let end = 1; end < text.length; end += 997) {
        cuts.push({ id: `${id} to ${end}`, text: text.slice(end % 13, end).toWellFormed() });
      }
      return cuts;
    }),
  );
});

test("hostile texts", () => {
  const texts = [
    "",
    " \r\n\t\u00a0\u3000\n",
    "\0",
    "\ufeff\ufeffFerry\r\n\r\n\ufeff",
    "a\u0301\u200d\u200b\u202e𝒩👩🏽‍🚀\uffff\u{10ffff}",
    "\u2028\u2029\u0085\u000b\u000c",
    "“".repeat(500),
    "“\n\n”\n\n".repeat(200),
    "“A,” he said, “b.” ".repeat(300),
    ". ".repeat(2000),
    "A.B.C.".repeat(500),
    "-".repeat(3000),
    "\n".repeat(3000),
    "ẞẛİıǅﬁ Ǆ ΑΣ ΣΑΣ",
    "٣٤٥ people, ½ of ⅷ, ² km",
    // numbers at the edge of what a double, and a 32 bit machine, can hold
    ...["4294967295", "4294967296", "9007199254740991", "9007199254740993", "18446744073709551615", "18446744073709551616"].flatMap(
      (number) => [number, `${number}\n\nFerry resumes\n\nAbout ${number} people and $${number} million came.`, `${number}K`],
    ),
    "9".repeat(400),
    `0.${"0".repeat(400)}1 per cent, 1e400 people, 1.7976931348623157e308 km, 5e-324 m, -0 C, 0.1 + 0.2 million dollars`,
    "1.1 million, 2.3bn, 4.35 per cent, 0.57 trillion, 1,234,567.89 euros, 33.33 million",
    "On February 30, 2019, on 31/02/2021, in 99999, on day 0, at 25:61, in the 0000s, two million years ago, 99999999999 days later",
    "http://www.example.com/" + "a".repeat(5000),
    "By " + "A. ".repeat(1000),
    "PORT ELDER, Sept. 31 (Reuters) (AFP) (AP) – – — - ",
  ];
  assertSame(texts.map((text, id) => ({ id, text })));
});

test("a long line", () => {
  assertSame([{ id: 1, text: "“Boats sail again,” Mayor Ana Costa said on Tuesday. ".repeat(4000) }]);
});

const real = new URL("../shared/data/", top);
const sets = ["wire/dev.jsonl", "layout/dev.jsonl", "quotes/dev.jsonl", "times/dev.jsonl"]
  .map((name) => new URL(name, real))
  .filter((file) => existsSync(file));

// where they lie beside the repository, which may not hold them
test("real articles", { skip: sets.length === 0 && "no real articles in ../shared/data" }, () => {
  for (const file of sets) {
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const records = lines.map((line) => JSON.parse(line)).map(({ id, text, published }) => ({ id, text, published }));
    assertSame(records, ["utf16"]);
  }
});
