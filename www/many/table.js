// A table of any length, of which only the rows in sight are in the document.
import { el } from "./dom.js";

// Rows set beyond those in sight, on each side.
const SPARE = 8;

const KEYS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

/**
 * `columns`: `{ key, label, order?, size, class? }`, `order` where the table can be put in order by it. `rows(from, to)` gives
 * rows, `cells(row)` a list of contents a row, `keyOf(row)` what it is known by. `arrange(order, descending)` is called when
 * the reader asks for an order.
 */
export class Table {
  #given;
  #head = el("div", { role: "rowgroup" });
  #body = el("div", { role: "rowgroup", class: "many-rows" });
  #shown = new Map();
  #count = 0;
  #height = 0;
  #asked;
  order;
  descending = false;

  constructor(given) {
    this.#given = given;
    this.order = given.order;
    this.element = el(
      "div",
      { class: `many-scroll ${given.class}`, onscroll: () => this.#soon(), onkeydown: (event) => this.#onKey(event) },
      el("div", { role: "table", "aria-label": given.label, class: "many-table" }, this.#head, this.#body),
    );
    new ResizeObserver(() => this.#soon()).observe(this.element);
    this.columns(given.columns);
  }

  get #table() {
    return this.element.firstChild;
  }

  /** Other columns. */
  columns(columns) {
    this.#given.columns = columns;
    this.#table.setAttribute("aria-colcount", columns.length);
    this.element.style.setProperty("--columns", columns.map(({ size }) => size).join(" "));
    const line = el("div", { role: "row", class: "many-line", "aria-rowindex": 1 });
    for (const column of columns) {
      const head = el("div", { role: "columnheader", class: column.class });
      if (column.order) {
        const order = () => this.#arrange(column);
        head.append(el("button", { type: "button", "data-key": column.order, onclick: order }, column.label));
      } else {
        head.append(column.label);
      }
      line.append(head);
    }
    const focused = this.#head.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    this.#head.replaceChildren(line);
    if (focused) this.#head.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    this.#mark();
  }

  #arrange({ order, downwards }) {
    this.descending = this.order === order ? !this.descending : Boolean(downwards);
    this.order = order;
    this.#mark();
    this.#given.arrange(this.order, this.descending);
    this.element.scrollTop = 0;
  }

  #mark() {
    for (const [index, { order }] of this.#given.columns.entries()) {
      const sorted = order && order === this.order && (this.descending ? "descending" : "ascending");
      const head = this.#head.firstChild.children[index];
      if (sorted) head.setAttribute("aria-sort", sorted);
      else head.removeAttribute("aria-sort");
    }
  }

  /** There are so many rows now, and any may be another. */
  update(count) {
    this.#count = count;
    this.#table.setAttribute("aria-rowcount", count + 1);
    this.#height = 2.5 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.#body.style.height = `${count * this.#height}px`;
    this.#draw();
  }

  #soon() {
    this.#asked ??= requestAnimationFrame(() => {
      this.#asked = undefined;
      this.#draw();
    });
  }

  #draw() {
    const { scrollTop, clientHeight } = this.element;
    if (!clientHeight && this.#count) return;
    const first = Math.max(0, Math.floor(scrollTop / this.#height) - SPARE);
    const last = Math.min(this.#count, Math.ceil((scrollTop + clientHeight) / this.#height) + SPARE);
    const focused = this.#focused();
    const kept = new Map();
    const rows = last > first ? this.#given.rows(first, last) : [];
    for (const [offset, row] of rows.entries()) {
      const key = this.#given.keyOf(row);
      const signature = JSON.stringify(row);
      const old = this.#shown.get(key);
      const line = old?.signature === signature ? old.line : this.#line(row, key);
      line.setAttribute("aria-rowindex", first + offset + 2);
      line.style.top = `${(first + offset) * this.#height}px`;
      kept.set(key, { signature, line });
    }
    for (const [key, { line }] of this.#shown) if (kept.get(key)?.line !== line) line.remove();
    let before = null;
    for (const { line } of [...kept.values()].reverse()) {
      if (line.parentNode !== this.#body || line.nextSibling !== before) this.#body.insertBefore(line, before);
      before = line;
    }
    this.#shown = kept;
    if (focused) this.#focus(focused);
  }

  #line(row, key) {
    const line = el("div", { role: "row", class: "many-line", "data-key": key });
    for (const [index, content] of this.#given.cells(row).entries()) {
      line.append(el("div", { role: "cell", class: this.#given.columns[index]?.class }, ...[content].flat()));
    }
    this.#given.finish?.(line, row);
    return line;
  }

  // what has the keyboard's focus: its row, and which of the row's controls
  #focused() {
    const active = document.activeElement;
    const line = this.#body.contains(active) && active.closest(".many-line");
    if (!line) return undefined;
    return { active, key: line.dataset.key, at: controls(line).indexOf(active), value: active.value };
  }

  #focus({ active, key, at, value }) {
    if (document.activeElement === active && active.isConnected) return;
    const control = controls(this.#shown.get(key)?.line)[at];
    if (!control) return;
    if (control.type === "text" && value !== undefined) control.value = value;
    control.focus({ preventScroll: true });
  }

  // from row to row, in the same column
  #onKey(event) {
    const step = KEYS[event.key];
    const line = event.target.closest?.(".many-rows .many-line");
    const inText = event.target.type === "text" && ["Home", "End"].includes(event.key);
    if (!step || !line || inText || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const at = controls(line).indexOf(event.target);
    const from = Number(line.getAttribute("aria-rowindex")) - 2;
    const to = Math.min(this.#count - 1, Math.max(0, from + step));
    const top = to * this.#height;
    const { scrollTop, clientHeight } = this.element;
    const inside = clientHeight - this.#head.offsetHeight - this.#height;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top > scrollTop + inside) this.element.scrollTop = top - inside;
    this.#draw();
    const target = this.#body.querySelector(`[aria-rowindex="${to + 2}"]`);
    const all = controls(target);
    (all[at] ?? all[0])?.focus({ preventScroll: true });
  }
}

const controls = (line) => (line ? [...line.querySelectorAll("button, input")] : []);
