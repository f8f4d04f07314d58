// What a reader does first, in another engine: paste, type, take the sample, go offline.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open, paste, shows, started } from "../page/firefox-harness.mjs";

const STORY = `<h1>Harbour bridge to close for a week</h1><p>By Ines Maro</p>
<p>PORT ELDER, May 3 — The bridge over the harbour will <b>close</b> on Monday, the town said.</p><script>globalThis.ran = 1</script>
<p>“We waited twelve weeks for this,” said Mayor Ada Quill.</p>`;

test("a copied page is read, and asks nobody", async (t) => {
  const { page, log } = await open(t);
  const before = log.requests.length;
  await paste(page, STORY);
  await shows(page, "will close on Monday");
  assert.match(await page.$eval("#panels", (panels) => panels.textContent), /Ada Quill/);
  assert.equal(await page.$eval("#story .headline", (headline) => headline.textContent), "Harbour bridge to close for a week");
  assert.deepEqual(log.requests.slice(before).filter(({ url }) => !url.startsWith("data:")), []);
});

test("a paste anywhere on the page is read", async (t) => {
  const { page } = await open(t);
  await paste(page, STORY, "#story");
  await shows(page, "will close on Monday");
});

test("typed words are read", async (t) => {
  const { page } = await open(t);
  await page.focus("#paste");
  await page.keyboard.type("Ferry resumes. Boats sail again on Monday.");
  await shows(page, "Boats sail again on");
});

test("the sample is read, on a narrow screen too", async (t) => {
  const { page, log } = await open(t, { viewport: { width: 360, height: 740 } });
  const before = log.requests.length;
  await page.$eval("[data-do=sample]", (button) => button.click());
  await shows(page, "PORT ELDER");
  assert.deepEqual(log.requests.slice(before), []);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert(overflow <= 0, `${overflow} px too wide`);
});

test("the page opens and reads without a network", async (t) => {
  // an answer that does not come is what this is about
  const { page, address, log, cut } = await open(t, { faults: true });
  cut();
  await assert.rejects(fetch(address), "the line is cut");
  await page.reload({ waitUntil: "load" });
  await started(page);
  await paste(page, STORY);
  await shows(page, "will close on Monday");
  assert.deepEqual(log.errors, []);
});
