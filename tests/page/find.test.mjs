// Searching in the story and the lists, and marks of the reader's own.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { drop, findings, inView, kept, pasteRaw, settled, storyText } from "./reader.mjs";

const STORY = `Harbour to close for a month as ferry repairs begin

By Lena Moor
Published 4 May 2023

PORT ELDER, May 4, 2023 (ANN) - The harbour will close for a month while the old quay is repaired, the court ruled in case 118/2023. Fares rise by four percent.

“We waited for this,” Mayor Ines Maro said. “Percent is one word here, and the fer\u00adry is late.”

“Nobody asked us,” said Jonas Verrick, chief executive of Elder Lines, of case 7/2022. The ferry waits.
`;

async function withStory(t, options) {
  const opened = await open(t, options);
  await pasteRaw(opened.page, { "text/plain": STORY });
  await opened.page.locator("#story .block").first().waitFor();
  await settled(opened.page);
  return opened;
}

const bar = (page) => page.getByRole("search");
const field = (page) => page.getByLabel("Find in story and lists");
const found = (page) => page.locator("#find .found");
const wrong = (page) => page.locator("#find-wrong");
const list = (page) => page.getByRole("dialog", { name: "Your marks" });
const own = (page) => page.locator("#story .own");

async function find(page, words) {
  if (!(await bar(page).isVisible())) await page.keyboard.press("/");
  await field(page).fill(words);
}

/** The words that are highlighted, and those that one is at. */
const lit = (page) =>
  page.evaluate(() => ["found", "found-here"].map((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString())));

async function says(locator, words) {
  await locator.filter({ hasText: words }).waitFor({ timeout: 5000 }).catch(async () => assert.match(await locator.innerText(), words));
}

async function keep(page, words, name, remark, regex) {
  await find(page, words);
  const expression = page.getByRole("button", { name: "Regular expression" });
  if (((await expression.getAttribute("aria-pressed")) === "true") !== Boolean(regex)) await expression.click();
  await page.getByRole("button", { name: "Keep as a mark" }).click();
  await page.getByLabel("Name of the mark").fill(name);
  await page.getByLabel("Remark to show, or nothing").fill(remark);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await says(page.locator("#find .told"), /Kept|there already/);
  await settled(page);
}

test("what is typed is found, gone to by Enter, and leaves its rows in the lists", async (t) => {
  const { page } = await withStory(t, { viewport: { width: 1280, height: 500 } });
  await findings(page, "Names");
  const rows = page.locator("#names .row:visible");
  const all = await rows.count();
  await find(page, "ferry");
  assert(await field(page).evaluate((input) => input === document.activeElement));
  await says(found(page), /3 matches/);
  assert.deepEqual(await lit(page), [["ferry", "fer\u00adry", "ferry"], []]);
  await page.keyboard.press("Enter");
  await says(found(page), /1 of 3/);
  await page.keyboard.press("Shift+Enter");
  await says(found(page), /3 of 3/);
  assert.deepEqual((await lit(page))[1], ["ferry"]);
  await page.waitForTimeout(600);
  assert(await inView(page.locator("#story .block").last()));
  await page.keyboard.press("Enter");
  await says(found(page), /1 of 3/);
  await find(page, "maro");
  await says(found(page), /1 match, [1-9]/);
  await page.waitForFunction((all) => [...document.querySelectorAll("#names .row")].filter((row) => row.offsetParent).length < all, all);
  assert.match(await rows.first().innerText(), /Ines Maro/);
  await page.keyboard.press("Escape");
  assert(!(await bar(page).isVisible()));
  assert.equal(await rows.count(), all);
  assert.deepEqual(await lit(page), [[], []]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Find");
});

test("case, whole words, expressions, and what is wrong with one in plain words", async (t) => {
  const { page } = await withStory(t);
  await find(page, "percent");
  await says(found(page), /2 matches/);
  await page.getByRole("button", { name: "Case counts" }).click();
  await says(found(page), /1 match/);
  await find(page, "he");
  await page.getByRole("button", { name: "Whole words" }).click();
  await says(found(page), /No match/);
  await page.getByRole("button", { name: "Whole words" }).click();
  await page.getByRole("button", { name: "Regular expression" }).click();
  await find(page, "[0-9]+/[0-9]{4}");
  await says(found(page), /2 matches/);
  await find(page, "([0-9]+");
  await says(wrong(page), /^The bracket \( is not closed, at character 1\.$/);
  assert.equal(await field(page).getAttribute("aria-describedby"), "find-wrong");
  for (const [pattern, words] of [
    ["(a+)+$", /match/],
    ["a".repeat(10_001), /longer than 10000/],
    ["((a{1,100}){1,100}){1,100}", /takes too much/],
  ]) {
    await find(page, pattern);
    await says(page.locator("#find"), words);
  }
  await find(page, "");
  await says(wrong(page), /^$/);
});

test("what the text becomes is searched, too", async (t) => {
  const { page } = await withStory(t);
  await find(page, "percent");
  await says(found(page), /2 matches/);
  await pasteRaw(page, { "text/plain": "Fares\n\nA percent here, said the mayor of Port Elder on Tuesday.\n" });
  await says(found(page), /1 match/);
});

test("a kept mark shows in the story with name and remark, in a list, and after a reload", async (t) => {
  const { page } = await withStory(t, { viewport: { width: 1280, height: 800 } });
  const text = await storyText(page);
  await keep(page, "percent", "our style: per cent", "two <words>");
  await own(page).first().waitFor();
  assert.deepEqual(await own(page).allInnerTexts(), ["percent", "Percent"]);
  assert.equal(await storyText(page), text);
  await own(page).first().hover();
  assert.match(await page.locator("#tip").innerText(), /our style: per cent\s+two <words>/);
  await findings(page, "Parts");
  const marks = page.locator("#parts .own-marks");
  assert.match(await marks.innerText(), /our style: per cent 2[^]*two <words>/);
  await marks.locator(".jump").last().click();
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "Percent");
  assert.match(await page.locator("#tip").innerText(), /two <words>/);
  await page.reload();
  await own(page).nth(1).waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => localStorage.getItem("nutgraf-marks")), null);
  // marks of every story
  await pasteRaw(page, { "text/plain": "Fares\n\nTen percent, said the mayor of Port Elder on Tuesday.\n" });
  // the story before has two, until the new one is read
  await page.locator("#story", { hasText: "Ten percent" }).waitFor();
  await settled(page);
  assert.deepEqual(await own(page).allInnerTexts(), ["percent"]);
});

test("a ring that a mark crosses stays one ring", async (t) => {
  const { page } = await withStory(t);
  await keep(page, "rise by four", "style", "");
  await own(page).first().waitFor();
  const ring = page.locator("#story .m.number", { hasText: /^four$|^\s*percent$/ });
  assert.deepEqual(await ring.allInnerTexts(), ["four", " percent"]);
  const edges = await ring.evaluateAll((pieces) =>
    pieces.map((piece) => {
      const { borderLeftWidth, borderRightWidth, borderTopRightRadius, borderTopLeftRadius, borderTopWidth } = getComputedStyle(piece);
      return [borderLeftWidth, borderTopLeftRadius, borderRightWidth, borderTopRightRadius].map((width) => width !== "0px").concat(borderTopWidth !== "0px");
    }),
  );
  assert.deepEqual(edges, [[true, true, false, false, true], [false, false, true, true, true]]);
});

test("a mark is turned off, changed, deleted and brought back", async (t) => {
  const { page } = await withStory(t);
  await keep(page, "percent", "style", "");
  await keep(page, "percent", "style", "");
  await keep(page, "[0-9]+/[0-9]{4}", "case numbers", "check the court's list", true);
  await page.waitForFunction(() => document.querySelectorAll("#story .own").length === 4);
  await page.getByRole("button", { name: /^Your marks/ }).click();
  const rows = list(page).getByRole("listitem");
  assert.equal(await rows.count(), 2);
  await says(rows.nth(1), /case numbers 2[^]*expression/);
  await page.getByLabel("Show style").uncheck();
  await page.waitForFunction(() => document.querySelectorAll("#story .own").length === 2);
  await page.getByLabel("Show style").check();
  await page.getByRole("button", { name: "Change style" }).click();
  await page.getByLabel("Find", { exact: true }).fill("(");
  await page.getByRole("checkbox", { name: "Regular expression" }).check();
  await list(page).getByRole("button", { name: "Save", exact: true }).click();
  await says(list(page).getByRole("alert"), /The bracket \( is not closed, at character 1\./);
  await page.getByLabel("Find", { exact: true }).fill("four percent");
  await list(page).getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForFunction(() => document.querySelectorAll("#story .own").length === 3);
  await page.getByRole("button", { name: "Delete case numbers" }).click();
  await says(list(page).getByRole("status"), /Deleted “case numbers”\. Undo/);
  await page.waitForFunction(() => document.querySelectorAll("#story .own").length === 1);
  assert(await page.getByRole("button", { name: "Undo", exact: true }).last().evaluate((undo) => undo === document.activeElement));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("#story .own").length === 3);
  assert.equal(await rows.count(), 2);
});

test("lists come and go as CSV, with what is wrong in them told by row", async (t) => {
  const { page } = await withStory(t);
  await page.keyboard.press("/");
  await page.getByRole("button", { name: /^Your marks/ }).click();
  const csv = "name;find;kind;remark\r\n'=style;percent;;two words\r\nbad;(;regex;\r\n\"open;x;;\r\ncases;[0-9]+/[0-9]{4};regex;\r\n";
  const bring = (name, content) => page.getByLabel("List of marks").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await bring("list.csv", csv);
  await says(list(page).getByRole("status"), /2 marks imported\. Left out: row 3: the bracket \( is not closed, at character 1; row 4: a quotation mark is not closed\./);
  await page.waitForFunction(() => document.querySelectorAll("#story .own").length === 4);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const saved = await coming;
  assert.equal(saved.suggestedFilename(), "marks.csv");
  const written = await readFile(await saved.path(), "utf8");
  assert.equal(written, "name,find,kind,case,whole,remark\r\n'=style,percent,words,,,two words\r\ncases,[0-9]+/[0-9]{4},regex,,,\r\n");
  await bring("again.csv", written);
  await says(list(page).getByRole("status"), /0 marks imported, 2 were there already\./);
  for (const [name, content, words] of [
    ["x.csv", "a,b\n1,2\n", /Nothing was imported from x\.csv: expected a first row of names/],
    ["y.csv", Buffer.from([0xff, 0xfe, 0x61]), /Nothing was imported from y\.csv/],
    ["z.json", "[{}]", /Nothing was imported from z\.json/],
  ]) {
    await bring(name, content);
    await says(list(page).getByRole("status"), words);
  }
  assert.equal(await list(page).getByRole("listitem").count(), 2);
});

test("marks stay on the device only if asked, and what is kept there may be anything", async (t) => {
  const { page, context } = await withStory(t);
  await keep(page, "percent", "style", "");
  await page.getByRole("button", { name: /^Your marks/ }).click();
  await page.getByLabel(/Keep my marks on this device/).check();
  const other = await context.newPage();
  await other.goto(page.url());
  await pasteRaw(other, { "text/plain": STORY });
  await own(other).nth(1).waitFor();
  await page.getByLabel(/Keep my marks on this device/).uncheck();
  assert.equal(await page.evaluate(() => localStorage.getItem("nutgraf-marks")), null);
  await page.evaluate(() => localStorage.setItem("nutgraf-marks", '[{"name":"x","find":"(","kind":"regex"},{"name":"y","find":"percent"},5]'));
  const third = await context.newPage();
  await third.goto(page.url());
  await pasteRaw(third, { "text/plain": STORY });
  await own(third).nth(1).waitFor();
  await third.evaluate(() => localStorage.setItem("nutgraf-marks", "broken"));
  const fourth = await context.newPage();
  await fourth.goto(page.url());
  await pasteRaw(fourth, { "text/plain": STORY });
  await settled(fourth);
  assert.equal(await own(fourth).count(), 0);
});

test("a saved document brings its marks along, and exports hold them", async (t) => {
  const { page } = await withStory(t, { permissions: ["clipboard-read", "clipboard-write"] });
  await keep(page, "percent", "style", "two words");
  await own(page).first().waitFor();
  await page.keyboard.press("Escape");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  const json = await readFile(await (await coming).path());
  assert.deepEqual(JSON.parse(json).options.marks, [{ name: "style", find: "percent", kind: "words", remark: "two words" }]);
  assert.equal(JSON.parse(json).article.marks.length, 2);
  const { page: other } = await open(t);
  await drop(other, "story.nutgraf.json", json);
  await own(other).nth(1).waitFor();
  await other.keyboard.press("/");
  await other.getByRole("button", { name: /^Your marks/ }).click();
  await says(list(other), /style 2/);
  await page.getByRole("button", { name: "Take away" }).click();
  await page.getByRole("button", { name: "Copy: Markdown" }).click();
  await says(page.locator("#taken"), /Copied/);
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /percent\[\^m1\][^]*\[\^m1\]: style; two words/);
});

test("searching works without a network, and asks for nothing but its own files", async (t) => {
  const { page, context, log } = await withStory(t);
  await kept(page);
  await context.setOffline(true);
  await find(page, "ferry");
  await says(found(page), /3 matches/);
  await keep(page, "percent", "style", "");
  await own(page).first().waitFor();
  await context.setOffline(false);
  assert.deepEqual(log.strangers, []);
});

for (const [colorScheme, width] of [["light", 360], ["dark", 360], ["light", 1280], ["dark", 1280]]) {
  test(`accessible: searching and marks, ${colorScheme}, ${width} wide`, async (t) => {
    const { page } = await withStory(t, { viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce" });
    await keep(page, "percent", "style", "two words");
    await own(page).first().waitFor();
    await find(page, "([");
    await says(found(page), /No match/);
    assert.deepEqual(await accessibilityFaults(page), [], "the bar");
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
    await page.getByRole("button", { name: "Keep as a mark" }).click();
    assert.deepEqual(await accessibilityFaults(page), [], "keeping");
    await page.getByRole("button", { name: /^Your marks/ }).click();
    assert.deepEqual(await accessibilityFaults(page), [], "the list");
    await page.getByRole("button", { name: "Change style" }).click();
    assert.deepEqual(await accessibilityFaults(page), [], "changing");
    await page.keyboard.press("Escape");
    await findings(page, "Parts");
    assert.deepEqual(await accessibilityFaults(page), [], "the parts");
  });
}
