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

test("a long text is read in the worker", async (t) => {
  const { page } = await open(t);
  await page.evaluate(() => {
    globalThis.sent = 0;
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (...message) {
      globalThis.sent += 1;
      return postMessage.apply(this, message);
    };
  });
  const paragraphs = Array.from({ length: 600 }, (_, at) => `<p>Boats carried ${at + 5000} people over the strait, the town said.</p>`);
  await paste(page, `<h1>Ferries sail again</h1>${paragraphs.join("")}<p>The last boat came late.</p>`);
  await shows(page, "The last boat came late");
  assert((await page.evaluate(() => globalThis.sent)) > 0);
  assert.equal(await page.$eval("#tab-numbers .count", (count) => count.textContent), "600");
});

test("a name is corrected, ticked, and both undone", async (t) => {
  const { page } = await open(t);
  await paste(page, STORY);
  await shows(page, "will close on Monday");
  await page.$eval("#tab-names", (tab) => tab.click());
  const row = "#names .row[data-ref='e0']";
  const name = await page.$eval(`${row} .jump`, (jump) => jump.textContent);
  await page.locator(`${row} .correct-this`).click();
  await page.waitForSelector("#correct[open] #fix-name");
  await page.$eval("#fix-name", (field) => { field.value = "Somebody Else"; });
  await page.locator("#correct .fix-save").click();
  await page.waitForFunction(() => document.getElementById("names").textContent.includes("Somebody Else"));
  await page.waitForSelector("#correct:not([open])");
  await page.locator(`${row} [type=checkbox]`).click();
  await page.waitForSelector("#story a.ticked");
  for (let times = 0; times < 2; times++) await page.locator("#undo").click();
  await page.waitForFunction((name) => document.querySelector("#names .row[data-ref='e0'] .jump").textContent === name, {}, name);
  assert.equal(await page.$("#story a.ticked"), null);
});

test("keys lead through the story", async (t) => {
  const { page } = await open(t);
  await paste(page, STORY);
  await shows(page, "will close on Monday");
  await page.focus("#story");
  await page.keyboard.press("q");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.ref), "q0");
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await page.evaluate(() => document.activeElement.dataset.ref), "q0");
  await page.keyboard.press("?");
  await page.waitForSelector("#keys[open]");
  await page.keyboard.press("Escape");
  await page.waitForSelector("#keys:not([open])");
});
