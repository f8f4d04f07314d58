// Measures modules and other libraries in a headless Chromium: `cargo xtask bench-web` builds and serves them and names, in
// NUTGRAF_BENCH, a file that says where they are, which articles are read and where the figures go.
//
// They take turns, in another order every time, so that what else the machine does falls on all of them.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { memory } from "./memory.mjs";
import { print } from "./print.mjs";

const FRESH_PAGES = 9;
/** Runs that are not counted, and those that are, by how many milliseconds one takes at most. */
const RUNS = [[500, 4, 11], [3000, 1, 5], [Infinity, 0, 3]];
/** Milliseconds that reading all texts of a size may take: who needs longer is left out from there on. */
const PATIENCE = 60_000;

const task = JSON.parse(await readFile(process.env.NUTGRAF_BENCH, "utf8"));
const { contestants, sizes, out } = task;
const capabilities = JSON.parse(await readFile(process.env.NUTGRAF_BROWSER, "utf8"));
const { binary, args } = capabilities["goog:chromeOptions"];
const launch = () => chromium.launch({ executablePath: binary, args });
const load = loadavg()[0];
const browser = await launch();

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const rounded = (value) => Math.round(value * 100) / 100;
const turns = (list, round) => list.map((_, index) => list[(index + round) % list.length]);

/** Opens a contestant's page with nothing kept from before. */
async function open({ address }, where = browser) {
  const context = await where.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.measure);
  return page;
}

const read = (page, articles) => page.evaluate((texts) => globalThis.measure(texts), articles);

/** The same; `undefined` where it takes longer than anyone waits. */
async function inTime(page, articles) {
  let timer;
  const late = new Promise((resolve) => { timer = setTimeout(resolve, PATIENCE); });
  const time = await Promise.race([read(page, articles).catch(() => undefined), late]);
  clearTimeout(timer);
  return time;
}

/** What a page loads to read: of a module of ours its glue and itself, of a library one file. */
const LOADED = ["pkg/nutgraf.js", "pkg/nutgraf_bg.wasm", "contestant.js"];

/** The bytes of that, as `gzip -9` gives them. */
async function weight(folder) {
  const files = await Promise.all(LOADED.map((name) => readFile(join(folder, name)).catch(() => undefined)));
  return files.filter(Boolean).reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}

const fresh = new Map(contestants.map((contestant) => [contestant, { first: [], again: [] }]));
for (let round = 0; round < FRESH_PAGES; round++) {
  for (const contestant of turns(contestants, round)) {
    const page = await open(contestant);
    fresh.get(contestant).first.push(await page.evaluate(() => globalThis.first));
    const again = await page.evaluate(() => globalThis.again?.());
    if (again) fresh.get(contestant).again.push(again);
    await page.context().close();
  }
}

const pages = new Map();
for (const contestant of contestants) pages.set(contestant, await open(contestant));
const speeds = new Map(contestants.map((contestant) => [contestant, []]));
let still = contestants;
for (const { size, articles } of sizes) {
  const bytes = articles.reduce((sum, article) => sum + Buffer.byteLength(article), 0);
  const times = new Map();
  const plans = new Map();
  for (const contestant of still) {
    const time = await inTime(pages.get(contestant), articles);
    if (time === undefined) {
      await pages.get(contestant).context().close().catch(() => {});
      speeds.get(contestant).push({ size, late: true });
    } else {
      times.set(contestant, []);
      plans.set(contestant, RUNS.find(([most]) => time <= most));
    }
  }
  still = still.filter((contestant) => times.has(contestant));
  for (let round = 0; round < 15; round++) {
    for (const contestant of turns(still, round)) {
      const [, warmUp, runs] = plans.get(contestant);
      if (round >= warmUp + runs) continue;
      const time = await read(pages.get(contestant), articles);
      if (round >= warmUp) times.get(contestant).push(time);
    }
  }
  for (const contestant of still) {
    const own = times.get(contestant);
    const speed = (time) => rounded(bytes / 1000 / time);
    speeds.get(contestant).push({
      size,
      articles: articles.length,
      runs: own.length,
      megabytesPerSecond: speed(median(own)),
      slowest: speed(Math.max(...own)),
      fastest: speed(Math.min(...own)),
    });
  }
}
const version = browser.version();
await browser.close();

const measured = [];
for (const contestant of contestants) {
  const { first, again } = fresh.get(contestant);
  const of = (times) => times.length > 0 && {
    toResult: rounded(median(times.map((time) => time.toResult))),
    parse: rounded(median(times.map((time) => time.parse))),
  };
  const own = speeds.get(contestant);
  const read = own.filter(({ late }) => !late);
  // of a text of 4 KB and of the longest that was read
  const [short, long] = [read.find(({ size }) => size === 4000), read.at(-1)];
  const growth = short && rounded(short.megabytesPerSecond / long.megabytesPerSecond);
  measured.push({
    name: contestant.name,
    does: contestant.does,
    speeds: own,
    growth,
    gzip: await weight(contestant.folder),
    freshPage: of(first),
    compiled: of(again),
    memory: await memory(contestant, { sizes, read: own, launch, open, inTime }),
  });
}
const machine = { processors: cpus().length, model: cpus()[0]?.model, chromium: version, load: rounded(load) };
const figures = { machine, freshPages: FRESH_PAGES, contestants: measured };
await mkdir(dirname(out), { recursive: true });
await writeFile(out, JSON.stringify(figures, null, 2) + "\n");
print(figures, sizes);
