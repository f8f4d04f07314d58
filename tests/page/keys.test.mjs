// The keyboard: one stop for the story and for each list, arrows within, letters that lead on and do what rows offer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { editAsText, findings, inView, pasteRaw, settled, takeSample } from "./reader.mjs";
import { FEATURE } from "./texts.mjs";

async function withSample(t, options) {
  const { page } = await open(t, { reducedMotion: "reduce", ...options });
  await takeSample(page);
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  return page;
}

/** What the keyboard is on: the name of the thing, and the row's id where it is in one. */
const at = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element.closest(".row")?.id || element.closest("[data-ref]")?.dataset.ref || element.id;
  });

const focusedText = (page) => page.evaluate(() => document.activeElement.textContent);

test("letters lead to the next of a kind and back, round the end, and say so", async (t) => {
  const page = await withSample(t);
  const names = await page.locator("#story a:is(.person, .place, .organization)").evaluateAll((marks) =>
    marks.map((mark) => mark.textContent),
  );
  for (const name of names) {
    await page.keyboard.press("n");
    assert.equal(await focusedText(page), name);
    assert(await inView(page.locator(":focus")), name);
  }
  await page.keyboard.press("n");
  assert.equal(await focusedText(page), names[0]);
  assert.match(await page.locator("#notice").innerText(), /the first of the names/);
  await page.keyboard.press("Shift+N");
  assert.equal(await focusedText(page), names.at(-1));
  // another kind goes on from here, not from the top
  await page.keyboard.press("Shift+Q");
  assert.equal(await at(page), "q11");
  await page.keyboard.press("Shift+Q");
  assert.equal(await at(page), "q10");
  await page.keyboard.press("d");
  const time = await at(page);
  assert.match(time, /^t/);
  await page.keyboard.press("f");
  assert.match(await at(page), /^n/);
});

test("what a hidden kind of mark leads to is shown again", async (t) => {
  const page = await withSample(t);
  await page.locator("#legend [data-kind=quote]").click();
  await page.keyboard.press("q");
  assert.equal(await page.locator("#legend [data-kind=quote]").getAttribute("aria-pressed"), "true");
  assert.equal(await at(page), "q0");
});

test("a long story is walked through with a letter before all of it is set", async (t) => {
  const { page } = await open(t, { reducedMotion: "reduce" });
  await pasteRaw(page, { "text/plain": FEATURE.repeat(8) });
  await settled(page);
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  await page.keyboard.press("Shift+Q");
  const last = await page.evaluate(() => Number(document.querySelector("#tab-quotes .count").textContent) - 1);
  assert.equal(await at(page), `q${last}`);
  assert(await inView(page.locator(":focus")));
});

test("warnings are walked through in their list, and its places from there", async (t) => {
  const page = await withSample(t);
  await page.keyboard.press("w");
  assert.match(await at(page), /^row-[wc]0$/);
  assert.equal(await page.locator("#tab-checks").getAttribute("aria-selected"), "true");
  await page.keyboard.press("w");
  assert.match(await at(page), /^row-[wc]0$/);
});

test("x ticks what the keyboard is on, r remarks on it, c corrects it", async (t) => {
  const page = await withSample(t);
  await page.keyboard.press("x");
  assert.match(await page.locator("#notice").innerText(), /Go to a quote, a name, a date or a figure first/);
  await page.keyboard.press("n");
  await page.keyboard.press("x");
  assert.equal(await page.locator("#story a.ticked").first().isVisible(), true);
  assert.match(await page.locator("#notice").innerText(), /^Checked\. 47 of 48 left to check\.$/);
  assert.match(await at(page), /^e/);
  await page.keyboard.press("x");
  assert.equal(await page.locator("#story a.ticked").count(), 0);
  await page.keyboard.press("c");
  assert(await page.locator("#correct").isVisible());
  await page.keyboard.press("Escape");
  assert.match(await at(page), /^e/);
  await page.keyboard.press("r");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.field), "remark");
  // letters in a field are letters
  await page.keyboard.type("quaint");
  assert.equal(await page.locator("[data-field=remark]").inputValue(), "quaint");
});

test("figures choose a panel, e opens the paste", async (t) => {
  const page = await withSample(t);
  for (const [key, panel] of [["2", "quotes"], ["4", "times"], ["7", "checks"], ["1", "glance"]]) {
    await page.keyboard.press(key);
    assert(await page.locator(`#panel-${panel}`).isVisible(), panel);
    assert.equal(await at(page), `panel-${panel}`);
  }
  await page.keyboard.press("8");
  assert.equal(await at(page), "panel-glance");
  await page.keyboard.press("e");
  assert(await page.locator("#paste").isVisible());
  await page.keyboard.type("qn");
  assert.match(await page.locator("#paste").inputValue(), /qn/);
});

test("in the story the arrows go from mark to mark, past those not shown", async (t) => {
  const page = await withSample(t);
  await page.locator("#story").focus();
  await page.keyboard.press("ArrowRight");
  const first = await focusedText(page);
  assert.equal(first, await page.locator("#story a:is(.m, .tag)").first().innerText());
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await focusedText(page), first);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await focusedText(page), first);
  await page.locator("#legend [data-kind=person]").click();
  await page.locator("#story").focus();
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.classList.contains("person")), false);
  }
  // up and down go on scrolling
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction((before) => scrollY > before, before);
});

test("in a list the arrows go from row to row in one column, and the row has the stops", async (t) => {
  const page = await withSample(t);
  await findings(page, "Quotes");
  await page.locator("#row-q0 [type=checkbox]").focus();
  for (const name of ["row-q1", "row-q2"]) {
    await page.keyboard.press("ArrowDown");
    assert.equal(await at(page), name);
    assert.equal(await page.evaluate(() => document.activeElement.type), "checkbox");
    await page.keyboard.press("Space");
  }
  assert.equal(await page.locator("#quotes .ticked").count(), 2);
  await page.keyboard.press("ArrowUp");
  assert.equal(await at(page), "row-q1");
  const stops = await page.locator("#quotes .row:not(#row-q1) :is(button, input):not([tabindex='-1'])").count();
  assert.equal(stops, 0);
  assert(await page.locator("#row-q1 :is(button, input):not([tabindex='-1'])").count() >= 4);
  // rows that the scrolling adds do not take the keyboard away
  await findings(page, "Numbers");
  await page.locator("#row-n0 .jump").focus();
  await page.keyboard.press("ArrowDown");
  assert.equal(await at(page), "row-n1");
});

test("however long the story, the keyboard stops as often", async (t) => {
  const counts = [];
  for (const text of [undefined, FEATURE]) {
    const page = await withSample(t);
    if (text) {
      await pasteRaw(page, { "text/plain": text });
      await settled(page);
    }
    await findings(page, "Quotes");
    const stops = await page.evaluate(() =>
      [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
        (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }),
      ).length,
    );
    assert(stops < 46, `${stops}`);
    counts.push(stops);
  }
  assert(Math.abs(counts[0] - counts[1]) <= 3, `${counts}`);
});

test("the list of keys opens with one and with a button, and switches the letters off for good", async (t) => {
  const page = await withSample(t);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  assert(await dialog.isVisible());
  assert.deepEqual(await accessibilityFaults(page), []);
  // nothing below is reached
  await page.keyboard.press("q");
  await page.getByLabel(/act at once/).uncheck();
  await page.keyboard.press("Escape");
  assert.equal(await dialog.isVisible(), false);
  await page.keyboard.press("q");
  await page.keyboard.press("?");
  assert.equal(await dialog.isVisible(), false);
  assert.doesNotMatch(await at(page), /^q/);
  await page.reload();
  await page.locator("[data-started]").waitFor();
  await page.keyboard.press("?");
  assert.equal(await dialog.isVisible(), false);
  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByLabel(/act at once/).check();
  await page.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("?");
  assert(await dialog.isVisible());
});

test("on a phone a letter leads from the sheet to the story", async (t) => {
  const page = await withSample(t, { viewport: { width: 360, height: 740 } });
  await page.keyboard.press("2");
  assert(await page.locator(".panels.open").isVisible());
  await page.locator("#row-q3 .jump").focus();
  await page.keyboard.press("q");
  assert.equal(await page.locator(".panels.open").count(), 0);
  assert.equal(await at(page), "q4");
  await editAsText(page);
});
