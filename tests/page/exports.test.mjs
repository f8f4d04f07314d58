// What readers take away, where the page's policy holds: loaded when first asked for, and kept for use without a network.

import assert from "node:assert/strict";
import { test } from "node:test";
import { address, open } from "./harness.mjs";

const module = new URL("pkg/exports.js", address).href;
const taking = /\/pkg\/(exports\.js|take\.js|take_bg\.wasm)$/;

/** Writes a text in two formats, and compares it with another version. */
const take = async (module) => {
  const { default: init, parse } = await import(new URL("nutgraf.js", module));
  await init();
  const { exportAs, compare } = await import(module);
  const read = (text) => ({ text, article: parse(text) });
  const story = read("Ferry resumes\n\nSome 300 boats sail again, the mayor said.");
  const later = read("Ferry resumes\n\nSome 400 boats sail again, the mayor said.");
  const [text, numbers] = await Promise.all([exportAs(story, "text"), exportAs(story, "numbers.csv")]);
  return { text, numbers, facts: (await compare(story, later)).facts };
};

test("a visit loads nothing of it; the first use loads it once, and later ones work without a network", async (t) => {
  const { page, context, log } = await open(t);
  // the service worker keeps it, afterwards; the page itself has no use for it yet
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.deepEqual(loaded.filter((url) => taking.test(url)), []);
  const { text, numbers, facts } = await page.evaluate(take, module);
  assert.equal(text, "Ferry resumes\n\nSome 300 boats sail again, the mayor said.\n");
  assert.match(numbers, /^number,as written,.*\r\n1,Some 300 boats,300,/);
  assert.deepEqual(facts.map(({ what, change, after }) => [what, change, after.text]), [["number", "changed", "Some 400 boats"]]);
  await page.evaluate(take, module);
  // through the service worker a file is asked for twice: by the page, and by the worker
  const asked = new Set(log.requests.filter(({ url }) => taking.test(url)).map(({ url }) => url));
  assert.equal(asked.size, 3);
  await context.setOffline(true);
  await page.reload();
  assert.equal((await page.evaluate(take, module)).text, text);
});
