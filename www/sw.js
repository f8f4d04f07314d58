// Keeps the page's own files, so that it opens without a network. It never touches anything else.
//
// VERSION names one build. A build stamps a hash of the files below into it: then the kept files are
// served first, and a new build replaces them all at once. Unstamped, as while working on the page, the
// network goes first and the kept files are the fallback.
const VERSION = "unstamped";
const CACHE = `nutgraf-${VERSION}`;
const FILES = [
  "./",
  "index.html",
  "www/style.css",
  "www/theme.js",
  "www/boot.js",
  "www/icon.svg",
  "www/manifest.webmanifest",
  "pkg/nutgraf.js",
  "pkg/nutgraf_bg.wasm",
  "pkg/reader.js",
  "pkg/worker.js",
  // the page fetches these when a story is first taken away or compared, which works without a network too
  "www/compare.css",
  "www/compare.js",
  "www/compare-view.js",
  "www/compare-worker.js",
  "www/share.js",
  "www/take.js",
  "www/find.js",
  "www/marks.js",
  "www/find.css",
  "pkg/exports.js",
  "pkg/take.js",
  "pkg/take_bg.wasm",
  // and these when there are several stories at once
  "www/many/dom.js",
  "www/many/index.js",
  "www/many/intake.js",
  "www/many/kept.js",
  "www/many/plots.js",
  "www/many/pool.js",
  "www/many/reading.js",
  "www/many/records.js",
  "www/many/sources.js",
  "www/many/stories.js",
  "www/many/style.css",
  "www/many/table.js",
  "www/many/worker.js",
];

// Kept once somebody has asked for it.
const ASKED = ["licences.txt"].map((file) => new URL(file, self.registration.scope).href);

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
    })(),
  );
});

// A new build waits until its page is closed, or its reader wants it now: half of a page from one build and half from
// another would not fit.
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("nutgraf-") && name !== CACHE) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

const kept = async (request) => (await caches.open(CACHE)).match(request, { ignoreSearch: true });

const fetched = async (request) => {
  const response = await fetch(request);
  if (ASKED.includes(request.url) && response.ok) await (await caches.open(CACHE)).put(request, response.clone());
  return response;
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    VERSION === "unstamped"
      ? fetched(request).catch(async () => (await kept(request)) ?? Response.error())
      : kept(request).then((response) => response ?? fetched(request)),
  );
});
