// Measures modules in a headless Chromium: `cargo xtask bench-web` builds and serves them and names, in NUTGRAF_BENCH, a
// file that says where they are, which articles are read and where the figures go.
//
// Modules take turns, in another order every time, so that what else the machine does falls on all of them.

import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { chromium } from "playwright-core";

const FRESH_PAGES = 9;
const WARM_UP = 4;
const RUNS = 11;

const { modules, sizes, out } = JSON.parse(await readFile(process.env.NUTGRAF_BENCH, "utf8"));
const capabilities = JSON.parse(await readFile(process.env.NUTGRAF_BROWSER, "utf8"));
const { binary, args } = capabilities["goog:chromeOptions"];
const browser = await chromium.launch({ executablePath: binary, args });

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const rounded = (value) => Math.round(value * 100) / 100;
const turns = (round) => modules.map((_, index) => modules[(index + round) % modules.length]);

/** Opens a module's page with nothing kept from before. */
async function open({ address }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.measure);
  return page;
}

const fresh = new Map(modules.map((module) => [module, { first: [], again: [] }]));
for (let round = 0; round < FRESH_PAGES; round++) {
  for (const module of turns(round)) {
    const page = await open(module);
    fresh.get(module).first.push(await page.evaluate(() => globalThis.first));
    fresh.get(module).again.push(await page.evaluate(() => globalThis.again()));
    await page.context().close();
  }
}

const pages = new Map();
for (const module of modules) pages.set(module, await open(module));
const speeds = new Map(modules.map((module) => [module, []]));
for (const { size, articles } of sizes) {
  const bytes = articles.reduce((sum, article) => sum + Buffer.byteLength(article), 0);
  const times = new Map(modules.map((module) => [module, []]));
  for (let round = 0; round < WARM_UP + RUNS; round++) {
    for (const module of turns(round)) {
      const time = await pages.get(module).evaluate((texts) => globalThis.measure(texts), articles);
      if (round >= WARM_UP) times.get(module).push(time);
    }
  }
  for (const module of modules) {
    const own = times.get(module);
    const speed = (time) => rounded(bytes / 1000 / time);
    speeds.get(module).push({
      size,
      articles: articles.length,
      megabytesPerSecond: speed(median(own)),
      slowest: speed(Math.max(...own)),
      fastest: speed(Math.min(...own)),
    });
  }
}
const version = browser.version();
await browser.close();

const measured = modules.map((module) => {
  const { first, again } = fresh.get(module);
  const of = (times) => ({
    toResult: rounded(median(times.map((time) => time.toResult))),
    parse: rounded(median(times.map((time) => time.parse))),
  });
  return { name: module.name, speeds: speeds.get(module), freshPage: of(first), compiled: of(again) };
});
const machine = { processors: cpus().length, model: cpus()[0]?.model, chromium: version };
await writeFile(out, JSON.stringify({ machine, runs: RUNS, freshPages: FRESH_PAGES, modules: measured }, null, 2) + "\n");

const width = Math.max(...modules.map(({ name }) => name.length)) + 2;
const row = (name, cells) => console.log(name.padEnd(width) + cells.map((cell) => String(cell).padStart(14)).join(""));
console.log(`Chromium ${version}, ${machine.processors} processors (${machine.model})\n`);
console.log(`Whole breakdowns, MB/s, median of ${RUNS} runs (slowest, fastest):`);
row("", sizes.map(({ size }) => `${size / 1000} KB`));
for (const { name, speeds } of measured) {
  row(name, speeds.map(({ megabytesPerSecond }) => megabytesPerSecond));
  row("", speeds.map(({ slowest, fastest }) => `(${slowest}, ${fastest})`));
}
console.log(`\nThe first breakdown, of the sample, in milliseconds, median of ${FRESH_PAGES} fresh pages:`);
row("", ["page to result", "parse alone", "compiled: all", "parse alone"]);
for (const { name, freshPage, compiled } of measured) {
  row(name, [freshPage.toResult, freshPage.parse, compiled.toResult, compiled.parse]);
}
