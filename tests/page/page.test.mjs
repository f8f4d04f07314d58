// The page as a whole: colours, widths, offline, privacy, access.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, address, open } from "./harness.mjs";
import { editAsText, findings, kept, settled, takeSample } from "./reader.mjs";

test("nothing is asked of anybody once the page is loaded", async (t) => {
  const { page, log } = await open(t);
  await kept(page);
  const before = log.requests.length;
  await takeSample(page);
  await page.locator("#story a.m").first().click();
  await page.locator("#panels .jump:visible").first().click();
  await page.locator("#story .role a").first().click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.keyboard.press("Escape");
  await page.getByLabel("Dark").check();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page.waitForTimeout(300);
  assert.deepEqual(log.requests.slice(before), []);
});

test("the page opens and reads without a network", async (t) => {
  const { page, context } = await open(t, { faults: true });
  await kept(page);
  await context.setOffline(true);
  await page.reload();
  await page.locator("[data-started]").waitFor();
  await takeSample(page);
  assert.match(await page.locator("#glance").innerText(), /Ferry talks/);
});

test("colours follow the system until chosen, and the choice is kept", async (t) => {
  const { page } = await open(t, { colorScheme: "dark" });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.getByLabel("Light").check();
  const light = await paper();
  assert.notEqual(light, dark);
  await page.reload();
  await page.locator("[data-started]").waitFor();
  assert.equal(await paper(), light);
  assert(await page.getByLabel("Light").isChecked());
  // the browser's bars go with it
  const bars = () =>
    page.evaluate(() => [...document.querySelectorAll("meta[name=theme-color]")].find((meta) => matchMedia(meta.media).matches).content);
  assert.equal(await bars(), "#fbfaf6");
  await page.getByLabel("Auto").check();
  assert.equal(await bars(), "#171614");
  assert.equal(await paper(), dark);
  assert.equal(await page.evaluate(() => localStorage.getItem("nutgraf-theme")), null);
});

test("a chosen theme is there at the first paint", async (t) => {
  const { page } = await open(t, { colorScheme: "light", faults: true });
  await page.getByLabel("Dark").check();
  // a module that never arrives: what is there then was there before it
  await page.context().route("**/pkg/nutgraf.js", (route) => route.abort());
  await page.reload({ waitUntil: "domcontentloaded" });
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
});

for (const width of [320, 390, 768, 1024]) {
  test(`nothing is wider than a window of ${width}`, async (t) => {
    const { page } = await open(t, { viewport: { width, height: 800 } });
    for (const fill of [() => {}, () => takeSample(page), () => editAsText(page), () => page.getByLabel("The paste").fill("x".repeat(3000))]) {
      await fill();
      await settled(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert(wide <= width, `${wide} wide`);
    }
  });
}

test("what a new text shows does not push the page about", async (t) => {
  const { page } = await open(t);
  const top = () => page.locator("#legend").evaluate((legend) => legend.getBoundingClientRect().top);
  await takeSample(page);
  await editAsText(page);
  const before = await top();
  await page.getByLabel("The paste").fill(`${await page.getByLabel("The paste").inputValue()} Another sentence.`);
  await settled(page);
  assert(Math.abs((await top()) - before) < 1);
});

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    test(`accessible with a story, ${colorScheme}, ${width} wide`, async (t) => {
      const { page } = await open(t, { colorScheme, viewport: { width, height } });
      await takeSample(page);
      assert.deepEqual(await accessibilityFaults(page), []);
      for (const word of ["Quotes", "Names", "Times", "Numbers", "Parts", "Checks"]) {
        await findings(page, word);
        assert.deepEqual(await accessibilityFaults(page), [], word);
      }
    });
  }
}

test("accessible with marks hidden, a bubble and the privacy note shown", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  await page.getByRole("button", { name: /^Places/ }).click();
  await page.getByText("Nothing leaves this tab").click();
  // the note lies over the first of them
  await page.locator("#story a.time").last().hover();
  assert.deepEqual(await accessibilityFaults(page), []);
});

test("the note on privacy closes with Escape and with a click beside it", async (t) => {
  const { page } = await open(t);
  const note = page.locator(".privacy > div");
  for (const close of [() => page.keyboard.press("Escape"), () => page.locator("h1").click()]) {
    await page.getByText("Nothing leaves this tab").click();
    assert(await note.isVisible());
    await close();
    assert.equal(await note.isVisible(), false);
  }
});

test("forced colours keep every mark", async (t) => {
  const { page } = await open(t, { forcedColors: "active" });
  await takeSample(page);
  const line = (mark) => getComputedStyle(mark).textDecorationLine;
  assert.equal(await page.locator("#story a.person").first().evaluate(line), "underline");
  assert.notEqual(await page.locator("#story .quote").first().evaluate((mark) => getComputedStyle(mark).borderBottomStyle), "none");
});

test("skip links lead to the story and the findings", async (t) => {
  const { page } = await open(t);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the story");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).hash, "#panels");
  assert.equal(new URL(page.url()).origin, new URL(address).origin);
});

test("without scripts the page says what it is", async (t) => {
  const { page } = await open(t, { javaScriptEnabled: false, faults: true });
  const text = await page.locator("body").innerText();
  assert.match(text, /Paste a news article/);
  assert.match(text, /needs JavaScript and WebAssembly/);
});
