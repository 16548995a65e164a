import type { Waiting } from '../../saving/saving.ts';

/** What is saved whole: only the newest state waits. */
export class Newest<State> implements Waiting<State> {
  #state: { readonly value: State } | null = null;

  add(state: State): void {
    this.#state = { value: state };
  }

  take(): State | null {
    const taken = this.#state?.value ?? null;
    this.#state = null;
    return taken;
  }

  putBack(failed: State): void {
    this.#state ??= { value: failed };
  }
}
