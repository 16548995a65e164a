/** When changes are reported: after a pause in typing, but never much later than they were made. */

/** Milliseconds without a change before it is reported. */
const PAUSE = 400;
/** Milliseconds after which a change is reported although the typing goes on. */
const PATIENCE = 5000;

export class Reporter {
  readonly #report: () => void;
  readonly #first: () => void;
  #pause: ReturnType<typeof setTimeout> | null = null;
  #patience: ReturnType<typeof setTimeout> | null = null;

  /** @param first called at the first change after a report; @param report when it is time. */
  constructor(first: () => void, report: () => void) {
    this.#first = first;
    this.#report = report;
  }

  changed(): void {
    const first = this.#patience === null;
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.flush(), PAUSE);
    this.#patience ??= setTimeout(() => this.flush(), PATIENCE);
    if (first) this.#first();
  }

  flush(): void {
    if (this.#patience === null) return;
    if (this.#pause !== null) clearTimeout(this.#pause);
    clearTimeout(this.#patience);
    this.#pause = null;
    this.#patience = null;
    this.#report();
  }
}
