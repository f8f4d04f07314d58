// The worker of compare.js: reads two versions of a story and compares them, away from the page.
import { compare } from "../pkg/exports.js";
import { open } from "../pkg/reader.js";

let reader;

onmessage = async ({ data: versions }) => {
  try {
    reader ??= await open();
    const read = [];
    for (const { text, options, corrections } of versions) {
      read.push({ text, options, article: await reader.parse(text, { ...options, corrections }) });
    }
    const titles = read.map(({ article }) => article.head.headline?.text);
    postMessage({ value: { titles, ...(await compare(...read)) } });
  } catch (error) {
    postMessage({ error: error?.message ?? String(error) });
  }
};
