// Takes the picture that README shows, of the page with the sample read: `cargo xtask picture` builds and serves the page.
// The clock, the fonts' hinting and the pointer are the same on every run, and so is the picture on one machine.

import { readFile, stat } from "node:fs/promises";
import { chromium } from "playwright-core";

const out = new URL("../../docs/page.png", import.meta.url);
const { binary, args } = JSON.parse(await readFile(process.env.NUTGRAF_BROWSER, "utf8"))["goog:chromeOptions"];
const browser = await chromium.launch({ executablePath: binary, args: [...args, "--font-render-hinting=none"] });
const context = await browser.newContext({
  viewport: { width: 1440, height: 900 },
  colorScheme: "light",
  reducedMotion: "reduce",
  locale: "en-GB",
  timezoneId: "UTC",
});
await context.clock.setFixedTime(new Date("2023-05-05T12:00:00Z"));
const page = await context.newPage();
await page.goto(process.env.NUTGRAF_PAGE, { waitUntil: "networkidle" });
await page.locator("[data-do=sample]").click();
await page.locator("#story:not([aria-busy]) .block").first().waitFor();
await page.evaluate(() => {
  document.activeElement?.blur();
  // how long it took is another on every run
  const status = document.getElementById("status");
  if (status) status.textContent = status.textContent.replace(/,? read in [\d.]+ m?s/, "");
});
await page.mouse.move(0, 0);
await page.evaluate(() => scrollTo(0, 0));
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: out.pathname, animations: "disabled" });
await browser.close();
console.log(`docs/page.png: ${(await stat(out)).size} bytes`);
