import { exportAs, open, parse } from "nutgraf";

/** Reads in place and in a worker, and writes a table: for the check, as JSON. */
globalThis.read = async (text) => {
  const article = await parse(text);
  const reader = await open({ workers: 2 });
  const found = [];
  for await (const { id, quotes } of reader.parseMany([text, { id: "b", text }])) found.push([id, quotes[0].speaker.name]);
  const { inWorker } = reader;
  reader.close();
  return { headline: article.head.headline.text, inWorker, found, csv: await exportAs({ text, article }, "quotes.csv") };
};
document.title = "ready";
