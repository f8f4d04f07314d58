import type { Article, Change, Options, Pattern, Tick } from "./nutgraf.js";

/** A format that a document can be written in. */
export type Format =
  | "json"
  | "markdown"
  | "text"
  | "html"
  | "jsonld"
  | "ninjs"
  | "nitf"
  | "webannotation"
  | "quotes.csv"
  | "names.csv"
  | "times.csv"
  | "numbers.csv"
  | "timeml"
  | "bibtex"
  | "ris"
  | "csl";

/** A text with its breakdown, and what a reader said of it. Offsets are in the unit of `article`. */
export interface Read {
  text: string;
  article: Article;
  options?: Partial<Options>;
  corrections?: Change[];
  ticks?: Tick[];
}

/**
 * Writes a document in a format: a saved one as JSON, or a text with its breakdown. Loads the module `take_bg.wasm` when
 * it is first called. Rejects where the document is none, there is no such format, or the module cannot be loaded.
 */
export function exportAs(document: string | Read, format: Format): Promise<string>;

/** The formats there are, in the order in which to offer them: name, type on the web, ending of a file's name. */
export function formats(): Promise<{ name: Format; mediaType: string; ending: string }[]>;

/** Words of one version; offsets are in the unit of its `article`. */
export interface Passage {
  text: string;
  start: number;
  end: number;
}

/** What changed from one version of a story to the next. */
export interface Comparison {
  schema: "nutgraf-comparison/1";
  /** Quotes, numbers, names and dates that are others now, in this order. */
  facts: { what: "quote" | "number" | "name" | "date"; change: "added" | "cut" | "changed"; before?: Passage; after?: Passage }[];
  /**
   * All sentences, and what else of the story is compared (a correction, a byline, a credit), in the order of the second
   * version; those that are as they were in stretches.
   */
  sentences: {
    change: "added" | "cut" | "moved" | "changed" | "same";
    /** The part that it is in; of a stretch, the first one's. */
    role: Article["blocks"][number]["role"];
    /** Of a changed one, whether it stands among others now. */
    moved?: true;
    /** How many sentences: more than one only of the same. */
    count: number;
    before?: Passage;
    after?: Passage;
    /** The words of a changed one, one after the other. */
    words?: { change: "same" | "added" | "cut"; text: string }[];
  }[];
  /** How many sentences are as they were. */
  same: number;
}

/** Compares two versions of a story. Loads the module as {@link exportAs} does. */
export function compare(before: string | Read, after: string | Read): Promise<Comparison>;

/**
 * Looks for a pattern in a text as `parse` does for its option `marks`, and reads nothing else. Offsets are in UTF-16 code
 * units; `whole` is false where it fits ten thousand times, or takes too long, and was not looked for in all of the text.
 * Rejects where the pattern is none; the message says in plain words what is wrong and where.
 */
export function search(
  text: string,
  pattern: Omit<Pattern, "name"> & { name?: string },
): Promise<{ places: { start: number; end: number }[]; whole: boolean }>;

/** Reads a list of patterns from CSV; `bad` says of each row that is none what is wrong with it. */
export function patternsFromCsv(csv: string): Promise<{ patterns: Pattern[]; bad: string[] }>;

/** Checks patterns, and gives them back as they are kept. Rejects where one is none. */
export function checkPatterns(patterns: Pattern[]): Promise<Pattern[]>;

/** Writes patterns as CSV, formulas disarmed. */
export function patternsToCsv(patterns: Pattern[]): Promise<string>;
