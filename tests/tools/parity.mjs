// Thousands of generated articles, a JSON string a line of the file named: the module of dist/ and the command line, which
// NUTGRAF names, give the same value for each, in every unit. `cargo xtask parity` runs it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { initSync, parse } from "../../dist/pkg/nutgraf.js";

initSync({ module: readFileSync(new URL("../../dist/pkg/nutgraf_bg.wasm", import.meta.url)) });
const texts = readFileSync(process.argv[2], "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
// what the caller knows, by turns
const published = [undefined, "2022-05-03", undefined, "2024-02-29T23:59:00+13:00"];
const records = texts.map((text, id) => ({ id, text, published: published[id % published.length] }));

for (const offsets of ["utf16", "utf8", "codepoint"]) {
  const native = spawn(process.env.NUTGRAF, ["--jsonl", "--offsets", offsets], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(native, "close");
  native.stdin.end(records.map((record) => JSON.stringify(record) + "\n").join(""));
  let index = 0;
  for await (const line of createInterface({ input: native.stdout })) {
    const { id, text, published } = records[index++];
    const value = JSON.parse(JSON.stringify(parse(text, { offsets, published })));
    assert.deepEqual({ id, ...value }, JSON.parse(line), `${offsets} of ${id}: ${text}`);
  }
  assert.equal(index, records.length);
  assert.equal((await ended)[0], 0);
  console.log(`${offsets}: ${index} articles, ${bytes} bytes, the same from both`);
}
