// One or many articles, in place or in workers, by one interface.
import { open as openReader } from "./reader.js";

// Workers that `workers: true` stands for: each holds a copy of the models.
const MOST = 8;
// Milliseconds for which reading in place holds up its thread at a time.
const TURN = 12;

/** The interface over a platform: how the module is compiled, a worker started, and how many cores there are. */
export function client({ compile, start, cores }) {
  let module, here;
  // what failed is tried anew: without a network now, there may be one later
  const again = (error) => {
    module = here = undefined;
    throw error;
  };
  const compiled = () => (module ??= compile().catch(again));

  async function open({ workers = false, script } = {}) {
    const count = workers === true ? Math.min(MOST, cores() || 1) : Number(workers);
    if (!(Number.isInteger(count) && count >= 0)) throw new TypeError(`open: expected a number of workers, found ${workers}`);
    const shared = compiled();
    const one = () => openReader({ worker: count > 0, module: shared, start: () => start(script) });
    return new Readers(await Promise.all(Array.from({ length: Math.max(1, count) }, one)));
  }

  const inPlace = () => (here ??= open().catch(again));
  return {
    open,
    parse: async (text, options, call) => (await inPlace()).parse(text, options, call),
    async *parseMany(records, call) {
      yield* (await inPlace()).parseMany(records, call);
    },
  };
}

class Readers {
  #readers;
  #waiting; // how many texts wait at each reader

  constructor(readers) {
    this.#readers = readers;
    this.#waiting = readers.map(() => 0);
  }

  get inWorker() {
    return this.#readers[0].inWorker;
  }

  async parse(text, options, call) {
    const least = this.#waiting.indexOf(Math.min(...this.#waiting));
    this.#waiting[least]++;
    try {
      return await this.#readers[least].parse(text, options, call);
    } finally {
      this.#waiting[least]--;
    }
  }

  async *parseMany(records, { signal, progress, options } = {}) {
    const total = records.length ?? records.size;
    const source = records[Symbol.asyncIterator]?.() ?? records[Symbol.iterator]();
    // enough to keep all readers busy, and no more: what is read is not kept
    const ahead = this.inWorker ? this.#readers.length * 2 : 1;
    const rest = new AbortController();
    const stop = signal ? AbortSignal.any([signal, rest.signal]) : rest.signal;
    const aborted = new Promise((_, reject) => stop.addEventListener("abort", () => reject(stop.reason), { once: true }));
    aborted.catch(() => {});
    const answers = [];
    let [given, done, next, ended, turn] = [0, 0, undefined, false, performance.now()];
    try {
      for (;;) {
        signal?.throwIfAborted();
        if (!ended && answers.length < ahead) next ??= Promise.resolve(source.next()).then((step) => ({ step }));
        if (!next && !answers.length) return;
        const { step, answer } = await Promise.race([next, answers[0], aborted].filter(Boolean));
        if (step) {
          next = undefined;
          if (step.done) ended = true;
          else answers.push(this.#answer(step.value, given++, options, stop));
          continue;
        }
        answers.shift();
        progress?.({ done: ++done, total });
        yield answer;
        if (!this.inWorker && performance.now() - turn > TURN) {
          await new Promise((resolve) => setTimeout(resolve));
          turn = performance.now();
        }
      }
    } finally {
      rest.abort();
      for (const answer of answers) answer.catch(() => {});
      if (!ended) source.return?.();
    }
  }

  async #answer(record, number, options, signal) {
    const given = typeof record === "string" ? { id: number, text: record } : (record ?? {});
    const { id = null, text, url, published, dateOrder, corrections } = given;
    const own = Object.entries({ url, published, dateOrder, corrections }).filter(([, value]) => value != null);
    try {
      return { answer: { id, ...(await this.parse(text, { ...options, ...Object.fromEntries(own) }, { signal })) } };
    } catch (error) {
      // closed or given up: no fault of the record's
      if (signal.aborted || error instanceof DOMException) throw error;
      return { answer: { id, error: error.message } };
    }
  }

  close() {
    for (const reader of this.#readers) reader.close();
  }
}
