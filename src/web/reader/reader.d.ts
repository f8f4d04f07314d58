import type { Article, Options } from "./nutgraf.js";

/** Reads articles, in a worker or in place. */
export interface Reader {
  /** Whether it reads in a worker. */
  readonly inWorker: boolean;
  /**
   * Reads an article, as `parse` of `nutgraf.js` does. Rejects as that throws, with the signal's reason where it is
   * aborted, and with an `InvalidStateError` once the reader is closed.
   */
  parse(text: string, options?: Partial<Options>, call?: { signal?: AbortSignal }): Promise<Article>;
  /** Ends its worker. */
  close(): void;
}

/** Opens a reader. One that was to read in a worker reads in place where workers are blocked. */
export function open(how?: {
  /** Whether to read in a worker; if not, each reading holds up the caller's thread. */
  worker?: boolean;
  /** The module, where it is compiled already. */
  module?: WebAssembly.Module;
  /** The address of `worker.js`, where Trusted Types ask for a trusted one. */
  script?: string | URL;
  /** Starts a worker with that script, where that is done in another way than in browsers. */
  start?: (script?: string | URL) => Worker;
}): Promise<Reader>;

/** Compiles the module, which readers can share. */
export function compile(): Promise<WebAssembly.Module>;
