// What surrounds the page: installing it, newer builds, licences, and a folder without a server.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { address, open } from "./harness.mjs";
import { kept } from "./reader.mjs";

const dist = new URL("../../dist/", import.meta.url);

test("the manifest is complete, and every icon is what it says", async (t) => {
  const { page, log } = await open(t);
  assert(!log.requests.some(({ url }) => url.includes("/icons/")), "a visit loads no icons for installing");
  const at = new URL("www/manifest.webmanifest", address);
  const manifest = await (await fetch(at)).json();
  for (const field of ["name", "short_name", "description", "lang", "categories", "display", "theme_color", "background_color"]) {
    assert(manifest[field]?.length > 0, field);
  }
  assert.equal(new URL(manifest.start_url, at).href, address);
  assert.equal(new URL(manifest.scope, at).href, address);
  const sizes = [];
  for (const { src, sizes: size, type, purpose } of manifest.icons) {
    const response = await fetch(new URL(src, at));
    assert.equal(response.headers.get("content-type"), type, src);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (type !== "image/png") continue;
    assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, size, src);
    assert(bytes.length < 5000, `${src}: ${bytes.length} bytes`);
    sizes.push(`${size} ${purpose}`);
  }
  assert.deepEqual(sizes, ["192x192 any", "512x512 any", "512x512 maskable"]);
  // Chromium's own judgement
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  const faults = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito");
  assert.deepEqual(faults, []);
});

test("the pictures of the icon show its drawing, and a maskable one keeps to the middle", async (t) => {
  const { page } = await open(t);
  const faults = await page.evaluate(async () => {
    const pixels = async (src, size) => {
      const image = new Image(size, size);
      image.src = src;
      await image.decode();
      const canvas = new OffscreenCanvas(size, size).getContext("2d");
      canvas.drawImage(image, 0, 0, size, size);
      return canvas.getImageData(0, 0, size, size).data;
    };
    const faults = [];
    for (const size of [192, 512]) {
      const [drawn, picture] = [await pixels("www/icon.svg", size), await pixels(`www/icons/${size}.png`, size)];
      const off = drawn.reduce((sum, value, index) => sum + Math.abs(value - picture[index]), 0) / drawn.length;
      if (off > 1) faults.push(`${size}: off by ${off} on average: cargo xtask icons`);
    }
    const masked = await pixels("www/icons/maskable.png", 512);
    for (let at = 0; at < 512 * 512; at++) {
      const far = Math.hypot((at % 512) - 256, Math.floor(at / 512) - 256) > 0.4 * 512;
      const ground = [0, 1, 2].every((channel) => Math.abs(masked[at * 4 + channel] - masked[channel]) < 3);
      if (masked[at * 4 + 3] !== 255 || (far && !ground)) {
        faults.push(`maskable: pixel ${at} would be cut off`);
        break;
      }
    }
    return faults;
  });
  assert.deepEqual(faults, []);
});

test("a newer build waits until the reader wants it", async (t) => {
  // the same files, and then a build after them
  let version = "";
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url.slice(1), address));
    let body = Buffer.from(await answer.arrayBuffer());
    if (request.url.endsWith("/sw.js")) body = Buffer.from(String(body).replace(/VERSION = "(?=.*")/, `$&${version}`));
    for (const name of ["content-type", "content-security-policy", "cache-control"]) response.setHeader(name, answer.headers.get(name));
    response.writeHead(answer.status).end(body);
  });
  await new Promise((done) => server.listen(0, "localhost", done));
  t.after(() => server.close().closeAllConnections());
  // the record knows one address only
  const { page, log } = await open(t, { path: `http://localhost:${server.address().port}/`, faults: true });
  await kept(page);
  assert.equal(await page.locator("#update").count(), 0, "a first visit is told nothing");
  await page.reload();
  assert.equal(await page.locator("#update").count(), 0, "nor is a second");

  version = "newer-";
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
  const offer = page.getByRole("status").filter({ hasText: "There is a newer version" });
  await offer.waitFor();
  const caches = () => page.evaluate(() => globalThis.caches.keys());
  assert.equal((await caches()).length, 2, "the old build's files are still there");
  await page.evaluate(() => (globalThis.same = true));
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => globalThis.same), true, "the page stays as it is");

  // whoever comes back later is told again
  await page.reload();
  await Promise.all([page.waitForEvent("load"), offer.getByRole("button", { name: "Reload" }).click()]);
  await page.locator("[data-started]").waitFor();
  assert.match((await caches()).join(), /^nutgraf-newer-[^,]*$/);
  assert.equal(await page.locator("#update").count(), 0);
  assert.deepEqual([log.errors, log.violations], [[], []]);
});

test("the licences are a link away, and kept once they were asked for", async (t) => {
  // a browser asks for an icon of its own where it shows plain text
  const { page, context, log } = await open(t, { faults: true });
  await kept(page);
  assert(!log.requests.some(({ url }) => url.endsWith("licences.txt")), "nobody asked");
  assert.match(await page.locator("footer").innerText(), /GeoNames, CC BY 4\.0/);
  // beside the page, whose text stays
  const link = page.getByRole("link", { name: "Data and licences" });
  const [licences] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  await licences.waitForLoadState();
  await context.setOffline(true);
  await licences.reload();
  const text = await licences.locator("body").innerText();
  for (const named of ["GeoNames", "Creative Commons Attribution 4.0", "UNICODE LICENSE V3", "wasm-bindgen", "Apache License"]) {
    assert(text.includes(named), named);
  }
  assert.deepEqual(log.failures.filter((failure) => !failure.includes("/favicon.ico")), []);
});

test("whoever opens the folder without a server is told what to do", async (t) => {
  const { page, log } = await open(t, { path: new URL("index.html", dist).href, faults: true });
  const stop = page.locator("#waiting");
  await stop.waitFor();
  // it appears when the page has had the time to start
  await page.waitForFunction(() => getComputedStyle(document.getElementById("waiting")).visibility === "visible");
  const text = await stop.innerText();
  assert.match(text, /has not started/);
  assert.match(text, /python3 -m http\.server/);
  assert.doesNotMatch(text, /cargo/, "there is no cargo where there is only the folder");
  assert(!log.requests.some(({ url }) => url.startsWith("http")), "nobody is asked");
});

test("the folder works with the server that its page names", async (t) => {
  const python = ["python3", "python"].find((name) => process.env.PATH.split(":").some((place) => existsSync(`${place}/${name}`)));
  if (!python) return t.skip("there is no Python here");
  const server = spawn(python, ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1"], { cwd: dist });
  t.after(() => server.kill());
  const port = await new Promise((done) => server.stdout.on("data", (line) => done(/port (\d+)/.exec(line)?.[1])));
  const { page, log } = await open(t, { path: `http://127.0.0.1:${port}/`, faults: true });
  await page.locator("[data-started]").waitFor();
  assert.deepEqual([log.errors, log.failures, log.violations], [[], [], []]);
});
