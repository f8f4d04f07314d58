// What is told apart as it comes in: files, saved pages, source; and words for the device at hand. Several files: many.test.mjs.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { drop, kept, paste, pasteRaw, sample, settled } from "./reader.mjs";

const field = (page) => page.getByLabel("The paste");
const value = (page) => field(page).inputValue();
const notice = (page) => page.locator("#notice").innerText();
const undo = (page) => page.locator("#undo");

/** Waits until the field holds this text. */
async function holds(page, text) {
  await page.waitForFunction((text) => document.getElementById("paste").value === text, text);
  await settled(page);
}

/** Drops several files at once. */
async function dropAll(page, files) {
  await page.locator("#blank, #story").first().evaluate((target, files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

/** Drops files and folders from the disk, as a hand does. */
async function dropPaths(page, files) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x: 200, y: 500, data });
  }
}

test("an empty file and a file that is not text say what is wrong", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "kept-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "empty.txt"), "");
  await writeFile(join(folder, "blank.txt"), " \n ");
  await writeFile(join(folder, "scan.pdf"), "%PDF-1.7 ...");
  await writeFile(join(folder, "story.txt"), "Boats sail again.");
  const { page } = await open(t);
  for (const [name, words] of [
    ["empty.txt", /empty\.txt is empty/],
    ["blank.txt", /blank\.txt holds no text/],
    ["scan.pdf", /scan\.pdf is a PDF/],
  ]) {
    await dropPaths(page, [join(folder, name)]);
    await page.waitForFunction(([source]) => new RegExp(source).test(document.getElementById("notice").textContent), [words.source]);
    assert.equal(await value(page), "");
  }
  await dropPaths(page, [join(folder, "story.txt")]);
  await holds(page, "Boats sail again.");
});

const PAGE = "<!doctype html><html><head><title>Nav</title></head><body><h1>Ferries</h1><p>Boats sail again.</p></body></html>";
const READ = "Ferries\n\nBoats sail again.";

test("a saved page is read as a browser shows it, in the encoding it names, and can be read as it is", async (t) => {
  const { page } = await open(t);
  await dropAll(page, [["story.html", PAGE]]);
  await holds(page, READ);
  assert.match(await notice(page), /^story\.html\. It is HTML source, read as a browser would show it\./);
  await page.getByRole("button", { name: "Read it as it is" }).click();
  await holds(page, PAGE);
  await undo(page).click();
  await holds(page, READ);
  await drop(page, "old.htm", [...Buffer.from("<meta charset=iso-8859-2><p>Gda"), 0xf1, ...Buffer.from("sk</p>")]);
  await holds(page, "Gdańsk");
  assert.match(await notice(page), /iso-8859-2/);
});

test("source pasted as text is read as a browser shows it, anywhere and in the field", async (t) => {
  for (const source of [
    PAGE,
    "<h1>Ferries</h1>\n<p>Boats sail again.</p>",
    "<div class=\"story\"><h1>Ferries</h1><p>Boats <b>sail</b> again.</p></div>",
    "<!-- begins --><article><h1>Ferries</h1>\n<p>Boats sail\nagain.</p></article>",
    "<SECTION><H1 STYLE='color: red'>Ferries</H1><P onclick='alert(1)'>Boats sail again.</P></SECTION>",
  ]) {
    const { page, log } = await open(t);
    await kept(page);
    const before = log.requests.length;
    await pasteRaw(page, { "text/plain": source });
    await holds(page, READ);
    assert.match(await notice(page), /^This was HTML source: read as a browser would show it\. Read it as it is/);
    await page.getByRole("button", { name: "Read it as it is" }).click();
    await holds(page, source);
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await field(page).fill("Before. ");
    await paste(page, { "text/plain": source }, "#paste");
    await holds(page, `Before. ${READ}`);
    await page.getByRole("button", { name: "Read it as it is" }).click();
    await holds(page, `Before. ${source}`);
    assert.deepEqual(log.requests.slice(before), []);
  }
});

test("a story that mentions tags is left alone", async (t) => {
  const { page } = await open(t);
  for (const story of [
    "The <b> tag makes words bold.",
    "<b>Breaking</b>: boats sail again.",
    "Write to Ines Maro <ines@harbour.example>.",
    "<p> and <div>: a history of two tags\n\nIn 1993 a student wrote <p> for the first time.",
    "Begin with a heading:\n\n<h1>Ferries</h1>\n\nThen say it, in words:\n\n<p>Boats.</p>\n\nThat is all there is to it.",
  ]) {
    await pasteRaw(page, { "text/plain": story });
    await holds(page, story);
    assert.doesNotMatch(await notice(page), /source/);
  }
});

test("source that an editor copies in colours is still source", async (t) => {
  const { page } = await open(t);
  const escaped = PAGE.replaceAll("<", "&lt;");
  await pasteRaw(page, { "text/plain": PAGE, "text/html": `<pre><span style="color: blue">${escaped}</span></pre>` });
  await holds(page, READ);
});

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test("a phone has a button that pastes, and no words about keys", async (t) => {
  const { page, context } = await open(t, PHONE);
  assert.doesNotMatch(await field(page).getAttribute("placeholder"), /Ctrl|⌘|dropped/);
  assert.equal(await undo(page).getAttribute("title"), null);
  const button = page.getByRole("button", { name: "Paste", exact: true });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("Pasted by hand."));
  await button.click();
  await holds(page, "Pasted by hand.");
  assert.deepEqual(await accessibilityFaults(page), []);
  assert((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
});

test("where the clipboard is refused the button leads to the field", async (t) => {
  const refuse = (context) =>
    context.addInitScript(() => {
      // there is none on the blank page that comes first
      if (navigator.clipboard) navigator.clipboard.readText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
  const { page } = await open(t, { ...PHONE, prepare: refuse });
  await page.getByRole("button", { name: "Paste", exact: true }).click();
  await page.waitForFunction(() => document.activeElement.id === "paste");
  assert.match(await notice(page), /press long in the box/);
});

test("at a desk the field names the keys, and there is no button for what they do", async (t) => {
  const { page } = await open(t);
  assert.match(await field(page).getAttribute("placeholder"), /Ctrl\+V works anywhere/);
  assert.equal(await page.getByRole("button", { name: "Paste", exact: true }).count(), 0);
});

test("the notice with its buttons and the open note have no faults of access", async (t) => {
  for (const colorScheme of ["light", "dark"]) {
    const { page } = await open(t, { colorScheme });
    await dropAll(page, [["a.html", `<body><pre>${sample}</pre></body>`]]);
    await page.getByRole("button", { name: "Read it as it is" }).waitFor();
    await settled(page);
    await page.getByText("Nothing leaves this tab").click();
    assert.deepEqual(await accessibilityFaults(page), []);
  }
});
