// Plots, each with its figures as a table behind it. What a bar means stands beside it: colours alone say nothing.
import { counted, el, figure, svg } from "./dom.js";

const KINDS = ["named", "described", "unnamed"];
const WORDS = ["named", "described", "not named"];
// Sources that have a bar of their own, and months of which the last are drawn.
const BARS = 10;
const MONTHS = 24;

const percent = (part, all) => `${all ? Math.round((part * 100) / all) : 0} %`;

let count = 0;

/** A drawing with its title and a table of the same figures. */
function plot(title, drawing, head, rows, note) {
  const id = `many-plot-${(count += 1)}`;
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-labelledby", id);
  const cell = (name, content, index) => el(name, { scope: name === "th" ? (index === undefined ? "col" : "row") : undefined }, content);
  const table = el(
    "table",
    {},
    el("thead", {}, el("tr", {}, ...head.map((word) => cell("th", word)))),
    el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map((content, index) => cell(index ? "td" : "th", String(content), index))))),
  );
  const behind = el("details", {}, el("summary", {}, "The figures as a table"), el("div", { class: "many-figures", tabindex: 0, role: "region", "aria-label": `Figures: ${title}` }, table));
  return el("figure", { class: "many-plot" }, el("figcaption", { id }, title, note && el("span", {}, note)), drawing, behind);
}

/** What the bars of all plots mean. */
export const legend = () => {
  const key = (word, index) => el("span", {}, svg("svg", { viewBox: "0 0 12 12", "aria-hidden": "true" }, svg("rect", { x: 1, y: 1, width: 10, height: 10, class: KINDS[index] })), word);
  return el("p", { class: "many-legend" }, ...WORDS.map(key));
};

/** Whose words the quotes are: a bar a source, those who say most first. */
export function shares(sources) {
  const all = sources.reduce((sum, { words }) => sum + words, 0);
  const shown = sources.slice(0, BARS);
  const rest = sources.slice(BARS);
  const bars = shown.map(({ name, words, sourceKind }) => ({ name: name ?? "Source not told", words, kind: sourceKind }));
  if (rest.length) {
    bars.push({ name: `${figure(rest.length)} more`, words: rest.reduce((sum, { words }) => sum + words, 0), kind: "rest" });
  }
  const most = Math.max(1, ...bars.map(({ words }) => words));
  const [line, left, wide] = [22, 150, 420];
  const drawing = svg("svg", { viewBox: `0 0 ${wide} ${bars.length * line + 4}`, class: "many-bars" });
  for (const [index, { name, words, kind }] of bars.entries()) {
    const y = index * line + 2;
    const length = Math.max(1, ((wide - left - 52) * words) / most);
    drawing.append(
      svg("text", { x: left - 8, y: y + 14, class: "end" }, name.length > 22 ? `${name.slice(0, 21)}…` : name),
      svg("rect", { x: left, y: y + 3, width: length, height: line - 8, class: kind }),
      svg("text", { x: left + length + 6, y: y + 14 }, percent(words, all)),
    );
  }
  const rows = bars.map(({ name, words }) => [name, figure(words), percent(words, all)]);
  return plot("Whose words are quoted", drawing, ["Source", "Words", "Share"], rows, `${counted(all, "word")} in all`);
}

/** Quotes by month, the named below, the others on top of them. */
export function months(groups) {
  const dated = groups.filter(({ name }) => /^\d{4}-\d\d$/.test(name));
  const shown = dated.slice(-MONTHS);
  const most = Math.max(1, ...shown.map(({ quotes }) => quotes.reduce((sum, part) => sum + part, 0)));
  const [wide, tall, foot, left] = [420, 170, 22, 34];
  const step = (wide - left) / Math.max(1, shown.length);
  const drawing = svg("svg", { viewBox: `0 0 ${wide} ${tall + foot}`, class: "many-columns" });
  drawing.append(
    svg("line", { x1: left, x2: wide, y1: tall, y2: tall }),
    svg("text", { x: left - 6, y: 12, class: "end" }, figure(most)),
    svg("text", { x: left - 6, y: tall, class: "end" }, "0"),
  );
  const every = Math.ceil(shown.length / 6);
  for (const [index, { name, quotes }] of shown.entries()) {
    const width = Math.min(40, step * 0.7);
    const x = left + index * step + (step - width) / 2;
    let y = tall;
    for (const [kind, part] of quotes.entries()) {
      const height = (part * (tall - 6)) / most;
      y -= height;
      if (height) drawing.append(svg("rect", { x, y, width, height, class: KINDS[kind] }));
    }
    if (index % every === 0) drawing.append(svg("text", { x: x + width / 2, y: tall + 16, class: "middle" }, name));
  }
  const rows = groups.map((group) => row(group, "No date"));
  return plot("Quotes by month", drawing, HEAD("Month"), rows, shown.length < dated.length ? `the last ${MONTHS} months` : undefined);
}

const HEAD = (first) => [first, "Stories", "Quotes", "Named", "Described", "Not named"];

const row = ({ name, stories, quotes }, none) => {
  const all = quotes.reduce((sum, part) => sum + part, 0);
  return [name || none, figure(stories), figure(all), ...quotes.map((part) => `${figure(part)} (${percent(part, all)})`)];
};

/** Quotes by outlet, each a whole: how much of it is named. */
export function outlets(groups) {
  const shown = groups.slice(0, BARS);
  const [line, left, wide] = [22, 150, 420];
  const drawing = svg("svg", { viewBox: `0 0 ${wide} ${shown.length * line + 4}`, class: "many-bars" });
  for (const [index, { name, quotes }] of shown.entries()) {
    const all = quotes.reduce((sum, part) => sum + part, 0);
    const y = index * line + 2;
    const label = name || "Outlet not told";
    drawing.append(svg("text", { x: left - 8, y: y + 14, class: "end" }, label.length > 22 ? `${label.slice(0, 21)}…` : label));
    let x = left;
    for (const [kind, part] of quotes.entries()) {
      const width = all ? ((wide - left - 52) * part) / all : 0;
      if (width) drawing.append(svg("rect", { x, y: y + 3, width, height: line - 8, class: KINDS[kind] }));
      x += width;
    }
    drawing.append(svg("text", { x: wide - 46, y: y + 14 }, percent(quotes[0], all)));
  }
  const rows = groups.map((group) => row(group, "Outlet not told"));
  return plot("Quotes by outlet", drawing, HEAD("Outlet"), rows, "how many are of named sources");
}
