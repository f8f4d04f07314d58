// What a desk checks off: ticks, remarks, the count of what is left, the checklist, and the file that keeps all of it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { drop, editAsText, findings, sample, settled, takeSample } from "./reader.mjs";

const box = (page, name) => page.locator(`input[type=checkbox][data-tick="${name}"]`);
const left = (page) => page.locator("#left").innerText();
const undo = (page) => page.getByRole("button", { name: /^Undo/ });
const remark = (page, name) => page.locator(`[data-tick="${name}"][data-field=remark]`);
const source = (page, name) => page.locator(`[data-tick="${name}"][data-field=source]`);

/** The page with the sample on it. */
async function withSample(t, options) {
  const opened = await open(t, options);
  await takeSample(opened.page);
  return opened;
}

/** Waits until the draft in the tab's storage holds these words. */
const written = (page, words) =>
  page.waitForFunction((words) => JSON.stringify({ ...sessionStorage }).includes(words), words);

/** Writes a remark on a row. */
async function write(page, name, words, from) {
  await page.locator(`[data-do=remark][data-name="${name}"]`).click();
  await remark(page, name).fill(words);
  await source(page, name).fill(from);
  await source(page, name).press("Tab");
}

async function fill(page, text) {
  await editAsText(page);
  await page.locator("#paste").fill(text);
  await settled(page);
}

/** Saves the document: its name, and what is in it. */
async function save(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save", exact: true }).click(),
  ]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

test("a tick shows in its row, in the story and in the counts, and is undone", async (t) => {
  const { page, log } = await withSample(t);
  const before = log.requests.length;
  await findings(page, "Quotes");
  const quotes = await page.locator("#quotes .row").count();
  const total = Number((await left(page)).match(/^(\d+) of \1 left to check$/)[1]);
  assert.equal(await page.locator("#quotes .left").innerText(), `${quotes} of ${quotes} left to check`);
  // with the keyboard alone
  await box(page, "q0").focus();
  await page.keyboard.press("Space");
  assert(await box(page, "q0").isChecked());
  assert(await box(page, "q0").evaluate((box) => box === document.activeElement), "the keyboard stays in the box");
  assert.equal(await left(page), `${total - 1} of ${total} left to check`);
  assert.equal(await page.locator("#quotes .left").innerText(), `${quotes - 1} of ${quotes} left to check`);
  const sign = (selector) =>
    page.locator(selector).first().evaluate((mark) => getComputedStyle(mark, "::before").content);
  assert.match(await sign('#story a.tag[data-ref="q0"]'), /✓/);
  assert.doesNotMatch(await sign('#story a.tag[data-ref="q1"]'), /✓/);
  assert.match(await sign("#row-q0 > .jump"), /✓/);
  await findings(page, "Names");
  await box(page, "e0").check();
  assert.match(await sign('#story a.m[data-ref="e0"]'), /✓/);
  assert.equal(await undo(page).innerText(), "Undo: check");
  await undo(page).click();
  assert.equal(await box(page, "e0").isChecked(), false);
  assert.doesNotMatch(await sign('#story a.m[data-ref="e0"]'), /✓/);
  await undo(page).click();
  assert.equal(await box(page, "q0").isChecked(), false);
  assert.equal(await left(page), `${total} of ${total} left to check`);
  await page.getByRole("button", { name: /^Redo/ }).click();
  assert(await box(page, "q0").isChecked());
  // another text has none, and coming back brings them back
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  assert.equal(await left(page), "");
  await undo(page).click();
  await settled(page);
  assert.equal(await left(page), `${total - 1} of ${total} left to check`);
  await findings(page, "Quotes");
  assert(await box(page, "q0").isChecked());
  assert.deepEqual(log.requests.slice(before), []);
});

test("every quote, name, date and number has a box, which leads nowhere", async (t) => {
  const { page } = await withSample(t);
  for (const [panel, word] of [["quotes", "Quotes"], ["names", "Names"], ["times", "Times"], ["numbers", "Numbers"]]) {
    await findings(page, word);
    await page.locator(`#${panel} .row`).first().waitFor();
    const rows = await page.locator(`#${panel} .row`).count();
    assert.equal(await page.locator(`#${panel} input[type=checkbox]`).count(), rows, panel);
    await page.locator(`#${panel} .tick label`).first().click();
    assert(await page.locator(`#${panel} input[type=checkbox]`).first().isChecked(), panel);
    assert.equal(await page.locator("#story .flash").count(), 0);
  }
});

test("a remark and its source are kept over a reload, and undone as one thing each", async (t) => {
  const { page } = await withSample(t);
  await findings(page, "Numbers");
  await write(page, "n0", "Asked the harbour", "call, 4 May");
  await box(page, "n0").check();
  await written(page, "call, 4 May");
  await written(page, '\\"checked\\":true');
  await page.reload();
  await page.locator("#story .block").first().waitFor();
  await settled(page);
  await findings(page, "Numbers");
  assert(await box(page, "n0").isChecked());
  assert.equal(await remark(page, "n0").inputValue(), "Asked the harbour");
  assert.equal(await source(page, "n0").inputValue(), "call, 4 May");
  await remark(page, "n0").fill("Asked twice");
  await remark(page, "n0").press("Enter");
  assert.equal(await undo(page).innerText(), "Undo: remark");
  await undo(page).click();
  assert.equal(await remark(page, "n0").inputValue(), "Asked the harbour");
  // what is pasted into a remark is a remark
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("Pasted."));
  await remark(page, "n0").fill("");
  await remark(page, "n0").press("Control+V");
  assert.equal(await remark(page, "n0").inputValue(), "Pasted.");
  assert.equal(await page.locator("#paste").inputValue(), sample);
});

test("an edit elsewhere keeps a tick; words that are gone orphan it, and never move it", async (t) => {
  const { page } = await withSample(t);
  await findings(page, "Quotes");
  const words = await page.locator("#row-q0 blockquote").innerText();
  const checked = () =>
    page.locator("#quotes .row.ticked blockquote").evaluateAll((quotes) => quotes.map((quote) => quote.innerText));
  await box(page, "q0").check();
  await fill(page, `Quay news\n\n${sample}`);
  await findings(page, "Quotes");
  await page.waitForFunction(() => document.querySelectorAll("#quotes .row.ticked").length === 1);
  assert.deepEqual(await checked(), [words]);
  const said = words.replace(/[“”]/g, "").slice(0, 12);
  assert(sample.includes(said), said);
  await fill(page, sample.replace(said, "Nothing like it"));
  await page.waitForFunction(() => document.querySelectorAll("#quotes .row.ticked").length === 0);
  await findings(page, "Checks");
  const lost = page.locator("#checks .lost");
  assert.match(await lost.innerText(), /^You checked “.*”, but these words are gone/);
  await fill(page, sample);
  await findings(page, "Quotes");
  await page.waitForFunction(() => document.querySelectorAll("#quotes .row.ticked").length === 1);
  assert.deepEqual(await checked(), [words]);
  await fill(page, sample.replace(said, "Nothing like it"));
  await findings(page, "Checks");
  await lost.getByRole("button", { name: "Forget it" }).click();
  assert.equal(await lost.count(), 0);
  await undo(page).click();
  assert.equal(await lost.count(), 1);
});

test("what is not checked can be shown alone", async (t) => {
  const { page } = await withSample(t);
  await findings(page, "Quotes");
  const quotes = await page.locator("#quotes .row").count();
  await box(page, "q1").check();
  const only = page.getByRole("button", { name: /^Only unchecked/ });
  const [count] = (await left(page)).split(" ");
  assert.equal(await only.innerText(), `Only unchecked ${count}`);
  await only.click();
  assert.equal(await page.locator("#quotes .row").count(), quotes - 1);
  assert.equal(await page.locator("#row-q1").count(), 0);
  // what is ticked now stays until the list is made anew: nothing jumps under the pointer
  await box(page, "q0").check();
  assert.equal(await page.locator("#row-q0").count(), 1);
  // another way to a row that is not listed lists all again
  await page.locator('#story a.tag[data-ref="q1"]').click();
  assert.equal(await only.getAttribute("aria-pressed"), "false");
  assert.equal(await page.locator("#quotes .row").count(), quotes);
});

test("what is saved and dropped again is as it was", async (t) => {
  const { page, log } = await withSample(t);
  await findings(page, "Quotes");
  await box(page, "q0").check();
  await write(page, "q1", "She says she said “days”", "interview tape");
  await findings(page, "Names");
  await box(page, "e1").check();
  const state = await left(page);
  const before = log.requests.filter(({ url }) => !url.startsWith("blob:")).length;
  const [name, bytes] = await save(page);
  assert.match(name, /^[\p{L}\p{N}-]+\.nutgraf\.json$/u);
  const saved = JSON.parse(bytes);
  assert.deepEqual(Object.keys(saved), ["schema", "text", "options", "corrections", "ticks", "article"]);
  assert.equal(saved.schema, "nutgraf-document/1");
  assert.equal(saved.text, sample);
  assert.equal(saved.ticks.length, 3);
  assert.equal(saved.article.quotes.length > 1, true);
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await drop(page, name, bytes);
  await page.waitForFunction((text) => document.getElementById("paste").value === text, sample);
  await settled(page);
  assert.equal(await left(page), state);
  await findings(page, "Quotes");
  assert(await box(page, "q0").isChecked());
  assert.equal(await remark(page, "q1").inputValue(), "She says she said “days”");
  assert.equal(await source(page, "q1").inputValue(), "interview tape");
  assert.deepEqual((await save(page))[1], bytes);
  assert.equal(log.requests.filter(({ url }) => !url.startsWith("blob:")).length, before);
});

test("the address that a document has stays with it", async (t) => {
  const { page } = await open(t);
  const text = "Ferries sail again\n\nThe ferry of 03/04/2022 was late, Ines Maro said.";
  const url = "https://harbour.example/2022/04/03/ferries-sail-again";
  const document = { schema: "nutgraf-document/1", text, options: { url }, corrections: [], ticks: [] };
  await drop(page, "ferry.nutgraf.json", new TextEncoder().encode(JSON.stringify(document)));
  await page.waitForFunction((text) => document.getElementById("paste").value === text, text);
  await settled(page);
  assert.equal(JSON.parse((await save(page))[1]).options.url, url);
  await page.reload();
  await page.locator("[data-started]").waitFor();
  await settled(page);
  assert.equal(JSON.parse((await save(page))[1]).options.url, url);
  // another text has another address
  await takeSample(page);
  assert.equal(JSON.parse((await save(page))[1]).options.url, undefined);
  await page.locator("#undo").click();
  await settled(page);
  assert.equal(JSON.parse((await save(page))[1]).options.url, url);
});

test("what was corrected is saved with the rest, and opened with it", async (t) => {
  const { page } = await withSample(t);
  await findings(page, "Parts");
  const part = page.locator("#parts .row").filter({ hasText: "Negotiators from" }).first();
  await part.getByRole("button", { name: "Correct" }).click();
  await page.locator("#fix-role").selectOption("headline");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.locator("#fix-role").waitFor({ state: "hidden" });
  await settled(page);
  const headline = () => page.locator("#story h3.headline").allInnerTexts();
  const corrected = await headline();
  assert(corrected.some((words) => words.startsWith("Negotiators from")), corrected.join());
  const [name, bytes] = await save(page);
  assert.match(name, /^negotiators-from/);
  assert.equal(JSON.parse(bytes).corrections.length, 1);
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await drop(page, name, bytes);
  await page.waitForFunction((text) => document.getElementById("paste").value === text, sample);
  await settled(page);
  assert.deepEqual(await headline(), corrected);
  await undo(page).click();
  await settled(page);
  assert.equal(await page.locator("#paste").inputValue(), "");
});

test("JSON that is no document says so, and leaves what is there", async (t) => {
  const { page } = await withSample(t);
  for (const [text, words] of [
    ["{ not json", /^a\.json is no JSON/],
    ['{"schema":"other/1"}', /^a\.json is JSON, but no document that Nutgraf saved/],
    ['["a"]', /^a\.json is JSON, but no document/],
    ['{"schema":"nutgraf-document/9","text":"x"}', /^a\.json is a document that cannot be opened: .*nutgraf-document\/9/],
    ['{"schema":"nutgraf-document/1"}', /^a\.json is a document that cannot be opened: .*text/],
  ]) {
    await drop(page, "a.json", Buffer.from(text));
    await page.waitForFunction(
      ([source, flags]) => new RegExp(source, flags).test(document.getElementById("notice").innerText),
      [words.source, words.flags],
    );
    assert.equal(await page.locator("#paste").inputValue(), sample);
  }
});

test("the checklist is printed alone, and the page is back after it", async (t) => {
  const { page } = await withSample(t, {
    prepare: (context) => context.addInitScript(() => (window.print = () => (globalThis.printed = true))),
  });
  await findings(page, "Numbers");
  await box(page, "n0").check();
  await write(page, "n0", "Harbour office agrees", "call, 4 May");
  const total = Number((await left(page)).split(" ")[2]);
  await page.getByRole("button", { name: "Print a checklist" }).click();
  assert(await page.evaluate(() => globalThis.printed));
  const list = page.locator("#checklist");
  assert.equal(await list.isVisible(), false, "on paper alone");
  await page.emulateMedia({ media: "print" });
  assert(await list.isVisible());
  for (const other of ["#story", "#panels", ".masthead"]) assert.equal(await page.locator(other).isVisible(), false);
  assert.equal(await list.locator("li").count(), total);
  assert.equal(await list.locator('[aria-label="checked"]').count(), 1);
  assert.match(await list.innerText(), /Harbour office agrees/);
  assert.match(await list.innerText(), /call, 4 May/);
  const rules = await list.locator("li").evaluateAll((rows) => rows.map((row) => getComputedStyle(row).breakInside));
  assert.deepEqual([...new Set(rules)], ["avoid"]);
  assert((await page.pdf()).length > 5000);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await list.count(), 0);
  await page.emulateMedia({ media: "print" });
  assert(await page.locator("#story").isVisible());
});

test("ticks and remarks have no accessibility faults", async (t) => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      const { page } = await withSample(t, { colorScheme, viewport: { width, height: 800 } });
      for (const [word, name] of [["Quotes", "q0"], ["Names", "e0"], ["Times", "t0"], ["Numbers", "n0"]]) {
        await findings(page, word);
        await box(page, name).check();
        await page.locator(`[data-do=remark][data-name="${name}"]`).click();
        assert.deepEqual(await accessibilityFaults(page), [], `${word} ${colorScheme} ${width}`);
      }
    }
  }
});
