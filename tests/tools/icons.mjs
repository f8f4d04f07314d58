// Draws the icons that an installed page needs as pictures, from the one drawing there is, www/icon.svg:
// `cargo xtask icons`. They are kept in the repository; tests/page/install.test.mjs compares them with the drawing.

import { readFile, writeFile } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import { chromium } from "playwright-core";

const www = new URL("../../www/", import.meta.url);
const svg = await readFile(new URL("icon.svg", www), "utf8");
// launchers cut maskable icons to shapes of their own: the ground fills the square, the glyph keeps to the middle
const maskable = svg.replace(/rx="\d+"/, "").replace(/(<rect[^>]*>)([\s\S]*)(<\/svg>)/, '$1<g transform="translate(9.6 9.6) scale(.7)">$2</g>$3');
const { binary, args } = JSON.parse(await readFile(process.env.NUTGRAF_BROWSER, "utf8"))["goog:chromeOptions"];
const browser = await chromium.launch({ executablePath: binary, args });
const page = await browser.newPage();
for (const [name, drawing, size] of [["192", svg, 192], ["512", svg, 512], ["maskable", maskable, 512]]) {
  const pixels = await page.evaluate(draw, { drawing, size });
  const bytes = png(size, Uint8Array.from(Buffer.from(pixels, "base64")));
  await writeFile(new URL(`icons/${name}.png`, www), bytes);
  console.log(`www/icons/${name}.png: ${bytes.length} bytes`);
}
await browser.close();

async function draw({ drawing, size }) {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size, size).getContext("2d");
  canvas.drawImage(image, 0, 0, size, size);
  const { data } = canvas.getImageData(0, 0, size, size);
  let text = "";
  for (const byte of data) text += String.fromCharCode(byte);
  return btoa(text);
}

/** A PNG with a palette: these few flat colours and their edges weigh a quarter of what full colour does. */
function png(size, rgba) {
  // edges in few steps, so that there are few colours
  const step = (value) => Math.round(value / 36.4285) * 36.4285;
  const palette = new Map();
  const rows = Buffer.alloc(size * (size + 1));
  for (let at = 0; at < size * size; at++) {
    const [red, green, blue, alpha] = rgba.subarray(at * 4, at * 4 + 4);
    const colour = [red, green, blue, alpha].map((value) => Math.round(step(value))).join();
    if (!palette.has(colour)) palette.set(colour, { index: palette.size, exact: new Map() });
    const entry = palette.get(colour);
    const exact = [red, green, blue, alpha].join();
    entry.exact.set(exact, (entry.exact.get(exact) ?? 0) + 1);
    rows[Math.floor(at / size) * (size + 1) + 1 + (at % size)] = entry.index;
  }
  if (palette.size > 256) throw new Error(`${palette.size} colours are more than a palette holds`);
  const commonest = [...palette.values()].map(({ exact }) => [...exact].sort((a, b) => b[1] - a[1])[0][0].split(",").map(Number));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(commonest.flatMap((colour) => colour.slice(0, 3)))),
    chunk("tRNS", Buffer.from(commonest.map((colour) => colour[3]))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
