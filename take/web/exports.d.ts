import type { Article, Change, Options, Tick } from "./nutgraf.js";

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
