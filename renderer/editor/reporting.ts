/** When changes are reported: after a pause in typing, but never much later than they were made. */

/** Milliseconds without a change after which it counts as a pause. */
const PAUSE = 400;
/** Milliseconds after which a change is reported although the typing goes on. */
const PATIENCE = 5000;
/** Reports without a pause, the last of which counts as one: nobody types so long without looking up. */
const WITHOUT_PAUSE = 4;

export class Reporter {
  readonly #report: (resting: boolean) => void;
  readonly #first: () => void;
  #pause: ReturnType<typeof setTimeout> | null = null;
  #patience: ReturnType<typeof setTimeout> | null = null;
  #withoutPause = 0;

  /**
   * @param first called at the first change after a report.
   * @param report when it is time; `resting`: the hands have paused, so that there is time for more than keeping what
   *   they wrote. After a report without it comes one with it, even if nothing has changed since.
   */
  constructor(first: () => void, report: (resting: boolean) => void) {
    this.#report = report;
    this.#first = first;
  }

  changed(): void {
    const first = this.#patience === null;
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.flush(), PAUSE);
    this.#patience ??= setTimeout(() => this.#outOfPatience(), PATIENCE);
    if (first) this.#first();
  }

  flush(): void {
    if (this.#pause === null) return;
    clearTimeout(this.#pause);
    if (this.#patience !== null) clearTimeout(this.#patience);
    this.#pause = null;
    this.#patience = null;
    this.#withoutPause = 0;
    this.#report(true);
  }

  #outOfPatience(): void {
    this.#patience = null;
    this.#withoutPause += 1;
    if (this.#withoutPause < WITHOUT_PAUSE) this.#report(false);
    else this.flush();
  }
}
