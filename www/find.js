// Searching in the story and the lists, by plain words or by a regular expression. Loaded when first wanted.
import { search } from "../pkg/exports.js";
import * as marks from "./marks.js";

const { el, button, sentence } = marks;
const [story, panels, main] = ["story", "panels", "main"].map((id) => document.getElementById(id));
const opener = () => document.querySelector('[data-do="find"]');
// milliseconds without a keystroke after which a long text is searched, and what is long, in characters
const [PAUSE, LONG] = [250, 50_000];
// times that a list is asked for more of its rows
const MORE = 20;

let bar, field, wrong, said, told, keeper, mine;
let turn = 0;
let timer;
/** What was found: the text searched, its places, and which of them is gone to. */
let found = { ranges: [], at: -1, rows: 0, whole: true };
let asked = {};
// whoever went from the story to a row wants to see it, whether it matches or not
let free = false;

document.head.append(el("link", { rel: "stylesheet", href: new URL("find.css", import.meta.url).href }));
marks.follow(() => gather().text, () => mine?.replaceChildren(...label()));

export const { restore, adopt } = marks;

/** Shows the search, or goes to it where it is shown. */
export function begin() {
  bar ??= build();
  bar.hidden = false;
  main.classList.add("finding");
  opener()?.setAttribute("aria-expanded", "true");
  field.focus();
  field.select();
  look();
}

function close() {
  bar.hidden = true;
  main.classList.remove("finding");
  opener()?.setAttribute("aria-expanded", "false");
  forget();
  told.textContent = "";
  opener()?.focus({ preventScroll: true });
}

// on a small window the words are fewer
const full = (words) => el("span", { className: "full-words" }, words);
const label = () => {
  mine.setAttribute("aria-label", `Your marks ${marks.count()}`);
  return [full("Your "), "marks ", el("span", { className: "count" }, String(marks.count()))];
};

function build() {
  const words = "Find in story and lists";
  const plain = { type: "text", id: "find-what", autocomplete: "off", spellcheck: false, enterKeyHint: "search" };
  field = el("input", { ...plain, placeholder: words, "aria-label": words, "aria-describedby": "find-wrong" });
  const way = (words, title, key) => {
    const made = button(words, () => {
      asked[key] = !asked[key];
      free = false;
      made.setAttribute("aria-pressed", String(asked[key]));
      look();
    }, { title, "aria-label": title, "aria-pressed": "false" });
    return made;
  };
  wrong = el("p", { className: "wrong", id: "find-wrong", role: "alert" });
  said = el("span", { className: "found", role: "status" });
  told = el("p", { className: "told", role: "status" });
  mine = button("", marks.manage, { "aria-haspopup": "dialog" });
  mine.append(...label());
  const step = (words, title, back) => button(words, () => go(back), { title, "aria-label": title, className: "step" });
  const made = el("form", { className: "find", id: "find", role: "search" },
    el("span", { className: "ask" }, field,
      way(".*", "Regular expression", "regex"), way("Aa", "Case counts", "case"), way("Words", "Whole words", "whole")),
    said, step("↑", "Previous match", true), step("↓", "Next match", false),
    el("span", { className: "ends" },
      button(["Keep", full(" as a mark")], offer, { "aria-label": "Keep as a mark" }), mine,
      button("Close", close, { title: "Close the search" })),
    wrong, told);
  made.addEventListener("submit", (event) => event.preventDefault());
  made.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      if (keeper?.isConnected) leave();
      else close();
    }
    if (event.key === "Enter" && event.target === field && !event.isComposing) {
      event.preventDefault();
      go(event.shiftKey);
    }
  });
  field.addEventListener("input", () => {
    free = false;
    told.textContent = "";
    later(found.length > LONG ? PAUSE : 0);
  });
  document.getElementById("legend").before(made);
  // what the page sets anew is searched anew
  const sets = new MutationObserver(() => bar.hidden || later(PAUSE));
  for (const place of [story, panels]) sets.observe(place, { childList: true, subtree: true });
  story.addEventListener("click", ({ target }) => {
    if (!target.closest("[data-ref]")) return;
    free = true;
    filter();
  }, true);
  return made;
}

function later(wait) {
  clearTimeout(timer);
  timer = setTimeout(look, wait);
}

const pattern = () => ({ find: field.value, kind: asked.regex ? "regex" : "words", case: asked.case, whole: asked.whole });

/** Looks for what is in the field. */
async function look() {
  clearTimeout(timer);
  const mineNow = ++turn;
  if (!field.value.trim()) {
    wrong.textContent = "";
    return forget();
  }
  const { text, pieces } = gather();
  let places, whole, rows;
  try {
    ({ places, whole } = await search(text, pattern()));
    rows = await matching();
  } catch (error) {
    if (mineNow !== turn) return;
    forget();
    wrong.textContent = error instanceof Error ? sentence(error) : String(error);
    return;
  }
  if (mineNow !== turn || bar.hidden) return;
  wrong.textContent = "";
  // who was at a place stays there while the page sets the same again
  const asks = JSON.stringify(pattern());
  const at = found.asks === asks ? Math.min(found.at, places.length - 1) : -1;
  const ranges = places.map((place) => range(pieces, place));
  found = { ranges, at, rows: filter(rows), whole, length: text.length, asks };
  paint();
}

function forget() {
  turn++;
  found = { ranges: [], at: -1, rows: 0, whole: true };
  filter();
  globalThis.CSS?.highlights?.delete("found");
  globalThis.CSS?.highlights?.delete("found-here");
  said.textContent = "";
}

/** The text of the story as it stands, a blank line between its parts, and which node holds what. */
function gather() {
  const pieces = [];
  let text = "";
  for (const part of story.querySelectorAll(".block > :last-child:not(.role)")) {
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      if (walk.currentNode.parentElement.closest(".tag")) continue;
      pieces.push({ start: text.length, node: walk.currentNode });
      text += walk.currentNode.data;
    }
    text += "\n\n";
  }
  return { text, pieces };
}

function range(pieces, { start, end }) {
  const made = document.createRange();
  const [first, last] = [holding(pieces, start + 1), holding(pieces, end)];
  made.setStart(first.node, Math.min(start - first.start, first.node.length));
  made.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return made;
}

/** The last piece that begins before `at`. */
function holding(pieces, at) {
  let [low, high] = [0, pieces.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle].start < at) low = middle;
    else high = middle;
  }
  return pieces[low];
}

function paint() {
  const { ranges, at } = found;
  if (globalThis.CSS?.highlights && globalThis.Highlight) {
    CSS.highlights.set("found", new Highlight(...ranges));
    const here = new Highlight(...(at < 0 ? [] : [ranges[at]]));
    here.priority = 1;
    CSS.highlights.set("found-here", here);
  }
  const places = ranges.length.toLocaleString("en");
  const count = found.whole ? places : `over ${places}`;
  const matches = at < 0 ? (ranges.length === 1 ? "1 match" : `${count} matches`) : `${at + 1} of ${count}`;
  const rows = `, ${found.rows === 1 ? "1 row" : `${found.rows} rows`}`;
  if (ranges.length || found.rows) said.replaceChildren(matches, full(rows));
  else said.textContent = "No match";
}

/** Goes to the match after the one gone to last, or before it. */
async function go(back) {
  if (found.asks !== JSON.stringify(pattern())) await look();
  const { ranges } = found;
  if (!ranges.length) return;
  const from = found.at < 0 && back ? 0 : found.at;
  found.at = (from + (back ? -1 : 1) + ranges.length) % ranges.length;
  const place = ranges[found.at];
  const within = place.startContainer.parentElement;
  for (let fold = within?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  within?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  // without highlights the words are selected
  if (!globalThis.CSS?.highlights) {
    getSelection().setBaseAndExtent(place.startContainer, place.startOffset, place.endContainer, place.endOffset);
  }
  paint();
}

/** The rows of the lists that match. */
async function matching() {
  for (let asks = 0; asks < MORE; asks++) {
    const more = panels.querySelector(".findings:not([hidden]) .more[data-panel]");
    if (!more) break;
    more.click();
  }
  const rows = [...panels.querySelectorAll(".row")];
  const starts = [];
  let text = "";
  for (const row of rows) {
    starts.push(text.length);
    text += `${row.textContent.replace(/\s+/g, " ")}\n\n`;
  }
  const { places } = await search(text, pattern());
  const fits = new Set();
  let at = 0;
  for (const { start } of places) {
    while (at + 1 < starts.length && starts[at + 1] <= start) at++;
    fits.add(rows[at]);
  }
  return fits;
}

/** Leaves only these rows in the lists; without any, all. How many are left. */
function filter(fits) {
  const all = !fits || free;
  for (const row of panels.querySelectorAll(".row")) row.classList.toggle("found-out", !all && !fits.has(row));
  panels.classList.toggle("filtered", !all);
  return fits?.size ?? 0;
}

/** Asks for the name and the remark of a mark. */
function offer() {
  if (!field.value.trim()) {
    wrong.textContent = "Type what to find first.";
    return field.focus();
  }
  keeper?.remove();
  const onkeydown = (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    save();
  };
  const input = (label, value) =>
    el("input", { type: "text", value, "aria-label": label, placeholder: label, autocomplete: "off", onkeydown });
  const name = input("Name of the mark", field.value.trim().slice(0, 60));
  const remark = input("Remark to show, or nothing", "");
  const save = async () => {
    try {
      const fresh = await marks.keepMark({ ...pattern(), name: name.value, remark: remark.value });
      leave();
      told.textContent = fresh ? "Kept: marked in every story from now on." : "That mark is there already.";
    } catch (error) {
      wrong.textContent = sentence(error);
    }
  };
  const [first, cancel] = [button("Keep", save, { className: "first" }), button("Cancel", leave)];
  keeper = el("span", { className: "keeper" }, name, remark, first, cancel);
  wrong.before(keeper);
  name.focus();
  name.select();
}

function leave() {
  keeper.remove();
  wrong.textContent = "";
  field.focus();
}
