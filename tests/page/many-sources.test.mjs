// The audit of sources over several stories: counts, joined forms, the reader's own columns, plots.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { add, rows, saved, several } from "./many.mjs";

const STORIES = [
  ["a.txt", `Harbour to close for a month as repairs begin

PORT ELDER, May 4, 2023 (ANN) - The harbour will close for a month.

“We waited for this longer than any of us would like,” Mayor Ines Maro said.

“Nobody asked us,” said Jonas Verrick of Elder Lines.

“I sell fish here,” a trader said.`],
  ["b.txt", `Bridge toll to rise in June after the vote

PORT ELDER, May 20, 2023 (ANN) - The toll will rise.

“The toll is fair to all of us,” said Mayor Ines Maro.

“It is too much for anybody,” said Ruth Hale, the harbour master.`],
  ["c.txt", `Mayor opens new school in the old town

PORT ELDER, June 2, 2023 (ANN) - A school was opened on Friday.

“Children come first,” Maro said.`],
];

async function audited(t, options) {
  const opened = await open(t, options);
  await several(opened.page);
  await add(opened.page, STORIES);
  await opened.page.getByRole("tab", { name: "Sources" }).click();
  await opened.page.locator(".many-sources .many-rows > .many-line").first().waitFor();
  return opened;
}

const find = async (page, name) => (await rows(page, "sources")).find(([first]) => first.startsWith(name));
const choose = (page, name) => page.getByRole("checkbox", { name: `Choose ${name}`, exact: true }).check();

test("sources are counted over all stories, and over those that are shown", async (t) => {
  const { page } = await audited(t);
  assert.deepEqual((await find(page, "Ines Maro")).slice(1), ["Mayor", "", "named", "2", "19", "54.3 %", "2"]);
  assert.equal((await find(page, "Jonas Verrick"))[2], "Elder Lines");
  assert.equal((await find(page, "a trader"))[3], "not named");
  await page.getByRole("combobox", { name: "Month" }).selectOption({ label: "2023-06 (1)" });
  await page.getByRole("tab", { name: "Sources 1" }).waitFor();
  assert.equal((await rows(page, "sources")).length, 1);
  await page.getByRole("combobox", { name: "Month" }).selectOption({ label: "All months" });
  // a source leads to its stories
  await page.getByRole("button", { name: "2 stories of Ines Maro" }).click();
  await page.getByRole("tab", { name: "Stories 2 of 3" }).waitFor();
});

test("forms of one person are joined, undone and separated", async (t) => {
  const { page } = await audited(t);
  const before = await rows(page, "sources");
  const join = page.getByRole("button", { name: /^Join/ });
  assert(await join.isDisabled());
  await choose(page, "Maro");
  await choose(page, "Ines Maro");
  await page.getByRole("button", { name: "Join 2" }).click();
  const maro = await find(page, "Ines Maro");
  assert.match(maro[0], /also Maro$/);
  assert.deepEqual(maro.slice(4), ["3", "22", "62.9 %", "3"]);
  assert.match(await page.locator(".many-notice").innerText(), /^Joined: Ines Maro, Maro\.$/);
  await page.keyboard.press("Enter");
  assert.deepEqual(await rows(page, "sources"), before, "the keyboard was on Undo");
  await choose(page, "Maro");
  await choose(page, "Ines Maro");
  await page.getByRole("button", { name: "Join 2" }).click();
  await choose(page, "Ines Maro");
  await page.getByRole("button", { name: "Separate" }).click();
  assert.deepEqual(await rows(page, "sources"), before);
});

test("a column of the reader’s own is filled, sorted, joined and saved", async (t) => {
  const { page } = await audited(t);
  await page.getByLabel("Column of your own").fill("=Role");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const note = (name) => page.getByRole("textbox", { name: `=Role of ${name}`, exact: true });
  await note("Ruth Hale").fill("official, “port”");
  await note("Ruth Hale").press("Tab");
  await note("Ines Maro").fill("@mayor");
  await note("Ines Maro").press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.getAttribute("aria-label")), "=Role of Ruth Hale");
  await page.getByRole("columnheader", { name: "=Role" }).getByRole("button").click();
  assert.deepEqual((await rows(page, "sources")).slice(0, 2).map((cells) => cells.at(-1)), ["@mayor", "official, “port”"], "what is empty comes last");
  await page.getByRole("columnheader", { name: "Source" }).getByRole("button").click();
  assert.equal((await find(page, "Ines Maro")).at(-1), "@mayor");
  await choose(page, "Maro");
  await choose(page, "Ines Maro");
  await page.getByRole("button", { name: "Join 2" }).click();
  const { name, text } = await saved(page, "Sources (CSV)");
  assert.match(name, /^sources-\d{4}-\d\d-\d\d\.csv$/);
  const lines = text.split("\r\n");
  assert.match(lines[0], /^source,also called,titles,organization,.*,'=Role$/);
  assert.match(lines[1], /^Ines Maro,Maro,Mayor,,person,named,3,3,22,0\.629,3,,2023-05-04,2023-06-02,3,'@mayor$/);
  assert(lines.some((line) => line.startsWith("Ruth Hale") && line.endsWith('"official, “port”"')));
  // and all of it can be undone
  for (const what of ["join", "note", "note", "column"]) await page.getByRole("button", { name: `Undo: ${what}` }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).isDisabled();
  assert.equal((await rows(page, "sources"))[0].length, 8);
});

test("plots have their figures as tables", async (t) => {
  const { page } = await audited(t);
  const plots = page.locator(".many-plot");
  assert.deepEqual(await plots.locator("svg").evaluateAll((all) => all.map((one) => one.getAttribute("role"))), ["img", "img", "img"]);
  for (const plot of await plots.all()) await plot.locator("summary").click();
  assert.match(await plots.nth(0).locator("table").innerText(), /Ines Maro\s+19\s+54 %/);
  assert.match(await plots.nth(1).locator("table").innerText(), /2023-05\s+2\s+5\s+4 \(80 %\)\s+0 \(0 %\)\s+1 \(20 %\)/);
  assert.match(await plots.nth(2).locator("table").innerText(), /Outlet not told\s+3/);
  assert.deepEqual(await accessibilityFaults(page), []);
});
