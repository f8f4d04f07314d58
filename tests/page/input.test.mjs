// Every way an article comes in: typing, pasting with and without markup, files, the sample.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./harness.mjs";
import { drop, kept, paste, pasteRaw, sample, settled, storyText, takeSample, words } from "./reader.mjs";

test("the blank page says what it is for", async (t) => {
  const { page } = await open(t);
  await page.getByRole("heading", { level: 1, name: "Nutgraf" }).waitFor();
  assert(await page.locator("#blank").isVisible());
  assert(await page.getByRole("button", { name: "Clear" }).isDisabled());
  assert.equal(await page.locator("#waiting").isVisible(), false);
});

test("typing is read as it goes, clearing brings the blank page back", async (t) => {
  const { page } = await open(t);
  await page.getByLabel("The paste").pressSequentially("Boats sail again");
  assert.equal(words(await storyText(page)), "Boats sail again");
  assert.equal(await page.locator("#blank").isVisible(), false);
  await page.getByRole("button", { name: "Clear" }).click();
  assert(await page.locator("#blank").isVisible());
  assert.equal(await page.getByLabel("The paste").inputValue(), "");
  assert.equal(await page.evaluate(() => document.activeElement.id), "paste");
});

test("white space alone is not an article", async (t) => {
  const { page } = await open(t);
  await page.getByLabel("The paste").fill(" \n\t ");
  await settled(page);
  assert(await page.locator("#blank").isVisible());
});

test("the sample is shown word for word", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  assert.equal(words(await storyText(page)), words(sample).replace("picPORT", "pic PORT"));
});

test("plain text pasted into the field goes in where the cursor is, and can be undone", async (t) => {
  const { page } = await open(t);
  const field = page.getByLabel("The paste");
  await field.fill("Before. After.");
  await field.evaluate((element) => element.setSelectionRange(8, 8));
  await paste(page, { "text/plain": "Between. " });
  assert.equal(await field.inputValue(), "Before. Between. After.");
  await page.keyboard.press("Control+Z");
  assert.equal(await field.inputValue(), "Before. After.");
});

test("a paste anywhere else on the page is a new article", async (t) => {
  const { page } = await open(t);
  await page.getByLabel("The paste").fill("An old story.");
  await page.getByRole("button", { name: "Clear" }).focus();
  await paste(page, { "text/plain": "A new story." });
  assert.equal(await page.getByLabel("The paste").inputValue(), "A new story.");
  assert.equal(words(await storyText(page)), "A new story.");
});

const MARKUP = `<h1>Ferries sail again</h1><div><p>Boats <b>cross</b> the
  strait&nbsp;again.</p><p>“At last,” she said.</p></div><ul><li>one</li><li>two</li></ul>`;
const MARKUP_TEXT = "Ferries sail again\n\nBoats cross the strait again.\n\n“At last,” she said.\n\none\ntwo";

test("markup on the clipboard gives its blocks, in the field and elsewhere", async (t) => {
  for (const into of ["#paste", undefined]) {
    const { page } = await open(t);
    await paste(page, { "text/html": MARKUP, "text/plain": "glued together" }, into);
    assert.equal(await page.getByLabel("The paste").inputValue(), MARKUP_TEXT, into);
    assert.match(await page.locator("#notice").innerText(), /markup/);
  }
});

test("a paste of markup into the field can be undone", async (t) => {
  const { page } = await open(t);
  await page.getByLabel("The paste").fill("As it was.");
  await page.getByLabel("The paste").selectText();
  await paste(page, { "text/html": MARKUP }, "#paste");
  await page.keyboard.press("Control+Z");
  assert.equal(await page.getByLabel("The paste").inputValue(), "As it was.");
});

test("markup made to hurt runs nothing, loads nothing and breaks no policy", async (t) => {
  const { page, log } = await open(t);
  await kept(page);
  const before = log.requests.length;
  await pasteRaw(page, {
    "text/html": `<style>body{display:none}</style><script>globalThis.ran = 1</script><img src="/stolen" onerror="globalThis.ran = 1">
      <p style="color: red" onclick="globalThis.ran = 1">Seen.<span hidden>Hidden.</span><template>Kept.</template></p>
      <iframe src="/frame"></iframe><svg onload="globalThis.ran = 1"><text>Drawn.</text></svg><link rel="stylesheet" href="/x.css"><base href="https://stranger.example/">`,
  });
  assert.equal(await page.getByLabel("The paste").inputValue(), "Seen.");
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assert.deepEqual(log.requests.slice(before), []);
});

test("a text that is markup shows as text", async (t) => {
  const { page, log } = await open(t);
  await kept(page);
  const before = log.requests.length;
  const text = `<script>globalThis.ran = 1</script> <img src=x onerror="globalThis.ran = 1"> & <b>bold</b>`;
  await paste(page, { "text/plain": text }, "#paste");
  assert.equal(words(await storyText(page)), text);
  assert.equal(await page.locator("#story script, #story img, #story b, #panels script, #panels img").count(), 0);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assert.deepEqual(log.requests.slice(before), []);
});

const encode = (text, unit) => {
  const bytes = [];
  for (const code of Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))) {
    bytes.push(...(unit === "le" ? [code & 255, code >> 8] : [code >> 8, code & 255]));
  }
  return bytes;
};

for (const [what, bytes, text, notice] of [
  ["UTF-8", [...Buffer.from("“Café” 漢字")], "“Café” 漢字", /^a\.txt\.$/],
  ["UTF-8 with a byte order mark", [0xef, 0xbb, 0xbf, ...Buffer.from("Café")], "Café", /^a\.txt\.$/],
  ["windows-1252", [0x93, 0x43, 0x61, 0x66, 0xe9, 0x94], "“Café”", /windows-1252/],
  ["UTF-16 with a byte order mark", [0xff, 0xfe, ...encode("Café 漢", "le")], "Café 漢", /UTF-16/],
  ["UTF-16 without one", encode("Boats sail again", "be"), "Boats sail again", /UTF-16/],
]) {
  test(`a dropped file in ${what} is read`, async (t) => {
    const { page } = await open(t);
    await drop(page, "a.txt", bytes);
    await page.waitForFunction(() => document.getElementById("notice").textContent !== "");
    assert.equal(await page.getByLabel("The paste").inputValue(), text);
    assert.match(await page.locator("#notice").innerText(), notice);
  });
}

test("a file that is not text is named as what it is", async (t) => {
  const { page } = await open(t);
  await page.getByLabel("The paste").fill("What was there stays.");
  await drop(page, "report.pdf", Buffer.from("%PDF-1.7\n%\u00e2\u00e3"));
  await page.getByText("report.pdf is a PDF.").waitFor();
  assert.equal(await page.getByLabel("The paste").inputValue(), "What was there stays.");
});

test("a file can be chosen, and chosen again", async (t) => {
  const { page } = await open(t);
  for (const text of ["First story.", "Second story."]) {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open files" }).click();
    await (await chooser).setFiles({ name: "story.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.waitForFunction((text) => document.getElementById("paste").value === text, text);
  }
});

test("text dragged onto the page is read", async (t) => {
  const { page } = await open(t);
  await page.locator("#blank").evaluate((target) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "Dragged here.");
    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  assert.equal(await page.getByLabel("The paste").inputValue(), "Dragged here.");
});

test("characters that do not show are shown, and none turns the page round", async (t) => {
  const { page } = await open(t);
  const text = "Zero\u200Bwidth and \u202Eturned\u202C and \uFEFFmark and \0 NUL and \uD800 half and 👩\u200D🚀.";
  await pasteRaw(page, { "text/plain": text });
  await settled(page);
  const ghosts = await page.locator("#story .ghost").evaluateAll((all) => all.map((ghost) => ghost.dataset.glyph));
  assert.deepEqual(ghosts.slice(0, 5), ["ZWSP", "RLO", "PDF", "BOM", "NUL"]);
  // nor in the panels, where the headline may be
  assert.equal(await page.locator("#panels bdi").evaluateAll((all) =>
    all.some((piece) => [...piece.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.includes("\u202E"))),
  ), false);
  // letters after the override still run from left to right
  const [first, last] = await page.locator("#story .block > :last-child").evaluate((block) => {
    const at = (letters) => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode()); ) {
        const index = node.data.indexOf(letters);
        if (index < 0) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getBoundingClientRect().left;
      }
    };
    return [at("turned"), at("urned")];
  });
  assert(first < last, `${first} < ${last}`);
});
