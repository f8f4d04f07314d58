// What a reader sees of the sample: the story with its parts and marks, the panels, and the links between.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./harness.mjs";
import { findings, inView, settled, takeSample } from "./reader.mjs";

/** The labels in the margin, paragraphs as one. */
async function labels(page) {
  const all = await page.locator("#story .role > span").allInnerTexts();
  return all.map((label) => label.trim()).filter((label) => !label.startsWith("¶"));
}

async function sampleOpen(t, options) {
  const opened = await open(t, options);
  await takeSample(opened.page);
  return opened;
}

test("every part is named in the margin", async (t) => {
  const { page } = await sampleOpen(t);
  // a part that is unsure says so beside its name
  assert.deepEqual((await labels(page)).filter((label) => label !== "unsure"), [
    "Address", "Counter", "Counter", "Headline", "Caption", "Credit", "Dateline", "Sign-off",
  ]);
  assert.equal(
    await page.locator("#story").getByRole("heading").first().innerText(),
    "Ferry talks across the Sound end without a timetable",
  );
  assert.equal(await page.locator("#story .dateline").evaluate((part) => part.textContent), "PORT ELDER, May 4 —");
});

test("the head is there at a glance", async (t) => {
  const { page } = await sampleOpen(t);
  const glance = await page.locator("#glance").innerText();
  for (const seen of [
    "Ferry talks across the Sound end without a timetable",
    "Thursday 4 May 2023",
    "PORT ELDER",
    "ANN",
    "www.harbourpost.example",
    "214",
  ]) {
    assert(glance.includes(seen), `${seen} in:\n${glance}`);
  }
});

test("quotes have their speakers, with how that is known", async (t) => {
  const { page } = await sampleOpen(t);
  await findings(page, "Quotes");
  const row = page.locator("#quotes .row", { hasText: "we owe it to the islanders" });
  assert.equal(await row.locator(".who").innerText(), "Mira Odell");
  assert.match(await row.innerText(), /“she” in the text\s+worked out: pronoun: nearest woman named before[\s\S]*cue “said”/);
  assert.match(await page.locator("#panel-quotes").innerText(), /Machines err/);
});

test("people are listed with their mentions", async (t) => {
  const { page } = await sampleOpen(t);
  const row = page.locator("#names .row", { hasText: "Elena Vasko" });
  assert.equal(await row.locator(".count").innerText(), "3 mentions");
});

test("times lie on a line, in order, with the story's own date among them", async (t) => {
  const { page } = await sampleOpen(t);
  await findings(page, "Times");
  const values = await page.locator("#times .node .when").allInnerTexts();
  const days = values.filter((value) => /^\w+day \d+ \w+ \d{4}$/.test(value)).map((value) => new Date(`${value} UTC`));
  assert(days.length >= 2 && days.every((day) => day.getTime() > 0), values.join(" "));
  assert.deepEqual(days, [...days].sort((a, b) => a - b));
  assert(values.includes("Wednesday 3 May 2023") && values.includes("Thursday 4 May 2023"), values.join(" "));
  const own = page.locator("#times .node.own");
  assert.equal(await own.count(), 1);
  assert.match(await own.innerText(), /Thursday 4 May 2023[\s\S]*own date/);
  const yesterday = page.locator("#times .row", { hasText: "yesterday" });
  assert.match(await yesterday.innerText(), /looked likely yesterday, before/);
});

test("numbers are shown as written and as meant", async (t) => {
  const { page } = await sampleOpen(t);
  await findings(page, "Numbers");
  const row = page.locator("#numbers tr", { hasText: "$12.6 million" });
  assert.match(await row.innerText(), /\$12\.6 million\s+12,600,000/);
});

test("a time shows its value on hover and on focus, and Escape puts it away", async (t) => {
  const { page } = await sampleOpen(t);
  const time = page.locator("#story a.time", { hasText: "yesterday" });
  await time.hover();
  const tip = page.getByRole("tooltip");
  assert.match(await tip.innerText(), /^Wednesday 3 May 2023\s+worked out: counted from the dateline’s date, 4 May 2023$/);
  await page.keyboard.press("Escape");
  assert.equal(await tip.isVisible(), false);
  await time.focus();
  assert.match(await tip.innerText(), /3 May 2023/);
  assert.equal(await time.getAttribute("aria-describedby"), "tip");
  // and without hover: the date follows the word, but is not part of the words of the story
  assert.equal(await time.evaluate((mark) => getComputedStyle(mark, "::after").content), '"3 May 2023"');
});

test("from a row to its place, with the keyboard, and back", async (t) => {
  const { page } = await sampleOpen(t, { reducedMotion: "reduce" });
  await findings(page, "Quotes");
  const row = page.locator("#quotes .row", { hasText: "We will sit until it is done" });
  await row.locator(".jump").focus();
  await page.keyboard.press("Enter");
  const place = page.locator("#story .quote", { hasText: "We will sit until it is done" });
  assert(await inView(place));
  assert.match(await place.getAttribute("class"), /flash/);
  const at = await page.evaluate(() => document.activeElement.className);
  assert.match(at, /tag/, "the keyboard is at the quote");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".row")?.id), await row.getAttribute("id"));
});

test("from a mark to its row, by click, also in a panel that is not shown", async (t) => {
  const { page } = await sampleOpen(t, { reducedMotion: "reduce" });
  const mark = page.locator("#story a.number", { hasText: "62 percent" });
  await mark.click();
  const row = page.locator("#numbers .row", { hasText: "62 percent" });
  assert(await row.isVisible());
  assert(await inView(row));
  assert.equal(await page.evaluate(() => document.activeElement.closest(".row")?.id), await row.getAttribute("id"));
});

test("a name's row goes from mention to mention and round", async (t) => {
  const { page } = await sampleOpen(t, { reducedMotion: "reduce" });
  await findings(page, "Names");
  const jump = page.locator("#names .row", { hasText: "Elena Vasko" }).locator(".jump");
  const visited = [];
  for (let turn = 0; turn < 4; turn++) {
    await jump.click();
    visited.push(await page.evaluate(() => document.activeElement.dataset.nth));
  }
  assert.deepEqual(visited, ["0", "1", "2", "0"]);
});

test("a click that selects words of a quote goes nowhere", async (t) => {
  const { page } = await sampleOpen(t);
  const quote = page.locator("#story .quote", { hasText: "owe it to the islanders" });
  await quote.dblclick();
  assert.notEqual(await page.evaluate(() => getSelection().toString()), "");
});

test("the legend counts and hides kinds of marks", async (t) => {
  const { page } = await sampleOpen(t);
  const times = page.getByRole("button", { name: /^Times \d+$/ });
  assert.equal(await times.getAttribute("aria-pressed"), "true");
  const marked = await page.locator("#story a.time").count();
  assert(marked >= 8, `${marked} times`);
  await times.click();
  assert.equal(await times.getAttribute("aria-pressed"), "false");
  const time = page.locator("#story a.time", { hasText: "yesterday" });
  assert.equal(await time.evaluate((mark) => getComputedStyle(mark).textDecorationLine), "none");
  // and stays so for the next article
  await takeSample(page);
  assert.equal(await time.evaluate((mark) => getComputedStyle(mark).textDecorationLine), "none");
  await times.click();
  assert.equal(await time.evaluate((mark) => getComputedStyle(mark).textDecorationLine), "underline");
});

test("the reader's date counts where the text has none, and only for this article", async (t) => {
  const { page } = await open(t);
  await page.getByLabel("The paste").fill("Boats sail again\n\nThe ferry sank yesterday, the mayor said.");
  await settled(page);
  assert.match(await page.locator("#date-basis").innerText(), /no date found/);
  await findings(page, "Times");
  await page.getByLabel("Count from").fill("2024-03-01");
  await page.locator("#times .when", { hasText: "Thursday 29 February 2024" }).waitFor();
  assert.equal(await page.locator("#date-basis").innerText(), "as you gave it");
  await takeSample(page);
  assert.equal(await page.getByLabel("Count from").inputValue(), "2023-05-04");
});

test("what was found is said", async (t) => {
  const { page } = await sampleOpen(t);
  const said = page.locator("#said");
  await page.waitForFunction(() => document.getElementById("said").textContent !== "");
  assert.match(await said.innerText(), /Ferry talks.*\d+ quotes, 5 people, \d+ times/);
});

test("the story is read in its order, with headings and lists", async (t) => {
  const { page } = await sampleOpen(t);
  const stops = [];
  await page.getByRole("button", { name: "Print a checklist" }).focus();
  for (let turn = 0; turn < 14; turn++) {
    await page.keyboard.press("Tab");
    stops.push(
      await page.evaluate(() => {
        const at = document.activeElement;
        return at.closest(".legend") ? "legend" : at.closest("#story") ? "story" : at.closest("#panels") ? "panels" : "other";
      }),
    );
  }
  const order = stops.filter((stop, index) => stop !== stops[index - 1]);
  assert.deepEqual(order.slice(0, 3), ["legend", "story", "panels"]);
  // the marks, which the arrows go through, are in the order of the text
  const boxes = await page.locator("#story a:is(.m, .tag)").evaluateAll((all) =>
    all.map((mark) => {
      const box = mark.getClientRects()[0];
      return [box.top, box.left];
    }),
  );
  assert(boxes.length > 20);
  for (const [index, [top]] of boxes.entries()) assert(index === 0 || top >= boxes[index - 1][0] - 12, `mark ${index}`);
});
