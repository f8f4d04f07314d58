// Several stories at once: their list outlasts a reload, for this tab alone, until it is emptied.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { add, rows, several, story } from "./many.mjs";
import { findings, settled } from "./reader.mjs";

const texts = (count) => Array.from({ length: count }, (_, at) => [`story-${at}.txt`, story(at)]);

/** Waits until nothing waits to be kept. */
const written = (page) => page.waitForTimeout(700);

async function reloaded(page, count) {
  await written(page);
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload({ waitUntil: "networkidle" });
  await page.locator(".many-state", { hasText: `${count} stories read` }).waitFor();
}

/** What the database holds: its keys, and all its bytes as one text. */
const inDatabase = (page) =>
  page.evaluate(async () => {
    const asked = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
    const base = await asked(indexedDB.open("nutgraf-lists"));
    const store = base.transaction("parts").objectStore("parts");
    const [keys, values] = [await asked(store.getAllKeys()), await asked(store.getAll())];
    base.close();
    return { keys, bytes: values.map(({ data }) => (data ? new TextDecoder("latin1").decode(data) : "")).join("") };
  });

test("a reload brings the list back with corrections, joins, columns and errors", async (t) => {
  const { page } = await open(t);
  await several(page);
  await add(page, [...texts(6), ["bad.pdf", "%PDF-1.7"]]);
  const before = await rows(page, "stories");
  await page.getByRole("button", { name: before[1][0], exact: true }).click();
  await settled(page);
  await findings(page, "Quotes");
  const who = page.locator("#quotes .row").first();
  await who.getByRole("button", { name: "Correct" }).click();
  await page.locator("#fix-name").fill("Oda Marsh");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await who.filter({ hasText: "Oda Marsh" }).waitFor();
  await page.goBack();
  await page.locator(".many-own", { hasText: "yours" }).waitFor();
  await page.getByRole("tab", { name: /^Sources/ }).click();
  await page.locator("#many-column").fill("Region");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel("Region of Oda Marsh").fill("north");
  await page.getByRole("checkbox", { name: "Choose Oda Marsh" }).check();
  await page.getByRole("checkbox", { name: "Choose Ruth Hale" }).check();
  await page.getByRole("button", { name: "Join 2" }).click();
  await page.locator(".many-also").waitFor();
  const sources = await rows(page, "sources");

  await reloaded(page, 6);
  const after = await rows(page, "stories");
  assert.deepEqual(after.map(([headline]) => headline), before.map(([headline], at) => (at === 1 ? `${headline}yours` : headline)));
  await page.getByRole("tab", { name: /^Sources/ }).click();
  await page.locator(".many-also").waitFor();
  assert.deepEqual(await rows(page, "sources"), sources);
  const notes = await page.getByLabel(/^Region of/).evaluateAll((fields) => fields.map(({ value }) => value));
  assert(notes.includes("north"), notes.join());
  await page.getByRole("button", { name: "Undo: join" }).click();
  await page.locator(".many-also").waitFor({ state: "detached" });
  // what comes after it is added to it, and kept with it
  await add(page, [["later.txt", story(9)]]);
  await reloaded(page, 7);
  assert.equal((await rows(page, "stories")).length, 8);
});

test("what is corrected at the desk before a reload there counts in the list, too", async (t) => {
  const { page } = await open(t);
  await several(page);
  await add(page, texts(3));
  const [, [headline]] = await rows(page, "stories");
  await page.getByRole("button", { name: headline, exact: true }).click();
  await settled(page);
  await findings(page, "Quotes");
  const who = page.locator("#quotes .row").first();
  await who.getByRole("button", { name: "Correct" }).click();
  await page.locator("#fix-name").fill("Oda Marsh");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await who.filter({ hasText: "Oda Marsh" }).waitFor();
  await written(page);
  await page.reload({ waitUntil: "networkidle" });
  await findings(page, "Quotes");
  await who.filter({ hasText: "Oda Marsh" }).waitFor();
  await several(page);
  const yours = page.locator(".many-line", { has: page.locator(".many-own") });
  await yours.waitFor();
  assert.equal(await yours.locator(".many-open").innerText(), headline);
  await page.getByRole("tab", { name: /^Sources/ }).click();
  await page.locator(".many-sources", { hasText: "Oda Marsh" }).waitFor();
  // it is kept as corrected by now
  await reloaded(page, 3);
  await yours.waitFor();
});

test("what is kept can be read by nobody but this tab", async (t) => {
  const { page, context } = await open(t);
  await several(page);
  await add(page, texts(3));
  await written(page);
  const { keys, bytes } = await inDatabase(page);
  assert(keys.some(([, kind]) => kind === "stories"));
  assert(bytes.length > 500);
  for (const word of ["Port Elder", "story-1", "repaired", "text"]) assert(!bytes.includes(word), word);
  // a tab that was doubled has the key too, and a list of its own
  const own = await page.evaluate(() => ({ ...sessionStorage }));
  const other = await context.newPage();
  await other.addInitScript((own) => Object.entries(own).forEach(([key, value]) => sessionStorage.getItem("nutgraf-list") ?? sessionStorage.setItem(key, value)), own);
  await other.goto(page.url(), { waitUntil: "networkidle" });
  await other.locator(".many, [data-do=many]").first().waitFor();
  if (!(await other.locator(".many").isVisible())) await several(other);
  await other.locator("#many-files").setInputFiles([{ name: "x.txt", mimeType: "", buffer: Buffer.from(story(11)) }]);
  await other.locator(".many-state", { hasText: "1 story read" }).waitFor();
  await reloaded(page, 3);
});

test("the list is emptied when the reader means it", async (t) => {
  const { page } = await open(t);
  await several(page);
  await add(page, texts(4));
  const empty = page.getByRole("button", { name: "Empty the list" });
  await empty.click();
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.getByRole("button", { name: "Keep it" }).click();
  assert.equal((await rows(page, "stories")).length, 4);
  await empty.click();
  await page.keyboard.press("Escape");
  assert.equal((await rows(page, "stories")).length, 4);
  await empty.click();
  await page.getByRole("button", { name: "Empty it" }).click();
  await page.locator(".many-empty").waitFor();
  assert.equal(await page.locator(".many-state").innerText(), "");
  await written(page);
  assert.deepEqual((await inDatabase(page)).keys, []);
  await page.reload({ waitUntil: "networkidle" });
  await page.locator(".many-empty").waitFor();
  await add(page, texts(2));
  assert.equal((await rows(page, "stories")).length, 2);
  await reloaded(page, 2);
});

test("a reload before all had come in says so", async (t) => {
  const { page } = await open(t);
  await several(page);
  const table = `a,b\n${story(1).replaceAll("\n", " ").replaceAll(",", "")},2\n`;
  const files = [...texts(2), ["asks.csv", table]];
  await page.locator("#many-files").setInputFiles(files.map(([name, content]) => ({ name, mimeType: "", buffer: Buffer.from(content) })));
  await page.getByLabel("Which column of asks.csv").waitFor();
  await written(page);
  await page.reload({ waitUntil: "networkidle" });
  await page.locator(".many-notice", { hasText: "before all had come in" }).waitFor();
  await page.locator(".many-state", { hasText: "2 stories read" }).waitFor();
  // it is told once
  await reloaded(page, 2);
  assert.equal(await page.locator(".many-notice").innerText(), "");
});

test("lists of tabs that are gone are taken away after a day", async (t) => {
  const { page } = await open(t);
  await page.evaluate(async () => {
    const opening = indexedDB.open("nutgraf-lists", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("parts");
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const store = opening.result.transaction("parts", "readwrite").objectStore("parts");
    for (const [list, hours] of [["old", 25], ["young", 23]]) {
      store.put(Date.now() - hours * 3_600_000, [list, "age", 0]);
      store.put({ data: new Uint8Array(9) }, [list, "stories", 0]);
    }
    await new Promise((resolve) => (store.transaction.oncomplete = resolve));
    opening.result.close();
  });
  await several(page);
  await add(page, texts(1));
  await written(page);
  const lists = new Set((await inDatabase(page)).keys.map(([list]) => list));
  assert(lists.has("young") && !lists.has("old") && lists.size === 2, [...lists].join());
});

const blocked = () =>
  Object.defineProperty(globalThis, "indexedDB", {
    get: () => {
      throw new DOMException("blocked", "SecurityError");
    },
  });

test("a browser that keeps nothing reads them all the same", async (t) => {
  const { page } = await open(t, { prepare: (context) => context.addInitScript(blocked) });
  await several(page);
  await add(page, texts(3));
  assert.equal((await rows(page, "stories")).length, 3);
  await page.getByRole("button", { name: "Empty the list" }).click();
  await page.getByRole("button", { name: "Empty it" }).click();
  await page.locator(".many-empty").waitFor();
});
