// Nothing is ever lost: undo, back and forward, the draft, settings.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./harness.mjs";
import { drop, editAsText, findings, kept, paste, pasteRaw, sample, settled, takeSample } from "./reader.mjs";

const field = (page) => page.getByLabel("The paste");
const value = (page) => field(page).inputValue();
const notice = (page) => page.locator("#notice").innerText();
const undo = (page) => page.locator("#undo");
const redo = (page) => page.locator("#redo");

/** Waits until the field holds this text. */
async function holds(page, text) {
  await page.waitForFunction((text) => document.getElementById("paste").value === text, text);
  await settled(page);
}

/** Waits until the draft is written. */
const written = (page, text) =>
  page.waitForFunction((text) => JSON.stringify({ ...sessionStorage }).includes(text), text);

async function reload(page) {
  await page.reload();
  await page.locator("[data-started]").waitFor();
}

test("what was cleared comes back with a key, wherever the keyboard is", async (t) => {
  for (const into of ["#paste", "#story", "body"]) {
    const { page } = await open(t);
    await field(page).fill("Boats sail again.");
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    assert.equal(await value(page), "");
    if (into === "body") await page.evaluate(() => document.activeElement.blur());
    else await page.locator(into).focus();
    await page.keyboard.press("Control+Z");
    await holds(page, "Boats sail again.");
    assert.match(await notice(page), /Undone: clear/);
    await page.keyboard.press("Control+Shift+Z");
    await holds(page, "");
    await page.keyboard.press("Control+Z");
    await page.keyboard.press("Control+Y");
    await holds(page, "");
  }
});

test("a visible button says what it would undo, and another what it would do again", async (t) => {
  const { page } = await open(t);
  assert(await undo(page).isDisabled());
  assert.equal(await redo(page).isVisible(), false);
  await takeSample(page);
  assert.equal(await undo(page).innerText(), "Undo: sample");
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  assert.equal(await undo(page).innerText(), "Undo: clear");
  await undo(page).click();
  await holds(page, sample);
  assert.equal(await redo(page).innerText(), "Redo: clear");
  await undo(page).focus();
  await page.keyboard.press("Enter");
  await holds(page, "");
  assert(await undo(page).isDisabled());
  // the keyboard is not left on a button that does nothing
  assert.equal(await page.evaluate(() => document.activeElement.id), "redo");
  await page.keyboard.press("Enter");
  await holds(page, sample);
});

test("in the field the browser's own undo wins for typing, then ours goes on", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  await editAsText(page);
  await field(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Added.");
  await holds(page, `${sample}Added.`);
  assert.equal(await undo(page).innerText(), "Undo: typing");
  // the browser takes this typing back in steps of its own, the last of which reach the sample
  const press = async (keys, until) => {
    let steps = 0;
    for (; (await value(page)) !== until && steps < 6; steps++) await page.keyboard.press(keys);
    return steps;
  };
  const steps = await press("Control+Z", sample);
  await holds(page, sample);
  assert.equal(await undo(page).innerText(), "Undo: sample");
  assert.equal(await redo(page).innerText(), "Redo: typing");
  assert.equal(await press("Control+Shift+Z", `${sample}Added.`), steps);
  await holds(page, `${sample}Added.`);
  assert.equal(await redo(page).isVisible(), false);
  await press("Control+Z", sample);
  await page.keyboard.press("Control+Z");
  await holds(page, "");
  await page.keyboard.press("Control+Shift+Z");
  await holds(page, sample);
});

test("typing is undone by the button up to a pause", async (t) => {
  const { page } = await open(t);
  await field(page).pressSequentially("Boats ");
  await page.waitForTimeout(1200);
  await field(page).pressSequentially("sail");
  await undo(page).click();
  await holds(page, "Boats ");
  await undo(page).click();
  await holds(page, "");
  await redo(page).click();
  await redo(page).click();
  await holds(page, "Boats sail");
});

test("each way of replacing an edited text can be undone", async (t) => {
  const ways = {
    paste: async (page) => {
      await page.getByRole("button", { name: "Clear", exact: true }).focus();
      await paste(page, { "text/plain": "A new story." });
    },
    sample: takeSample,
    drop: (page) =>
      page.locator("#story").evaluate((target) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData("text/plain", "Dragged here.");
        target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      }),
    "open a.txt": (page) => drop(page, "a.txt", Buffer.from("From a file.")),
    clear: (page) => page.getByRole("button", { name: "Clear", exact: true }).click(),
  };
  for (const [what, act] of Object.entries(ways)) {
    const { page } = await open(t);
    await field(page).fill("My own words.");
    await findings(page, "Times");
    await page.getByLabel("Count from").fill("2022-05-04");
    await act(page);
    await page.waitForFunction((what) => document.getElementById("undo").textContent === `Undo: ${what}`, what);
    assert.notEqual(await value(page), "My own words.");
    assert.match(await notice(page), /Undo brings back the text before\./, what);
    await undo(page).click();
    await holds(page, "My own words.");
    assert.equal(await page.getByLabel("Count from").inputValue(), "2022-05-04", what);
  }
});

test("a paste into the field is one step of its own", async (t) => {
  const { page } = await open(t);
  await field(page).pressSequentially("Before. ");
  await paste(page, { "text/plain": "Pasted." }, "#paste");
  await holds(page, "Before. Pasted.");
  assert.equal(await undo(page).innerText(), "Undo: paste");
  await undo(page).click();
  await holds(page, "Before. ");
});

test("another field keeps its own undo", async (t) => {
  const { page } = await open(t);
  await takeSample(page);
  await findings(page, "Times");
  await page.getByLabel("Count from").focus();
  await page.keyboard.press("Control+Z");
  assert.equal(await value(page), sample);
});

test("a date given can be undone", async (t) => {
  const { page } = await open(t);
  await field(page).fill("Boats sail tomorrow.");
  await findings(page, "Times");
  await page.getByLabel("Count from").fill("2022-05-04");
  await settled(page);
  assert.match(await page.locator("#times").innerText(), /5 May 2022|May 5, 2022/);
  await undo(page).click();
  await settled(page);
  assert.equal(await page.getByLabel("Count from").inputValue(), "");
  assert.equal(await value(page), "Boats sail tomorrow.");
});

test("back and forward move between the texts of this session, and no address holds a text", async (t) => {
  const { page } = await open(t);
  const address = page.url();
  await takeSample(page);
  await pasteRaw(page, { "text/plain": "The second story." });
  await field(page).pressSequentially(" Edited.");
  await pasteRaw(page, { "text/plain": "The third story." });
  assert.equal(page.url(), address);
  await page.goBack();
  await holds(page, "The second story. Edited.");
  assert.equal(page.url(), address);
  await page.goBack();
  await holds(page, sample);
  await page.goBack();
  await holds(page, "");
  await page.goForward();
  await page.goForward();
  await page.goForward();
  await holds(page, "The third story.");
  assert.equal(await undo(page).innerText(), "Undo: going forward");
  await undo(page).click();
  await holds(page, "The second story. Edited.");
  const states = await page.evaluate(() => JSON.stringify(history.state));
  assert.match(states, /^\{"text":\d+\}$/);
});

test("back and forward still work after a reload", async (t) => {
  const { page } = await open(t);
  await pasteRaw(page, { "text/plain": "The first story." });
  await pasteRaw(page, { "text/plain": "The second story." });
  await reload(page);
  await holds(page, "The second story.");
  await page.goBack();
  await holds(page, "The first story.");
  await page.goForward();
  await holds(page, "The second story.");
});

test("steps of the browser's history that are another's change no text and keep their notes", async (t) => {
  const { page } = await open(t);
  await pasteRaw(page, { "text/plain": "The first story." });
  await page.evaluate(() => history.pushState({ sheet: true }, ""));
  await field(page).pressSequentially(" Edited.");
  await page.goBack();
  await page.waitForTimeout(100);
  assert.equal(await value(page), "The first story. Edited.");
  await page.goForward();
  await page.waitForTimeout(100);
  assert.equal(await value(page), "The first story. Edited.");
  await reload(page);
  await holds(page, "The first story. Edited.");
  assert.equal(await page.evaluate(() => history.state.sheet), true);
});

test("a draft survives a reload, with the date given, and says so", async (t) => {
  const { page, log } = await open(t);
  await field(page).fill("Boats sail tomorrow.");
  await findings(page, "Times");
  await page.getByLabel("Count from").fill("2022-05-04");
  await reload(page);
  await holds(page, "Boats sail tomorrow.");
  assert.equal(await page.getByLabel("Count from").inputValue(), "2022-05-04");
  assert.match(await notice(page), /as you left it/);
  // nothing of it is in the other storage
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify({ ...localStorage })), /Boats/);
  // one that is written after a pause, not only when the page goes
  await kept(page);
  const before = log.requests.length;
  await field(page).fill("Boats wait.");
  await written(page, "Boats wait.");
  assert.deepEqual(log.requests.slice(before), []);
});

test("a draft is kept on the device only while asked for", async (t) => {
  const { page, context } = await open(t);
  const device = () => page.evaluate(() => localStorage.getItem("nutgraf-draft"));
  await field(page).fill("Boats sail again.");
  await page.getByText("Nothing leaves this tab").click();
  await page.getByLabel("Keep my draft on this device until I clear it").check();
  assert.match(await notice(page), /kept on this device/);
  assert.match(await device(), /Boats sail again\./);
  // another tab of the same browser has it
  const other = await context.newPage();
  await other.goto(page.url());
  await holds(other, "Boats sail again.");
  assert(await other.locator("#keep").isChecked());
  await other.close();
  // cleared: gone from the device
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page.waitForFunction(() => localStorage.getItem("nutgraf-draft") === null);
  await undo(page).click();
  await page.waitForFunction(() => localStorage.getItem("nutgraf-draft") !== null);
  // no longer asked for: gone at once
  await page.getByText("Nothing leaves this tab").click();
  await page.locator("#keep").uncheck();
  assert.equal(await device(), null);
  await field(page).fill("Boats wait.");
  await written(page, "Boats wait.");
  assert.equal(await device(), null);
});

test("where storage is blocked the page says so once, and works", async (t) => {
  const block = (context) =>
    context.addInitScript(() => {
      for (const name of ["sessionStorage", "localStorage"]) {
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException("no storage here", "SecurityError");
          },
        });
      }
    });
  const { page, log } = await open(t, { prepare: block });
  await kept(page);
  const before = log.requests.length;
  await takeSample(page);
  await page.waitForFunction(() => /a reload loses the text/.test(document.getElementById("notice").textContent));
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await undo(page).click();
  await holds(page, sample);
  await page.waitForTimeout(700);
  assert.doesNotMatch(await notice(page), /a reload loses/);
  await pasteRaw(page, { "text/plain": "A new story." });
  await page.goBack();
  await holds(page, sample);
  await page.getByLabel("Dark").check();
  await page.locator('[data-kind="person"]').click();
  await page.getByText("Nothing leaves this tab").click();
  await page.locator("#keep").click();
  assert.equal(await page.locator("#keep").isChecked(), false);
  assert.match(await notice(page), /cannot be kept on this device/);
  assert.deepEqual(log.requests.slice(before), []);
});

test("a storage that refuses to write is as one that is blocked", async (t) => {
  const refuse = (context) =>
    context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no", "SecurityError");
      };
    });
  const { page } = await open(t, { prepare: refuse });
  await field(page).fill("Boats sail again.");
  await page.waitForFunction(() => /a reload loses the text/.test(document.getElementById("notice").textContent));
});

test("a text longer than the storage says that a reload loses it, and leaves no older state behind", async (t) => {
  const { page } = await open(t);
  await pasteRaw(page, { "text/plain": "An earlier story." });
  await pasteRaw(page, { "text/plain": "Start." });
  await written(page, "Start.");
  const long = `Start. ${"The boats crossed the strait again. ".repeat(160_000)}`;
  await field(page).evaluate((element, long) => {
    element.value = long;
    element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, long);
  await page.waitForFunction(() => /about 5 MB/.test(document.getElementById("notice").textContent), null, { timeout: 60_000 });
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify({ ...sessionStorage })), /Start\./);
});

test("the oldest texts make room for the newest in a full storage", async (t) => {
  const { page } = await open(t);
  const story = (letter) => `${letter} ${"sail ".repeat(400_000)}`;
  for (const letter of ["first", "second", "third"]) {
    await pasteRaw(page, { "text/plain": story(letter) });
    await settled(page);
    await written(page, `"text":"${letter} `.replaceAll('"', '\\"'));
  }
  assert.doesNotMatch(await page.evaluate(() => Object.values(sessionStorage).map((text) => text.slice(0, 40)).join()), /first/);
  await page.goBack();
  // of a text so long the field shows the beginning
  await page.waitForFunction(() => document.getElementById("paste").value.startsWith("second sail"));
  await settled(page);
});

test("marks, theme, tab and day-or-month order are kept", async (t) => {
  const { page } = await open(t);
  await field(page).fill("HARBOUR, 2022\n\nThe ferry of 03/04/2022 was late, Ines Maro said.");
  await findings(page, "Times");
  const times = () => page.locator("#times").innerText();
  await page.getByLabel("03/04 is").selectOption({ label: "3 April" });
  await settled(page);
  assert.match(await times(), /3 April 2022/);
  await page.getByLabel("03/04 is").selectOption({ label: "March 4" });
  await settled(page);
  assert.match(await times(), /4 March 2022/);
  await page.locator('[data-kind="person"]').click();
  await page.getByLabel("Dark").check();
  await reload(page);
  await settled(page);
  assert.match(await times(), /4 March 2022/);
  assert.equal(await page.locator('[data-kind="person"]').getAttribute("aria-pressed"), "false");
  assert.equal(await page.locator('[data-kind="place"]').getAttribute("aria-pressed"), "true");
  assert(await page.locator("#story").evaluate((story) => story.classList.contains("no-person")));
  assert(await page.getByLabel("Dark").isChecked());
  await page.getByLabel("03/04 is").selectOption({ label: "let the text tell" });
  assert.equal(await page.evaluate(() => localStorage.getItem("nutgraf-date-order")), null);
});

test("what was typed before the page had started is not lost to a draft", async (t) => {
  const { page, context } = await open(t, { faults: true });
  await field(page).fill("The draft.");
  await written(page, "The draft.");
  let go;
  const held = new Promise((done) => (go = done));
  await context.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.evaluate(async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  });
  await page.reload({ waitUntil: "domcontentloaded" });
  await field(page).fill("Typed early.");
  go();
  await page.locator("[data-started]").waitFor();
  await holds(page, "Typed early.");
  await undo(page).click();
  await holds(page, "The draft.");
});
