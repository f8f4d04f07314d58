// Opens the built page in a headless Firefox, through WebDriver BiDi, and keeps a record of what happens: the little
// brother of harness.mjs, for the flows that another engine could break.
//
// `cargo xtask test build firefox` names, in two variables, the page's address and Firefox.
//
//     import { open } from "../page/firefox-harness.mjs";
//
//     test("the sample is read", async (t) => {
//       const { page, log } = await open(t);
//       await page.locator("[data-do=sample]").click();
//     });

import assert from "node:assert/strict";
import { connect, createServer } from "node:net";
import { after } from "node:test";
import puppeteer from "puppeteer-core";

let browser;
after(() => browser?.close());

/**
 * Opens the page at an address of its own, so with nothing kept from before; waits until it is loaded and its files
 * are kept, and closes it when test `t` ends. The test fails when something then went wrong that nobody looked at.
 *
 * @param t the test's context
 * @param {{viewport?: {width: number, height: number}, faults?: boolean}} options `faults`: things are meant to go wrong
 * @returns {Promise<{page: import("puppeteer-core").Page, log: Log, address: string, cut: () => void}>} `cut` takes
 *   the network away: from then on, nobody answers at the page's address
 */
export async function open(t, { viewport = { width: 1280, height: 800 }, faults = false } = {}) {
  browser ??= await launch();
  const line = await wire(new URL(setting("NUTGRAF_PAGE")));
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const log = new Log();
  t.after(async () => {
    const violations = await page.evaluate(() => globalThis.violations).catch(() => []);
    await context.close();
    line.cut();
    if (!faults) log.assertClean(violations, line.address);
  });
  await log.follow(page);
  await page.setViewport(viewport);
  await page.goto(line.address, { waitUntil: "load" });
  await started(page);
  return { page, log, ...line };
}

/** Waits until the module runs and the service worker has kept the page's files. */
export async function started(page) {
  await page.waitForFunction(() => globalThis.navigator.serviceWorker.controller);
}

/**
 * Copies all of another page, made of `markup`, and pastes it into the place that `into` selects: with keys and through
 * Firefox's own clipboard, since it lets no script put anything into a paste.
 */
export async function paste(page, markup, into = "#paste") {
  const other = await page.browserContext().newPage();
  await other.goto(`data:text/html;charset=utf-8,${encodeURIComponent(markup)}`);
  await press(other, "a");
  await press(other, "c");
  await other.close();
  await page.bringToFront();
  await page.focus(into);
  await press(page, "v");
}

async function press(page, key) {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

/** Waits until the story that is shown has `words` in it, and nothing is being read any more. */
export async function shows(page, words) {
  await page.waitForFunction(
    (words) => document.querySelector("#story:not([aria-busy])")?.textContent.includes(words),
    {},
    words,
  );
}

/** What happened in a page since it was opened. */
export class Log {
  /** Every request: its method and address. @type {{method: string, url: string}[]} */
  requests = [];
  /** Requests that failed, or were answered with an error. @type {string[]} */
  failures = [];
  /** Errors and warnings on the console, and exceptions nobody caught. @type {string[]} */
  errors = [];

  async follow(page) {
    await page.evaluateOnNewDocument(() => {
      globalThis.violations = [];
      addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
        globalThis.violations.push(`${effectiveDirective}: ${blockedURI} ${sample}`.trim());
      });
    });
    page.on("request", (request) => this.requests.push({ method: request.method(), url: request.url() }));
    page.on("requestfailed", (request) => this.failures.push(`${request.url()}: ${request.failure()?.errorText}`));
    page.on("response", (response) => {
      if (response.status() >= 400) this.failures.push(`${response.url()}: ${response.status()}`);
    });
    page.on("console", (message) => {
      if (["error", "warn"].includes(message.type())) this.errors.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.errors.push(`uncaught: ${error.stack ?? error}`));
  }

  /** Fails unless everything loaded, nothing was stopped, nothing went wrong and nobody else was asked. */
  assertClean(violations, own) {
    const { failures, errors } = this;
    const strangers = this.requests.filter(({ url }) => !url.startsWith("data:") && !url.startsWith(own));
    assert.deepEqual({ failures, errors, violations, strangers }, { failures: [], errors: [], violations: [], strangers: [] });
  }
}

/**
 * A line to the server of the page that can be cut. What BiDi offers for going offline does not hold for service
 * workers, so that a page would still be served by way of its own.
 */
async function wire({ hostname, port }) {
  const ends = new Set();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [end, other] of [[near, far], [far, near]]) {
      ends.add(end);
      end.on("error", () => other.destroy()).on("close", () => ends.delete(end)).pipe(other);
    }
  });
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  const cut = () => {
    server.close();
    for (const end of ends) end.destroy();
  };
  return { address: `http://localhost:${server.address().port}/`, cut };
}

async function launch() {
  return puppeteer.launch({
    browser: "firefox",
    protocol: "webDriverBiDi",
    executablePath: setting("NUTGRAF_FIREFOX"),
    headless: true,
  });
}

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with \`cargo xtask test build firefox\``);
  return value;
}
