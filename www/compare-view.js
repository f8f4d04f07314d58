// What changed between two versions, set for reading: facts first, then the story by sentence. Text nodes only.

/** Rows that are set at a time: a story of a megabyte has ten thousand. */
const ROWS = 250;

const PARTS = {
  headline: "headline", standfirst: "standfirst", byline: "byline", caption: "caption", credit: "credit", dateline: "dateline",
  crosshead: "crosshead", pullQuote: "pull quote", listItem: "list item", signoff: "sign-off", contributors: "contributors",
  correction: "correction", editorsNote: "editor’s note", table: "table",
};

/** An element with its properties and what is in it. */
export function el(name, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
const unseen = (words) => el("span", { className: "unseen", textContent: words });

/** What came of comparing, as elements. */
export function show(compared) {
  const { facts, sentences, same } = compared;
  const changed = sentences.filter(({ change }) => change !== "same");
  const sum = el("p", { className: "compare-sum", tabIndex: -1, textContent: summary(compared) });
  if (!changed.length) return [sum];
  const list = el("ol", { className: "compare-story" });
  const all = merged(sentences);
  const story = inParts(list, all, sentence);
  const rows = facts.map((fact) => ({ fact, at: placeOf(fact, all) }));
  const first = el("ul", { className: "compare-facts" });
  const head = inParts(first, rows, ({ fact, at }) => factRow(fact, at < 0 ? undefined : () => story.reach(at)));
  return [sum,
    ...(facts.length ? [el("h3", { textContent: "Quotes, numbers, names and dates" }), first, head.more] : []),
    el("h3", { textContent: "The story by sentence" }),
    el("p", { className: "compare-counts", textContent: `${counts(changed)}; ${count(same, "sentence")} as ${same === 1 ? "it was" : "they were"}` }),
    list, story.more];
}

/** The sentences with stretches that stayed put together: between two of them one may have gone elsewhere. */
function merged(sentences) {
  const all = [];
  for (const one of sentences) {
    const last = all.at(-1);
    if (one.change !== "same" || last?.change !== "same") all.push(one);
    else all[all.length - 1] = { ...last, count: last.count + one.count, after: { ...last.after, text: `${last.after.text} ${one.after.text}` } };
  }
  return all;
}

/** Sets items into a list a part at a time; `reach` sets all up to one, and goes there. */
function inParts(list, items, set) {
  const more = el("button", { type: "button", className: "more", onclick: () => go(list.children.length) });
  const upTo = (end) => {
    const from = list.children.length;
    list.append(...items.slice(from, end).map(set));
    const left = items.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, ROWS)} more of ${left.toLocaleString("en")}`;
  };
  const go = (at) => {
    upTo(Math.max(at + 1, Math.min(at + ROWS, items.length)));
    const row = list.children[at];
    row.scrollIntoView({ block: "center" });
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
  };
  upTo(ROWS);
  return { more, reach: go };
}

/** The sentence in which a fact lies, by its index. */
function placeOf({ before, after }, sentences) {
  const holds = (passage, place) => passage && place && passage.start <= place.start && place.end <= passage.end;
  return sentences.findIndex((sentence) =>
    sentence.change !== "same" && (after ? holds(sentence.after, after) : holds(sentence.before, before)));
}

function factRow({ what, change, before, after }, go) {
  const words = [el("b", { textContent: `${capital(what)} ${change}` }), " "];
  if (before) words.push(...(after ? [unseen("from ")] : []), el("del", { textContent: before.text }));
  if (before && after) words.push(" → ", unseen("to "));
  if (after) words.push(el("ins", { textContent: after.text }));
  return el("li", {}, go ? el("button", { type: "button", className: "compare-fact", onclick: go }, ...words) : el("span", { className: "compare-fact" }, ...words));
}

function sentence({ change, role, moved, count: length, before, after, words }) {
  if (change === "same") {
    return el("li", { className: "compare-same" },
      el("details", {}, el("summary", { textContent: `${count(length, "sentence")} as before` }), el("p", { textContent: after.text })));
  }
  const label = el("p", { className: "compare-change" }, el("b", { textContent: capital(moved ? "moved, changed" : change) }),
    ...(PARTS[role] ? [` ${PARTS[role]}`] : []));
  const text = el("p", { className: "compare-words" });
  if (words) {
    for (const { change, text: piece } of words) {
      // the space after words is none of theirs
      const bare = piece.trimEnd();
      if (change === "same") text.append(piece);
      else text.append(el(change === "cut" ? "del" : "ins", {}, unseen(change === "cut" ? "[cut: " : "[added: "), bare, unseen("]")), piece.slice(bare.length) || (change === "cut" ? " " : ""));
    }
  } else if (change === "added") text.append(el("ins", { textContent: after.text }));
  else if (change === "cut") text.append(el("del", { textContent: before.text }));
  else text.append(after.text);
  return el("li", { className: `compare-${change}` }, label, text);
}

function summary({ facts, sentences }) {
  const changed = sentences.filter(({ change }) => change !== "same").length;
  if (!changed && !facts.length) return "The two versions say the same, word for word.";
  const told = ["quote", "number", "name", "date"].map((what) => [facts.filter((fact) => fact.what === what).length, what]);
  const list = told.filter(([number]) => number).map(([number, what]) => count(number, what));
  const both = list.length ? `${list.join(", ")}; ${count(changed, "sentence")}` : `no quote, number, name or date, but ${count(changed, "sentence")}`;
  return `Not as before: ${both}.`;
}

const counts = (changed) =>
  ["changed", "added", "cut", "moved"].map((kind) => `${changed.filter(({ change }) => change === kind).length} ${kind}`).join(", ");

const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** The list of changes as lines of text; words as word diffs are often written: `[-cut-]`, `{+added+}`. */
export function listOf(compared, [[before], [after]]) {
  const { facts, sentences, same } = compared;
  const changed = sentences.filter(({ change }) => change !== "same");
  const fact = ({ what, change, before, after }) =>
    `${capital(what)} ${change}: ${[before, after].filter(Boolean).map(({ text }) => text).join(" → ")}`;
  const head = [`Before: ${before}`, `After: ${after}`, summary(compared)];
  const story = changed.length ? [`Sentences: ${counts(changed)}, ${same} as they were`, ...changed.map((one) => `${kindOf(one)}: ${marked(one)}`)] : [];
  return [head, facts.map(fact), story].filter((part) => part.length).map((part) => part.join("\n")).join("\n\n") + "\n";
}

/** The same as rows of a table. */
export function rowsOf({ facts, sentences }) {
  const text = (passage) => passage?.text ?? "";
  return [["What", "Change", "Before", "After"],
    ...facts.map(({ what, change, before, after }) => [capital(what), change, text(before), text(after)]),
    ...sentences.filter(({ change }) => change !== "same").map(({ change, moved, role, before, after }) =>
      [capital(PARTS[role] ?? "sentence"), moved ? "moved, changed" : change, text(before), text(after)])];
}

const kindOf = ({ change, role, moved }) =>
  capital(`${moved ? "moved, changed" : change}${PARTS[role] ? ` ${PARTS[role]}` : ""}`);

function marked({ before, after, words }) {
  if (!words) return (after ?? before).text;
  const marks = { cut: ["[-", "-]"], added: ["{+", "+}"], same: ["", ""] };
  return words.map(({ change, text }) => {
    const bare = text.trimEnd();
    return marks[change][0] + bare + marks[change][1] + text.slice(bare.length);
  }).join("").replace(/\s+/g, " ").trim();
}
