// Workers that read many stories: each has both modules, and does one thing after the other.

/** How many there are: one a core, within reason. */
export const SIZE = Math.min(8, Math.max(2, navigator.hardwareConcurrency ?? 2));

const stopped = () => new DOMException("Stopped.", "AbortError");

export class Pool {
  #waiting = [];
  #workers = new Set();
  #make;
  #size;

  /** `modules` are the compiled ones: `reading` and `taking`. */
  constructor(script, modules, size = SIZE) {
    this.#size = size;
    this.#make = () => {
      const worker = { thread: new Worker(script, { type: "module" }), job: undefined, bound: false };
      worker.thread.onmessage = ({ data }) => this.#answer(worker, data);
      worker.thread.onerror = (event) => {
        event.preventDefault();
        this.#answer(worker, { error: new Error(event.message ?? "The worker could not be loaded."), broken: true });
      };
      worker.thread.postMessage({ call: "start", given: modules });
      this.#workers.add(worker);
      return worker;
    };
  }

  get size() {
    return this.#size;
  }

  /** Has a worker do something; rejects when `signal` is aborted, and the worker's work ends with it. */
  run(call, given, { signal, transfer = [], on } = {}) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) throw stopped();
      const job = { question: { call, given }, transfer, on, resolve, reject };
      job.drop = () => this.#drop(job);
      signal?.addEventListener("abort", job.drop, { once: true });
      job.done = () => signal?.removeEventListener("abort", job.drop);
      this.#waiting.push(job);
      this.#next();
    });
  }

  /** A worker that does nothing else until it is released: for what is asked for piece by piece. */
  async bind() {
    const worker = this.#make();
    worker.bound = true;
    return { on: worker, release: () => this.#end(worker) };
  }

  /** Starts all workers, before there is something to do. */
  warm() {
    while (this.#workers.size < this.#size) this.#make();
  }

  /** Ends the workers that have nothing to do: their memory does not shrink by itself. */
  rest() {
    for (const worker of [...this.#workers]) if (!worker.job && !worker.bound) this.#end(worker);
  }

  /** Ends all workers but those that are bound; new ones are made when there is something to do. */
  close() {
    for (const worker of [...this.#workers]) if (!worker.bound) this.#end(worker);
    for (const job of this.#waiting.filter(({ on }) => !on)) this.#finish(job, () => job.reject(stopped()));
    this.#waiting = this.#waiting.filter(({ on }) => on);
  }

  #next() {
    for (const job of [...this.#waiting]) {
      const worker = job.on ?? this.#free();
      if (!worker || worker.job) continue;
      this.#waiting.splice(this.#waiting.indexOf(job), 1);
      worker.job = job;
      worker.thread.postMessage(job.question, job.transfer);
    }
  }

  #free() {
    const own = [...this.#workers].filter(({ bound }) => !bound);
    return own.find(({ job }) => !job) ?? (own.length < this.#size ? this.#make() : undefined);
  }

  #answer(worker, { value, error, broken }) {
    const { job } = worker;
    worker.job = undefined;
    if (broken) this.#end(worker);
    if (job) this.#finish(job, () => (error ? job.reject(Object.assign(error, { broken })) : job.resolve(value)));
    else if (broken) for (const job of this.#waiting.splice(0)) this.#finish(job, () => job.reject(error));
    this.#next();
  }

  #drop(job) {
    const at = this.#waiting.indexOf(job);
    if (at >= 0) this.#waiting.splice(at, 1);
    const worker = [...this.#workers].find((worker) => worker.job === job);
    this.#finish(job, () => job.reject(stopped()));
    if (worker) {
      worker.job = undefined;
      this.#end(worker);
    }
  }

  #end(worker) {
    worker.thread.terminate();
    this.#workers.delete(worker);
    if (worker.job) this.#finish(worker.job, () => worker.job.reject(stopped()));
    worker.job = undefined;
  }

  #finish(job, how) {
    job.done();
    how();
  }
}
