// Reads articles in a worker or in place, by one interface.
import init, { parse, readBytes } from "./nutgraf.js";

// Milliseconds that a reading which nobody waits for any more may go on: about what another worker costs.
const GRACE = 40;

/** Opens a reader. */
export async function open({ worker = false, module, script, start = begin } = {}) {
  module = await (module ?? compile());
  if (worker) {
    try {
      return await new Away(module, () => start(script)).ready;
    } catch {
      // workers are blocked here: the same in place
    }
  }
  await init({ module_or_path: module });
  return new Here();
}

const begin = (script) => new Worker(script ?? new URL("worker.js", import.meta.url), { type: "module" });

/** Compiles the module, which readers can share. */
export async function compile() {
  const address = new URL("nutgraf_bg.wasm", import.meta.url);
  try {
    return await WebAssembly.compileStreaming(fetch(address));
  } catch {
    // a host that does not know the type of such files
    return WebAssembly.compile(await (await fetch(address)).arrayBuffer());
  }
}

const closed = () => new DOMException("The reader is closed.", "InvalidStateError");

class Here {
  inWorker = false;
  #open = true;

  async parse(text, options, { signal } = {}) {
    signal?.throwIfAborted();
    if (!this.#open) throw closed();
    return parse(text, options);
  }

  async readBytes(bytes, options, { signal } = {}) {
    signal?.throwIfAborted();
    return readBytes(bytes, options);
  }

  close() {
    this.#open = false;
  }
}

class Away {
  inWorker = true;
  #module;
  #begin;
  #worker;
  #jobs = []; // the first one is being read
  #failed; // what is told where there is no worker any more
  #idle = false;

  constructor(module, begin) {
    [this.#module, this.#begin] = [module, begin];
    this.ready = new Promise((resolve, reject) => this.#start(() => resolve(this), reject));
  }

  parse(text, options, { signal } = {}) {
    return this.#ask({ text, options }, signal);
  }

  readBytes(bytes, options, { signal } = {}) {
    return this.#ask({ bytes, options }, signal, [bytes.buffer]);
  }

  close() {
    this.#fail(closed());
  }

  #start(ready, failed) {
    this.#idle = false;
    this.#worker = this.#begin();
    this.#worker.onerror = (event) => {
      event.preventDefault();
      const error = new Error(`The worker failed: ${event.message ?? "it could not be loaded"}`);
      this.#fail(error);
      failed?.(error);
    };
    this.#worker.onmessage = ({ data }) => {
      if (data.ready) ready?.();
      else this.#answer(data);
      this.#idle = true;
      this.#next();
    };
    this.#worker.postMessage({ module: this.#module });
  }

  #ask(question, signal, transfer = []) {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#failed) throw this.#failed;
      const job = { question, transfer, resolve, reject };
      signal?.addEventListener("abort", () => this.#drop(job, signal.reason), { once: true });
      this.#jobs.push(job);
      this.#next();
    });
  }

  #next() {
    const [job] = this.#jobs;
    if (!this.#idle || !job) return;
    try {
      this.#worker.postMessage(job.question, job.transfer);
      this.#idle = false;
    } catch (error) {
      // what no worker can be sent
      this.#jobs.shift();
      job.reject(error);
      this.#next();
    }
  }

  #answer({ value, error, broken }) {
    const job = this.#jobs.shift();
    if (broken) this.#restart();
    if (error) job?.reject(error);
    else job?.resolve(value);
  }

  #drop(job, reason) {
    job.reject(reason);
    const at = this.#jobs.indexOf(job);
    if (at > 0 || (at === 0 && this.#idle)) this.#jobs.splice(at, 1);
    if (at !== 0 || this.#idle) return;
    setTimeout(() => {
      if (this.#jobs[0] !== job) return;
      this.#jobs.shift();
      this.#restart();
    }, GRACE);
  }

  #restart() {
    this.#worker.terminate();
    if (!this.#failed) this.#start();
  }

  #fail(error) {
    this.#failed = error;
    this.#worker.terminate();
    for (const job of this.#jobs.splice(0)) job.reject(error);
  }
}
