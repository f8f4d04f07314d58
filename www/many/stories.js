// The table of stories.
import { el, figure } from "./dom.js";
import { Table } from "./table.js";

const COLUMNS = [
  { key: "headline", label: "Headline", order: "headline", size: "minmax(12rem, 1fr)", class: "first" },
  { key: "date", label: "Date", order: "date", size: "6.5rem", downwards: true },
  { key: "agency", label: "Agency", order: "agency", size: "5.5rem" },
  { key: "outlet", label: "Outlet", order: "outlet", size: "11rem" },
  { key: "words", label: "Words", order: "words", size: "5rem", class: "number", downwards: true },
  { key: "quotes", label: "Quotes", order: "quotes", size: "5.2rem", class: "number", downwards: true },
  { key: "sources", label: "Sources", order: "sources", size: "5.6rem", class: "number", downwards: true },
  { key: "warnings", label: "Warnings", order: "warnings", size: "6.2rem", class: "number", downwards: true },
];

/** `rows(from, to)` gives rows, `arrange` puts them in order, `open(index)` opens one at the desk; `isCorrected(index)`. */
export function storiesTable({ rows, isCorrected, arrange, open }) {
  const cells = (row) => {
    const { index, id, error, headline } = row;
    if (typeof error === "string") {
      const why = error ? el("span", { class: "many-error", title: error }, error) : el("span", { class: "many-waits" }, "waits for its reading");
      return [[el("b", {}, id), " ", why]];
    }
    const button = el("button", { type: "button", class: "many-open", title: headline ?? id, onclick: () => open(index) }, headline ?? id);
    const warnings = row.warnings?.length ?? 0;
    const told = warnings ? el("span", { title: row.warnings.join("\n") }, figure(warnings)) : "";
    const { date = "", agency = "", outlet = "" } = row;
    // a time of day would only widen the column
    const name = isCorrected(index) ? [button, el("span", { class: "many-own", title: "As you corrected or ticked it at the desk" }, "yours")] : button;
    return [name, date.slice(0, 10), agency, el("span", { title: outlet }, outlet), figure(row.words), figure(row.quotes), figure(row.sources.length), told];
  };
  const finish = (line, { error }) => line.classList.toggle("failed", typeof error === "string");
  return new Table({ label: "Stories", class: "many-stories", columns: COLUMNS, order: "given", rows, cells, finish, arrange, keyOf: ({ index }) => String(index) });
}
