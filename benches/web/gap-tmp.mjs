// Measures many stories at once in a headless Chromium: 1,000 invented articles of 4 KB, how long they take, whether the
// page draws meanwhile, how soon it stops, and what one worker reads alone.
//
//     NUTGRAF_PAGE=http://localhost:8000/ NUTGRAF_BROWSER=target/webdriver.json node benches/web/many.mjs [articles] [bytes]
//
// The page must be the optimised one, served by `cargo xtask serve`. NUTGRAF_ARTICLES names a file with the articles, a line
// of JSON each, where they are made already. What else the machine does counts in all figures but the longest task's
// processor time, so the load is told with them.
// Exit status 1 where a bar is missed.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

/** Milliseconds allowed for all, for one gap without a frame, and for stopping. */
const [ALL, GAP, STOP] = [5000, 100, 200];
const ROUNDS = 3;

const [count, bytes] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 4000)];
const { binary, args } = JSON.parse(await readFile(process.env.NUTGRAF_BROWSER, "utf8"))["goog:chromeOptions"];
const root = new URL("../..", import.meta.url);

async function articles() {
  if (process.env.NUTGRAF_ARTICLES) return readFile(process.env.NUTGRAF_ARTICLES, "utf8");
  const command = ["run", "--quiet", "--package", "train", "--", "articles", ...Array(count).fill(String(bytes))];
  return (await promisify(execFile)("cargo", command, { cwd: root, maxBuffer: 1 << 30 })).stdout;
}

const records = (await articles()).trim().split("\n").slice(0, count).map((line, id) => JSON.stringify({ id, text: JSON.parse(line) }));
const size = records.reduce((sum, record) => sum + record.length, 0);
const browser = await chromium.launch({ executablePath: binary, args });

/** The view, open, with what it loads loaded. */
async function open() {
  const page = await (await browser.newContext()).newPage();
  await page.goto(process.env.NUTGRAF_PAGE, { waitUntil: "networkidle" });
  await page.locator("[data-started]").waitFor();
  await page.getByRole("button", { name: "Several at once" }).click();
  await page.locator(".many-empty").waitFor();
  // handing it over takes the page's thread a while, which no reader's file does
  await page.evaluate((text) => {
    globalThis.given = new File([text], "articles.jsonl");
  }, records.join("\n"));
  await page.waitForTimeout(1000);
  return page;
}

/** Gives the page all articles as one file, and waits until they are read or, after `stop` of them, stopped. */
const read = (page, stop) =>
  page.evaluate(
    async (stop) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(globalThis.given);
      const seen = { gap: 0, at: 0 };
      const begun = performance.now();
      let last = begun;
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      const state = document.querySelector(".many-state");
      const progress = document.querySelector(".many progress");
      for (;;) {
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        if (now - last > seen.gap) [seen.gap, seen.at] = [now - last, last - begun];
        last = now;
        if (/ read( in |[;.])/.test(state.textContent)) return { ...seen, all: now - begun, words: state.textContent };
        if (stop && progress.value >= stop) break;
      }
      const asked = performance.now();
      [...document.querySelectorAll(".many button")].find((button) => button.textContent === "Stop").click();
      while (!/^Stopped/.test(state.textContent)) await new Promise((done) => setTimeout(done));
      return { ...seen, stop: performance.now() - asked, words: state.textContent };
    },
    stop,
  );

/** Processor time in a trace, in milliseconds: the longest tasks of the page's own thread, and each worker's in all. */
function processor(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const thread = ({ pid, tid }) => `${pid} ${tid}`;
  const named = (name) => new Set(traceEvents.filter((event) => event.name === "thread_name" && event.args.name.startsWith(name)).map(thread));
  const tasks = traceEvents.filter((event) => event.ph === "X" && event.tdur && event.name.includes("RunTask"));
  const page = named("CrRendererMain");
  const longest = tasks.filter((task) => page.has(thread(task))).map(({ tdur }) => tdur / 1000);
  const workers = [...named("DedicatedWorker")].map((worker) =>
    tasks.filter((task) => thread(task) === worker).reduce((sum, { tdur }) => sum + tdur / 1000, 0),
  );
  return { longest: longest.sort((one, other) => other - one).slice(0, 3), workers: workers.filter((time) => time > 100) };
}


const page = await open();
await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "v8", "blink", "disabled-by-default-v8.cpu_profiler"] });
const seen = await read(page, 200);
const buf = await browser.stopTracing();
(await import("node:fs")).writeFileSync("/tmp/lead/trace.json", buf);
console.log(seen);
await browser.close();
