// Compares two versions of a story: the text on the page and another one, which is pasted, dropped, opened or one of this
// session's. Reading and comparing happen in a worker of their own. Loaded when first used.
import { el, listOf, rowsOf, show } from "./compare-view.js";

/** Letters of the longest version that is compared, and those from which on a text is compared without being shown first. */
const MOST = 5_000_000;
const LONG = 100_000;

let dialog, body, built, desk, script, worker;
/** Older and newer; what came of comparing them. */
let versions, compared;

/** Opens the dialog. `page` is what the page does for scripts, `address` the worker's. */
export async function open(page, address) {
  [desk, script] = [page, address];
  await (built ??= build());
  if (dialog.open) return;
  ask();
  dialog.showModal();
}

async function build() {
  const style = el("link", { rel: "stylesheet", href: new URL("compare.css", import.meta.url).href });
  const styled = new Promise((done) => (style.onload = style.onerror = done));
  document.head.append(style);
  dialog = el("dialog", { className: "compare", id: "compare" });
  dialog.setAttribute("aria-labelledby", "compare-label");
  body = el("div", { className: "compare-body" });
  const close = el("button", { type: "button", className: "compare-close", textContent: "Close", onclick: () => dialog.close() });
  dialog.append(el("header", {}, el("h2", { id: "compare-label", textContent: "Compare two versions" }), close), body,
    el("p", { className: "compare-said", id: "compare-said", role: "status" }));
  // what is pasted or dropped here is the other version, and no new text of the page
  dialog.addEventListener("paste", (event) => event.stopPropagation() ?? take(event, event.clipboardData));
  dialog.addEventListener("drop", (event) => event.stopPropagation() ?? take(event, event.dataTransfer));
  dialog.addEventListener("dragover", (event) => event.stopPropagation() ?? event.preventDefault());
  dialog.addEventListener("close", stop);
  document.getElementById("main").append(dialog);
  await styled;
}

/** Says what happened. */
function say(words) {
  document.getElementById("compare-said").textContent = words;
}

/** Asks for the other version. */
function ask() {
  const here = desk.version();
  const field = el("textarea", { id: "compare-paste", rows: 7, spellcheck: false, placeholder: "Paste it here, or drop a file." });
  const file = el("input", { type: "file", hidden: true, tabIndex: -1, id: "compare-file", onchange: () => take(null, file),
    accept: ".txt,.text,.md,.html,.htm,.json,text/plain,text/html,application/json" });
  file.setAttribute("aria-label", "File of the other version");
  const side = (value, words, checked) =>
    el("label", {}, el("input", { type: "radio", name: "compare-side", value, checked }), ` ${words}`);
  const others = desk.others().filter(({ text }) => text !== here.text);
  const button = (words, onclick, className = "") => el("button", { type: "button", textContent: words, onclick, className });
  body.replaceChildren(
    el("fieldset", { className: "compare-side" },
      el("legend", {}, "The text on the page, ", el("q", { textContent: title(here.text) }), ", is "),
      side("newer", "the newer version", true), side("older", "the older one")),
    el("label", { htmlFor: "compare-paste", textContent: "The other version" }), field,
    el("p", { className: "compare-do" },
      button("Compare", () => begin(plain(field.value)), "compare-go"), button("Open a file", () => file.click()), file),
    ...(others.length ? [el("h3", { textContent: "Or an earlier text of this session" }),
      el("ul", { className: "compare-others" }, ...others.map((other) =>
        el("li", {}, button(title(other.text), () => begin(other)), el("span", { textContent: size(other.text) }))))] : []),
  );
  say("");
  // where the dialog is open already, its own first field would not have the keyboard
  field.autofocus = true;
  if (dialog.open) field.focus();
}

/** Takes what is pasted, dropped or chosen. */
async function take(event, data) {
  const field = document.getElementById("compare-paste");
  // in what is read already there is nothing to paste into
  if (!field) return event?.preventDefault();
  const file = data?.files?.[0];
  const text = file ? null : desk.offered(data);
  if (!file && !text) return;
  event?.preventDefault();
  if (!file && text.length < LONG) {
    const inside = event.target === field;
    field.setRangeText(text, inside ? field.selectionStart : 0, inside ? field.selectionEnd : field.value.length, "end");
    field.focus();
    return;
  }
  if (!file) return begin(plain(text));
  if (file.size > 4 * MOST) return say(`${file.name} is too large to be compared.`);
  try {
    await begin(desk.file(file.name, file.type, new Uint8Array(await file.arrayBuffer())));
  } catch (error) {
    say(`${file.name} ${error.message}`);
  }
}

/** A version of which no more is known than its text. */
function plain(text) {
  const { options } = desk.version();
  return { text, options: { offsets: options.offsets, dateOrder: options.dateOrder }, corrections: [] };
}

/** Compares the text on the page with the other version. */
async function begin(other) {
  const here = desk.version();
  if (!here.text.trim()) return say("There is no text on the page to compare with.");
  if (!other.text.trim()) return say("There is no other version yet: paste it, or open a file.");
  if (Math.max(here.text.length, other.text.length) > MOST) return say("That is too long to be compared: at most 5 million letters.");
  const isNewer = dialog.querySelector("[name=compare-side]:checked")?.value !== "older";
  versions = isNewer ? [other, here] : [here, other];
  return run();
}

async function run() {
  dialog.setAttribute("aria-busy", "true");
  say("Comparing …");
  try {
    compared = await inWorker(versions);
  } catch (error) {
    return error && say(`Comparing did not work. ${error.message}`);
  } finally {
    dialog.removeAttribute("aria-busy");
  }
  showCompared();
}

/** What comes of comparing, away from the page; what was asked before is given up. */
function inWorker(versions) {
  stop();
  return new Promise((done, failed) => {
    worker ??= new Worker(script, { type: "module" });
    worker.given = failed;
    worker.onmessage = ({ data: { value, error } }) => {
      worker.given = undefined;
      if (error) failed(new Error(error));
      else done(value);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker = undefined;
      failed(new Error("This browser lets no worker compare."));
    };
    worker.postMessage(versions);
  });
}

/** Ends a worker that is at work; one that waits is kept while the dialog is open. */
function stop(event) {
  if (!worker || (!worker.given && !event)) return;
  worker.terminate();
  worker.given?.(null);
  worker = undefined;
}

function showCompared() {
  const button = (words, onclick) => el("button", { type: "button", textContent: words, onclick });
  const names = versions.map(({ text }, at) => [compared.titles[at] ?? title(text), size(text)]);
  const swap = button("Swap sides", async () => {
    versions.reverse();
    await run();
    body.querySelector("button")?.focus();
  });
  const copy = (way, done) => button(way === "text" ? "Copy the list" : "Copy as a table", async () => {
    try {
      const { copy, lines, table } = await import("./take.js");
      const rows = rowsOf(compared);
      await (way === "text" ? copy(listOf(compared, names)) : copy(lines(rows), table(rows)));
      say(done);
    } catch (error) {
      say(`That did not work. ${error.message}`);
    }
  });
  const sides = el("dl", { className: "compare-names" });
  for (const [at, [name, length]] of names.entries()) {
    sides.append(el("div", {}, el("dt", { textContent: at ? "After" : "Before" }), el("dd", {}, `${name} `, el("span", { textContent: length }))));
  }
  body.replaceChildren(sides,
    el("p", { className: "compare-do" }, swap, button("Another version", ask), copy("text", "Copied."),
      copy("table", "Copied as a table: paste it into a document or a sheet.")),
    ...show(compared));
  say("");
  body.scrollTop = 0;
  body.querySelector(".compare-sum").focus({ preventScroll: true });
}

/** What a text may be called: its first line that reads like one of a story. */
function title(text) {
  const lines = text.slice(0, 4000).split("\n", 40).map((line) => line.trim()).filter(Boolean);
  const line = lines.find((line) => line.split(/\s+/).length > 3 && !/:\/\/|[|›»]/.test(line)) ?? lines[0] ?? "";
  return line.length > 70 ? `${line.slice(0, 68).trimEnd()} …` : line;
}

const size = (text) => `${text.length.toLocaleString("en")} characters`;
