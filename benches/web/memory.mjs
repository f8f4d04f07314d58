// How much memory a page's process has taken at its height: that of the scripts, of modules, of compiled code, of all.

import { readFile } from "node:fs/promises";

/** The texts after which it is looked at. */
const SIZES = [40_000, 400_000, 4_000_000];

/**
 * Megabytes by size, each in a browser of its own that has read nothing else; where the system does not tell, or the size was
 * not read, none.
 */
export async function memory(contestant, { sizes, read, launch, open, inTime }) {
  const found = {};
  for (const { size, articles } of sizes) {
    if (!SIZES.includes(size) || read.find((speed) => speed.size === size)?.late !== undefined || !read.some((speed) => speed.size === size)) continue;
    const browser = await launch();
    try {
      const page = await open(contestant, browser);
      if ((await inTime(page, articles.slice(0, 1))) === undefined) continue;
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send("SystemInfo.getProcessInfo");
      const heights = await Promise.all(processInfo.filter(({ type }) => type === "renderer").map(({ id }) => height(id)));
      // there may be a spare one, which has done nothing
      const most = Math.max(...heights.filter((height) => height !== undefined));
      if (most > 0) found[size] = Math.round(most);
    } finally {
      await browser.close();
    }
  }
  return found;
}

/** Megabytes that a process has held in memory at its height; Linux says so. */
async function height(process) {
  const status = await readFile(`/proc/${process}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes && (Number(kilobytes) * 1024) / 1e6;
}
