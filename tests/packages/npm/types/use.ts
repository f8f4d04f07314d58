import { type Answer, type Article, type Comparison, compare, exportAs, open, parse, parseMany, type Reader } from "nutgraf";

const article: Article = await parse("text", { published: "2022-05-04", offsets: "utf16" });
const name: string | undefined = article.quotes[0]?.speaker?.name;
const reader: Reader = await open({ workers: true });
async function* records() {
  yield "text";
  yield { id: 7, text: "text", dateOrder: "dmy" as const };
}
for await (const answer of reader.parseMany(records(), { signal: AbortSignal.timeout(9), progress: ({ done, total }) => void [done, total] })) {
  const either: Answer = answer;
  if (either.error !== undefined) console.log(either.id, either.error.length);
  else console.log(either.head.headline?.text, name);
}
for await (const { id } of parseMany(["text"])) console.log(id);
const csv: string = await exportAs({ text: "text", article }, "quotes.csv");
const compared: Comparison = await compare({ text: "text", article }, csv);
console.log(compared.same);
// @ts-expect-error: no such format
await exportAs({ text: "text", article }, "docx");
// @ts-expect-error: a date is a string
await parse("text", { published: 2022 });
