// Who is quoted, and what a reader takes away: a quote with its attribution, the story in the formats that others read.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { findings, kept, paste, settled, takeSample } from "./reader.mjs";

const STORY = `Harbour to close for a month as ferry repairs begin

By Lena Moor
Published 4 May 2023

PORT ELDER, May 4, 2023 (ANN) - The harbour will close for a month while the old quay is repaired for the first time since the storm.

“We waited for this longer than any of us would like to remember,” Mayor Ines Maro said. “It is time, and the islanders know it.”

“Nobody asked us,” said Jonas Verrick, chief executive of Elder Lines. “We heard of it on the radio.”

Verrick believes the closure will cost the line a third of its summer trade.

Elder Harbour Trust declined to comment.

“It will be a long month,” said Ruth Hale, the harbour master.
`;

const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };
const quotes = (page) => page.locator("#quotes .row");
const source = (page, name) => page.locator("#quotes .speaks", { hasText: name });

async function withStory(t, options) {
  const opened = await open(t, options);
  await paste(opened.page, { "text/plain": STORY });
  await opened.page.locator("#story .block").first().waitFor();
  await settled(opened.page);
  await findings(opened.page, "Quotes");
  return opened;
}

const takings = (page) => page.getByRole("dialog", { name: "Take away" });

async function takeAway(page) {
  await page.getByRole("button", { name: "Take away" }).click();
  await takings(page).waitFor();
  return takings(page);
}

test("sources are listed with their share, and one of them alone can be read", async (t) => {
  const { page } = await withStory(t);
  const all = await quotes(page).count();
  assert.match(await source(page, "Ines Maro").innerText(), /Mayor[^]*2 quotes, \d+ %|2 quotes, \d+ %[^]*Mayor/);
  const shares = await page.locator("#quotes .speaks .share").allInnerTexts();
  const sum = shares.reduce((sum, words) => sum + Number(words.match(/(\d+) %/)[1]), 0);
  assert(Math.abs(sum - 100) <= shares.length, `the shares make a whole: ${shares}`);
  await source(page, "Ines Maro").click();
  assert.equal(await source(page, "Ines Maro").getAttribute("aria-pressed"), "true");
  assert.equal(await quotes(page).count(), 2);
  for (const row of await quotes(page).all()) assert.match(await row.innerText(), /Ines Maro/);
  assert(await source(page, "Ines Maro").evaluate((button) => button === document.activeElement), "the keyboard stays");
  // what the story leads to is shown, whoever was chosen
  await page.locator("#story a.tag").last().click();
  assert.equal(await quotes(page).count(), all);
  assert.match(await page.evaluate(() => document.activeElement.closest(".row").innerText), /a long month/);
});

test("what is only held is folded, and who did not comment is listed", async (t) => {
  const { page } = await withStory(t);
  const held = page.locator("#quotes details.held");
  assert.match(await held.locator("summary").innerText(), /Held, not said: 1/);
  assert(!(await held.getByText("the closure will cost").isVisible()));
  await held.locator("summary").click();
  assert(await held.getByText("the closure will cost").isVisible());
  // a tick redraws nothing, a chosen source redraws all: the fold stays as it was
  await source(page, "Jonas Verrick").click();
  assert(await held.evaluate((fold) => fold.open));
  const none = page.locator("#quotes .declined-list");
  assert.match(await none.innerText(), /No comment[^]*declined to comment/);
  await none.locator(".jump").click();
  assert.match(await page.locator("#story .declined.flash").first().innerText(), /declined to comment/);
});

test("a quote is copied with its attribution", async (t) => {
  const { page } = await withStory(t, clipboard);
  await page.getByRole("button", { name: /^Copy with its attribution: “We waited/ }).click();
  await page.locator("#notice", { hasText: "Copied with its attribution" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, "“We waited for this longer than any of us would like to remember,” — Ines Maro, Mayor\n" +
    "“Harbour to close for a month as ferry repairs begin”, ANN, 4 May 2023");
});

test("the story is saved in every format there is", async (t) => {
  const { page } = await withStory(t);
  const list = await takeAway(page);
  const buttons = await list.locator("[data-way=file]").all();
  assert.equal(buttons.length, 16);
  for (const button of buttons) {
    const format = await button.getAttribute("data-format");
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    const written = await readFile(await download.path(), "utf8");
    const name = download.suggestedFilename();
    assert(name.startsWith("harbour-to-close-for-a-month"), name);
    assert.match(written, format === "json" ? /"text": "Harbour to close/ : /Harbour to close|Ines Maro|4 May 2023|2023-05-04|a third/, format);
    await list.locator(".taken", { hasText: `Saved as ${name}.` }).waitFor();
    // browsers take ten files a second from a page
    await page.waitForTimeout(150);
  }
  await list.getByRole("button", { name: "Close" }).click();
  assert(!(await list.isVisible()));
});

test("a table is copied as a table, and text as text", async (t) => {
  const { page } = await withStory(t, clipboard);
  const list = await takeAway(page);
  const read = (type) => page.evaluate(async (type) => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType(type)).text();
  }, type);
  await list.getByRole("button", { name: "Copy: Quotes" }).click();
  await list.locator(".taken", { hasText: "Copied as a table" }).waitFor();
  const [head, ...rows] = (await read("text/plain")).trim().split("\n").map((line) => line.split("\t"));
  assert(rows.every((row) => row.length === head.length), "every row has all cells");
  assert(rows.some((row) => row.includes("Ines Maro")));
  assert.match(await read("text/html"), /<table>[^]*<td>Ines Maro<\/td>/);
  await list.getByRole("button", { name: "Copy: Clean text" }).click();
  await list.locator(".taken", { hasText: /^Copied\.$/ }).waitFor();
  const text = await read("text/plain");
  assert(text.startsWith("Harbour to close") && !text.includes("Published 4 May"), text);
});

test("taking away asks for the page's own code alone, and sends nothing", async (t) => {
  const { page, log } = await open(t);
  await takeSample(page);
  const before = log.requests.length;
  const list = await takeAway(page);
  const save = list.getByRole("button", { name: "Save: Markdown" });
  await Promise.all([page.waitForEvent("download"), save.click()]);
  const asked = log.requests.slice(before).filter(({ url }) => !url.startsWith("blob:"));
  assert.deepEqual([...new Set(asked.map(({ method }) => method))], ["GET"]);
  for (const { url } of asked) assert.match(url, /\/(www\/take\.js|pkg\/(exports|take)\.js|pkg\/take_bg\.wasm)$/);
});

test("a story is taken away without a network", async (t) => {
  const { page, context } = await open(t, { faults: true });
  await takeSample(page);
  await kept(page);
  await context.setOffline(true);
  const list = await takeAway(page);
  const save = list.getByRole("button", { name: "Save: Markdown" });
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  assert.match(await readFile(await download.path(), "utf8"), /^# /m);
});

test("the list of formats and of sources can be used by everybody", async (t) => {
  for (const options of [{}, { viewport: { width: 360, height: 740 }, hasTouch: true, colorScheme: "dark" }]) {
    const { page } = await withStory(t, options);
    assert.deepEqual(await accessibilityFaults(page), []);
    if (options.viewport) await page.keyboard.press("Escape");
    await takeAway(page);
    assert.deepEqual(await accessibilityFaults(page), []);
    const wide = await takings(page).evaluate((dialog) => dialog.scrollWidth > dialog.clientWidth);
    assert(!wide, "nothing is cut off");
  }
});
