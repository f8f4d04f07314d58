// Reads what comes in, in the pool, and keeps the texts; breakdowns are made again when they are wanted, but for those that
// the reader corrected.
import { lineOfSaved, rowOfSaved } from "../../pkg/take.js";
import { stories as taken } from "./intake.js";

// Letters and stories of what a worker is asked at once: short enough to stop, long enough to cost no time between.
const LETTERS = 48_000;
const STORIES = 12;
// Milliseconds without work after which workers end.
const REST = 10_000;
const STOPPED = "is not read yet: stopped";

export class Reading {
  /** What came in, in the order of the rows: `{ name, id, text, url, published, dateOrder }`; `waits` until it is read, `document` if corrected, `number` where it is kept. */
  items = [];
  done = 0;
  #rows;
  #pool;
  #tools;
  #queue = [];
  #running = 0;
  #coming = 0;
  // what comes in no further until reading goes on
  #halted = [];
  // what comes in, each with the signal that stops it: reading may go on before a source has noticed that it was stopped
  #bringing = new Set();
  #stop = new AbortController();
  #begun;
  #time = 0;
  #chars = 0;

  /**
   * `rows` is told what is read; `tools`: `textOf`, `ask`, `changed`, which is called when there is something new, `came(story)`,
   * when one has come in, and `settled(known)`, when some have: whether these are all.
   */
  constructor(rows, pool, tools) {
    [this.#rows, this.#pool, this.#tools] = [rows, pool, tools];
  }

  get busy() {
    return !this.#stop.signal.aborted && (this.#coming > 0 || this.#running > 0 || this.#queue.length > 0);
  }

  /** Whether all that was given is known, though perhaps not read. */
  get known() {
    return this.#coming === 0 && !this.#halted.length;
  }

  /** Milliseconds that reading has taken so far. */
  get took() {
    return this.#time + (this.#begun === undefined ? 0 : performance.now() - this.#begun);
  }

  /** Takes files and folders in, and reads them. */
  async take(given) {
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    this.#start();
    const room = () => ({ count: this.items.length, letters: this.#chars });
    await this.#bring(taken(given, { ...this.#tools, pool: this.#pool, room }));
  }

  /** Takes in again what was in the list before a reload. */
  async restore(stories) {
    this.#start();
    await this.#bring(stories, () => {});
  }

  async #bring(source, came = this.#tools.came) {
    const list = this.items;
    const bringing = { signal: this.#stop.signal };
    this.#bringing.add(bringing);
    this.#coming += 1;
    try {
      while (!bringing.signal.aborted) {
        const { value: story, done } = await source.next();
        if (done || list !== this.items) return;
        came(story);
        this.#add(story, bringing.signal);
        this.#tools.changed();
      }
      if (list !== this.items) return;
      // what is stopped may go on: nothing that was given is lost
      this.#halted.push([source, came]);
    } finally {
      this.#bringing.delete(bringing);
      this.#coming -= 1;
      this.#settle();
    }
  }

  #add(story, { aborted }) {
    const index = this.items.push(story) - 1;
    this.#rows.push(story.name, story.error ?? (aborted ? STOPPED : undefined));
    if (story.error) {
      this.done += 1;
      return;
    }
    this.#chars += story.text.length;
    if (story.document) {
      this.done += 1;
      this.#rows.set(index, rowOfSaved(story.document), undefined);
      return;
    }
    story.waits = true;
    if (aborted) return;
    this.#queue.push(index);
    this.#feed();
  }

  /** Gives up what is not read yet; what was read stays. */
  stop() {
    this.#stop.abort();
    this.#pool.close();
    this.#queue = [];
    for (const [index, { waits }] of this.items.entries()) if (waits) this.#rows.set(index, undefined, STOPPED);
    this.#settle();
  }

  /** Gives up everything. */
  clear() {
    this.stop();
    [this.items, this.#halted, this.done, this.#time, this.#chars, this.#begun] = [[], [], 0, 0, 0, undefined];
    this.#stop = new AbortController();
    this.#tools.changed();
  }

  /** Whether there is more to read than was read. */
  get stopped() {
    return !this.busy && (this.#halted.length > 0 || this.items.some(({ waits }) => waits));
  }

  /** Reads what was given up. */
  resume() {
    this.#stop = new AbortController();
    for (const bringing of this.#bringing) bringing.signal = this.#stop.signal;
    for (const [index, { waits }] of this.items.entries()) if (waits) this.#queue.push(index);
    this.#start();
    for (const halted of this.#halted.splice(0)) this.#bring(...halted);
    this.#feed();
    this.#tools.changed();
  }

  #start() {
    this.#begun ??= performance.now();
  }

  #settle() {
    if (!this.busy && this.#begun !== undefined) {
      this.#time += performance.now() - this.#begun;
      this.#begun = undefined;
      setTimeout(() => !this.busy && this.#pool.rest(), REST);
    }
    this.#tools.settled(this.known);
    this.#tools.changed();
  }

  #feed() {
    while (this.#queue.length && this.#running < this.#pool.size * 2) {
      // a worker that would wait for more is better off with less
      const fair = Math.max(1, Math.ceil(this.#queue.length / this.#pool.size));
      let letters = 0;
      const batch = [];
      while (this.#queue.length && batch.length < Math.min(STORIES, fair) && letters < LETTERS) {
        const index = this.#queue.shift();
        letters += this.items[index].text.length;
        batch.push(index);
      }
      this.#read(batch);
    }
  }

  async #read(batch) {
    const { signal } = this.#stop;
    this.#running += 1;
    const stories = batch.map((index) => this.#asked(index));
    try {
      const read = await this.#pool.run("rows", { stories }, { signal });
      for (const [at, { value, error }] of read.entries()) this.#set(batch[at], value, error);
    } catch (error) {
      if (signal.aborted) return;
      // one of them has ended the worker: each by itself
      if (batch.length > 1) for (const index of batch) await this.#read([index]);
      else this.#set(batch[0], undefined, `could not be read: ${error.message}`);
    } finally {
      this.#running -= 1;
      if (!signal.aborted) this.#feed();
      this.#settle();
    }
  }

  #set(index, value, error) {
    const story = this.items[index];
    [story.waits, story.error] = [false, error];
    this.done += 1;
    // what the reader corrected meanwhile stands
    if (!story.document) this.#rows.set(index, value, error);
  }

  #asked(index) {
    const { id, text, url, published, dateOrder } = this.items[index];
    return { id, text, url, published, dateOrder };
  }

  /** The breakdowns of some stories, a line of JSON each; one that is bad has its error in its place. */
  async lines(indices, progress, signal) {
    const [parts, batches] = [[], []];
    let letters = Infinity;
    for (const index of indices) {
      if (letters > LETTERS || batches.at(-1).length === STORIES) {
        batches.push([]);
        letters = 0;
      }
      batches.at(-1).push(index);
      letters += this.items[index].text?.length ?? 0;
    }
    let done = 0;
    const bad = (index, error) => `{"id":${this.items[index].id},"error":${JSON.stringify(error)}}`;
    const write = async (batch, at) => {
      const isRead = ({ text, error, waits, document }) => text !== undefined && !error && !waits && !document;
      const good = batch.filter((index) => isRead(this.items[index]));
      const stories = good.map((index) => this.#asked(index));
      const told = stories.length ? await this.#pool.run("lines", { stories }, { signal }) : [];
      const written = new Map(good.map((index, at) => [index, told[at].value ?? bad(index, told[at].error)]));
      for (const index of batch) {
        const { id, document } = this.items[index];
        if (document) written.set(index, lineOfSaved(id, document));
      }
      const lines = batch.map((index) => written.get(index) ?? bad(index, this.items[index].error ?? "is not read yet"));
      // out of the tab's memory, where the browser likes
      parts[at] = new Blob([lines.join("\n"), "\n"]);
      progress((done += batch.length));
    };
    let next = 0;
    const some = async () => {
      while (next < batches.length) {
        const at = next++;
        await write(batches[at], at);
      }
    };
    await Promise.all(Array.from({ length: this.#pool.size * 2 }, some));
    return new Blob(parts, { type: "application/jsonl" });
  }
}
