// Marks of the reader's own: patterns with a name and a remark, found in every story while they are kept. They stay in this
// tab; on this device only if the reader asks for it.
import { checkPatterns, patternsFromCsv, patternsToCsv, search } from "../pkg/exports.js";
import { download } from "./take.js";

const KEY = "nutgraf-marks";

/** Patterns as they are kept: `off` where one is not to be marked for now. */
let list = [];
let dialog, rows, said, device;
let text = () => "";
let changed = () => {};

/** Where the story's text is had from, and who wants to know how many marks there are. */
export function follow(story, told) {
  [text, changed] = [story, told];
}

/** How many marks are kept. */
export const count = () => list.length;

/** An element with properties, attributes (with a hyphen or `role`) and what is in it. */
export function el(tag, props = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (key in made && !key.includes("-")) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...inside);
  return made;
}

/** A button with these words, that does this. */
export const button = (words, onclick, props = {}) => el("button", { type: "button", onclick, ...props }, ...[words].flat());

const storage = (which) => {
  try {
    return globalThis[which];
  } catch {
    return undefined;
  }
};

const onDevice = () => Boolean(storage("localStorage")?.getItem(KEY));

function keep(here = onDevice()) {
  const json = JSON.stringify(list);
  try {
    if (list.length) storage("sessionStorage")?.setItem(KEY, json);
    else storage("sessionStorage")?.removeItem(KEY);
    if (here) storage("localStorage")?.setItem(KEY, json);
    else storage("localStorage")?.removeItem(KEY);
  } catch {
    return "This browser has no room to keep your marks: they hold until you close the tab.";
  }
}

/** Keeps the list, has the story read with it, and shows it. */
function take(next) {
  list = next;
  const wrong = keep();
  const detail = list.filter(({ off }) => !off).map(({ off, ...pattern }) => pattern);
  document.dispatchEvent(new CustomEvent(KEY, { detail }));
  changed();
  if (dialog?.open) show();
  if (wrong) tell(wrong);
}

const id = ({ name, find, kind = "words", case: letters = false, whole = false }) =>
  JSON.stringify([name, find, kind, letters, whole]);

/** Those of `more` that can be read with; what is kept by an older page, or by hand, may be anything. */
async function sound(more) {
  const check = async (one) => {
    const [good] = await checkPatterns([one]);
    return one.off ? { ...good, off: true } : good;
  };
  const checked = await Promise.allSettled((Array.isArray(more) ? more : []).map(check));
  return checked.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
}

/** Adds those that are not there yet; how many that are. */
function add(more) {
  const known = new Set(list.map(id));
  const fresh = more.filter((one) => !known.has(id(one)) && known.add(id(one)));
  if (fresh.length) take([...list, ...fresh]);
  return fresh.length;
}

/** Takes up what this tab or this device has kept. */
export async function restore() {
  const kept = storage("sessionStorage")?.getItem(KEY) ?? storage("localStorage")?.getItem(KEY);
  try {
    add(await sound(JSON.parse(kept)));
  } catch {
    // nothing that could be taken up
  }
}

/** Takes up those that came with a document. */
export async function adopt(more) {
  add(await sound(more));
}

/** Keeps a pattern as a mark; fails with the reason where it is none. */
export async function keepMark(pattern) {
  const [good] = await checkPatterns([pattern]);
  return add([good]) > 0;
}

const tell = (...words) => said.replaceChildren(...words);

/** Shows the list of marks. */
export function manage() {
  dialog ??= build();
  device.checked = onDevice();
  tell("");
  show();
  dialog.showModal();
}

function build() {
  const accept = ".csv,.json,text/csv,application/json";
  const file = el("input", { type: "file", accept, hidden: true, "aria-label": "List of marks", onchange: () => bring(file) });
  rows = el("ul", { className: "marks-list" });
  said = el("p", { className: "taken", role: "status" });
  device = el("input", { type: "checkbox", id: "marks-device", onchange: () => tell(keep(device.checked) ?? "") });
  const made = el("dialog", { className: "takings marks", id: "marks", "aria-labelledby": "marks-label" },
    el("h2", { id: "marks-label" }, "Your marks"),
    rows,
    el("p", { className: "marks-tools" }, button("Import CSV", () => file.click()), file, button("Export CSV", send)),
    el("p", { className: "keep" }, device, " ",
      el("label", { htmlFor: "marks-device" }, "Keep my marks on this device until I untick this")),
    el("form", { method: "dialog" }, said, " ", el("button", { className: "fix-save" }, "Close")));
  made.addEventListener("click", ({ target }) => target === made && made.close());
  document.getElementById("main").append(made);
  return made;
}

function show() {
  if (!list.length) {
    const words = "None yet. Find something in a story and keep it as a mark, or import a list.";
    rows.replaceChildren(el("li", { className: "none" }, words));
    return;
  }
  rows.replaceChildren(...list.map(row));
}

function row(mark, at) {
  const on = el("input", { type: "checkbox", checked: !mark.off, "aria-label": `Show ${mark.name}` });
  on.onchange = () => {
    take(list.map((one, index) => (index === at ? { ...one, off: !on.checked } : one)));
    rows.querySelectorAll("[type=checkbox]")[at]?.focus();
  };
  const found = el("span", { className: "count" });
  search(text(), mark).then(
    ({ places, whole }) => found.append(whole ? `${places.length}` : `over ${places.length}`),
    () => {},
  );
  const own = (tag, words) => el(tag, {}, el("bdi", {}, words));
  const note = (...words) => el("span", { className: "note" }, ...words);
  const ways = [mark.kind === "regex" && "expression", mark.case && "case counts", mark.whole && "whole words"].filter(Boolean);
  const line = el("li", {},
    on,
    el("span", {}, own("b", mark.name), " ", found,
      note(own("code", mark.find), ` ${ways.join(", ")}`), mark.remark ? note(own("span", mark.remark)) : ""),
    el("span", { className: "acts" },
      button("Change", () => line.replaceWith(editor(mark, at)), { "aria-label": `Change ${mark.name}` }), " ",
      button("Delete", () => drop(at), { "aria-label": `Delete ${mark.name}` })));
  return line;
}

/** Fields of a mark in the place of its row. */
function editor(mark, at) {
  const wrong = el("p", { className: "wrong", role: "alert" });
  const field = (label, value = "") =>
    el("input", { type: "text", value, "aria-label": label, placeholder: label, autocomplete: "off" });
  const box = (words, checked) => el("input", { type: "checkbox", checked: Boolean(checked), "aria-label": words });
  const [name, find, remark] = [field("Name", mark.name), field("Find", mark.find), field("Remark", mark.remark)];
  const regex = box("Regular expression", mark.kind === "regex");
  const [letters, whole] = [box("Case counts", mark.case), box("Whole words", mark.whole)];
  const labelled = (input) => el("label", {}, input, ` ${input.getAttribute("aria-label")}`);
  const save = async (event) => {
    event.preventDefault();
    const kind = regex.checked ? "regex" : "words";
    const ways = { kind, case: letters.checked, whole: whole.checked };
    const pattern = { name: name.value, find: find.value, ...ways, remark: remark.value };
    try {
      const [good] = await checkPatterns([pattern]);
      take(list.map((one, index) => (index === at ? { ...good, ...(one.off && { off: true }) } : one)));
      rows.children[at]?.querySelector("button")?.focus();
    } catch (error) {
      wrong.textContent = sentence(error);
    }
  };
  const form = el("form", { className: "mark-form", onsubmit: save },
    name, find, remark, el("span", { className: "ways" }, ...[regex, letters, whole].map(labelled)),
    el("span", {}, el("button", { className: "first" }, "Save"), " ", button("Cancel", show)), wrong);
  const line = el("li", { className: "edits" }, form);
  queueMicrotask(() => name.focus());
  return line;
}

function drop(at) {
  const before = list;
  take(list.filter((_, index) => index !== at));
  const undo = button("Undo", () => {
    take(before);
    tell("It is back.");
    rows.children[at]?.querySelector("input")?.focus();
  });
  tell("Deleted “", el("bdi", {}, before[at].name), "”. ", undo);
  undo.focus();
}

async function bring(file) {
  const [chosen] = file.files;
  file.value = "";
  if (!chosen) return;
  try {
    const words = new TextDecoder("utf-8", { fatal: true }).decode(await chosen.arrayBuffer());
    const json = words.trimStart().startsWith("[");
    const { patterns, bad } = json
      ? { patterns: await checkPatterns(JSON.parse(words)), bad: [] }
      : await patternsFromCsv(words);
    const fresh = add(patterns);
    const there = patterns.length - fresh;
    const more = bad.length > 5 ? ` and ${bad.length - 5} more rows` : "";
    const left = bad.length ? ` Left out: ${bad.slice(0, 5).join("; ")}${more}.` : "";
    tell(`${fresh === 1 ? "1 mark" : `${fresh} marks`} imported${there ? `, ${there} were there already` : ""}.${left}`);
  } catch (error) {
    tell(`Nothing was imported from ${chosen.name}: ${error.message ?? error}.`);
  }
}

async function send() {
  if (!list.length) return tell("There is no mark to export yet.");
  const csv = await patternsToCsv(list.map(({ off, ...pattern }) => pattern));
  download(new Blob([csv], { type: "text/csv;charset=utf-8" }), "marks.csv");
  tell("Saved as marks.csv.");
}

/** The message of an error, which begins small, as a sentence. */
export const sentence = ({ message }) => `${message[0].toUpperCase()}${message.slice(1)}.`;
