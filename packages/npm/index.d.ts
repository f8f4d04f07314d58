import type { Article, Change, Options } from "./nutgraf.js";

export type * from "./nutgraf.js";
export { compare, exportAs, formats, type Comparison, type Format, type Passage, type Read } from "./exports.js";

/** What is known of an article besides its text, and what a reader changed. */
export type Known = Partial<Options> & { corrections?: Change[] };

/** An article among many: its text alone, or with what is known of it. */
export type Given =
  | string
  | { id?: unknown; text: string; url?: string; published?: string; dateOrder?: "dmy" | "mdy"; corrections?: Change[] };

/** The breakdown of one among many, or what is wrong with it. Of a text alone the id is its number, counted from 0. */
export type Answer = ({ id: unknown; error?: undefined } & Article) | { id: unknown; error: string };

/** How many articles are to be read together. */
export interface Call {
  /** Ends the reading: the iterator rejects with its reason. */
  signal?: AbortSignal;
  /** Told after each article; `total` is known where the records have a `length` or a `size`. */
  progress?(state: { done: number; total?: number }): void;
  /** What holds for records that say nothing themselves. */
  options?: Partial<Options>;
}

/** Reads articles, in workers or in place. */
export interface Reader {
  /** Whether it reads in workers. */
  readonly inWorker: boolean;
  /**
   * Reads an article. Rejects where an option cannot be read, with the signal's reason where it is aborted, and with an
   * `InvalidStateError` once the reader is closed.
   */
  parse(text: string, options?: Known, call?: { signal?: AbortSignal }): Promise<Article>;
  /** Reads articles as they are asked for, in their order; takes no more of them than keeps its workers busy. */
  parseMany(records: Iterable<Given> | AsyncIterable<Given>, call?: Call): AsyncGenerator<Answer, void, undefined>;
  /** Ends its workers. */
  close(): void;
}

/** Opens a reader. Where workers are blocked, it reads in place. */
export function open(how?: {
  /** How many workers; `true` is one for each core, at most 8. None: each reading holds up the caller's thread. */
  workers?: number | boolean;
  /** The address of the worker's script, where Trusted Types ask for a trusted one: `nutgraf/worker.js`. */
  script?: string | URL;
}): Promise<Reader>;

/** Reads an article in place. The module is loaded when it is first called. */
export function parse(text: string, options?: Known, call?: { signal?: AbortSignal }): Promise<Article>;

/** Reads many in place, with a pause for others every few milliseconds. */
export function parseMany(
  records: Iterable<Given> | AsyncIterable<Given>,
  call?: Call,
): AsyncGenerator<Answer, void, undefined>;
