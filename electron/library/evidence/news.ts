/** That something in the evidence library has changed, for whoever waits for it. What, they ask themselves. */
import { DespatchError } from '../../../shared/contract/errors.ts';

export class EvidenceNews {
  // Another process of the same library, or this one started again, counts on from elsewhere.
  #revision = Date.now();
  readonly #listeners = new Set<() => void>();
  #isReleased = false;

  get revision(): number {
    return this.#revision;
  }

  /** To be called after every write of sources, batches or links. */
  changed(): void {
    this.#revision += 1;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Nobody waits any more, now or later: the library is about to be closed. */
  release(): void {
    this.#isReleased = true;
    for (const listener of [...this.#listeners]) listener();
  }

  /**
   * Resolves with the revision once it is another than `since`, at the latest after some time or when the signal is
   * given.
   * @throws DespatchError `call.cancelled` once everybody has been released.
   * @param look asked now and then, for what does not come by `changed`: another process.
   */
  wait(
    since: number,
    {
      withinMs,
      signal,
      look = () => {},
      lookEveryMs = 1000,
    }: { withinMs: number; signal: AbortSignal; look?: () => void; lookEveryMs?: number },
  ): Promise<number> {
    if (this.#isReleased) return Promise.reject(new DespatchError('call.cancelled'));
    look();
    if (this.#revision !== since || signal.aborted) return Promise.resolve(this.#revision);
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(late);
        clearInterval(looking);
        signal.removeEventListener('abort', end);
        this.#listeners.delete(end);
        resolve(this.#revision);
      };
      const late = setTimeout(end, withinMs);
      const looking = setInterval(look, lookEveryMs);
      signal.addEventListener('abort', end, { once: true });
      this.#listeners.add(end);
    });
  }
}
