// Who is quoted: the table of sources with the reader's own columns, joined forms, and plots.
import { counted, el, figure } from "./dom.js";
import { legend, months, outlets, shares } from "./plots.js";
import { Table } from "./table.js";

const COLUMNS = [
  { key: "name", label: "Source", order: "name", size: "minmax(13rem, 1.4fr)", class: "first" },
  { key: "titles", label: "Titles", order: "titles", size: "minmax(8rem, 1fr)" },
  { key: "organizations", label: "Organisation", order: "organizations", size: "minmax(8rem, 1fr)" },
  { key: "sourceKind", label: "Is", order: "sourceKind", size: "5.6rem" },
  { key: "quotes", label: "Quotes", order: "quotes", size: "5.2rem", class: "number", downwards: true },
  { key: "words", label: "Words", order: "words", size: "5rem", class: "number", downwards: true },
  { key: "share", label: "Share", order: "share", size: "4.4rem", class: "number", downwards: true },
  { key: "stories", label: "Stories", order: "stories", size: "5.2rem", class: "number", downwards: true },
];

const IS = { named: "named", described: "described", unnamed: "not named" };

const NOBODY = "Source not told";

/** `audit` counts; `changed(words)` is called when the reader did something, `noted` when it changes no other row; `show(name)` shows a source's stories. */
export class Sources {
  #audit;
  #changed;
  #noted;
  #show;
  #sources = [];
  #shown = [];
  #all = 0;
  #chosen = new Set();
  #plots = el("div", { class: "many-plots" });
  #join = el("button", { type: "button", onclick: () => this.#joinChosen() }, "Join");
  #apart = el("button", { type: "button", onclick: () => this.#separate() }, "Separate");
  #undo = el("button", { type: "button", onclick: () => this.#back() }, "Undo");
  #column = el("input", { type: "text", id: "many-column", maxlength: 100, autocomplete: "off", placeholder: "such as Role, or Region" });

  constructor(audit, { changed, noted, show }) {
    [this.#audit, this.#changed, this.#noted, this.#show] = [audit, changed, noted, show];
    const rows = (from, to) => this.#shown.slice(from, to).map((source) => ({ ...source, all: this.#all, chosen: this.#chosen.has(source.key) }));
    const arrange = () => this.#arrange();
    this.table = new Table({ label: "Sources", class: "many-sources", columns: COLUMNS, order: "words", rows, cells: (row) => this.#cells(row), arrange, keyOf: ({ key }) => key });
    this.table.descending = true;
    const form = el("form", { class: "many-column", onsubmit: (event) => this.#addColumn(event) }, el("label", { for: "many-column" }, "Column of your own"), this.#column, el("button", {}, "Add"));
    const bar = el("div", { class: "many-bar" }, this.#join, this.#apart, this.#undo, form);
    const hint = "Equal names are one row; a description is one row however many people it stands for. Tick the forms of one source and join them. Machines err: open a story before you rely on a count.";
    this.element = el("div", { class: "many-audit" }, this.#plots, el("p", { class: "many-hint" }, hint), bar, this.table.element);
    this.#offer();
  }

  get count() {
    return this.#sources.length;
  }

  /** Counts the sources of some stories. */
  update(selected) {
    this.#sources = JSON.parse(this.#audit.quoted(selected));
    this.#all = this.#sources.reduce((sum, { words }) => sum + words, 0);
    const known = new Set(this.#sources.map(({ key }) => key));
    for (const key of this.#chosen) if (!known.has(key)) this.#chosen.delete(key);
    const open = [...this.#plots.querySelectorAll("details")].map((details) => details.open);
    const by = (what) => JSON.parse(this.#audit.groups(selected, what));
    const any = this.#sources.length > 0;
    this.#plots.replaceChildren(...(any ? [legend(), shares(this.#sources), months(by("month")), outlets(by("outlet"))] : []));
    for (const [index, details] of this.#plots.querySelectorAll("details").entries()) details.open = open[index] ?? false;
    this.#columns();
    this.#arrange();
    this.#offer();
  }

  #columns() {
    const own = this.#audit.columns();
    if (own.length === this.#own) return;
    this.#own = own.length;
    this.table.columns([...COLUMNS, ...own.map((name, index) => ({ key: `own-${index}`, label: name, order: `note ${index}`, size: "10rem" }))]);
  }
  #own = 0;

  #arrange() {
    const { order, descending } = this.table;
    const note = /^note (\d+)$/.exec(order)?.[1];
    const kinds = Object.keys(IS);
    const value = (source) => {
      if (note) return source.notes[note]?.toLowerCase();
      const found = order === "sourceKind" ? kinds.indexOf(source.sourceKind) : source[order === "share" ? "words" : order];
      if (Array.isArray(found)) return found.join("; ").toLowerCase();
      return typeof found === "string" ? found.toLowerCase() : (found ?? "");
    };
    const keyed = this.#sources.map((source) => [value(source), source]);
    const compare = typeof keyed[0]?.[0] === "number" ? (one, other) => one - other : (one, other) => (one < other ? -1 : one > other ? 1 : 0);
    keyed.sort(([one], [other]) => {
      // what has none comes last, whatever the order
      if (one === "" || other === "") return one === other ? 0 : one === "" ? 1 : -1;
      return descending ? compare(other, one) : compare(one, other);
    });
    this.#shown = keyed.map(([, source]) => source);
    this.table.update(this.#shown.length);
  }

  #cells(source) {
    const name = source.name ?? NOBODY;
    const choose = ({ target }) => {
      if (target.checked) this.#chosen.add(source.key);
      else this.#chosen.delete(source.key);
      this.#offer();
    };
    const box = el("input", { type: "checkbox", checked: source.chosen, "aria-label": `Choose ${name}`, onchange: choose });
    const also = source.forms.length ? el("span", { class: "many-also" }, `also ${source.forms.join(", ")}`) : undefined;
    const share = source.all ? `${Math.round((source.words * 1000) / source.all) / 10} %` : "";
    const where = el("button", { type: "button", class: "many-link", "aria-label": `${counted(source.stories, "story", "stories")} of ${name}`, onclick: () => this.#show(source.name ?? "") }, figure(source.stories));
    const list = (words) => el("span", { title: words.join("; ") }, words.join("; "));
    const notes = source.notes.map((note, column) => this.#note(source.key, name, note, column));
    return [
      [box, " ", el("span", { class: "many-name", title: [name, ...source.forms].join("; ") }, name), also],
      list(source.titles),
      list(source.organizations),
      IS[source.sourceKind],
      figure(source.quotes),
      figure(source.words),
      share,
      source.name ? where : figure(source.stories),
      ...notes,
    ];
  }

  #note(key, name, note, column) {
    const save = ({ target }) => {
      this.#audit.setNote(key, column, target.value.trim());
      const source = this.#sources.find((source) => source.key === key);
      if (source) source.notes[column] = target.value.trim();
      this.#noted();
      this.#offer();
    };
    return el("input", { type: "text", value: note, maxlength: 500, autocomplete: "off", "aria-label": `${this.#audit.columns()[column]} of ${name}`, onchange: save });
  }

  #offer() {
    const chosen = this.#chosen.size;
    this.#join.disabled = chosen < 2;
    this.#join.textContent = chosen < 2 ? "Join" : `Join ${figure(chosen)}`;
    const [only] = this.#chosen;
    this.#apart.disabled = chosen !== 1 || !this.#sources.find(({ key }) => key === only)?.forms.length;
    const undoes = this.#audit.undoes();
    this.#undo.disabled = !undoes;
    this.#undo.textContent = undoes ? `Undo: ${undoes}` : "Undo";
  }

  #joinChosen() {
    const joined = this.#shown.filter(({ key }) => this.#chosen.has(key));
    // that of the one who is named in the most words has the row
    joined.sort((one, other) => (one.sourceKind === "named" ? 0 : 1) - (other.sourceKind === "named" ? 0 : 1) || (other.name?.length ?? 0) - (one.name?.length ?? 0));
    this.#audit.join(joined.map(({ key }) => key));
    this.#chosen.clear();
    this.#changed(`Joined: ${joined.map(({ name }) => name ?? NOBODY).join(", ")}.`);
    this.#undo.focus();
  }

  #separate() {
    const [key] = this.#chosen;
    const source = this.#sources.find((source) => source.key === key);
    this.#audit.separate(key);
    this.#chosen.clear();
    this.#changed(`Separated: ${[source?.name, ...(source?.forms ?? [])].join(", ")}.`);
    this.#undo.focus();
  }

  #back() {
    const undone = this.#audit.undoes();
    this.#audit.undo();
    this.#changed(`Undone: ${undone}.`);
    if (this.#undo.disabled) this.table.element.querySelector("button")?.focus();
  }

  #addColumn(event) {
    event.preventDefault();
    const name = this.#column.value.trim();
    if (!name) return;
    const added = this.#audit.addColumn(name);
    if (added) this.#column.value = "";
    this.#changed(added ? `Column ${name} is at the end of the table.` : "There is a column of this name, or there are twenty.");
    if (added) this.table.element.scrollLeft = this.table.element.scrollWidth;
  }
}
