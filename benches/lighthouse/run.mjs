// Lets Lighthouse judge the page as on a desk and as on a phone, and prints its scores: `cargo xtask lighthouse` builds
// and serves the page, and names its address and the browser in two variables. Ends with 1 where a score is below the bar.
// It needs no network: all it looks at is on this machine. The reports are in target/lighthouse-….html.

import { readFile, writeFile } from "node:fs/promises";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const BAR = 98;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** Performance is measured, and other programs run beside it: the median of so many runs counts. */
const RUNS = 3;

const { binary, args } = JSON.parse(await readFile(process.env.NUTGRAF_BROWSER, "utf8"))["goog:chromeOptions"];
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

let missed = false;
for (const [device, config] of [["desktop", desktopConfig], ["mobile", undefined]]) {
  const results = [];
  for (let run = 0; run < RUNS; run++) {
    const chrome = await launch({ chromePath: binary, chromeFlags: [...args, "--headless=new"] });
    try {
      const options = { port: chrome.port, onlyCategories: CATEGORIES, output: "html", logLevel: "error" };
      results.push(await lighthouse(process.env.NUTGRAF_PAGE, options, config));
    } finally {
      chrome.kill();
    }
  }
  const scores = CATEGORIES.map((category) => {
    const all = results.map(({ lhr }) => Math.round(lhr.categories[category].score * 100));
    missed ||= median(all) < BAR;
    return `${category} ${median(all)}${Math.min(...all) < Math.max(...all) ? ` (${all.join(", ")})` : ""}`;
  });
  console.log(`${device}: ${scores.join(", ")}`);
  const last = results.at(-1);
  const { audits, categories } = last.lhr;
  for (const category of CATEGORIES) {
    for (const { id, weight } of categories[category].auditRefs) {
      const { score, title, displayValue } = audits[id];
      if (weight > 0 && score !== null && score < 0.9) console.log(`    ${category}: ${title} ${displayValue ?? ""}`);
    }
  }
  await writeFile(new URL(`../../target/lighthouse-${device}.html`, import.meta.url), last.report);
}
console.log(missed ? `below the bar of ${BAR}` : `every score is at least ${BAR}`);
process.exitCode = missed ? 1 : 0;
