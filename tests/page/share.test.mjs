// A text as a link: what goes with it, how it arrives, and what becomes of links that are none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, address, open } from "./harness.mjs";
import { editAsText, findings, kept, pasteRaw, sample, settled, takeSample } from "./reader.mjs";

const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };
const value = (page) => page.locator("#paste").inputValue();
const takings = (page) => page.getByRole("dialog", { name: "Take away" });

/** Waits until the notice says this. */
const told = (page, words) => page.locator("#notice", { hasText: words }).waitFor();

/** Waits until the field holds this text and it is read. */
async function holds(page, text) {
  await page.waitForFunction((text) => document.getElementById("paste").value === text, text);
  await settled(page);
}

/** Copies a link to the story: what is said of it, and the link. */
async function copyLink(page) {
  await page.getByRole("button", { name: "Take away" }).click();
  await takings(page).getByRole("button", { name: "Copy: Link" }).click();
  await takings(page).locator(".taken:not(:empty)").waitFor();
  const said = await takings(page).locator(".taken").innerText();
  await takings(page).getByRole("button", { name: "Close" }).click();
  return [said, await page.evaluate(() => navigator.clipboard.readText())];
}

/** A link to a document, as the page's own code writes it. */
const linkTo = (page, document) =>
  page.evaluate(async (json) => {
    const { write } = await import(new URL("www/share.js", location.href).href);
    return write(json, location.href);
  }, JSON.stringify(document));

const named = (text, rest = {}) => ({ schema: "nutgraf-document/1", text, options: { offsets: "utf8" }, ...rest });

/** Bytes as the hash of a link, without a check. */
const packed = (page, text, version = 1) =>
  page.evaluate(async ([text, version]) => {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return `#n${version}.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  }, [text, version]);

/** Follows a link on the page itself, as one does who writes it into the address bar. */
const follow = (page, hash) => page.evaluate((hash) => location.assign(hash), hash);

/** What is on the page that a reader would not lose. */
const state = (page) => page.evaluate(() => [document.getElementById("paste").value, document.getElementById("undo").textContent]);

test("a link brings text, date, corrections, ticks and remarks to another browser, and sends nothing", async (t) => {
  const { page, log } = await open(t, clipboard);
  await takeSample(page);
  await findings(page, "Names");
  await page.locator("#names .row", { hasText: "Harbour Radio" }).getByRole("button", { name: "Correct" }).first().click();
  await page.locator("#fix-name").fill("Harbour Radio 4");
  await page.keyboard.press("Enter");
  await settled(page);
  await findings(page, "Quotes");
  await page.locator("input[data-tick=q0]").check();
  await page.locator("[data-do=remark][data-name=q1]").click();
  await page.locator("[data-tick=q1][data-field=remark]").fill("ring her “again” – 9 Uhr");
  await page.locator("[data-tick=q1][data-field=remark]").press("Tab");
  await findings(page, "Times");
  await page.locator("#date").fill("2023-05-09");
  await page.locator("#date").press("Tab");
  await settled(page);
  const before = log.requests.length;
  const [said, link] = await copyLink(page);
  assert.match(said, /^Copied a link of \d\.\d KB\. Whoever has it has the text/);
  assert.equal(Number(said.match(/of (\d\.\d) KB/)[1]), Math.round(link.length / 100) / 10);
  assert(link.startsWith(`${address}#n1.`), link.slice(0, 80));
  for (const { url, method } of log.requests.slice(before)) assert.deepEqual([method, new URL(url).pathname], ["GET", "/www/share.js"]);

  const other = await open(t, { path: new URL(link).hash });
  await holds(other.page, sample);
  await told(other.page, "This text came with a link, with 1 correction, 1 tick, 1 remark. Whoever has the link has the text.");
  assert.equal(await other.page.locator("#date").inputValue(), "2023-05-09");
  await findings(other.page, "Names");
  assert.match(await other.page.locator("#names").innerText(), /Harbour Radio 4/);
  await findings(other.page, "Quotes");
  assert(await other.page.locator("input[data-tick=q0]").isChecked());
  assert.equal(await other.page.locator("[data-tick=q1][data-field=remark]").inputValue(), "ring her “again” – 9 Uhr");
  // no request has the text with it, not even the one for the page
  for (const { url } of other.log.requests) assert(!url.includes("n1."), url);
  assert.equal(other.page.url(), address);
});

test("the link leaves the address: a reload keeps what was done since", async (t) => {
  const { page } = await open(t);
  const link = await linkTo(page, named("Boats sail again, the mayor said."));
  await page.goto("about:blank");
  await page.goto(link);
  await holds(page, "Boats sail again, the mayor said.");
  assert.equal(page.url(), address);
  await editAsText(page);
  await page.locator("#paste").fill("Boats sail again, the mayor said on Monday.");
  await settled(page);
  await page.reload();
  await page.locator("[data-started]").waitFor();
  await holds(page, "Boats sail again, the mayor said on Monday.");
});

test("a link opened on the page is another text of the session: undo, back and forward", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  const link = await linkTo(page, named("From a link."));
  await follow(page, new URL(link).hash);
  await holds(page, "From a link.");
  await told(page, "Undo brings back the text before.");
  assert.equal(await page.locator("#undo").innerText(), "Undo: open link");
  assert.equal(page.url(), address);
  // one step back for one text, though the browser made an entry for the hash by itself
  await page.goBack();
  await holds(page, sample);
  await page.goForward();
  await holds(page, "From a link.");
  await page.locator("#undo").click();
  await page.locator("#undo").click();
  await page.locator("#undo").click();
  await holds(page, sample);
  // the same link again
  await follow(page, new URL(link).hash);
  await holds(page, "From a link.");
});

test("a link opens without a network, and from programs that add a full stop", async (t) => {
  const { page, context } = await open(t, { faults: true });
  await kept(page);
  const link = await linkTo(page, named("Away from everything."));
  await context.setOffline(true);
  await page.goto("about:blank");
  await page.goto(`${link}).`);
  await holds(page, "Away from everything.");
});

test("a story that is too long for a link is refused with a way out, and nothing is copied", async (t) => {
  const { page } = await open(t, clipboard);
  let seed = 7;
  const word = () => (seed = (seed * 48271) % 2147483647).toString(36);
  for (const [count, size] of [[9000, /of \d\d KB, and/], [160_000, /a link, and/]]) {
    const text = `Ferries sail again\n\n${Array.from({ length: count }, word).join(" ")}`;
    await page.evaluate(() => navigator.clipboard.writeText("before"));
    await pasteRaw(page, { "text/plain": text });
    await settled(page);
    const [said, copied] = await copyLink(page);
    assert.match(said, size);
    assert.match(said, /over 30 KB\. Save the file instead/);
    assert.equal(copied, "before");
  }
});

test("a link that is cut, changed, hostile or of another time is refused in a sentence, and nothing is lost", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  await findings(page, "Quotes");
  await page.locator("input[data-tick=q0]").check();
  const before = await state(page);
  const link = new URL(await linkTo(page, named("Boats sail again, the mayor said on Monday."))).hash;
  const check = link.slice(link.lastIndexOf("."));
  const other = new URL(await linkTo(page, named("Boats sail again, the mayor said on Sunday."))).hash;
  const json = (value) => packed(page, JSON.stringify(value));
  const refused = [
    ["cut", link.slice(0, 60), /not whole/],
    ["without its last letter", link.slice(0, -1), /not whole/],
    ["another's body", other.slice(0, other.lastIndexOf(".")) + check, /not whole/],
    ["a letter changed", link.replace(/^(.{30})./, (all, start) => start + (all[30] === "A" ? "B" : "A")), /not whole/],
    ["nothing", "#n1.", /not whole/],
    ["letters of other alphabets", "#n1.köln+/=", /not whole/],
    ["a later version", `#n2.${link.slice(4)}`, /newer version of this page: reload/],
    ["a bomb", await packed(page, "0".repeat(20_000_000)), /unfolds to more than 1\.0 MB/],
    ["a bomb that begins well", await packed(page, `${JSON.stringify(named("A"))}${" ".repeat(18_000_000)}`), /unfolds to more/],
    ["5 MB", `#n1.${"A".repeat(5_000_000)}`, /is 5\.0 MB long/],
    ["no UTF-8", "#n1.-3_7fv_3_wA", /not whole/],
    ["no JSON", await packed(page, "boats"), /What the link holds cannot be opened: expected JSON/],
    ["no document", await json(["boats"]), /expected/],
    ["null", await json(null), /expected/],
    ["a later document", await json({ ...named("A"), schema: "nutgraf-document/2" }), /nutgraf-document\/2/],
    ["no text", await json({ schema: "nutgraf-document/1" }), /expected a string as `text`/],
    ["corrections that are none", await json(named("A", { corrections: [{ change: "everything" }] })), /corrections/],
    ["ticks without a place", await json(named("A", { ticks: { length: -1 } })), /expected an array as `ticks`/],
  ];
  for (const [name, hash, words] of refused) {
    await page.evaluate(() => (document.getElementById("notice").textContent = ""));
    await follow(page, hash);
    await page.waitForFunction(() => document.getElementById("notice").textContent && !location.hash);
    assert.match(await page.locator("#notice").innerText(), words, name);
    assert.deepEqual(await state(page), before, name);
  }
  // the texts of the session are where they were
  await page.reload();
  await page.locator("[data-started]").waitFor();
  await holds(page, sample);
});

test("a broken link to a new page says so, and the page works", async (t) => {
  const { page } = await open(t, { path: "#n1.broken" });
  await told(page, "The link is not whole");
  await takeSample(page);
});

test("other addresses stay as they are", async (t) => {
  const { page } = await open(t, { path: "#story" });
  assert.equal(page.url(), `${address}#story`);
  for (const hash of ["#n1", "#names", "#nutgraf.", "#row-n1"]) {
    await follow(page, hash);
    assert.equal(page.url(), `${address}${hash}`);
  }
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert(loaded.length > 3 && !loaded.some((name) => name.endsWith("share.js")), loaded.join("\n"));
});

test("whatever stands in a link, the page answers with a text or a sentence", async (t) => {
  const { page } = await open(t);
  const odd = await page.evaluate(async (document) => {
    const { read, write } = await import(new URL("www/share.js", location.href).href);
    let seed = 20261128;
    const random = (below) => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % below;
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~%+/= é\u0000😀";
    const { hash } = new URL(await write(document, location.href));
    const odd = [];
    for (let turn = 0; turn < 3000; turn += 1) {
      let link = "#n1.";
      if (turn % 2) {
        link = hash;
        for (let times = 1 + random(3); times; times -= 1) {
          const at = 4 + random(link.length - 4);
          link = link.slice(0, at) + letters.charAt(random(letters.length)) + link.slice(at + random(3));
        }
      } else for (let length = random(400); length; length -= 1) link += letters.charAt(random(letters.length));
      try {
        const json = await read(link);
        // by chance only what was meant gets through
        if (turn % 2 && link.includes(".", 5) && json !== document) odd.push([link, json]);
      } catch (error) {
        if (!/^The link .*\.$/.test(error.message) || error.constructor === TypeError) odd.push([link, String(error)]);
      }
    }
    return odd;
  }, JSON.stringify(named("Boats sail again, the mayor said. ".repeat(9))));
  assert.deepEqual(odd, []);
});

test("thousands of corrections and ticks in a link do not hold up the page", async (t) => {
  const { page } = await open(t);
  const at = (number) => ({ start: 0, end: 5, words: `Boat${number}`, before: "", after: "" });
  const corrections = Array.from({ length: 3000 }, (_, number) => ({ change: "remove", item: "quantity", at: at(number % 10) }));
  const ticks = Array.from({ length: 3000 }, (_, number) => ({ item: "quantity", at: at(number % 10), checked: true }));
  const hash = await packed(page, JSON.stringify(named("Boats carried 31 people.", { corrections, ticks })));
  assert(hash.length < 30_000, `${hash.length}`);
  const begun = Date.now();
  await follow(page, hash);
  await told(page, "with 3000 corrections, 3000 ticks");
  await settled(page);
  assert(Date.now() - begun < 3000, `${Date.now() - begun} ms: ${await page.locator("#notice").innerText()}`);
});

test("where the device shares by itself, the link goes there", async (t) => {
  const prepare = (context) =>
    context.addInitScript(() => {
      navigator.share = async (what) => {
        globalThis.shared = what;
        if (globalThis.cancels) throw new DOMException("cancelled", "AbortError");
      };
    });
  const { page } = await open(t, { prepare });
  await takeSample(page);
  await page.getByRole("button", { name: "Take away" }).click();
  const button = takings(page).getByRole("button", { name: "Share: Link" });
  await button.click();
  await takings(page).locator(".taken", { hasText: "Shared a link of" }).waitFor();
  assert.match(await page.evaluate(() => globalThis.shared.url), /#n1\.[\w-]+\.[\w-]{6}$/);
  await page.evaluate(() => (globalThis.cancels = true));
  await button.click();
  await takings(page).locator(".taken", { hasText: "Not shared." }).waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
});
