// Several stories at once: takes them in, has them read, and shows a table of them and the audit of their sources.
import init, { Stories, rowOfSaved } from "../../pkg/take.js";
import { counted, download, el, figure } from "./dom.js";
import { Kept } from "./kept.js";
import { Pool } from "./pool.js";
import { Reading } from "./reading.js";
import { Sources } from "./sources.js";
import { storiesTable } from "./stories.js";

// Milliseconds between two looks at what is new, and between two counts of sources, which take longer.
const OFTEN = 200;
const SELDOM = 900;

const root = document.documentElement;

let view;

/** Opens the view, with files and entries of folders. `tools`: `reading`, the compiled module; `script`; `textOf`. */
export async function open(given, tools) {
  view ??= prepare(tools);
  const opened = await view.catch((error) => {
    // without a network now; there may be one later
    view = undefined;
    throw error;
  });
  opened.show();
  if (given.length) await opened.take(given);
}

async function prepare({ reading, script, textOf }) {
  const style = el("link", { rel: "stylesheet", href: new URL("style.css", import.meta.url).href });
  const styled = new Promise((resolve, reject) => Object.assign(style, { onload: resolve, onerror: reject }));
  document.head.append(style);
  const address = new URL("../../pkg/take_bg.wasm", import.meta.url);
  const compiled = WebAssembly.compileStreaming(fetch(address)).catch(async () => WebAssembly.compile(await (await fetch(address)).arrayBuffer()));
  const [taking, read] = await Promise.all([compiled, reading, styled]);
  await init({ module_or_path: taking });
  rehearse();
  return new View(new Pool(script, { reading: read, taking }), textOf);
}

/** Does once what drawing does, so that the browser has it compiled when workers need all its cores. */
function rehearse() {
  const [rows, row] = [new Stories(), { headline: "", date: "", outlet: "", words: 0, quotes: 0, sources: [], warnings: [] }];
  rows.push("", undefined);
  rows.set(0, JSON.stringify(row), undefined);
  const all = rows.select("", undefined, undefined, "given", false);
  for (const by of ["outlet", "month"]) JSON.parse(rows.groups(all, by));
  figure(JSON.parse(rows.rows(all)).length);
  rows.free();
}

class View {
  #rows = new Stories();
  #reading;
  #table;
  #sources;
  #selected = new Uint32Array();
  #tab = "stories";
  #timer;
  #counted = 0;
  #saved;
  #top = 0;
  #writing;

  constructor(pool, textOf) {
    const ask = (table, header) => this.#ask(table, header);
    const came = (story) => {
      if (!this.#kept) return;
      this.#kept.coming = true;
      story.number = this.#kept.add(story);
    };
    // all have come in, and are written
    const settled = async (known) => {
      if (!known || !this.#kept) return;
      await this.#kept.flush();
      if (this.#reading.known) this.#kept.coming = false;
    };
    this.#reading = new Reading(this.#rows, pool, { textOf, ask, came, settled, changed: () => this.#soon() });
    const rows = (from, to) => JSON.parse(this.#rows.rows(this.#selected.subarray(from, to)));
    const isCorrected = (index) => this.#reading.items[index].document !== undefined;
    this.#table = storiesTable({ rows, isCorrected, arrange: () => this.#refresh(), open: (index) => this.#open(index) });
    this.#sources = new Sources(this.#rows, { changed: (words) => this.#tell(words), noted: () => this.#did(), show: (name) => this.#showStories(name) });
    this.#build();
    pool.warm();
    this.restored = this.#restore();
    document.getElementById("main").append(this.element);
    addEventListener("popstate", ({ state }) => (state?.many ? this.#appear() : this.#vanish()));
    // the desk's keys are not for this view, and what is pasted is a story for the desk
    document.body.addEventListener("keydown", (event) => this.#isOpen && event.stopPropagation());
    document.addEventListener("paste", (event) => this.#onPaste(event), { capture: true });
    addEventListener("beforeunload", (event) => {
      if ((this.#rows.undoes() || this.#done) && this.#saved !== this.#work) event.preventDefault();
    });
  }

  get #isOpen() {
    return root.hasAttribute("data-many");
  }

  // what the reader did here so far, told from what it was
  get #work() {
    return `${this.#rows.undoes()} ${this.#done}`;
  }
  #done = 0;

  // the reader did something to the sources
  #did() {
    this.#done += 1;
    this.#kept?.work(this.#rows.work());
  }

  // what keeps the list over a reload, where the browser can
  #kept;

  /** Brings back what was here before a reload. */
  async #restore() {
    try {
      const kept = await Kept.open(() => (this.notice.textContent = "This list is too long to outlast a reload: save what you need of it."));
      const { coming } = kept;
      const done = await kept.wasDone();
      if (done) this.#rows.resume(done);
      await this.#reading.restore(kept.stories());
      this.#done += this.#reading.items.filter(({ document }) => document).length;
      if (coming) this.notice.textContent = "The page was loaded anew before all had come in: what is missing here has to be added again.";
      [this.#kept, kept.coming] = [kept, false];
      const opened = this.#reading.items.findIndex(({ number }) => number === kept.atDesk);
      if (opened < 0) return;
      this.#opened ??= opened;
      if (this.#isOpen) await this.#bringBack();
    } catch {
      // this browser keeps nothing: all is as it was, but for a reload
    }
  }

  /** Empties the list, when the reader is sure. */
  async #emptyList() {
    const stories = this.#reading.items.length;
    if (!(await this.#sure(`Empty the list of ${counted(stories, "story", "stories")}? What you joined, noted and corrected here goes with it.`, "Empty it", "Keep it"))) return;
    this.#writing?.abort();
    this.#rows.clear();
    this.#reading.clear();
    this.#opened = undefined;
    [this.words.value, this.notice.textContent, this.#done, this.#saved] = ["", "The list is empty.", 0, undefined];
    await this.#kept?.clear();
    this.#refresh();
  }

  #build() {
    const button = (label, onclick, attributes) => el("button", { type: "button", onclick, ...attributes }, label);
    const picker = (attributes) => el("input", { type: "file", multiple: true, hidden: true, tabindex: -1, onchange: (event) => this.#picked(event), ...attributes });
    this.files = picker({ id: "many-files", "aria-label": "Files" });
    this.folder = picker({ id: "many-folder", "aria-label": "Folder", webkitdirectory: true });
    this.clear = button("Empty the list", () => this.#emptyList(), { hidden: true });
    this.back = button("Back to the desk", () => history.back(), { class: "many-back" });
    this.progress = el("progress", { "aria-label": "Read", hidden: true });
    this.state = el("span", { class: "many-state" });
    this.stop = button("Stop", () => this.#stop(), { hidden: true });
    this.go = button("Read the rest", () => this.#reading.resume(), { hidden: true });
    this.notice = el("p", { class: "many-notice", role: "status" });
    // what stands in `state` all the time is heard once, at the end
    this.heard = el("p", { class: "unseen", role: "status" });
    this.question = el("div", {});
    this.words = el("input", { type: "search", id: "many-words", placeholder: "headline, outlet, agency or source", autocomplete: "off", oninput: () => this.#soon() });
    this.outlet = el("select", { id: "many-outlet", onchange: () => this.#refresh() });
    this.month = el("select", { id: "many-month", onchange: () => this.#refresh() });
    const field = (label, control) => el("span", { class: "many-field" }, el("label", { for: control.id }, label), control);
    this.takings = ["Breakdowns (JSONL)", "Stories (CSV)", "Sources (CSV)"].map((label, index) => button(label, () => this.#take(index)));
    const tab = (name, label) => button(label, () => this.#choose(name), { role: "tab", id: `many-tab-${name}`, "aria-controls": `many-panel-${name}`, class: "many-tab" });
    this.tabs = { stories: tab("stories", "Stories"), sources: tab("sources", "Sources") };
    const panel = (name, content) => el("div", { role: "tabpanel", id: `many-panel-${name}`, "aria-labelledby": `many-tab-${name}` }, content);
    this.panels = { stories: panel("stories", this.#table.element), sources: panel("sources", this.#sources.element) };
    const onTabs = ({ key }) => {
      if (!["ArrowLeft", "ArrowRight"].includes(key)) return;
      this.#choose(this.#tab === "stories" ? "sources" : "stories");
      this.tabs[this.#tab].focus();
    };
    this.empty = el("p", { class: "many-empty" }, "Drop files or a folder here: texts, saved web pages, JSON lines, CSV with a column of texts, or a zip of these. They are read in this tab, and go nowhere.");
    this.shown = el("div", { class: "many-shown", hidden: true },
      el("div", { class: "many-filter" }, field("Find", this.words), field("Outlet", this.outlet), field("Month", this.month)),
      el("div", { class: "many-choose" },
        el("div", { role: "tablist", "aria-label": "Stories and sources", onkeydown: onTabs }, ...Object.values(this.tabs)),
        el("div", { class: "many-takings", role: "group", "aria-label": "Save what is shown as a file" }, el("span", {}, "Save"), ...this.takings)),
      ...Object.values(this.panels));
    this.element = el("section", { class: "many", "aria-labelledby": "many-label", tabindex: -1 },
      el("div", { class: "many-head" }, el("h2", { id: "many-label" }, "Several at once"), button("Add files", () => this.files.click()), button("Add a folder", () => this.folder.click()), this.files, this.folder, this.clear, this.back),
      el("div", { class: "many-progress" }, this.progress, this.state, this.stop, this.go),
      this.question, this.notice, this.heard, this.empty, this.shown);
    this.#choose("stories");
  }

  /** Shows the view, as a step of the browser's history. */
  show() {
    if (!history.state?.many) history.pushState({ many: 1 }, "");
    this.#appear();
  }

  #appear() {
    if (this.#isOpen) return;
    root.setAttribute("data-many", "");
    this.#bringBack();
    this.#refresh();
    this.#table.element.scrollTop = this.#top;
    const opened = this.#opened === undefined ? undefined : this.element.querySelector(`.many-stories [data-key="${this.#opened}"] button`);
    (opened ?? this.element).focus({ preventScroll: true });
    if (!opened) scrollTo(0, 0);
  }
  #opened;

  /** What the reader did to the story that was opened from here counts here, too. */
  async #bringBack() {
    const item = this.#reading.items[this.#opened];
    if (!item) return;
    const [index, desk, detail] = [this.#opened, document.getElementById("story"), {}];
    while (desk?.hasAttribute("aria-busy")) await new Promise((resolve) => setTimeout(resolve, 50));
    document.dispatchEvent(new CustomEvent("nutgraf-kept", { detail }));
    if (!detail.document || detail.document === item.document) return;
    const { text, corrections, ticks } = JSON.parse(detail.document);
    // a text that was pasted or edited since is none of these
    const touched = corrections?.length || ticks?.length;
    if (text !== item.text.replace(/\r\n?/g, "\n") || !(item.document || touched)) return;
    // all taken back: it is as it came
    item.document = touched ? detail.document : undefined;
    this.#kept?.document(item.number, item.document);
    this.#rows.set(index, rowOfSaved(detail.document), undefined);
    this.#done += 1;
    this.#refresh();
  }

  #vanish() {
    if (!this.#isOpen) return;
    this.#top = this.#table.element.scrollTop;
    root.removeAttribute("data-many");
  }

  async take(given) {
    await this.restored;
    this.notice.textContent = "";
    // the first row is seen before anything is counted
    this.#counted = performance.now();
    await this.#reading.take(given);
  }

  #picked({ target }) {
    const files = [...target.files];
    target.value = "";
    this.take(files);
  }

  #stop() {
    if (this.#writing) this.#writing.abort();
    else {
      this.#leave?.();
      this.#reading.stop();
    }
    this.#refresh();
  }

  #open(index) {
    const { name, text, url, published, dateOrder, number, document: kept } = this.#reading.items[index];
    this.#opened = index;
    if (this.#kept) this.#kept.atDesk = number;
    this.#vanish();
    document.dispatchEvent(new CustomEvent("nutgraf-open", { detail: { name, text, url, published, dateOrder, document: kept } }));
    scrollTo(0, 0);
    document.getElementById("story")?.focus({ preventScroll: true });
  }

  #onPaste({ target, clipboardData }) {
    const inField = target.closest?.("input, textarea");
    if (this.#isOpen && !inField && clipboardData?.types.some((type) => type.startsWith("text/"))) this.#vanish();
  }

  #choose(name) {
    this.#tab = name;
    for (const [other, tab] of Object.entries(this.tabs)) {
      tab.setAttribute("aria-selected", other === name);
      tab.tabIndex = other === name ? 0 : -1;
      this.panels[other].hidden = other !== name;
    }
    this.#refresh();
  }

  #showStories(name) {
    this.words.value = name;
    this.#choose("stories");
    this.tabs.stories.focus();
  }

  #tell(words) {
    this.#did();
    this.#refresh();
    this.notice.textContent = words;
  }

  #soon() {
    this.#timer ??= setTimeout(() => this.#refresh(), OFTEN);
  }

  #refresh() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#isOpen) return;
    const all = this.#reading.items.length;
    this.empty.hidden = all > 0;
    this.clear.hidden = all === 0;
    this.shown.hidden = all === 0;
    this.#showProgress(all);
    if (!all) return;
    const chosen = ({ value }) => (value === "" ? undefined : value.slice(1));
    const { order, descending } = this.#table;
    this.#selected = this.#rows.select(this.words.value, chosen(this.outlet), chosen(this.month), order, descending);
    const shown = this.#selected.length;
    this.tabs.stories.textContent = shown === all ? `Stories ${figure(all)}` : `Stories ${figure(shown)} of ${figure(all)}`;
    if (this.#tab === "stories") this.#table.update(shown);
    this.#count();
  }

  // sources and choices are counted less often while there is more to come
  #count() {
    const { busy } = this.#reading;
    const since = performance.now() - this.#counted;
    if (busy && since < SELDOM) return this.#soon();
    const everything = this.#rows.select("", undefined, undefined, "given", false);
    this.#offer(this.outlet, "outlet", everything, "All outlets", "Not told");
    this.#offer(this.month, "month", everything, "All months", "No date");
    if (this.#tab === "sources") this.#sources.update(this.#selected);
    this.tabs.sources.textContent = this.#tab === "sources" ? `Sources ${figure(this.#sources.count)}` : "Sources";
    this.#counted = performance.now();
    return undefined;
  }

  #offer(select, by, everything, all, none) {
    const groups = JSON.parse(this.#rows.groups(everything, by));
    const told = JSON.stringify(groups.map(({ name, stories }) => [name, stories]));
    if (select.dataset.told === told) return;
    select.dataset.told = told;
    const { value } = select;
    const options = groups.map(({ name, stories }) => el("option", { value: `=${name}` }, `${name || none} (${figure(stories)})`));
    select.replaceChildren(el("option", { value: "" }, all), ...options);
    select.value = value;
    if (select.selectedIndex < 0) select.value = "";
  }

  #showProgress(all) {
    const { done, busy, known, took, stopped } = this.#reading;
    this.progress.hidden = !busy;
    this.stop.hidden = !busy && !this.#writing;
    this.go.hidden = !stopped;
    if (!all && !busy) {
      this.state.textContent = "";
      return undefined;
    }
    [this.progress.max, this.progress.value] = [Math.max(1, all), done];
    const seconds = Math.ceil(((all - done) * took) / Math.max(1, done) / 1000);
    const rest = done < 10 ? "" : seconds < 90 ? `, about ${counted(seconds, "second")} left` : `, about ${counted(Math.ceil(seconds / 60), "minute")} left`;
    const bad = this.#reading.items.reduce((sum, { error }) => sum + (error ? 1 : 0), 0);
    const errors = bad ? `; ${figure(bad)} could not be read` : "";
    if (busy) {
      this.state.textContent = `${figure(done)} of ${figure(all)}${known ? "" : " so far"} read${known ? rest : " …"}`;
      return this.#soon();
    }
    const speed = took > 1000 ? ` in ${figure(Math.round(took / 100) / 10)} seconds` : "";
    const words = stopped ? `Stopped: ${figure(done)} of ${figure(all)}${known ? "" : " so far"} are read.` : `${counted(all - bad, "story", "stories")} read${speed}${errors}.`;
    this.state.textContent = words;
    if (this.heard.textContent !== words) this.heard.textContent = words;
    return undefined;
  }

  // what answers a question that is open
  #leave;

  /** Asks which column holds the texts; gives its index, or -1. */
  async #ask(table, header) {
    const select = el("select", { id: "many-ask" }, ...header.map((name, index) => el("option", { value: index }, name || `column ${index + 1}`)));
    const label = el("label", { for: "many-ask" }, `Which column of ${table} holds the texts?`);
    return (await this.#question([label, select], "Read it", "Leave it out", select)) ? Number(select.value) : -1;
  }

  /** Asks whether the reader means it. */
  #sure(words, yes, no) {
    return this.#question([el("span", { id: "many-ask" }, words)], yes, no);
  }

  /** Asks something above the table; `first` has the focus, or the button that changes nothing. */
  #question(content, yes, no, first) {
    this.#leave?.();
    return new Promise((resolve) => {
      const answer = (is) => {
        this.question.replaceChildren();
        this.#leave = undefined;
        this.element.focus({ preventScroll: true });
        resolve(is);
      };
      this.#leave = () => answer(false);
      const leave = el("button", { type: "button", onclick: () => answer(false), "aria-describedby": "many-ask" }, no);
      const form = el("form", { class: "many-ask", onsubmit: (event) => (event.preventDefault(), answer(true)), onkeydown: ({ key }) => key === "Escape" && answer(false) },
        ...content, el("button", {}, yes), leave);
      this.question.replaceChildren(form);
      (first ?? leave).focus();
    });
  }

  /** Saves what is shown: breakdowns, stories or sources. */
  async #take(which) {
    this.#refresh();
    // in the order in which they came
    const selected = this.#selected.slice().sort();
    const day = new Date().toISOString().slice(0, 10);
    const table = (csv, name) => download(new Blob([csv], { type: "text/csv;charset=utf-8" }), name);
    if (which === 1) table(this.#rows.storiesCsv(this.#selected), `stories-${day}.csv`);
    if (which === 2) {
      table(this.#rows.sourcesCsv(selected), `sources-${day}.csv`);
      this.#saved = this.#work;
    }
    if (which > 0 || this.#writing) return;
    this.#writing = new AbortController();
    this.stop.hidden = false;
    try {
      const progress = (done) => (this.notice.textContent = `Writing ${figure(done)} of ${figure(selected.length)} …`);
      const blob = await this.#reading.lines(selected, progress, this.#writing.signal);
      download(blob, `breakdowns-${day}.jsonl`);
      this.notice.textContent = `${counted(selected.length, "line")} written.`;
    } catch (error) {
      this.notice.textContent = error.name === "AbortError" ? "Stopped: nothing was saved." : `That did not work. ${error.message}`;
    } finally {
      this.#writing = undefined;
      this.#refresh();
    }
  }
}
