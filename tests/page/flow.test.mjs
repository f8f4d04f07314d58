// The page never freezes: long texts are read in the worker, only what changed is set anew, nothing waits for the module.

import assert from "node:assert/strict";
import { test } from "node:test";
import { address, open } from "./harness.mjs";
import { findings, kept, pasteRaw, sample, settled, storyText, takeSample, words } from "./reader.mjs";

// rows that are all alike are a page's list, not its story
const ENDS = [
  "and nobody in Port Elder said why", "as the harbour board had asked", "while the old quay was being repaired",
  "though the wind had risen", "because the bridge was closed again", "after none had sailed for long",
  "and the last of them came home at dusk",
];
const paragraph = (number) =>
  `Boats carried ${number + 5000} people over the strait, ${ENDS[number % 7]}. ` +
  `The harbour board wanted to know more of it, ${ENDS[(Math.floor(number / 7) + 3) % 7]}.`;
const long = (name, count = 400) =>
  [`${name} ferries sail again`, ...Array.from({ length: count }, (_, number) => paragraph(number))].join("\n\n");

/** Counts what workers are asked, and lets a test answer for them. */
const countWorkers = (context) =>
  context.addInitScript(() => {
    globalThis.sent = [];
    globalThis.ended = 0;
    const { postMessage, terminate } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest) {
      globalThis.sent.push(message.module ? "module" : "text");
      return postMessage.call(this, message, ...rest);
    };
    Worker.prototype.terminate = function () {
      globalThis.ended += 1;
      return terminate.call(this);
    };
  });

/** Waits until the whole story is set. */
const whole = (page, count) =>
  page.waitForFunction((count) => document.querySelectorAll("#story .block > .role").length >= count, count);

test("a short text is read at once, a long one in the worker, and all of it is shown", async (t) => {
  const { page, log } = await open(t, { prepare: countWorkers });
  const before = log.requests.length;
  await takeSample(page);
  assert.deepEqual(await page.evaluate(() => globalThis.sent), ["module"]);
  await pasteRaw(page, { "text/plain": long("Long") });
  await page.getByText("Long ferries").first().waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.sent), ["module", "text"]);
  await whole(page, 401);
  assert.equal(words(await storyText(page)), words(long("Long")));
  assert.match(await page.locator("#glance").innerText(), /Long ferries sail again/);
  assert.equal(await page.getByRole("button", { name: "Numbers", exact: false }).locator(".count").innerText(), "400");
  assert.deepEqual(log.requests.slice(before), []);
});

test("the sample comes with its breakdown, and is read as soon as it is another text", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  const status = page.locator("#status");
  const counts = () => page.locator(".tab .count").allInnerTexts();
  assert.doesNotMatch(await status.innerText(), /read in/);
  const before = await counts();
  await pasteRaw(page, { "text/plain": `${sample}\n` });
  await page.locator("#status", { hasText: "read in" }).waitFor();
  await settled(page);
  assert.deepEqual(await counts(), before);
  assert(before.some((count) => Number(count) > 0), before.join());
});

test("newer text wins, long or short", async (t) => {
  const { page } = await open(t, { prepare: countWorkers });
  for (const text of [long("First", 20_000), long("Second", 20_000), long("Third")]) {
    await pasteRaw(page, { "text/plain": text });
  }
  await page.locator("#story").getByText("Third ferries").waitFor();
  await settled(page);
  assert.match(await page.locator("#glance").innerText(), /Third ferries/);
  await pasteRaw(page, { "text/plain": long("Fourth", 20_000) });
  await takeSample(page);
  await page.waitForTimeout(1500);
  assert.equal(words(await storyText(page)), words(sample).replace("picPORT", "pic PORT"));
  assert((await page.evaluate(() => globalThis.ended)) >= 1, "what nobody waits for was ended");
});

test("where workers are blocked the page reads long texts all the same", async (t) => {
  const prepare = (context) => context.route("**/pkg/worker.js", (route) => route.abort());
  const { page } = await open(t, { prepare, faults: true });
  await pasteRaw(page, { "text/plain": long("Blocked") });
  await whole(page, 401);
  await pasteRaw(page, { "text/plain": long("Again") });
  await page.locator("#story").getByText("Again ferries").waitFor();
});

test("a worker that dies while it reads is replaced by the page itself", async (t) => {
  const { page } = await open(t);
  await page.evaluate(() => {
    Worker.prototype.postMessage = function () {
      this.onerror(new ErrorEvent("error", { message: "gone", cancelable: true }));
    };
  });
  await pasteRaw(page, { "text/plain": long("Alive") });
  await page.locator("#story").getByText("Alive ferries").waitFor();
});

for (const [how, count] of [["short", 12], ["long", 1000]]) {
  test(`paragraphs that have not changed keep their elements in a ${how} story, and links their aim`, async (t) => {
    const { page } = await open(t);
    const field = page.getByLabel("The paste");
    await pasteRaw(page, { "text/plain": long("Kept", count) });
    await settled(page);
    await whole(page, count + 1);
    await page.evaluate(() => document.querySelectorAll("#story .block").forEach((block, index) => (block.mark = index)));
    const marks = () => page.evaluate(() => [...document.querySelectorAll("#story .block")].map((block) => block.mark ?? "new"));
    const middle = count >> 1;
    const focused = page.locator("#story .block", { hasText: `carried ${middle + 5000} people` }).locator("a.number");
    await focused.focus();
    // a number comes in before all others, and a paragraph
    await field.evaluate((field) => {
      field.value = field.value.replace("5001 people over", "5001 people and 77 goats over").replace("Boats carried 5004", "One more.\n\n$&");
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await page.locator("#story").getByText("77 goats").waitFor();
    await settled(page);
    await whole(page, count + 2);
    const kept = await marks();
    assert.equal(kept.length, count + 2);
    // which sentences count most can change as well, and they are marked
    const fresh = kept.filter((mark) => mark === "new").length;
    assert(fresh >= 2 && fresh <= 5, `${fresh} are new`);
    assert(await focused.evaluate((mark) => mark === document.activeElement), "the keyboard is where it was");
    const labels = await page.locator("#story .role").allTextContents();
    const numbers = labels.map((label) => /^¶ \d+/.exec(label)?.[0]).filter(Boolean);
    assert(numbers.length >= count);
    assert.deepEqual(numbers, numbers.map((_, index) => `¶ ${index + 1}`));
    const names = await page.locator("#story a.number").evaluateAll((all) => all.map((mark) => mark.getAttribute("data-ref")));
    assert.deepEqual(names, names.map((_, index) => `n${index}`));
    await focused.press("Enter");
    const row = page.locator(`#row-n${middle + 1}`);
    await row.waitFor();
    assert.equal(await row.locator(".jump").innerText(), `${middle + 5000} people`);
    assert.equal(words(await storyText(page)), words(await field.inputValue()));
  });
}

test("a very long text is there to its end, found and gone to, and the field shows its beginning", async (t) => {
  const { page } = await open(t);
  const text = `${long("Huge", 3000)}\n\nThe last boat carried 4711 people.`;
  await pasteRaw(page, { "text/plain": text });
  await page.locator("#story .block").first().waitFor();
  await settled(page);
  await findings(page, "Numbers");
  // from the last row to its place, which may not be set yet
  const at = await page.evaluate(() => {
    for (let more; (more = document.querySelector("#numbers .more")); ) more.click();
    document.querySelector("#numbers tr:last-child .jump").click();
    return document.activeElement.textContent;
  });
  assert.equal(at, "4711 people");
  const field = page.locator("#paste");
  assert((await field.inputValue()).length < 10_000);
  assert.equal(await field.getAttribute("readonly"), "");
  assert.match(await page.locator("#notice").innerText(), /all of it is read/);
  await whole(page, 3002);
  assert.equal(words(await storyText(page)), words(text));
  assert(await page.evaluate(() => globalThis.find("4711")), "the browser finds it");
  // another article is typed in as ever
  await page.locator("#clear").click();
  await field.fill("Short again.");
  assert.equal(words(await storyText(page)), "Short again.");
});

test("a very long line is shown to its end", async (t) => {
  const { page } = await open(t);
  const text = "word ".repeat(100_000).trim();
  await pasteRaw(page, { "text/plain": text });
  await page.waitForFunction((length) => document.querySelector("#story").textContent.length >= length, text.length);
  assert.equal(words(await storyText(page)), text);
});

test("a click on the sample during loading is done when the module is there", async (t) => {
  const gate = {};
  gate.opens = new Promise((resolve) => (gate.open = resolve));
  const { context } = await open(t);
  const fresh = await context.browser().newContext();
  t.after(() => fresh.close());
  const slow = await fresh.newPage();
  await slow.route("**/pkg/nutgraf_bg.wasm", async (route) => {
    await gate.opens;
    await route.continue();
  });
  await slow.goto(address, { waitUntil: "domcontentloaded" });
  await slow.getByRole("button", { name: "Use the sample" }).click();
  await slow.getByText("Loading … the sample follows.").waitFor();
  assert(await slow.locator("#blank").isVisible());
  gate.open();
  await slow.locator("#story").getByText("Ferry talks").first().waitFor();
  assert.match(await slow.locator("#notice").innerText(), /invented article/);
});

test("after a reload without a network long texts are read in the worker", async (t) => {
  const { page, context } = await open(t, { prepare: countWorkers, faults: true });
  await kept(page);
  await context.setOffline(true);
  await page.reload();
  await page.locator("[data-started]").waitFor();
  await pasteRaw(page, { "text/plain": long("Offline") });
  await page.locator("#story").getByText("Offline ferries").waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.sent), ["module", "text"]);
  assert.equal(await page.evaluate(() => globalThis.ended), 0);
});

test("a reader in a worker and one in place read alike, and can be stopped", async (t) => {
  for (const bypassCSP of [true, false]) {
    const { page } = await open(t, { bypassCSP, faults: true });
    const outcome = await page.evaluate(
      async ({ module, text, huge }) => {
        const { open } = await import(module);
        const readers = [await open({ worker: true }), await open({ worker: false }), await open()];
        const outcome = { inWorker: readers.map((reader) => reader.inWorker), articles: [], ends: [] };
        const name = (promise) => promise.then(() => "read", (error) => error.name);
        for (const reader of readers) {
          outcome.articles.push(JSON.stringify(await reader.parse(text, { published: "2023-05-04" })));
          const ends = [await name(reader.parse(text, {}, { signal: AbortSignal.abort() })), await name(reader.parse(text, { published: "soon" }))];
          if (reader.inWorker) {
            // one that is being read, one that waits for it, and one that is read in their place
            const stops = [new AbortController(), new AbortController()];
            const stopped = stops.map(({ signal }) => name(reader.parse(huge, {}, { signal })));
            setTimeout(() => stops.forEach((stop) => stop.abort()), 50);
            ends.push(...(await Promise.all(stopped)), await name(reader.parse(text)));
          }
          reader.close();
          outcome.ends.push([...ends, await name(reader.parse(text))].join(" "));
        }
        return outcome;
      },
      { module: new URL("pkg/reader.js", address).href, text: sample, huge: long("Huge", 20_000) },
    );
    // the page's policy lets no worker of others start: the reader reads in place, and says so
    assert.deepEqual(outcome.inWorker, [bypassCSP, false, false]);
    assert.equal(new Set(outcome.articles).size, 1);
    const plain = "AbortError Error InvalidStateError";
    const worker = "AbortError Error AbortError AbortError read InvalidStateError";
    assert.deepEqual(outcome.ends, [bypassCSP ? worker : plain, plain, plain]);
  }
});
