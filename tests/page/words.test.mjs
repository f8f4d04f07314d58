// Words, not codes; how sure each reading is, and why; words of the trade explained where they stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { editAsText, findings, sample, settled, takeSample } from "./reader.mjs";

/** A story with times of many shapes, numbers of many kinds, and nobody to say who "they" are. */
const story = `Published: 03/04/2024

Ferries to sail again

PORT ELDER, May 4 (ANN) — Boats will cross on Tuesday, Mayor Ines Maro said. “It took 2 1/2 days,” she said.

They had waited since the spring of 1994, in the 1990s, for two weeks, twice a week, every Friday and on weekends.
In the third quarter of 2021 about 300,000 people paid $12.6 million. “We are late,” they said.

It opened in November 2021 and closed in 2022, on 5 September, on Wednesday night, and at 2.30pm on Friday.
Recently, and now, thousands of people came in the first half of the year.
`;

/** Looks for what a machine writes: TIMEX3, ISO 8601, ISO 4217 of known names. */
const CODE = /XX|_REF|\bP(T?\d|X)|\d{4}-(\d\d|W|Q|H|SU|SP|FA|WI)|\bT[A-Z]{2}\b|\bUSD\b/;

async function read(page, text) {
  await editAsText(page);
  await page.getByLabel("The paste").fill(text);
  await settled(page);
}

test("no code reaches a reader", async (t) => {
  const { page } = await open(t);
  for (const text of [story, story.replace(/^Published.*\n/, ""), sample]) {
    await read(page, text);
    for (const word of ["Quotes", "Names", "Times", "Numbers", "Parts"]) await findings(page, word);
    await page.locator("#times .row").first().waitFor({ state: "attached" });
    const panels = await page.locator("#panels").evaluate((panels) => panels.textContent);
    assert.doesNotMatch(panels, CODE, panels.match(CODE)?.[0]);
    const beside = await page.locator("#story [data-value]").evaluateAll((marks) =>
      marks.map((mark) => getComputedStyle(mark, "::after").content).join("\n"),
    );
    assert.doesNotMatch(beside, CODE, beside);
    for (const mark of await page.locator("#story a.time, #story a.number").all()) {
      await mark.focus();
      const tip = await page.getByRole("tooltip").innerText();
      assert(tip.length > 1, await mark.innerText());
      assert.doesNotMatch(tip, CODE);
    }
  }
});

test("dates of the head say what is from where, and both readings where nothing decides", async (t) => {
  const { page } = await open(t);
  await read(page, story);
  const glance = page.locator("#glance");
  assert.match(await glance.innerText(), /4 March or 3 April 2024\s+from the timestamp, nothing tells the day from the month\s+unsure/);
  assert.match(await glance.innerText(), /4 May 2024\s+day and month from the dateline, year from the timestamp\s+worked out/);
});

test("the line tells no distance that the dates do not", async (t) => {
  const { page } = await open(t);
  await read(page, "Ferries sail\n\nPORT ELDER, May 4, 2022 (ANN) - It opened in November 2021 and will close in 2023, the mayor said.");
  await findings(page, "Times");
  const line = await page.locator("#times .line").innerText();
  assert.match(line, /November 2021[\s\S]*4 May 2022\s+The story’s own date[\s\S]*the following year[\s\S]*2023/);
  assert.doesNotMatch(line, /\d+ (days|months|years)/);
});

test("numbers are in plain words", async (t) => {
  const { page } = await open(t);
  await read(page, story);
  await findings(page, "Numbers");
  const rows = await page.locator("#numbers tbody tr").allInnerTexts();
  for (const row of [/about 300,000 people\s+about 300,000 people/, /\$12\.6 million\s+12,600,000/, /thousands of people/]) {
    assert(rows.some((text) => row.test(text)), `${row} in ${rows.join("\n")}`);
  }
});

test("what was worked out or is unsure says so by line, word and reason; what is stated says nothing", async (t) => {
  const { page } = await open(t);
  await read(page, story);
  await findings(page, "Quotes");
  const pronoun = page.locator("#quotes .row", { hasText: "It took" });
  assert.match(await pronoun.innerText(), /Ines Maro[\s\S]*worked out: pronoun: nearest woman named before/);
  const nobody = page.locator("#quotes .row", { hasText: "We are late" });
  assert.match(await nobody.innerText(), /unsure: whom the pronoun means stays open/);
  assert.equal(await page.locator("#quotes .row", { hasText: "Boats will cross" }).locator(".standing").count(), 0);
  const line = (text, selector) =>
    page.locator(`#story ${selector}`, { hasText: text }).first().evaluate((mark) => getComputedStyle(mark).borderBottomStyle);
  assert.equal(await line("It took", ".quote"), "dotted");
  const hatched = (text) => page.locator("#story .quote", { hasText: text }).first().evaluate((mark) => getComputedStyle(mark).backgroundImage);
  assert.match(await hatched("We are late"), /repeating-linear-gradient/);
  assert.equal(await hatched("It took"), "none");
  assert.match(await page.locator("#story a.tag", { hasText: "unsure" }).first().innerText(), /unsure/);
  assert.equal(await line("Boats will cross", ".quote"), "none");
  assert.equal(await line("Tuesday", "a.time"), "dashed");
  assert.equal(await line("the third quarter of 2021", "a.time"), "none");
  await takeSample(page);
  assert.equal(await line("yesterday", "a.time"), "dotted");
});

test("only to check: other rows are away, in every panel, until asked for again", async (t) => {
  const { page } = await open(t);
  await read(page, story);
  const words = { quotes: "Quotes", names: "Names", times: "Times", numbers: "Numbers" };
  const rows = async () => {
    const counts = [];
    for (const [panel, word] of Object.entries(words)) {
      await findings(page, word);
      counts.push(await page.locator(`#${panel} .row`).count());
    }
    return counts;
  };
  const all = await rows();
  const open_ = await page.locator("#quotes .standing, #names .standing, #times .standing, #numbers .standing").count();
  const button = page.getByRole("button", { name: /^Only uncertain \d+$/ });
  assert.equal(await button.innerText(), `Only uncertain ${open_}`);
  await button.focus();
  await page.keyboard.press("Enter");
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  const few = await rows();
  assert.equal(few.reduce((sum, rows) => sum + rows, 0), open_);
  assert(few[0] > 0 && few[0] < all[0] && few[1] === 0, `${few} of ${all}`);
  await findings(page, "Names");
  assert.match(await page.locator("#names").innerText(), /Nothing here of what is asked for above/);
  // a mark whose row is away brings all of them back
  await page.locator("#story a.person", { hasText: "Ines Maro" }).first().click();
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  assert.match(await page.evaluate(() => document.activeElement.closest(".row").id), /^row-e/);
  assert.deepEqual(await rows(), all);
  await read(page, "Ferry");
  assert(await button.isDisabled());
});

test("a word of the trade is explained where it stands: by pointer, touch and keyboard", async (t) => {
  const { page } = await open(t, { hasTouch: true });
  await takeSample(page);
  const tip = page.getByRole("tooltip");
  await page.locator("#story .role span", { hasText: "Dateline" }).hover();
  assert.match(await tip.innerText(), /where and when the story was filed/);
  await page.keyboard.press("Escape");
  await findings(page, "Quotes");
  const cue = page.locator("#quotes").getByRole("button", { name: "cue", exact: true }).first();
  await cue.focus();
  assert.match(await tip.innerText(), /says that something is said/);
  const meaning = await cue.evaluate((word) => document.getElementById(word.getAttribute("aria-describedby")).textContent);
  assert.equal(meaning, await tip.innerText());
  await page.keyboard.press("Escape");
  assert.equal(await tip.isVisible(), false);
  // the mouse lies where nothing is, and the browser moves the pointer back there after the tap
  await page.mouse.move(2, 2);
  await page.locator("#quotes .what", { hasText: "indirect" }).first().tap();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  assert.match(await tip.innerText(), /half washed/);
  await page.keyboard.press("Escape");
  assert.equal(await tip.isVisible(), false);
  // and all of them are in the list
  const missing = await page.locator("[data-what]").evaluateAll((words) =>
    words.map((word) => word.dataset.what).filter((entry) => !document.getElementById(`word-${entry}`)),
  );
  assert.deepEqual(missing, []);
  await page.getByText("Words used here").click();
  assert(await page.locator("#word-crosshead").isVisible());
});

test("reading ease is told in words, and of what the formula is not made for nothing", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  assert.match(await page.locator("#glance").innerText(), /Reading ease: (very hard|hard|fairly hard|plain English|fairly easy|easy|very easy), \d+ of 100/);
  for (const text of ["Ferry", "渡轮再次启航\n\n市长说，海峡两岸的渡轮星期三将再次启航。居民们等了十二个星期。\n".repeat(20)]) {
    await read(page, text);
    assert.doesNotMatch(await page.locator("#glance").innerText(), /Reading ease/);
  }
});

test("parts are counted once", async (t) => {
  const { page } = await open(t);
  await read(page, story);
  const blocks = await page.locator("#story .block").count();
  const runIn = await page.locator("#story .block .paragraph > .dateline").count();
  assert.match(await page.locator("#status").innerText(), new RegExp(` in ${blocks + runIn} parts`));
});

for (const colorScheme of ["light", "dark"]) {
  test(`nothing new stands in anybody's way, ${colorScheme}`, async (t) => {
    const { page } = await open(t, { colorScheme });
    await read(page, story);
    await page.getByText("Words used here").click();
    await findings(page, "Quotes");
    await page.getByRole("button", { name: /^Only uncertain/ }).click();
    await page.locator("#quotes .what").first().focus();
    assert.deepEqual(await accessibilityFaults(page), []);
  });
}
