// The desk: the paste that folds, the tabs and the sheet of a small window, what stands at the head, and how it is set.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { open } from "./harness.mjs";
import { editAsText, findings, inView, paste, pasteRaw, settled, takeSample } from "./reader.mjs";
import { FEATURE, GERMAN, MESSY } from "./texts.mjs";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, reducedMotion: "reduce" };

/** Two articles in one paste. */
const TWO = await readFile(new URL("../fixtures/two-articles/article.txt", import.meta.url), "utf8");

async function opened(t, text, options) {
  const { page } = await open(t, options);
  if (text === undefined) await takeSample(page);
  else await pasteRaw(page, { "text/plain": text });
  await settled(page);
  await page.locator("#story .block").first().waitFor({ state: "attached" });
  return page;
}

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.className);

test("once it is read the paste is a line, which opens it again", async (t) => {
  const page = await opened(t);
  const field = page.locator("#paste");
  assert.equal(await field.isVisible(), false);
  const line = page.getByRole("button", { name: "The paste" });
  assert.match(await line.innerText(), /2,003 characters\s+Edit as text/);
  assert.equal(await line.getAttribute("aria-expanded"), "false");
  await line.click();
  assert(await field.isVisible());
  assert.equal(await line.getAttribute("aria-expanded"), "true");
  assert.equal(await focused(page), "paste");
  // whoever types goes on typing
  await page.keyboard.type("More. ");
  await settled(page);
  assert(await field.isVisible());
  assert.match(await line.innerText(), /2,009 characters/);
  await line.click();
  assert.equal(await field.isVisible(), false);
  await page.getByRole("button", { name: "Clear" }).click();
  assert(await field.isVisible());
  assert.equal(await line.isVisible(), false);
});

test("the first paste into the field folds it, a later one does not", async (t) => {
  const { page } = await open(t);
  await paste(page, { "text/plain": FEATURE.slice(0, 2000) }, "#paste");
  await settled(page);
  assert.equal(await page.locator("#paste").isVisible(), false);
  assert.equal(await focused(page), "paste-line");
  await editAsText(page);
  await paste(page, { "text/plain": "And one more. " }, "#paste");
  assert(await page.locator("#paste").isVisible());
});

test("the tabs are walked with the keys of tabs, and one of them is a stop", async (t) => {
  const page = await opened(t);
  const tab = (name) => page.getByRole("tab", { name });
  await tab("Glance").focus();
  for (const [key, name, panel] of [
    ["ArrowRight", "Quotes", "quotes"],
    ["End", "Checks", "checks"],
    ["ArrowRight", "Glance", "glance"],
    ["ArrowLeft", "Checks", "checks"],
    ["Home", "Glance", "glance"],
  ]) {
    await page.keyboard.press(key);
    assert.equal(await focused(page), `tab-${panel}`, key);
    assert.equal(await tab(name).getAttribute("aria-selected"), "true");
    assert(await page.getByRole("tabpanel", { name }).isVisible());
    assert.equal(await page.locator("[role=tabpanel]:visible").count(), 1);
  }
  assert.equal(await page.locator("[role=tab]:not([tabindex='-1'])").count(), 1);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "panel-glance");
});

test("each tab says how many things it holds", async (t) => {
  const page = await opened(t);
  const counts = await page.locator(".tab").allInnerTexts();
  assert.deepEqual(counts.map((count) => count.replace(/\s+/g, " ").trim()), [
    "Glance", "12 Quotes", "13 Names", "17 Times", "6 Numbers", "20 Parts", "1 Checks",
  ]);
  for (const [word, rows] of [["Quotes", 12], ["Names", 13], ["Times", 17], ["Numbers", 6], ["Parts", 20], ["Checks", 1]]) {
    await findings(page, word);
    assert.equal(await page.locator("[role=tabpanel]:visible .row").count(), rows, word);
  }
});

test("parts are listed, and linked both ways", async (t) => {
  const page = await opened(t, MESSY, { reducedMotion: "reduce" });
  await findings(page, "Parts");
  const folded = page.locator("#parts .row", { hasText: "lines of page furniture" }).last();
  assert.equal(await page.locator("#parts .row", { hasText: "Cookie settings" }).count(), 0);
  const furniture = page.locator("#story .fold").last();
  assert.equal(await furniture.getAttribute("open"), null);
  await folded.locator(".jump").click();
  assert.notEqual(await furniture.getAttribute("open"), null);
  assert(await inView(furniture));
  // a part inside the fold leads to the row of the fold
  await furniture.locator(".role a").nth(1).click();
  await page.getByRole("button", { name: "Show it among the parts" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.closest(".row")?.id), await folded.getAttribute("id"));
  const row = page.locator("#parts .row", { hasText: "We want boats" });
  await row.locator(".jump").click();
  const part = page.locator("#story .block", { hasText: "We want boats" });
  assert(await inView(part));
  assert.match(await part.getAttribute("class"), /flash/);
});

test("what looks wrong is counted, said first and leads to its place", async (t) => {
  const page = await opened(t, undefined, { reducedMotion: "reduce" });
  await page.getByRole("button", { name: "1 thing to check" }).click();
  assert.equal(await focused(page), "tab-checks");
  const row = page.locator("#checks .row");
  assert.match(await row.innerText(), /full stop[\s\S]*But\. we owe it/);
  await row.locator(".jump").click();
  assert(await inView(page.locator("#story .odd").first()));
  assert.equal(await page.locator("#banner").innerText(), "");
});

test("what concerns all of the text stands above everything", async (t) => {
  const page = await opened(t, GERMAN);
  const banner = page.locator("#banner");
  assert.equal(await banner.getAttribute("role"), "status");
  assert.match(await banner.innerText(), /not in English/);
  const [head, story, tabs] = await Promise.all(["#banner", ".sheet", "#tabs"].map((at) => page.locator(at).boundingBox()));
  assert(head.y + head.height <= story.y && head.y + head.height <= tabs.y);
  await takeSample(page);
  assert.equal(await banner.innerText(), "");
});

test("from the banner to the place it speaks of", async (t) => {
  const page = await opened(t, TWO, { reducedMotion: "reduce" });
  await page.locator("#banner").getByRole("button", { name: "Show the place" }).click();
  assert(await inView(page.locator("#story .flash").first()));
});

test("seventeen pictures fold after two, and a fold opens for what is gone to", async (t) => {
  const page = await opened(t, MESSY);
  const pictures = page.locator("#glance dt", { hasText: /^Picture$/ });
  assert.equal(await pictures.locator("visible=true").count(), 2);
  await page.getByText("15 more").click();
  assert(await page.locator("#glance .jump", { hasText: "with 18 islanders" }).isVisible());
});

test("chips stay with the word before them, rings do not split", async (t) => {
  for (const width of [320, 360, 390, 768, 1280]) {
    const page = await opened(t, FEATURE.slice(0, 9000), { viewport: { width, height: 800 } });
    const faults = await page.evaluate(() => {
      const lines = (node, from, to) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return range.getBoundingClientRect();
      };
      const faults = [];
      for (const tag of document.querySelectorAll("#story .tag")) {
        const walker = document.createTreeWalker(tag.closest(".block"), NodeFilter.SHOW_TEXT);
        walker.currentNode = tag;
        const before = walker.previousNode();
        const word = lines(before, before.data.length - 1, before.data.length);
        const chip = tag.getClientRects()[0];
        if (chip.bottom < word.top || chip.top > word.bottom || chip.left < word.left) faults.push(`chip ${tag.textContent}`);
      }
      for (const time of document.querySelectorAll("#story [data-value]")) {
        if (time.getClientRects().length > 1) faults.push(`date ${time.textContent}`);
      }
      for (const ring of document.querySelectorAll("#story .m.number")) {
        if (ring.getClientRects().length > 1) faults.push(`ring ${ring.textContent}`);
      }
      return faults;
    });
    assert.deepEqual(faults, [], `${width} wide`);
  }
});

test("150 quotes make few rows, more as one scrolls, and every one can be gone to", async (t) => {
  const page = await opened(t, FEATURE, { reducedMotion: "reduce" });
  await findings(page, "Quotes");
  const rows = page.locator("#quotes .row");
  assert.equal(await rows.count(), 60);
  await page.locator("#panel-quotes").evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  await page.waitForFunction(() => document.querySelectorAll("#quotes .row").length === 150);
  await takeSample(page);
  await pasteRaw(page, { "text/plain": FEATURE });
  await page.waitForFunction(() => document.querySelector("#tab-quotes .count").textContent === "150");
  assert((await rows.count()) < 150);
  // the story is set in slices
  await page.locator("#story a.tag[data-ref=q149]").click();
  assert.equal(await page.evaluate(() => document.activeElement.closest(".row")?.id), "row-q149");
  assert(await inView(page.locator("#row-q149")));
});

test("where there is room checks and glance stand beside the tabs", async (t) => {
  const page = await opened(t, undefined, { viewport: { width: 1920, height: 1080 }, reducedMotion: "reduce" });
  assert.deepEqual(await page.locator(".tab:visible").count(), 5);
  for (const name of ["Checks", "Glance"]) assert(await page.getByRole("region", { name }).isVisible(), name);
  await findings(page, "Numbers");
  assert(await page.locator("#checks .row").isVisible());
  // and go back among them where there is none
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.waitForFunction(() => !document.getElementById("tab-glance").hidden);
  assert.equal(await page.locator("[role=tabpanel]:visible").count(), 1);
  assert.equal(await page.getByRole("tab", { name: "Numbers" }).getAttribute("aria-selected"), "true");
});

test("on a phone the tabs are a bar, which opens a sheet and leads back to where one was", async (t) => {
  const page = await opened(t, FEATURE, PHONE);
  await page.evaluate(() => scrollTo(0, 900));
  const bar = await page.locator("#tabs").boundingBox();
  assert(Math.abs(bar.y + bar.height - 740) < 1, "at the bottom");
  for (const box of await page.locator(".tab").evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().toJSON()))) {
    assert(box.height >= 44 && box.width >= 44, JSON.stringify(box));
  }
  const dialog = page.getByRole("dialog", { name: "Findings" });
  const closings = {
    button: () => page.getByRole("button", { name: "Close" }).click(),
    Escape: () => page.keyboard.press("Escape"),
    back: () => page.goBack(),
    beside: () => page.mouse.click(180, 30),
    again: () => page.getByRole("tab", { name: "Names" }).click(),
  };
  for (const [how, close] of Object.entries(closings)) {
    await page.getByRole("tab", { name: "Names" }).click();
    await dialog.waitFor();
    assert(await dialog.evaluate((sheet) => sheet.contains(document.activeElement)), "the keyboard is in the sheet");
    assert.equal(await page.locator(".sheet").evaluate((story) => story.inert), true);
    await close();
    await dialog.waitFor({ state: "detached" });
    await page.waitForTimeout(50);
    assert.equal(await page.evaluate(() => scrollY), 900, how);
    assert.equal(await focused(page), "tab-names", how);
    assert.equal(await page.locator(".sheet").evaluate((story) => story.inert), false);
  }
  assert.match(page.url(), /\/$/);
});

test("on a phone a mark opens the sheet at its row, and a row leads to its place", async (t) => {
  const page = await opened(t, FEATURE, PHONE);
  const mark = page.locator("#story a.person").nth(40);
  await mark.scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  await mark.click();
  assert(await page.locator("#names .row:focus-within").evaluate((row) => row.getBoundingClientRect().top > 0));
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => scrollY), top);
  assert(await mark.evaluate((mark) => mark === document.activeElement));
  await page.getByRole("tab", { name: "Quotes" }).click();
  await page.locator("#row-q20 .jump").click();
  assert.equal(await page.locator("#panels.open").count(), 0);
  const place = page.locator("#story .quote[data-ref~=q20]").first();
  await page.waitForTimeout(100);
  assert(await inView(place));
});

test("a sheet over the story goes when the window grows", async (t) => {
  const page = await opened(t, undefined, PHONE);
  await page.getByRole("tab", { name: "Names" }).click();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator("#panels:not(.open)").waitFor();
  assert.equal(await page.locator("[inert]").count(), 0);
});

test("on paper there are the story, a key to its marks and every panel, and no controls", async (t) => {
  const page = await opened(t, MESSY);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  assert.match(await page.locator("#legend").innerText(), /Places\s+dotted[\s\S]*Numbers\s+ringed/);
  for (const seen of ["#story", "#quotes .row", "#parts .row", "#checks .row"]) assert(await page.locator(seen).first().isVisible(), seen);
  for (const gone of [".tools", ".tabs", ".close", "#paste-line", ".theme", "#date"]) {
    assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  }
});

test("a panel that found nothing says so", async (t) => {
  const page = await opened(t, "x");
  for (const [word, panel, says] of [
    ["Quotes", "quotes", "Nobody is quoted."],
    ["Names", "names", "Nobody and nothing is named."],
    ["Times", "times", "No times named."],
    ["Numbers", "numbers", "No numbers named."],
  ]) {
    await findings(page, word);
    assert.match(await page.locator(`#${panel}`).innerText(), new RegExp(says));
  }
});

test("after clearing the panels say what they are for, as on a new page", async (t) => {
  const page = await opened(t);
  await findings(page, "Names");
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page.waitForFunction(() => !document.documentElement.classList.contains("has-story"));
  for (const [word, panel, says] of [["Names", "names", /People, places and organisations/], ["Glance", "glance", /^Headline, byline/]]) {
    await findings(page, word);
    assert.match(await page.locator(`#${panel}`).innerText(), says);
    assert.equal(await page.locator(`#${panel} .row`).count(), 0);
  }
});
