// The npm package runs in Node, through a bundler and from plain HTML, by the same import.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { STORY, project, run, tool } from "./installed.mjs";

test("everything is in the package, and no page", (t) => {
  const folder = join(project(t, "node"), "node_modules/nutgraf");
  const files = readdirSync(folder);
  for (const name of ["index.js", "node.js", "index.d.ts", "nutgraf_bg.wasm", "take_bg.wasm", "README.md", "licences.txt", "LICENSE-MIT"]) {
    assert(files.includes(name), `${name} among ${files}`);
  }
  const glue = readFileSync(join(folder, "nutgraf.js"), "utf8");
  assert(!glue.includes("createElement"), "the page's own calls are not in it");
  assert.match(readFileSync(join(folder, "licences.txt"), "utf8"), /GeoNames/);
});

test("in Node", (t) => {
  const folder = project(t, "node");
  // Node ends by itself, or this fails by its time
  assert.equal(run("node", ["run.js", STORY], { cwd: folder, timeout: 120_000 }), "done\n");
});

test("with types", (t) => {
  const folder = project(t, "types");
  const options = ["--noEmit", "--strict", "--target", "esnext", "--module", "esnext", "--moduleResolution", "bundler"];
  run("node", [tool("typescript/bin/tsc"), ...options, "--lib", "esnext,dom,dom.iterable,dom.asynciterable", "use.ts"], { cwd: folder });
});

test("through Vite", async (t) => {
  const folder = project(t, "vite");
  run("node", [tool("vite/bin/vite.js"), "build", "--logLevel", "warn"], { cwd: folder });
  const built = join(folder, "dist");
  assert(readdirSync(join(built, "assets")).some((name) => name.endsWith(".wasm")), "the module is a file of its own");
  await readsInBrowser(t, built);
});

test("from plain HTML, under a content security policy", async (t) => {
  const folder = project(t, "plain");
  const page = join(folder, "index.html");
  const html = readFileSync(page, "utf8");
  const [, map] = html.match(/<script type="importmap">(.*)<\/script>/);
  writeFileSync(page, html.replace("HASH", createHash("sha256").update(map).digest("base64")));
  await readsInBrowser(t, folder);
});

let browser;
after(() => browser?.close());

/** The page in `folder`, served on this machine, reads the story. */
async function readsInBrowser(t, folder) {
  const { "goog:chromeOptions": chrome } = JSON.parse(readFileSync(process.env.NUTGRAF_BROWSER, "utf8"));
  browser ??= await chromium.launch({ executablePath: chrome.binary, args: chrome.args });
  const page = await browser.newPage();
  t.after(() => page.close());
  const faults = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(await serve(t, folder));
  await page.waitForFunction(() => document.title === "ready", undefined, { timeout: 60_000 }).catch(() => {});
  assert.deepEqual(faults, []);
  const { csv, ...found } = await page.evaluate((text) => globalThis.read(text), STORY);
  assert.deepEqual(found, {
    headline: "Ferry to the islands resumes after storm",
    inWorker: true,
    found: [[0, "Ada Quill"], ["b", "Ada Quill"]],
  });
  assert.match(csv, /Ada Quill/);
  assert.deepEqual(faults, []);
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/** The address of a host of the files in `folder`, until test `t` ends. */
async function serve(t, folder) {
  const server = createServer(({ url }, answer) => {
    const path = join(folder, decodeURIComponent(new URL(url, "http://localhost").pathname.replace(/\/$/, "/index.html")));
    if (url === "/favicon.ico") return answer.writeHead(204).end();
    if (!path.startsWith(folder) || !existsSync(path)) return answer.writeHead(404).end();
    answer.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain" }).end(readFileSync(path));
  });
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}/`;
}
