// The list outlasts a reload of its tab. It lies in the browser's database, encrypted: the key is in the tab's own storage and
// goes with the tab. What no tab has open is taken away after a day, when a list is next opened.

const OWN = "nutgraf-list";
const COMING = "nutgraf-list-coming";
const AT_DESK = "nutgraf-list-at-desk";
const PARTS = "parts";
// Letters and stories that are written at once, and milliseconds that they may wait for others.
const LETTERS = 1 << 20;
const STORIES = 200;
const PAUSE = 250;
// Milliseconds that the page before a reload may still hold its list, and that one is kept which no page has open.
const PATIENCE = 2000;
const DAY = 86_400_000;

const asked = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
const lockOf = (list) => `${OWN}-${list}`;
const inBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** Holds the name of a list as long as this page is there; tells whether it could: a tab that was doubled has the same one. */
const hold = (list) =>
  new Promise((resolve) => {
    const held = () => (resolve(true), new Promise(() => {}));
    navigator.locks.request(lockOf(list), { signal: AbortSignal.timeout(PATIENCE) }, held).catch(() => resolve(false));
  });

export class Kept {
  #base;
  #key;
  #list;
  #number = 0;
  #waiting = [];
  #letters = 0;
  #timer;
  #coming;
  #writing = Promise.resolve();
  #failed;

  constructor(base, list, key, failed) {
    [this.#base, this.#list, this.#key, this.#failed] = [base, list, key, failed];
  }

  /** The list of this tab, or a new one; fails where the browser keeps nothing. `failed` is called once, where something does not fit. */
  static async open(failed) {
    const opening = indexedDB.open("nutgraf-lists", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(PARTS);
    const base = await asked(opening);
    let own = JSON.parse(sessionStorage.getItem(OWN));
    if (!own || !(await hold(own.list))) {
      own = { list: crypto.randomUUID(), key: inBase64(crypto.getRandomValues(new Uint8Array(32))) };
      await hold(own.list);
      sessionStorage.setItem(OWN, JSON.stringify(own));
      for (const name of [COMING, AT_DESK]) sessionStorage.removeItem(name);
    }
    const key = await crypto.subtle.importKey("raw", fromBase64(own.key), "AES-GCM", false, ["encrypt", "decrypt"]);
    const kept = new Kept(base, own.list, key, failed);
    await kept.#clean();
    await kept.#find();
    return kept;
  }

  #store(mode) {
    return this.#base.transaction(PARTS, mode).objectStore(PARTS);
  }

  /** Takes away the lists of tabs that are gone. */
  async #clean() {
    await asked(this.#store("readwrite").put(Date.now(), [this.#list, "age", 0]));
    const { held, pending } = await navigator.locks.query();
    const names = new Set([...held, ...pending].map(({ name }) => name));
    for (const place of await asked(this.#store().getAllKeys())) {
      const [list, kind] = place;
      if (kind !== "age" || names.has(lockOf(list))) continue;
      if (Date.now() - (await asked(this.#store().get(place))) > DAY) await this.#remove(list);
    }
  }

  /** Goes on after the stories that are there. */
  async #find() {
    this.#coming = sessionStorage.getItem(COMING) !== null;
    const last = (await this.#places("stories")).at(-1);
    if (last) this.#number = (await this.#read(last)).at(-1)[0] + 1;
  }

  #places(kind) {
    return asked(this.#store().getAllKeys(IDBKeyRange.bound([this.#list, kind], [this.#list, kind, []])));
  }

  #remove(list) {
    return asked(this.#store("readwrite").delete(IDBKeyRange.bound([list], [list, []])));
  }

  async #write(place, value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.#key, new TextEncoder().encode(JSON.stringify(value)));
    await asked(this.#store("readwrite").put({ iv, data }, [this.#list, ...place]));
  }

  async #read(place) {
    const { iv, data } = await asked(this.#store().get(place));
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, this.#key, data)));
  }

  // one after the other: what was written last counts
  #next(work) {
    this.#writing = this.#writing.then(work).catch((error) => {
      this.#failed?.(error);
      this.#failed = undefined;
    });
    return this.#writing;
  }

  /** Keeps a story; returns the number that it has here. */
  add({ name, id, text, url, published, dateOrder, error }) {
    const number = this.#number++;
    // an error of its reading comes again with the reading
    this.#waiting.push([number, text === undefined ? { name, id, error } : { name, id, text, url, published, dateOrder }]);
    this.#letters += text?.length ?? 0;
    if (this.#waiting.length >= STORIES || this.#letters > LETTERS) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), PAUSE);
    return number;
  }

  /** Writes what waits to be written. */
  flush() {
    clearTimeout(this.#timer);
    const some = this.#waiting.splice(0);
    [this.#timer, this.#letters] = [undefined, 0];
    return this.#next(() => some.length && this.#write(["stories", some[0][0]], some));
  }

  /** Keeps a story as the reader corrected it, or no longer. */
  document(number, document) {
    const place = ["document", number];
    return this.#next(() => (document === undefined ? asked(this.#store("readwrite").delete([this.#list, ...place])) : this.#write(place, document)));
  }

  /** Keeps what the reader did with the sources. */
  work(work) {
    return this.#next(() => this.#write(["work", 0], work));
  }

  /** Whether there are stories that have not come in. */
  set coming(is) {
    if (is === this.#coming) return;
    this.#coming = is;
    if (is) sessionStorage.setItem(COMING, "1");
    else sessionStorage.removeItem(COMING);
  }

  get coming() {
    return this.#coming;
  }

  /** The number of the story that was last opened at the desk. */
  set atDesk(number) {
    sessionStorage.setItem(AT_DESK, number);
  }

  get atDesk() {
    return Number(sessionStorage.getItem(AT_DESK) ?? NaN);
  }

  /** What the reader did with the sources. */
  async wasDone() {
    const [place] = await this.#places("work");
    return place && this.#read(place);
  }

  /** The stories with their numbers; one that could not be kept is an error. */
  async *stories() {
    const documents = new Map();
    for (const place of await this.#places("document")) documents.set(place[2], await this.#read(place));
    let next = 0;
    for (const place of await this.#places("stories")) {
      for (const [number, story] of await this.#read(place)) {
        for (; next < number; next += 1) yield { number: next, name: `story ${next + 1}`, id: "null", error: "was not kept over the reload" };
        yield { ...story, number, document: documents.get(number) };
        next += 1;
      }
    }
  }

  /** Keeps nothing of it any longer. */
  clear() {
    clearTimeout(this.#timer);
    sessionStorage.removeItem(AT_DESK);
    [this.#waiting, this.#letters, this.#timer, this.#number, this.coming] = [[], 0, undefined, 0, false];
    return this.#next(() => this.#remove(this.#list));
  }
}
