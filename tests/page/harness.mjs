// Opens the built page in a headless Chromium, as a reader does, and keeps a record of what happens.
//
// `cargo xtask test page` serves the page and names, in two variables, its address and the file that says
// which browser is started and how.
//
//     import { open } from "./harness.mjs";
//
//     test("the sample is read", async (t) => {
//       const { page, log } = await open(t);
//       const before = log.requests.length;
//       await page.getByRole("button", { name: "Sample" }).click();
//       assert.deepEqual(log.requests.slice(before), []);
//     });

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after } from "node:test";
import { chromium } from "playwright-core";

/** The address of the built page, with a slash at its end. */
export const address = setting("NUTGRAF_PAGE");

let browser;
after(() => browser?.close());

/**
 * Opens the page in a fresh profile, waits until it is loaded, and closes it when test `t` ends. A test
 * that opened the page fails when the record then holds anything but requests to the page's own files,
 * unless it says `faults: true`.
 *
 * @param t the test's context
 * @param {{path?: string, faults?: boolean, prepare?: Function} & import("playwright-core").BrowserContextOptions} options
 *   `path` is opened, relative to the page's address; `prepare` is called with the browser context before
 *   the page is opened; everything else is for the context: `viewport`, `colorScheme`, `locale`, …
 * @returns {Promise<{page: import("playwright-core").Page, context: import("playwright-core").BrowserContext, log: Log}>}
 */
export async function open(t, { path = "", faults = false, prepare, ...options } = {}) {
  browser ??= await launch();
  const context = await browser.newContext(options);
  const log = new Log();
  t.after(async () => {
    await context.close();
    if (!faults) log.assertClean();
  });
  await log.follow(context);
  await prepare?.(context);
  const page = await context.newPage();
  await page.goto(new URL(path, address).href, { waitUntil: "networkidle" });
  // a page that runs lets its service worker keep its files, on a busy machine some time later: that is loading too
  const kept = () => !("started" in document.documentElement.dataset) || navigator.serviceWorker?.controller;
  await page.waitForFunction(kept, undefined, { timeout: 10_000 }).catch(() => {});
  return { page, context, log };
}

/** What happened in one browser context since it was made. */
export class Log {
  /** Every request: `{ method, url, type }`, workers' included. @type {{method: string, url: string, type: string}[]} */
  requests = [];
  /** Requests that failed, or were answered with an error. @type {string[]} */
  failures = [];
  /** Errors and warnings on the console, and exceptions nobody caught. @type {string[]} */
  errors = [];
  /** What the content security policy or Trusted Types stopped. @type {string[]} */
  violations = [];

  async follow(context) {
    await context.exposeBinding("reportViolation", (_, violation) => this.violations.push(violation));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        globalThis.reportViolation(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`.trim());
      });
    });
    context.on("request", (request) => {
      this.requests.push({ method: request.method(), url: request.url(), type: request.resourceType() });
    });
    context.on("requestfailed", (request) => this.failures.push(`${request.url()}: ${request.failure()?.errorText}`));
    context.on("response", (response) => {
      if (response.status() >= 400) this.failures.push(`${response.url()}: ${response.status()}`);
    });
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.errors.push(`${message.type()}: ${message.text()}`);
    });
    context.on("weberror", (error) => this.errors.push(`uncaught: ${error.error().stack ?? error.error()}`));
  }

  /** Requests that went to another host than the page's own. */
  get strangers() {
    const own = new URL(address).origin;
    return this.requests.filter(({ url }) => !url.startsWith("data:") && new URL(url).origin !== own);
  }

  /** Fails unless everything loaded, nothing was stopped, nothing went wrong and nobody else was asked. */
  assertClean() {
    const { failures, errors, violations, strangers } = this;
    assert.deepEqual({ failures, errors, violations, strangers }, { failures: [], errors: [], violations: [], strangers: [] });
  }
}

/**
 * What axe-core finds against WCAG 2.2 A and AA and its own good practice, one line a rule and place.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function accessibilityFaults(page) {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  // evaluated by the debugger, not by the page: its policy holds and stays as it is
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document);
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} (${node.target.join(" ")})`));
  });
}

async function launch() {
  const file = setting("NUTGRAF_BROWSER");
  const { binary, args } = JSON.parse(await readFile(file, "utf8"))["goog:chromeOptions"];
  return chromium.launch({ executablePath: binary, args });
}

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the page's tests with \`cargo xtask test build page\``);
  return value;
}
