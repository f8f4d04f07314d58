// The reader corrects the breakdown on the page: by the buttons of the rows, the labels of the story, and by selecting words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { editAsText, findings, settled, takeSample } from "./reader.mjs";

const dialog = (page) => page.getByRole("dialog").filter({ has: page.locator("#correct-label") });
const rows = (page, panel) => page.locator(`#${panel} .row`);

/** All that the page says of the text, but for how long it took. */
async function state(page) {
  await settled(page);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1100)));
  return page.evaluate(() => ["story", "glance", "quotes", "names", "times", "numbers", "parts", "checks"]
    .map((id) => document.getElementById(id).textContent));
}

/** Opens the editor of the row with these words. */
async function correct(page, panel, words, tab) {
  await findings(page, tab);
  await rows(page, panel).filter({ hasText: words }).first().getByRole("button", { name: "Correct" }).click();
  await dialog(page).waitFor();
}

async function save(page) {
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await dialog(page).waitFor({ state: "hidden" });
  await settled(page);
}

const undo = (page) => page.locator("#undo");

/** Selects words of the story as a reader does with a pointer. */
async function select(page, words) {
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.getElementById("story"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0 || node.parentElement.closest(".role")) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      node.parentElement.scrollIntoView({ block: "center" });
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      return;
    }
    throw new Error(`the story has no ${words}`);
  }, words);
  await page.locator("#mark-bar").waitFor();
}

test("everything can be corrected, and undoing all of it gives the first breakdown", async (t) => {
  const { page, log } = await open(t, { viewport: { width: 1280, height: 900 } });
  await takeSample(page);
  const first = await state(page);
  const requests = log.requests.length;
  let done = 0;

  await t.test("a part that becomes the headline changes the head", async () => {
    await correct(page, "parts", "Negotiators from", "Parts");
    assert.match(await dialog(page).innerText(), /Correct: paragraph/);
    await page.locator("#fix-role").selectOption("headline");
    await save(page);
    done++;
    assert.match(await undo(page).innerText(), /Undo: role of a part/);
    await findings(page, "Glance");
    assert.match(await page.locator("#glance").innerText(), /Headline\s+Negotiators from Marnland/);
    assert.match(await page.locator("#story .block", { hasText: "Negotiators from" }).innerText(), /yours/i);
  });

  await t.test("a part falls in two, and two parts become one", async () => {
    const count = await page.locator("#story .block").count();
    await correct(page, "parts", "The ferries stopped", "Parts");
    await page.locator("#fix-words").evaluate((area) => {
      const at = area.value.indexOf("Around 4,000");
      area.setSelectionRange(at, at);
    });
    await page.getByRole("button", { name: "Begin a new part at the cursor" }).click();
    await settled(page);
    done++;
    assert.equal(await page.locator("#story .block").count(), count + 1);
    await correct(page, "parts", "Odell warned on Tuesday", "Parts");
    await page.getByRole("button", { name: "Join with the next part" }).click();
    await settled(page);
    done++;
    assert.equal(await page.locator("#story .block").count(), count);
  });

  await t.test("a name is renamed and of another kind, and two names are one", async () => {
    await correct(page, "names", "Harbour Radio", "Names");
    await page.locator("#fix-name").fill("Harbour Radio 4");
    await page.locator("#fix-kind").selectOption("place");
    await save(page);
    done++;
    const row = rows(page, "names").filter({ hasText: "Harbour Radio 4" });
    assert.match(await row.innerText(), /yours: as you corrected it/);
    const before = await rows(page, "names").count();
    await correct(page, "names", "Ada Brandt", "Names");
    await page.locator("#fix-same").selectOption({ label: "Mira Odell" });
    await save(page);
    done++;
    assert.equal(await rows(page, "names").count(), before - 1);
    assert.match(await rows(page, "names").filter({ hasText: "Mira Odell" }).innerText(), /also .*Ada Brandt/);
  });

  await t.test("one mention means somebody else", async () => {
    const before = await rows(page, "names").count();
    await correct(page, "names", "Elena Vasko", "Names");
    await page.locator("#fix-mention").selectOption({ index: 2 });
    await page.locator("#fix-means").selectOption("apart");
    await save(page);
    done++;
    assert.equal(await rows(page, "names").count(), before + 1);
  });

  await t.test("who says a quote", async () => {
    await correct(page, "quotes", "A timetable is only paper", "Quotes");
    await page.locator("#fix-who").selectOption({ label: "Jonas Verrick" });
    await save(page);
    done++;
    assert.match(await rows(page, "quotes").filter({ hasText: "A timetable is only paper" }).innerText(), /Jonas Verrick/);
    await correct(page, "quotes", "A timetable is only paper", "Quotes");
    await page.locator("#fix-name").fill("The harbour master");
    await page.keyboard.press("Enter");
    await settled(page);
    done++;
    assert.match(await rows(page, "quotes").filter({ hasText: "A timetable" }).innerText(), /The harbour master/);
  });

  await t.test("a date, and another time in words", async () => {
    await correct(page, "times", "on Tuesday", "Times");
    await page.locator("#fix-day").fill("2023-05-01");
    await save(page);
    done++;
    assert.match(await page.locator("#times").innerText(), /1 May 2023/);
    await correct(page, "times", "stopped in November 2021", "Times");
    await page.locator("#fix-value").fill("the colour blue");
    await dialog(page).getByRole("button", { name: "Save" }).click();
    assert.match(await page.locator("#fix-error").innerText(), /not read as a time/);
    await page.locator("#fix-value").fill("October 2020");
    await save(page);
    done++;
    assert.match(await page.locator("#times").innerText(), /October 2020/);
  });

  await t.test("a number", async () => {
    await correct(page, "numbers", "31 people", "Numbers");
    await page.locator("#fix-value").fill("13 people");
    await save(page);
    done++;
    assert.match(await rows(page, "numbers").filter({ hasText: "31 people" }).innerText(), /13 people[^]*yours/);
  });

  await t.test("what is none is taken out", async () => {
    const before = await rows(page, "numbers").count();
    await correct(page, "numbers", "62 percent", "Numbers");
    await page.getByRole("button", { name: "Not a number" }).click();
    await settled(page);
    done++;
    assert.equal(await rows(page, "numbers").count(), before - 1);
  });

  await t.test("the date of the story", async () => {
    await findings(page, "Glance");
    await rows(page, "glance").filter({ hasText: "2023" }).getByRole("button", { name: "Correct" }).first().click();
    await page.locator("#fix-day").fill("2023-05-05");
    await save(page);
    done++;
    assert.match(await page.locator("#glance").innerText(), /5 May 2023/);
  });

  await t.test("words that are selected become a name, a quote, a number", async () => {
    await select(page, "cargo boat");
    await page.locator("#mark-bar").getByRole("button", { name: "Organisation" }).click();
    await settled(page);
    done++;
    await findings(page, "Names");
    assert.match(await page.locator("#names").innerText(), /cargo boat/);
    await select(page, "traffic could resume");
    await page.locator("#mark-bar").getByRole("button", { name: "Quote" }).click();
    await page.locator("#fix-who").selectOption({ label: "Jonas Verrick" });
    await save(page);
    done++;
    await findings(page, "Quotes");
    assert.match(await page.locator("#quotes").innerText(), /Jonas Verrick[^]*yours/);
    await select(page, "sank the");
    await page.locator("#mark-bar").getByRole("button", { name: "Number" }).click();
    await page.locator("#fix-value").fill("1 ship");
    await save(page);
    done++;
    await findings(page, "Numbers");
    assert.match(await page.locator("#numbers").innerText(), /sank the/);
  });

  await t.test("undone one by one, the first breakdown is there", async () => {
    for (; done > 0; done--) {
      assert.notEqual(await undo(page).innerText(), "Undo: sample");
      await undo(page).click();
      await settled(page);
    }
    assert.equal(await undo(page).innerText(), "Undo: sample");
    assert.deepEqual(await state(page), first);
    assert.equal(await page.locator("#status .corrections").count(), 0);
  });
  assert.deepEqual(log.requests.slice(requests), []);
});

test("corrections survive edits elsewhere and a reload; one whose words are gone is listed", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  await correct(page, "numbers", "31 people", "Numbers");
  await page.locator("#fix-value").fill("13 people");
  await save(page);
  await correct(page, "names", "Ada Brandt", "Names");
  await page.locator("#fix-name").fill("Adalind Brandt");
  await save(page);
  await editAsText(page);
  const field = page.getByLabel("The paste");
  const edit = async (from, to) => {
    await field.fill((await field.inputValue()).replace(from, to));
    await settled(page);
  };
  await edit("Around 4,000 islanders", "Around 4,000 patient islanders");
  await findings(page, "Names");
  assert.match(await page.locator("#names").innerText(), /Adalind Brandt/);
  await findings(page, "Numbers");
  assert.match(await rows(page, "numbers").filter({ hasText: "31 people" }).innerText(), /yours/);
  await edit("killed 31 people", "killed many people");
  await findings(page, "Checks");
  const warning = rows(page, "checks").filter({ hasText: "31 people" });
  assert.match(await warning.innerText(), /are gone/);
  await page.waitForTimeout(700);
  await page.reload();
  await settled(page);
  await page.locator("#names", { hasText: "Adalind Brandt" }).waitFor({ state: "attached" });
  assert.match(await page.locator("#status").innerText(), /2 corrections/);
  await findings(page, "Checks");
  await rows(page, "checks").getByRole("button", { name: "Drop this correction" }).click();
  await settled(page);
  assert.equal(await rows(page, "checks").filter({ hasText: "31 people" }).count(), 0);
  await page.locator("#status .corrections").click();
  assert.match(await dialog(page).innerText(), /“Ada Brandt” is named “Adalind Brandt”/);
  assert.deepEqual(await accessibilityFaults(page), []);
  await dialog(page).getByRole("button", { name: "Take all back" }).click();
  await settled(page);
  await findings(page, "Names");
  assert.doesNotMatch(await page.locator("#names").innerText(), /Adalind/);
});

test("another text starts with no corrections, and undo brings them back with the text", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  await correct(page, "numbers", "31 people", "Numbers");
  await page.locator("#fix-value").fill("13 people");
  await save(page);
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page.getByLabel("The paste").fill("The storm killed 31 people, the mayor said on Tuesday.");
  await settled(page);
  assert.doesNotMatch(await page.locator("#status").innerText(), /correction/);
  await undo(page).click();
  await undo(page).click();
  await settled(page);
  assert.match(await page.locator("#status").innerText(), /1 correction/);
});

for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
  test(`the editor works from the keyboard at ${viewport.width} px, and has no faults`, async (t) => {
    const { page } = await open(t, { viewport });
    await takeSample(page);
    // a label in the story opens it, Escape closes it and gives the focus back
    const label = page.locator("#story .role a", { hasText: "Headline" });
    await label.focus();
    await page.keyboard.press("Enter");
    await dialog(page).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "hidden" });
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Headline");
    await page.keyboard.press("Enter");
    await page.locator("#fix-role").selectOption("section");
    await save(page);
    assert.match(await page.locator("#corrected").textContent(), /section/);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Section");
    // a row, and back to it
    await correct(page, "quotes", "A timetable is only paper", "Quotes");
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "hidden" });
    assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Correct: /);
    await page.keyboard.press("Enter");
    await page.locator("#fix-who").selectOption("none");
    await save(page);
    await page.waitForFunction(() => /Correct/.test(document.activeElement.getAttribute("aria-label")));
    assert.match(await page.evaluate(() => document.activeElement.closest(".row").textContent), /A timetable/);
    await page.keyboard.press("Enter");
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.getByRole("button", { name: "Take my correction back" }).click();
    await settled(page);
    assert.match(await rows(page, "quotes").filter({ hasText: "A timetable" }).innerText(), /Ada Brandt/);
  });
}

test("the words of a part are edited in place, and its corrections stay", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  await page.locator("#story .role a", { hasText: "Headline" }).click();
  await page.locator("#fix-words").fill("Talks on the ferry end without a timetable");
  await save(page);
  assert.match(await page.locator("#story h3").first().innerText(), /Talks on the ferry/);
  assert.match(await undo(page).innerText(), /Undo: words of a part/);
});

test("words are marked from the keyboard too, in the field of their part", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  await correct(page, "parts", "A deal to reopen", "Parts");
  const choose = (words) => page.locator("#fix-words").evaluate((area, words) => {
    const at = area.value.indexOf(words);
    area.setSelectionRange(at, at + words.length);
  }, words);
  await page.locator("#fix-as").selectOption("place");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  assert.match(await page.locator("#fix-error").innerText(), /Select the words/);
  await choose("Lower Quay");
  await save(page);
  assert.match(await page.evaluate(() => document.activeElement.closest(".row").textContent), /A deal to reopen/);
  await findings(page, "Names");
  assert.match(await rows(page, "names").filter({ hasText: "Lower Quay" }).innerText(), /yours/);
  // a quote is asked who says it, in the same dialog
  await correct(page, "parts", "A deal to reopen", "Parts");
  await choose("had looked likely");
  await page.locator("#fix-as").selectOption("quote");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  assert.match(await dialog(page).innerText(), /Add: quote\s+had looked likely/);
  await page.locator("#fix-who").selectOption({ label: "Tomas Hale" });
  await save(page);
  assert.match(await page.evaluate(() => document.activeElement.closest(".row").textContent), /Tomas Hale[^]*had looked likely/);
});

test("a long story, read in the worker, is corrected as a short one is", async (t) => {
  const { page, log } = await open(t);
  await takeSample(page);
  await editAsText(page);
  const field = page.getByLabel("The paste");
  const text = await field.inputValue();
  const more = Array.from({ length: 240 }, (_, at) => `Boat number ${at + 2} sailed for the islands with crew and cargo, and came back at dusk.`);
  await field.fill(`${text}\n\n${more.join("\n\n")}`);
  await settled(page);
  const requests = log.requests.length;
  await correct(page, "numbers", "31 people", "Numbers");
  await page.locator("#fix-value").fill("13 people");
  await save(page);
  const row = rows(page, "numbers").filter({ hasText: "31 people" });
  await row.filter({ hasText: "yours" }).waitFor();
  assert.match(await row.innerText(), /13 people/);
  await undo(page).click();
  await row.filter({ hasNotText: "yours" }).waitFor();
  assert.deepEqual(log.requests.slice(requests), []);
});
