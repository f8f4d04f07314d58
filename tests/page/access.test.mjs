// Every state of the page by axe-core's rules, light and dark, at 360 and 1280 pixels. The states are found as a reader
// finds them, by roles and names, so that they hold however the page is laid out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { pasteRaw, settled, takeSample } from "./reader.mjs";

const paragraph = (number) =>
  `“We waited ${number + 3} weeks for boat ${number},” Ines Maro of Harbour Radio told Port Elder on May ${(number % 28) + 1}, 2023. ` +
  `It cost $${number + 1}.5 million, ${number % 90} percent more than in ${1950 + (number % 70)}.`;
const LONG = ["Ferries to sail again", "By Ada Quill", ...Array.from({ length: 75 }, (_, number) => paragraph(number))].join("\n\n");
const GERMAN = `Fähren fahren wieder

Von Ada Quill

Port Elder, 3. Mai 2023 – Die Fähren über den Sund fahren ab Montag wieder, sagte die Bürgermeisterin der Stadt. „Wir haben zwölf Wochen
darauf gewartet“, sagte sie dem Sender. Die Überfahrt kostet 12,50 Euro, und 4.000 Menschen warten darauf seit dem Winter.`;
const CHAT = ["[14:02] ada: hi", "[14:03] ines: hello, boats?", "[14:03] ada: no boats lol", "[14:04] ines: ok"].join("\n").repeat(6);

/** What a reader comes to, each from an empty page. */
const STATES = {
  empty: async () => {},
  sample: takeSample,
  long: (page) => read(page, LONG),
  German: (page) => read(page, GERMAN),
  "not an article": (page) => read(page, CHAT),
};

async function read(page, text) {
  await pasteRaw(page, { "text/plain": text });
  await page.locator("#story .block").first().waitFor();
  await settled(page);
}

/** Turns to every panel, as tabs where they are tabs, and calls `visit` with the name of each. */
async function eachPanel(page, visit) {
  const tabs = page.getByRole("tab");
  const count = await tabs.count();
  for (let index = 0; index < count; index++) {
    const tab = tabs.nth(index);
    if (!(await tab.isVisible()) || (await tab.isDisabled())) continue;
    await tab.click();
    await visit(`tab ${(await tab.innerText()).split(/\s+/).join(" ").trim()}`);
    // on a phone a tab opens a sheet over the story
    if (await page.locator("dialog:modal").count()) await page.keyboard.press("Escape");
  }
  if (count === 0) {
    const folds = page.locator("#panels details:not([open]) > summary");
    while (await folds.count()) await folds.first().click();
    await visit("panels open");
  }
}

/** Opens all that unfolds, and whatever a button says that it opens a dialog or a menu; calls `visit` for each. */
async function eachOpening(page, visit) {
  const folds = page.locator(":is(main, footer) details:not([open]) > summary:visible:not([inert] *)");
  for (let left = 12; left > 0 && (await folds.count()); left--) await folds.first().click();
  await visit("folds open");
  const openers = page.locator("button[aria-haspopup]:visible:enabled:not([inert] *)");
  for (let index = 0; index < (await openers.count()); index++) {
    await openers.nth(index).click();
    await visit(`opened by ${await openers.nth(index).evaluate((button) => button.ariaLabel ?? button.textContent.trim())}`);
    await page.keyboard.press("Escape");
  }
  await page.locator("body").press("?");
  if (await page.locator("dialog[open]").count()) {
    await visit("shortcuts");
    await page.keyboard.press("Escape");
  }
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    for (const [name, come] of Object.entries(STATES)) {
      test(`${name}, ${colorScheme}, ${width} wide`, async (t) => {
        const { page } = await open(t, { colorScheme, viewport: { width, height: width < 600 ? 740 : 800 } });
        await come(page);
        const seen = [];
        const visit = async (state) => {
          seen.push(state);
          assert.deepEqual(await accessibilityFaults(page), [], state);
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert(wider <= 0, `${state}: ${wider} px wider than the window`);
        };
        // a long page takes axe seconds: once is enough where the next state has all of it
        if (name !== "long" || (await page.getByRole("tab").count())) await visit("as it comes");
        if (name === "empty") return;
        await eachPanel(page, visit);
        // how a page unfolds does not depend on its colours, nor on the text
        if (name === "sample") await eachOpening(page, visit);
        t.diagnostic(seen.join(", "));
      });
    }
  }
}
