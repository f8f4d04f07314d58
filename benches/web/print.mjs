// The figures as tables, in Markdown: docs/performance.md has them as they are printed.

const row = (cells) => console.log(`| ${cells.join(" | ")} |`);
const table = (head, rows) => {
  row(head);
  row(head.map(() => "---"));
  rows.forEach(row);
  console.log("");
};
const kilobytes = (size) => (size < 1e6 ? `${size / 1000} KB` : `${size / 1e6} MB`);

export function print({ machine, freshPages, contestants }, sizes) {
  console.log(`Chromium ${machine.chromium}, ${machine.processors} processors (${machine.model}), load ${machine.load} before it began\n`);
  const shown = contestants.filter(({ name }) => name !== "nothing");

  console.log("MB/s, the median (slowest to fastest):\n");
  table(
    ["", ...sizes.map(({ size }) => kilobytes(size)), "a character, longest against 4 KB"],
    shown.map(({ name, does, speeds, growth }) => [
      `${name}: ${does}`,
      ...sizes.map(({ size }) => {
        const speed = speeds.find((speed) => speed.size === size);
        if (!speed) return "";
        return speed.late ? "over a minute" : `${speed.megabytesPerSecond} (${speed.slowest}–${speed.fastest})`;
      }),
      growth ? `${growth} times` : "",
    ]),
  );

  console.log(`The first result, of the sample, in milliseconds, the median of ${freshPages} fresh pages; weight; memory at its height:\n`);
  const memory = [40_000, 400_000, 4_000_000];
  table(
    ["", "page to result", "reading alone", "code compiled: all", "reading alone", "KB in gzip", ...memory.map((size) => `MB, ${kilobytes(size)}`)],
    contestants.map(({ name, freshPage, compiled, gzip, memory: heights }) => [
      name,
      ...(name === "nothing" ? ["", ""] : [Math.round(freshPage.toResult), Math.round(freshPage.parse)]),
      ...(compiled ? [Math.round(compiled.toResult), Math.round(compiled.parse)] : ["", ""]),
      name === "nothing" ? "" : Math.round(gzip / 1000),
      ...memory.map((size) => heights[size] ?? ""),
    ]),
  );
}
