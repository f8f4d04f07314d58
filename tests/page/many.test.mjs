// Several stories at once: how they come in, the table, the desk and back, and what is saved of them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdir, readFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { add, read, rows, saved, several, story, zip } from "./many.mjs";
import { findings, kept, paste, settled } from "./reader.mjs";

const texts = (count) => Array.from({ length: count }, (_, at) => [`story-${at}.txt`, story(at)]);
const line = (at, more) => JSON.stringify({ id: `r${at}`, text: story(at), ...more });

async function withStories(t, count, options) {
  const opened = await open(t, options);
  await several(opened.page);
  await add(opened.page, texts(count));
  return opened;
}

/** Drops files on the page. */
async function drop(page, files) {
  await page.locator("body").evaluate((target, files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
    for (const type of ["dragover", "drop"]) target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

test("several files that are dropped are read into a table", async (t) => {
  const { page } = await open(t);
  await drop(page, texts(3));
  await read(page);
  const found = await rows(page, "stories");
  assert.equal(found.length, 3);
  assert.match(found[0][0], /^The quay of Port Elder/);
  assert.deepEqual(found[0].slice(1, 4), ["2023-05-01", "ANN", ""]);
  assert.deepEqual(found[0].slice(5, 7), ["3", "2"]);
  // more of them come to those that are there
  await drop(page, [["more.txt", story(7)]]);
  await page.locator(".many-state", { hasText: "4 stories read" }).waitFor();
  assert(await page.locator("#paste").isHidden(), "the desk waits");
});

test("one file that is dropped is read at the desk as before", async (t) => {
  const { page } = await open(t);
  await drop(page, [["one.txt", story(1)]]);
  await page.locator("#story .block").first().waitFor();
  assert(await page.locator(".many").count() === 0);
});

test("a folder, and files chosen by the picker, are read with their places", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "many-"));
  t.after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "desk", "old"), { recursive: true });
  await writeFile(join(folder, "desk", "a.txt"), story(0));
  await writeFile(join(folder, "desk", "old", "page.html"), `<h1>Ferry resumes after the storm</h1><p>“Boats sail again for all of us,” Mayor Ada Quill said on Tuesday.</p>`);
  await writeFile(join(folder, "desk", "scan.pdf"), "%PDF-1.7");
  const { page } = await open(t);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [join(folder, "desk")], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, x: 200, y: 400, data });
  await read(page);
  const found = await rows(page, "stories");
  assert.equal(found.length, 3);
  assert.match(found.find(([first]) => first.includes("scan.pdf"))[0], /^desk\/scan\.pdf is a PDF/);
  assert(found.some(([first]) => first.startsWith("Ferry resumes")), "markup is read as a browser shows it");
  await page.locator("#many-folder").setInputFiles(join(folder, "desk", "old"));
  await page.locator(".many-state", { hasText: "3 stories read; 1 could not be read" }).waitFor();
});

test("lines of JSON, tables and archives are taken apart, and what is bad has its error in its place", async (t) => {
  const { page } = await open(t);
  await several(page);
  const jsonl = [line(0, { url: "https://www.port.example/a", published: "2023-05-09" }), "{broken", "", line(1, { published: "9 May" }), `{"id":7}`, line(2)];
  await add(page, [["stories.jsonl", `\ufeff${jsonl.join("\n")}`]]);
  let found = await rows(page, "stories");
  assert.equal(found.length, 5);
  assert.deepEqual(found[0].slice(1, 4), ["2023-05-09", "ANN", "port.example"]);
  assert.match(found[1][0], /^stories\.jsonl, line 2 is no JSON/);
  assert.match(found[2][0], /^r1 .*expected an ISO 8601 date such as 2016-09-05, found "9 May"/);
  assert.match(found[3][0], /^7 has no text/);
  assert.match(found[4][0], /^The/);
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const csv = `id;Body;link\r\na;${quoted(story(3))};https://island.example/3\r\nb;"open;x\r\nc;${quoted(story(4))};\r\n`;
  await add(page, [["table.csv", csv]]);
  await page.locator(".many-state", { hasText: "4 stories read" }).waitFor();
  found = (await rows(page, "stories")).slice(5);
  assert.equal(found[0][3], "island.example");
  assert.match(found[1][0], /^table\.csv, row 3 has/);
  assert.match(found.at(-1)[0], /^The/, "a broken row costs no other");
  // as spreadsheets save them
  await add(page, [["utf16.csv", Buffer.from(`\ufeffid\ttext\nCafé\t${quoted(story(9))}\n`, "utf16le")], ["old.csv", Buffer.from(`text,id\n${quoted(story(9).replaceAll("The library", "The caf\xe9"))},x\n`, "latin1")]]);
  await page.getByRole("button", { name: /^The café of Port Elder/ }).waitFor();
  await page.locator(".many-state", { hasText: "6 stories read" }).waitFor();
  await add(page, [["archive.zip", zip([["in/one.txt", story(5)], ["in/two.csv", `text\n${quoted(story(6))}\n`], ["empty.txt", ""]])]]);
  await page.locator(".many-state", { hasText: "8 stories read" }).waitFor();
  assert((await rows(page, "stories")).some(([first]) => /^empty\.txt is empty/.test(first)));
});

test("a table that does not name its texts asks for them", async (t) => {
  const { page } = await open(t);
  await several(page);
  const csv = `who,words of it\nx,"${story(0)}"\n`;
  await page.locator("#many-files").setInputFiles([{ name: "odd.csv", mimeType: "", buffer: Buffer.from(csv) }]);
  await page.getByLabel("Which column of odd.csv holds the texts?").selectOption("words of it");
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.getByRole("button", { name: "Read it" }).click();
  await read(page);
  assert.match((await rows(page, "stories"))[0][0], /^The quay/);
  await page.locator("#many-files").setInputFiles([{ name: "none.csv", mimeType: "", buffer: Buffer.from("a,b\n1,2\n") }]);
  await page.getByRole("button", { name: "Leave it out" }).click();
  await page.locator(".failed", { hasText: "none.csv has no column with texts" }).waitFor();
});

test("what is hostile is an error, and nothing else is lost", async (t) => {
  const { page } = await withStories(t, 2);
  const bomb = zip([["bomb.txt", Buffer.alloc(40 << 20)], ["good.txt", story(8)]]);
  // too large to be handed over by the test
  await page.locator("body").evaluate((target) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["a".repeat(33 << 20)], "large.txt"));
    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await add(page, [["bomb.zip", bomb], ["not.zip", "PK\x03\x04 nothing"], ["quotes.csv", `text\n${'"\n'.repeat(5000)}`], ["half.jsonl", line(3, { text: `${story(3)} \ud800` })]]);
  await page.locator(".many-state", { hasText: "4 stories read" }).waitFor();
  await page.getByRole("searchbox", { name: "Find" }).fill("bomb.txt");
  await page.locator(".failed", { hasText: "bomb.txt unpacks to more than 32 MB" }).waitFor();
  await page.getByRole("searchbox", { name: "Find" }).fill("not.zip");
  await page.locator(".failed", { hasText: "not.zip is no zip archive" }).waitFor();
  await page.getByRole("searchbox", { name: "Find" }).fill("large");
  await page.locator(".failed", { hasText: "large.txt is larger than 32 MB" }).waitFor();
  await page.getByRole("searchbox", { name: "Find" }).fill("port elder");
  await page.getByRole("tab", { name: "Stories 4 of" }).waitFor();
});

test("ten thousand files are rows, of which few are in the document", async (t) => {
  const { page } = await open(t);
  await several(page);
  const many = Array.from({ length: 10_001 }, (_, at) => [`${at}.txt`, at % 100 ? "" : `Boats sail ${at}`]);
  await add(page, [["many.zip", zip(many)]]);
  await page.getByRole("tab", { name: "Stories 10,001" }).waitFor();
  assert((await rows(page, "stories")).length < 60);
  const scroll = page.locator(".many-stories");
  await scroll.evaluate((element) => (element.scrollTop = element.scrollHeight));
  await page.locator(".failed", { hasText: "at most 10000 files are taken" }).waitFor();
});

test("reading stops at once, and goes on when asked", async (t) => {
  const { page } = await open(t);
  await several(page);
  const long = Array.from({ length: 100 }, (_, at) => [`${at}.txt`, Array.from({ length: 20 }, (_, part) => story(at + part)).join("\n")]);
  await page.locator("#many-files").setInputFiles(long.map(([name, text]) => ({ name, mimeType: "", buffer: Buffer.from(text) })));
  const stop = page.getByRole("button", { name: "Stop" });
  await stop.waitFor();
  await page.waitForFunction(() => document.querySelector(".many progress").value > 0);
  await stop.click();
  await page.locator(".many-state", { hasText: /^Stopped/ }).waitFor();
  const [, done] = /^Stopped: ([\d,]+) of/.exec(await page.locator(".many-state").innerText());
  assert(Number(done) < 100, done);
  await page.waitForTimeout(300);
  assert.match(await page.locator(".many-state").innerText(), new RegExp(`^Stopped: ${done} of`), "nothing goes on");
  assert(await page.locator(".failed", { hasText: "is not read yet: stopped" }).first().isVisible());
  await page.getByRole("button", { name: "Read the rest" }).click();
  await page.locator(".many-state", { hasText: "100 stories read" }).waitFor({ timeout: 60_000 });
  await everyoneIsRead(page, 100);
});

/** None waits or has an error, as a table that is saved tells. */
async function everyoneIsRead(page, count) {
  const { text } = await saved(page, "Stories (CSV)");
  const [header, ...lines] = text.trim().split("\r\n");
  assert.equal(lines.length, count);
  assert(header.endsWith(",error"));
  assert.deepEqual(lines.filter((line) => !line.endsWith(",")), []);
}

test("what has not come in when reading stops comes in when it goes on", async (t) => {
  const { page } = await open(t);
  await several(page);
  const records = Array.from({ length: 400 }, (_, at) => JSON.stringify({ id: at, text: story(at).repeat(8) })).join("\n");
  const packed = zip(Array.from({ length: 300 }, (_, at) => [`${at}.txt`, story(at).repeat(8)]));
  const files = [["a.jsonl", records], ["b.zip", packed], ["c.txt", story(7)]];
  await page.locator("#many-files").setInputFiles(files.map(([name, content]) => ({ name, mimeType: "", buffer: Buffer.from(content) })));
  const stop = page.getByRole("button", { name: "Stop" });
  // in the lines, and in the archive
  for (const enough of [1, 420]) {
    await stop.waitFor();
    await page.waitForFunction((enough) => document.querySelector(".many progress").value >= enough, enough);
    await stop.click();
    await page.locator(".many-state", { hasText: /^Stopped/ }).waitFor();
    await page.getByRole("button", { name: "Read the rest" }).click();
  }
  await page.locator(".many-state", { hasText: "701 stories read" }).waitFor({ timeout: 60_000 });
  await everyoneIsRead(page, 701);
});

test("what was stopped goes on at once, while an archive is still being opened", async (t) => {
  const { page } = await open(t);
  await several(page);
  const packed = zip(Array.from({ length: 60 }, (_, at) => [`${at}.txt`, story(at)]));
  await page.locator("#many-files").setInputFiles([{ name: "a.zip", mimeType: "", buffer: Buffer.from(packed) }]);
  await page.getByRole("button", { name: "Stop" }).waitFor();
  await page.evaluate(() => {
    const press = (name) => [...document.querySelectorAll(".many button")].find((button) => button.textContent === name).click();
    press("Stop");
    press("Read the rest");
  });
  await page.locator(".many-state", { hasText: "60 stories read" }).waitFor();
  await everyoneIsRead(page, 60);
});

test("what was stopped while it was opened stays so when another file is added", async (t) => {
  const { page } = await open(t);
  await several(page);
  const packed = zip(Array.from({ length: 60 }, (_, at) => [`${at}.txt`, story(at)]));
  await page.locator("#many-files").setInputFiles([{ name: "a.zip", mimeType: "", buffer: Buffer.from(packed) }]);
  await page.getByRole("button", { name: "Stop" }).waitFor();
  await page.evaluate((text) => {
    [...document.querySelectorAll(".many button")].find((button) => button.textContent === "Stop").click();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "b.txt"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, story(60));
  await page.locator(".many-state", { hasText: /^Stopped/ }).waitFor();
  await page.getByRole("button", { name: "Read the rest" }).click();
  await page.locator(".many-state", { hasText: "61 stories read" }).waitFor();
  await everyoneIsRead(page, 61);
});

test("stories are put in order, filtered, opened at the desk, and found again as they were", async (t) => {
  const { page } = await withStories(t, 40);
  const headlines = async () => (await rows(page, "stories")).map(([first]) => first);
  await page.getByRole("columnheader", { name: "Headline" }).getByRole("button").click();
  const up = await headlines();
  assert.deepEqual(up, up.toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)));
  await page.getByRole("columnheader", { name: "Headline" }).getByRole("button").click();
  assert.equal(await page.locator(".many-stories [aria-sort]").getAttribute("aria-sort"), "descending");
  await page.getByRole("searchbox", { name: "Find" }).fill("library verrick");
  await page.getByRole("tab", { name: / of 40$/ }).waitFor();
  await page.getByRole("searchbox", { name: "Find" }).fill("library");
  await page.getByRole("tab", { name: "Stories 8 of 40" }).waitFor();
  const before = await headlines();
  assert(before.length > 1 && before.every((headline) => headline.includes("library")));
  await page.getByRole("button", { name: before[1], exact: true }).click();
  await settled(page);
  await page.locator("#story .headline", { hasText: before[1] }).waitFor();
  assert(await page.locator(".many").isHidden());
  await page.goBack();
  await page.getByRole("heading", { name: "Several at once" }).waitFor();
  assert.deepEqual(await headlines(), before);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), before[1], "the keyboard is where it was");
  await page.goForward();
  await page.locator("#story .headline", { hasText: before[1] }).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "Back to the desk" }).click();
  await page.locator("#paste").waitFor({ state: "attached" });
  assert(await page.locator(".many").isHidden());
});

test("what is known of a story goes to the desk with it", async (t) => {
  const { page } = await open(t);
  await several(page);
  await add(page, [["stories.jsonl", line(0, { url: "https://www.port.example/a", published: "2022-03-04" })]]);
  await page.locator(".many-open").click();
  await settled(page);
  assert.equal(await page.getByLabel("Count from").inputValue(), "2022-03-04");
  assert.match(await page.locator("#notice").innerText(), /^r0, one of several: the browser’s Back leads to their list\./);
  await page.getByRole("button", { name: /^Undo: open r0/ }).click();
  assert.equal(await page.locator("#paste").inputValue(), "");
});

test("a paste leads to the desk, and a reload to the list", async (t) => {
  const { page } = await withStories(t, 2);
  await paste(page, { "text/plain": story(9) });
  await page.locator("#story .headline", { hasText: "round 9" }).waitFor();
  await page.goBack();
  await page.getByRole("tab", { name: "Stories 2" }).waitFor();
  await page.reload({ waitUntil: "networkidle" });
  await page.getByRole("tab", { name: "Stories 2" }).waitFor();
  await page.getByRole("button", { name: "Back to the desk" }).click();
  await page.locator("#story").waitFor({ state: "attached" });
  assert(await page.locator(".many").isHidden());
});

test("the keyboard goes from row to row, beyond what is in sight", async (t) => {
  const { page } = await withStories(t, 60);
  await page.locator(".many-open").first().focus();
  for (let at = 0; at < 3; at++) await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowDown");
  const index = () => page.evaluate(() => document.activeElement.closest(".many-line").getAttribute("aria-rowindex"));
  assert.equal(await index(), "33");
  await page.keyboard.press("End");
  assert.equal(await index(), "61");
  await page.keyboard.press("q");
  assert.equal(await index(), "61", "the desk’s keys sleep");
  await page.keyboard.press("Enter");
  await page.locator("#story .headline", { hasText: "round 59" }).waitFor();
});

test("breakdowns are saved as the command line writes them", async (t) => {
  const { page } = await open(t);
  await several(page);
  const records = [line(0, { url: "https://www.port.example/a" }), `{"id":12345678901234567890,"text":${JSON.stringify(story(1))},"published":"2023-06-01"}`, line(2, { dateOrder: "dmy" }), "{}"];
  // more than one worker is asked for at once
  records.splice(3, 0, ...Array.from({ length: 40 }, (_, at) => line(at + 3)));
  await add(page, [["stories.jsonl", records.join("\n")]]);
  const { name, text } = await saved(page, "Breakdowns (JSONL)");
  assert.match(name, /^breakdowns-\d{4}-\d\d-\d\d\.jsonl$/);
  const lines = text.split("\n");
  assert.equal(lines.length, 45);
  assert.match(lines[43], /^\{"id":null,"error":"has no text"\}$/);
  const own = process.env.NUTGRAF_BINARY ?? new URL("../../target/debug/nutgraf", import.meta.url).pathname;
  let told;
  try {
    told = execFileSync(own, ["--jsonl"], { input: records.slice(0, 43).join("\n"), encoding: "utf8", maxBuffer: 1 << 26 });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return t.diagnostic(`skipped: no command line at ${own}`);
  }
  assert.equal(`${lines.slice(0, 43).join("\n")}\n`, told);
});

test("tables of stories and sources are saved, of what is shown", async (t) => {
  const { page } = await withStories(t, 6);
  await add(page, [["bad.pdf", "%PDF-1.7"]]);
  await page.getByRole("tab", { name: "Stories 7" }).waitFor();
  const stories = await saved(page, "Stories (CSV)");
  assert.equal(stories.text.split("\r\n").length, 9);
  assert.match(stories.text, /\r\nbad\.pdf,+"is a PDF/);
  await page.getByRole("searchbox", { name: "Find" }).fill("library");
  await page.getByRole("tab", { name: / of 7$/ }).waitFor();
  const sources = await saved(page, "Sources (CSV)");
  const cells = sources.text.split("\r\n").map((row) => row.split(",")[0]);
  assert.equal(cells[0], "source");
  assert(cells.length < 8, "only those of the stories shown");
});

test("the files of the view are kept for use without a network, and nothing else is asked for", async (t) => {
  const worker = await readFile(new URL("../../www/sw.js", import.meta.url), "utf8");
  for (const name of await readdir(new URL("../../www/many", import.meta.url))) assert(worker.includes(`"www/many/${name}"`), name);
  const { page, context, log } = await open(t, { faults: true });
  await kept(page);
  await context.setOffline(true);
  await several(page);
  await add(page, texts(3));
  assert.equal((await rows(page, "stories")).length, 3);
  assert.deepEqual(log.violations, []);
  assert.deepEqual(log.strangers, []);
});

test("everybody can use the table, in both themes, on a phone and on a desk", async (t) => {
  for (const options of [{ colorScheme: "light", viewport: { width: 1280, height: 900 } }, { colorScheme: "dark", reducedMotion: "reduce", viewport: { width: 360, height: 740 }, hasTouch: true }]) {
    const { page } = await withStories(t, 12, options);
    await add(page, [["bad.pdf", "%PDF-1.7"]]);
    assert.deepEqual(await accessibilityFaults(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert(!wide, "only the table scrolls sideways");
    await page.getByRole("tab", { name: "Sources" }).click();
    await page.locator(".many-plot").first().waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    assert(!(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)));
  }
});

test("what is corrected at the desk counts in the list, and opens and is saved so", async (t) => {
  const { page } = await withStories(t, 5);
  const headline = (await rows(page, "stories"))[1][0];
  const openOne = async (words) => {
    await page.getByRole("button", { name: words, exact: true }).click();
    await page.locator("#story", { hasText: words }).waitFor();
    await settled(page);
    await findings(page, "Quotes");
  };
  const who = page.locator("#quotes .row").first();
  await openOne(headline);
  await who.getByRole("button", { name: "Correct" }).click();
  await page.locator("#fix-name").fill("Oda Marsh");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await who.filter({ hasText: "Oda Marsh" }).waitFor();
  await page.goBack();
  const yours = page.locator(".many-own", { hasText: "yours" });
  await yours.waitFor();
  assert.equal(await page.locator(".many-line", { has: yours }).locator(".many-open").innerText(), headline);
  await page.getByRole("tab", { name: /^Sources/ }).click();
  await page.locator(".many-sources", { hasText: "Oda Marsh" }).waitFor();
  await page.getByRole("tab", { name: /^Stories/ }).click();
  // another that is looked at and left as it is changes nothing
  await openOne((await rows(page, "stories"))[3][0].replace(/ yours$/, ""));
  await page.goBack();
  await yours.waitFor();
  await page.waitForTimeout(300);
  assert.equal(await yours.count(), 1);
  const { text } = await saved(page, "Breakdowns (JSONL)");
  const lines = text.trim().split("\n").map((line) => JSON.parse(line));
  const isMarsh = ({ speaker }) => speaker?.name === "Oda Marsh";
  assert.deepEqual(lines.map(({ quotes }) => quotes.filter(isMarsh).length), [0, 1, 0, 0, 0]);
  assert(lines.every(({ offsets, id }) => offsets === "utf16" && id));
  await openOne(headline);
  await who.filter({ hasText: "Oda Marsh" }).waitFor();
  // all taken back, it is as it came
  await page.locator("#status .corrections").click();
  await page.getByRole("button", { name: "Take all back" }).click();
  await page.keyboard.press("Escape");
  await who.filter({ hasNotText: "Oda Marsh" }).waitFor();
  await page.goBack();
  await page.locator(".many-own").first().waitFor({ state: "detached" });
});
