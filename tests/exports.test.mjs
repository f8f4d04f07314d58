// What readers take away is the same from the second module and from the command line, byte for byte.
//
// `cargo xtask test parity` names the command line's program in the variable NUTGRAF; the modules are those of dist/,
// optimised as they are shipped.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { initSync as initReading, parse } from "../dist/pkg/nutgraf.js";
import { initSync as initTaking } from "../dist/pkg/take.js";
import { checkPatterns, exportAs, formats, patternsFromCsv, patternsToCsv, search } from "../dist/pkg/exports.js";

const top = new URL("../", import.meta.url);
const wasm = (name) => ({ module: readFileSync(new URL(`dist/pkg/${name}`, top)) });
initReading(wasm("nutgraf_bg.wasm"));
initTaking(wasm("take_bg.wasm"));

const all = await formats();
const folder = mkdtempSync(join(tmpdir(), "nutgraf-exports-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

/** What the command line writes. */
function native(args, input) {
  const { status, stdout, stderr } = spawnSync(process.env.NUTGRAF, args, { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** Fails where a document, or a text with its breakdown, is written otherwise by the two in any format. */
async function assertSame(text, kept = {}, what = "") {
  const document = { text, article: parse(text, { corrections: kept.corrections }), ...kept };
  let args = [];
  if (kept.ticks || kept.corrections) {
    const file = join(folder, "document.json");
    writeFileSync(file, JSON.stringify({ schema: "nutgraf-document/1", text, ...kept }));
    args = ["--corrections", file];
  }
  for (const { name } of all) {
    assert.equal(await exportAs(document, name), native([...args, "--format", name], text), `${name} of ${what}`);
  }
}

test("the formats are those of the command line", () => {
  assert.equal(all.length, 16);
  const help = native(["--help"]);
  for (const { name, mediaType, ending } of all) {
    assert.match(help, new RegExp(`\\b${name.replace(".", "\\.")}\\b`));
    assert.match(`${mediaType} ${ending}`, /^[a-z]+\/[a-z.+-]+(;charset=utf-8)? [a-z.]+$/);
  }
});

const story = readFileSync(new URL("tests/exports/pasted.txt", top), "utf8");

test("a document with corrections and ticks", async () => {
  const saved = readFileSync(new URL("tests/exports/story.nutgraf.json", top), "utf8");
  const { corrections, ticks } = JSON.parse(saved);
  await assertSame(story, { corrections, ticks }, "the story");
  assert.equal(await exportAs(saved, "json"), saved);
  for (const { name, ending } of all) {
    assert.equal(await exportAs(saved, name), readFileSync(new URL(`tests/exports/story.${ending.replace(/^md$/, "markdown")}`, top), "utf8"), name);
  }
});

test("articles", async () => {
  const fixtures = new URL("tests/fixtures/", top);
  const names = readdirSync(fixtures, { recursive: true }).filter((name) => /(^|[/\\])article\.txt$/.test(name));
  assert(names.length > 0);
  for (const name of names.filter((_, index) => index % 4 === 0)) {
    await assertSame(readFileSync(new URL(name.replaceAll("\\", "/"), fixtures), "utf8"), {}, name);
  }
});

test("hostile texts", async () => {
  for (const text of ["", "\0", "\ufeffFerry\r\n]]> 𝒩 <b>&amp;\uffff\n\n“=1+1,” Ada Quill said of 1.7976931348623157e308 km and 0.1 + 0.2 million dollars."]) {
    await assertSame(text, {}, JSON.stringify(text));
  }
});

test("half of a surrogate pair stands as U+FFFD", async () => {
  const text = "Ferry \ud800 resumes";
  assert.equal(await exportAs({ text, article: parse(text) }, "text"), "Ferry \ufffd resumes\n");
});

test("what is no document, and no format, is refused with a reason", async () => {
  const article = parse(story);
  for (const [document, format, said] of [
    [{ text: story, article }, "docx", /^`format`: expected json, markdown, .* or csl, found "docx"$/],
    ["{", "text", /^`document`: EOF/],
    [{ text: story }, "text", /^`document`: missing field `article`/],
    [{ text: "another", article }, "text", /^`document`: expected the text that was read/],
  ]) {
    await assert.rejects(exportAs(document, format), (error) => error instanceof Error && said.test(error.message));
  }
});

test("a search finds what reading marks, and lists of patterns come and go", async () => {
  for (const pattern of [{ find: "the" }, { find: "[A-Z]\\w+", kind: "regex", case: true }, { find: "a", whole: true }, { find: "𝒩" }]) {
    const text = `𝒩 ${story}`;
    const { places, whole } = await search(text, pattern);
    const marks = parse(text, { marks: [{ name: "x", ...pattern }] }).marks ?? [];
    assert.deepEqual(places, marks.map(({ start, end }) => ({ start, end })));
    assert(whole && (places.length > 0));
  }
  await assert.rejects(search(story, { find: "(", kind: "regex" }), /^Error: the bracket \( is not closed, at character 1$/);
  const patterns = [{ name: "=a", find: "'=b", kind: "words", whole: true }, { name: "c", find: "d+", kind: "regex", remark: "e" }];
  assert.deepEqual(await checkPatterns(patterns), patterns);
  const csv = await patternsToCsv(patterns);
  assert.equal(csv, "name,find,kind,case,whole,remark\r\n'=a,''=b,words,,yes,\r\nc,d+,regex,,,e\r\n");
  assert.deepEqual(await patternsFromCsv(`${csv},x,,,,\r\n`), { patterns, bad: ["row 4: the name is empty"] });
  await assert.rejects(checkPatterns([{ find: "x" }]), /^Error: missing field `name`$/);
});
