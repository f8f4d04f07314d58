// The page loads as it is shipped: the module runs, the promised headers are sent, nobody else is asked.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { accessibilityFaults, address, open } from "./harness.mjs";

/** The policy that the README promises; written out here so that a change is made on purpose. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types nutgraf",
];

test("every file is sent with the headers that dist writes down for hosts", async () => {
  const file = await readFile(new URL("../../dist/_headers", import.meta.url), "utf8");
  const [pattern, ...lines] = file.trimEnd().split("\n");
  assert.equal(pattern, "/*");
  const promised = lines.map((line) => line.trim().split(/: (.*)/s, 2));
  assert.deepEqual(Object.fromEntries(promised)["Content-Security-Policy"].split("; "), POLICY);
  for (const path of ["", "www/boot.js", "www/style.css", "pkg/nutgraf.js", "pkg/nutgraf_bg.wasm", "not-there"]) {
    const response = await fetch(new URL(path, address));
    for (const [name, value] of promised) assert.equal(response.headers.get(name), value, `${name} of /${path}`);
  }
});

test("files have the types that browsers insist on", async () => {
  for (const [path, type] of [
    ["", "text/html; charset=utf-8"],
    ["www/boot.js", "text/javascript; charset=utf-8"],
    ["www/style.css", "text/css; charset=utf-8"],
    ["pkg/nutgraf_bg.wasm", "application/wasm"],
  ]) {
    const response = await fetch(new URL(path, address));
    assert.equal(response.status, 200, path);
    assert.equal(response.headers.get("content-type"), type, path);
  }
});

test("the page loads, and its module reads an article", async (t) => {
  const { page, log } = await open(t);
  assert.match(await page.title(), /Nutgraf/);
  assert(log.requests.some(({ url }) => url === new URL("pkg/nutgraf_bg.wasm", address).href), "the module was loaded");
  const schema = await page.evaluate(async (module) => {
    const { default: init, parse } = await import(module);
    await init();
    return parse("Ferry resumes\n\nBoats sail again.").schema;
  }, new URL("pkg/nutgraf.js", address).href);
  assert.equal(schema, "nutgraf/1");
});

test("the page works in a folder of a site", async (t) => {
  const folder = new URL("news/tools/", address);
  // the folder is made up in the browser; the server is asked for the files at its top
  const prepare = (context) =>
    context.route(`${folder}**`, (route) => route.continue({ url: route.request().url().replace("/news/tools/", "/") }));
  const { log } = await open(t, { path: "news/tools/", prepare });
  const outside = log.requests.filter(({ url }) => !url.startsWith(folder.href) && !url.startsWith("data:"));
  assert.deepEqual(outside, []);
  assert(log.requests.some(({ url }) => url.endsWith("/news/tools/pkg/nutgraf_bg.wasm")), "the module was loaded");
});

test("the policy holds: markup from strings, inline script and other hosts are stopped", async (t) => {
  const { page, log } = await open(t, { faults: true });
  const outcome = await page.evaluate(async () => {
    const fails = async (attempt) => {
      try {
        await attempt();
        return false;
      } catch {
        return true;
      }
    };
    const reported = new Promise((resolve) => {
      addEventListener("securitypolicyviolation", (event) => event.effectiveDirective === "connect-src" && resolve());
    });
    const script = document.createElement("script");
    script.append("globalThis.inlineRan = true");
    document.head.append(script);
    const outcome = {
      markup: await fails(() => (document.createElement("p").innerHTML = "<b>x</b>")),
      policy: await fails(() => globalThis.trustedTypes.createPolicy("any", {})),
      stranger: await fails(() => fetch("https://example.org/")),
      inline: globalThis.inlineRan !== true,
    };
    await reported;
    return outcome;
  });
  assert.deepEqual(outcome, { markup: true, policy: true, stranger: true, inline: true });
  assert(log.violations.some((violation) => violation.startsWith("connect-src")), log.violations.join("\n"));
});

test("the page is accessible by axe-core's rules, light and dark, wide and narrow", async (t) => {
  for (const colorScheme of ["light", "dark"]) {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 740 }]) {
      const { page } = await open(t, { colorScheme, viewport });
      assert.deepEqual(await accessibilityFaults(page), [], `${colorScheme}, ${viewport.width} wide`);
    }
  }
});

test("on a phone the page is seen before the module is asked for, on a desk at once", async (t) => {
  for (const [width, before] of [[360, false], [1280, true]]) {
    const { page } = await open(t, { viewport: { width, height: 740 } });
    await page.locator("[data-started]").waitFor();
    const [asked, paint] = await page.evaluate(() => [
      performance.getEntriesByType("resource").find(({ name }) => name.endsWith(".wasm")).startTime,
      performance.getEntriesByName("first-contentful-paint")[0].startTime,
    ]);
    assert.equal(asked < paint, before, `${width}: asked at ${asked}, painted at ${paint}`);
  }
});
