// Two versions of a story beside each other: where the other one comes from, what is told of them, how it is used.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { kept, paste, pasteRaw, settled, takeSample } from "./reader.mjs";

const BEFORE = await readFile(new URL("../compare/mill.txt", import.meta.url), "utf8");
const AFTER = [
  ["mill injures nine", "mill injures 12"],
  ["Nine people were", "Twelve people were"],
  ["inspected last spring", "inspected on April 18"],
  [" “Nobody is missing.”", ""],
  ["\n\nMayor Ruth Amberly said the town would pay for hotel rooms.", "\n\nMayor Ruth Amberly said the town would pay for hotel rooms and meals."],
  ["fell 4.5 percent.\n", "fell 4.5 percent.\n\nCorrection: An earlier version of this story misstated the number of firefighters. It was 60, not 16.\n"],
].reduce((text, [from, to]) => {
  assert(text.includes(from), from);
  return text.replace(from, to);
}, BEFORE);

const dialog = (page) => page.getByRole("dialog", { name: "Compare two versions" });
const facts = (page) => dialog(page).locator(".compare-facts li").allInnerTexts();
const said = (page, words) => dialog(page).locator(".compare-said", { hasText: words }).waitFor();

/** The page with this text and the dialog open. */
async function asking(t, text = AFTER, options = {}) {
  const opened = await open(t, options);
  await pasteRaw(opened.page, { "text/plain": text });
  await settled(opened.page);
  await opened.page.getByRole("button", { name: "Compare" }).click();
  await dialog(opened.page).waitFor();
  return opened;
}

/** What is told, once it is there. */
async function told(page) {
  await dialog(page).locator(".compare-sum").waitFor();
  return (await facts(page)).map((line) => line.replace(/\s+/g, " "));
}

const EXPECTED = [
  "Quote cut “Nobody is missing.”",
  "Number changed from nine → to 12",
  "Number changed from Nine people → to Twelve people",
  "Number added 16",
  "Date changed from last spring → to April 18",
];

/** Drops something on the dialog. */
const dropOn = (page, name, text) =>
  dialog(page).evaluate((target, [name, text]) => {
    const dataTransfer = new DataTransfer();
    if (name) dataTransfer.items.add(new File([text], name));
    else dataTransfer.setData("text/plain", text);
    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, [name, text]);

test("a version that is pasted is compared: facts first, then sentences, and nothing is sent", async (t) => {
  const { page, log } = await asking(t);
  const before = log.requests.length;
  await paste(page, { "text/plain": BEFORE }, "#compare-paste");
  assert.equal(await page.locator("#paste").inputValue(), AFTER, "the page keeps its text");
  await dialog(page).getByRole("button", { name: "Compare", exact: true }).click();
  assert.deepEqual(await told(page), EXPECTED);
  assert(await dialog(page).locator(".compare-sum").evaluate((sum) => sum === document.activeElement), "it is read out");
  const story = dialog(page).locator(".compare-story > li");
  const kinds = await story.evaluateAll((all) => all.map((row) => row.className));
  assert.deepEqual(kinds, ["compare-changed", "compare-same", "compare-changed", "compare-same", "compare-cut", "compare-same",
    "compare-changed", "compare-same", "compare-changed", "compare-same", "compare-added"]);
  assert.match(await story.last().innerText(), /added correction\s+Correction: An earlier version/i);
  // words that differ are elements of their own, and said
  assert.deepEqual(await story.nth(2).locator("del, ins").evaluateAll((all) => all.map((it) => `${it.tagName} ${it.textContent}`)),
    ["DEL [cut: Nine]", "INS [added: Twelve]"]);
  const same = story.nth(1).locator("details");
  assert(!(await same.locator("p").isVisible()));
  await same.locator("summary").click();
  assert(await same.locator("p").isVisible());
  for (const { url, method } of log.requests.slice(before)) {
    assert.match(`${method} ${new URL(url).pathname}`, /^GET \/(www\/compare-worker\.js|pkg\/(exports|take|reader|nutgraf)\.js|pkg\/(take|nutgraf)_bg\.wasm)$/);
  }
});

test("a fact leads to its sentence, with the keyboard too", async (t) => {
  const { page } = await asking(t);
  await page.locator("#compare-paste").fill(BEFORE);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await told(page);
  await dialog(page).getByRole("button", { name: "Date changed" }).focus();
  await page.keyboard.press("Enter");
  const at = () => page.evaluate(() => document.activeElement.textContent);
  assert.match(await at(), /It was inspected/);
  await dialog(page).getByRole("button", { name: "Quote cut" }).click();
  assert.match(await at(), /Nobody is missing/);
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
  assert(await page.getByRole("button", { name: "Compare" }).evaluate((button) => button === document.activeElement));
});

test("the older of the two can be either, and sides are swapped", async (t) => {
  const { page } = await asking(t, BEFORE);
  await dialog(page).getByLabel("the older one").check();
  await page.locator("#compare-paste").fill(AFTER);
  await dialog(page).getByRole("button", { name: "Compare", exact: true }).click();
  assert.deepEqual(await told(page), EXPECTED);
  await dialog(page).getByRole("button", { name: "Swap sides" }).click();
  await dialog(page).locator(".compare-facts li", { hasText: "Quote added" }).waitFor();
  const back = await told(page);
  assert(back.includes("Date changed from April 18 → to last spring") && back.includes("Number cut 16"), back.join("\n"));
  await dialog(page).getByRole("button", { name: "Another version" }).click();
  assert.equal(await page.locator("#compare-paste").inputValue(), "");
});

test("a version comes from a file, a saved page, a document with its corrections, by button and by drop", async (t) => {
  const { page } = await asking(t);
  await page.locator("#compare-file").setInputFiles({ name: "before.txt", mimeType: "text/plain", buffer: Buffer.from(BEFORE) });
  assert.deepEqual(await told(page), EXPECTED);
  await dialog(page).getByRole("button", { name: "Another version" }).click();
  await dropOn(page, "before.html", `<html><body>${BEFORE.split("\n\n").map((part) => `<p>${part.replaceAll("\n", "<br>")}</p>`).join("")}</body></html>`);
  assert.deepEqual(await told(page), EXPECTED);
  await dialog(page).getByRole("button", { name: "Another version" }).click();
  const at = BEFORE.indexOf("Sound Hospital");
  const correction = { change: "remove", item: "entity", at: { start: at, end: at + 14, words: "Sound Hospital" } };
  const document = { schema: "nutgraf-document/1", text: BEFORE, options: { offsets: "utf16" }, corrections: [correction], ticks: [] };
  await dropOn(page, "before.json", JSON.stringify(document));
  assert.deepEqual(await told(page), EXPECTED, "what was read otherwise is no change of the words");
  await dialog(page).getByRole("button", { name: "Another version" }).click();
  for (const [name, text, words] of [
    ["other.json", "{}", "other.json is JSON, but no document"],
    ["picture.png", "\u0089PNG\r\n\u001a\n\0\0\0", "picture.png is "],
    ["empty.txt", " \n", "There is no other version yet"],
  ]) {
    await dropOn(page, name, text);
    await said(page, words);
    assert(await page.locator("#compare-paste").isVisible(), "it asks on");
  }
  await dropOn(page, "", BEFORE);
  await dialog(page).getByRole("button", { name: "Compare", exact: true }).click();
  assert.deepEqual(await told(page), EXPECTED);
});

test("an earlier text of the session is compared with one click", async (t) => {
  const { page } = await open(t);
  await pasteRaw(page, { "text/plain": BEFORE.replace("Home | News | Sport\nMost read\n\n", "") });
  await settled(page);
  await takeSample(page);
  await pasteRaw(page, { "text/plain": AFTER });
  await settled(page);
  await page.getByRole("button", { name: "Compare" }).click();
  await dialog(page).waitFor();
  const others = dialog(page).locator(".compare-others button");
  assert.equal(await others.count(), 2);
  await others.filter({ hasText: "Fire at Corrin flour mill" }).click();
  assert.deepEqual(await told(page), EXPECTED);
  // after a reload they are there as well
  await page.waitForFunction(() => JSON.stringify({ ...sessionStorage }).includes("Twelve people"));
  await page.reload();
  await page.locator("[data-started]").waitFor();
  await settled(page);
  await page.getByRole("button", { name: "Compare" }).click();
  await others.filter({ hasText: "Fire at Corrin flour mill" }).click();
  assert.deepEqual(await told(page), EXPECTED);
});

test("the list of changes is copied as text and as a table", async (t) => {
  const { page } = await asking(t, AFTER, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("#compare-paste").fill(BEFORE);
  await dialog(page).getByRole("button", { name: "Compare", exact: true }).click();
  await told(page);
  const read = (type) => page.evaluate(async (type) => (await (await navigator.clipboard.read())[0].getType(type)).text(), type);
  await dialog(page).getByRole("button", { name: "Copy the list" }).click();
  await said(page, "Copied.");
  const text = await read("text/plain");
  for (const line of ["Before: Fire at Corrin flour mill injures nine", "Date changed: last spring → April 18",
    "Changed: [-Nine-] {+Twelve+} people were injured", "Cut: “Nobody is missing.”", "Added correction: Correction: An earlier"]) {
    assert(text.includes(`${line}`), `${line}\n${text}`);
  }
  await dialog(page).getByRole("button", { name: "Copy as a table" }).click();
  await said(page, "Copied as a table");
  const rows = (await read("text/plain")).split("\n").map((line) => line.split("\t"));
  assert.deepEqual(rows[0], ["What", "Change", "Before", "After"]);
  assert(rows.every((row) => row.length === 4) && rows.some((row) => row.join() === "Date,changed,last spring,April 18"));
  assert.match(await read("text/html"), /<table>[^]*<td>April 18<\/td>/);
});

test("the same text is said to be the same, and nothing to compare is said", async (t) => {
  const { page } = await asking(t);
  await dialog(page).getByRole("button", { name: "Compare", exact: true }).click();
  await said(page, "There is no other version yet");
  await page.locator("#compare-paste").fill(AFTER.replace("Most read", "Most shared"));
  await dialog(page).getByRole("button", { name: "Compare", exact: true }).click();
  await dialog(page).getByText("The two versions say the same, word for word.").waitFor();
});

test("two versions of a megabyte leave the page at ease, and can be given up", async (t) => {
  const ENDS = ["and nobody in Port Elder said why", "as the harbour board had asked", "while the old quay was being repaired",
    "though the wind had risen", "because the bridge was closed again"];
  const story = (shift) => `Ferries sail again\n\n${Array.from({ length: 6500 }, (_, at) =>
    `Boats carried ${at + 5000 + (at % 100 === 7 ? shift : 0)} people over the strait, ${ENDS[at % 5]}. The board of pier ${at} wanted to know more of it, ${ENDS[(at >> 3) % 5]}.`).join("\n\n")}`;
  const { page } = await asking(t, story(0));
  await page.evaluate(() => {
    globalThis.longest = 0;
    const note = (list) => (globalThis.longest = Math.max(globalThis.longest, ...list.getEntries().map(({ duration }) => duration)));
    new PerformanceObserver(note).observe({ entryTypes: ["longtask"] });
  });
  const begun = Date.now();
  await dropOn(page, "long.txt", story(60_000));
  await said(page, "Comparing");
  await dialog(page).locator(".compare-sum").waitFor({ timeout: 60_000 });
  t.diagnostic(`${story(0).length} letters twice: ${Date.now() - begun} ms, longest task ${Math.round(await page.evaluate(() => globalThis.longest))} ms`);
  assert.match(await dialog(page).locator(".compare-sum").innerText(), /65 numbers; 65 sentences/);
  assert(await page.evaluate(() => globalThis.longest) < 500);
  // the last fact's sentence is far down
  await dialog(page).locator(".compare-fact").last().click();
  assert.match(await page.evaluate(() => document.activeElement.textContent), /carried.*71407.*11407/);
  // given up
  await dialog(page).getByRole("button", { name: "Swap sides" }).click();
  await said(page, "Comparing");
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Compare" }).click();
  await dialog(page).waitFor();
  assert.equal(await dialog(page).getAttribute("aria-busy"), null);
});

test("versions are compared without a network", async (t) => {
  const { page, context } = await open(t, { faults: true });
  await kept(page);
  await pasteRaw(page, { "text/plain": AFTER });
  await settled(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Compare" }).click();
  await page.locator("#compare-paste").fill(BEFORE);
  await dialog(page).getByRole("button", { name: "Compare", exact: true }).click();
  assert.deepEqual(await told(page), EXPECTED);
});

for (const [colorScheme, width] of [["light", 360], ["dark", 360], ["light", 1280], ["dark", 1280]]) {
  test(`everybody can compare: ${colorScheme}, ${width} wide`, async (t) => {
    const { page } = await asking(t, AFTER, { viewport: { width, height: 760 }, colorScheme, reducedMotion: "reduce" });
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.locator("#compare-paste").fill(BEFORE);
    await dialog(page).getByRole("button", { name: "Compare", exact: true }).click();
    await told(page);
    assert.deepEqual(await accessibilityFaults(page), []);
    const wide = await dialog(page).locator(".compare-body").evaluate((body) => body.scrollWidth > body.clientWidth);
    assert(!wide, "nothing is cut off");
  });
}
