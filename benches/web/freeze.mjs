// Measures whether the page ever freezes, in a headless Chromium: the longest time without a frame after a paste, from
// a key to the paint after it, and from the first byte asked for to the sample on screen.
//
//     NUTGRAF_PAGE=http://localhost:8000/ NUTGRAF_BROWSER=target/webdriver.json node benches/web/freeze.mjs [pastes] [typed] [loads]
//
// The page must be the optimised one, served by `cargo xtask serve`; `cargo xtask test page` writes the browser's file.
// NUTGRAF_OUT names a file for the figures. Exit status 1 where a bar is missed. What else the machine does counts in all
// of them; not in the longest task's processor time, which is told beside the pastes.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

/** Bytes pasted, and the longest time without a frame that is allowed then, in milliseconds. */
const PASTES = [[100_000, 100], [1_000_000, 100], [5_000_000, 200]];
/** Bytes typed in, and the median from key to paint that is allowed. */
const TYPED = [[4_000, 16], [40_000, 50]];
/** The median from navigation to the sample that is allowed. */
const LOADED = 300;
const ROUNDS = 3;
const KEYS = 60;
const LOADS = 15;

const address = process.env.NUTGRAF_PAGE;
const parts = process.argv.slice(2);
const unknown = parts.find((part) => !["pastes", "typed", "loads"].includes(part));
// a part that is not known would measure nothing, and pass
if (unknown) throw new Error(`expected pastes, typed or loads; found ${unknown}`);
const wanted = (part) => parts.length === 0 || parts.includes(part);
const { binary, args } = JSON.parse(await readFile(process.env.NUTGRAF_BROWSER, "utf8"))["goog:chromeOptions"];
const browser = await chromium.launch({ executablePath: binary, args });
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const root = new URL("../..", import.meta.url);

/** An invented article of `size` bytes. */
async function article(size) {
  const command = ["run", "--quiet", "--package", "train", "--", "articles", String(size)];
  const { stdout } = await promisify(execFile)("cargo", command, { cwd: root, maxBuffer: 1 << 28 });
  return JSON.parse(stdout.split("\n")[0]);
}

/** A page with nothing kept from before, loaded with all that it loads later. */
async function open() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "networkidle" });
  await page.locator("[data-started]").waitFor();
  return page;
}

/** Pastes on the page, outside its field. */
const paste = (page, text) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    setTimeout(() => document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })), 200);
  }, text);

/** Frames and long tasks from now on; what it returns is asked for them once the story is set to its end. */
const watch = (page) =>
  page.evaluate(() => {
    const blocks = document.querySelector("#story").getElementsByClassName("block");
    const seen = { gap: 0, at: 0, task: 0, first: 0, panels: 0, done: 0 };
    let [last, count] = [performance.now(), 0];
    const begun = last + 200;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.task = Math.max(seen.task, duration);
    }).observe({ type: "longtask" });
    globalThis.seen = new Promise((resolve) => {
      const frame = () => {
        const now = performance.now();
        if (now - last > seen.gap) [seen.gap, seen.at] = [now - last, last - begun];
        last = now;
        const length = blocks.length;
        if (length && !seen.first) seen.first = now - begun;
        const busy = document.querySelector("#story").ariaBusy;
        if (length && !busy && !seen.panels) seen.panels = now - begun;
        if (length !== count || busy) [count, seen.done] = [length, now - begun];
        if (length && now - begun - seen.done > 1500) resolve(seen);
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
  });

const figures = { pastes: [], typed: [], loads: undefined };
let missed = false;
const report = (words, value, bar) => {
  missed ||= value > bar;
  console.log(`${words}: ${Math.round(value * 10) / 10} ms (at most ${bar}${value > bar ? ": MISSED" : ""})`);
};

/** The most processor time that one task of the page's own thread took, in milliseconds, in a trace. */
function longestTask(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const thread = ({ pid, tid }) => `${pid} ${tid}`;
  const own = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(thread));
  const tasks = traceEvents.filter((event) => event.ph === "X" && event.tdur && own.has(thread(event)));
  return tasks.reduce((most, { tdur }) => Math.max(most, tdur), 0) / 1000;
}

for (const [size, bar] of wanted("pastes") ? PASTES : []) {
  const text = await article(size);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await open();
    await watch(page);
    await paste(page, text);
    await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
    const seen = await page.evaluate(() => globalThis.seen);
    rounds.push({ ...seen, processor: longestTask(await browser.stopTracing()) });
    await page.context().close();
  }
  const gaps = rounds.map(({ gap }) => gap);
  figures.pastes.push({ size, rounds });
  report(`paste of ${size / 1000} KB, longest time without a frame, median of ${ROUNDS}`, median(gaps), bar);
  for (const seen of rounds) {
    console.log(`    ${Object.entries(seen).map(([name, time]) => `${name} ${Math.round(time)}`).join(", ")}`);
  }
}

for (const [size, bar] of wanted("typed") ? TYPED : []) {
  const page = await open();
  await paste(page, await article(size));
  await page.locator("#story:not([aria-busy]) .block").first().waitFor();
  await page.locator("#paste").evaluate((field) => {
    globalThis.times = [];
    globalThis.events = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === "keydown") globalThis.events.push(duration);
    }).observe({ type: "event", durationThreshold: 16 });
    document.addEventListener("keydown", ({ timeStamp }) => {
      // a frame's callbacks come right before its paint, a message right after it
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.times.push(performance.now() - timeStamp);
        port2.postMessage(0);
      });
    }, { capture: true });
    field.focus();
    const end = field.value.indexOf(" ", field.value.length / 2);
    field.setSelectionRange(end, end);
  });
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press("abcde "[key % 6]);
    await page.waitForTimeout(90);
  }
  const { times, events } = await page.evaluate(() => ({ times: globalThis.times, events: globalThis.events }));
  figures.typed.push({ size, times, events });
  report(`key to paint in ${size / 1000} KB, median of ${times.length} keys (slowest ${Math.round(Math.max(...times))})`, median(times), bar);
  console.log(`    Event Timing: ${events.length} keys took 16 ms or more, the slowest ${Math.max(0, ...events)}`);
  await page.context().close();
}

const loads = [];
for (let load = 0; wanted("loads") && load < LOADS; load++) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.shown = new Promise((resolve) => {
      const button = () => document.querySelector('[data-do="sample"]');
      let clicked = false;
      const look = () => {
        if (document.querySelector("#story .block")) {
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
          return watcher.disconnect();
        }
        // at once, and again once the page has started, for a page that does not remember
        const remembers = document.getElementById("notice")?.textContent;
        if (button() && (!clicked || (document.documentElement.dataset.started === "" && !remembers))) {
          clicked = document.documentElement.dataset.started === "" || clicked || "early";
          button().click();
        }
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-started"] });
    });
  });
  await page.goto(address, { waitUntil: "commit" });
  loads.push(await page.evaluate(() => globalThis.shown));
  await context.close();
}
figures.loads = loads;
if (loads.length) report(`navigation to the sample on screen, median of ${LOADS} fresh contexts (${Math.round(Math.min(...loads))} to ${Math.round(Math.max(...loads))})`, median(loads), LOADED);
await browser.close();
if (process.env.NUTGRAF_OUT) await writeFile(process.env.NUTGRAF_OUT, JSON.stringify(figures, null, 2) + "\n");
process.exitCode = missed ? 1 : 0;
