/**
 * The sources of the library as the window knows them: read once, and again whenever the library says that something
 * has changed.
 */

import { type ErrorData, toErrorData } from '../../shared/contract/errors.ts';
import type { SourceSummary } from '../../shared/contract/evidence-source-calls.ts';
import type { CitationUse } from '../../shared/contract/evidence-standing-calls.ts';
import type { LibraryClient } from '../client/client.ts';

export interface Sources {
  /** null while they are read for the first time. */
  readonly kept: readonly SourceSummary[] | null;
  readonly binned: readonly SourceSummary[];
  /** Citations whose source has changed since somebody last looked. */
  readonly unseen: readonly CitationUse[];
  /** Why they could not be read. */
  readonly error: ErrorData | null;
  /** Counts the changes of the library. */
  readonly revision: number;
}

/** While many files come in, the list is read again no more often than this. */
const REREAD_MS = 800;
/** After a failure; the library process may be starting afresh. */
const RETRY_MS = 5000;

export class SourcesStore {
  readonly #client: LibraryClient;
  readonly #listeners = new Set<() => void>();
  #state: Sources = { kept: null, binned: [], unseen: [], error: null, revision: 0 };
  #following: AbortController | null = null;
  #reading: Promise<void> | null = null;
  #again = false;

  constructor(client: LibraryClient) {
    this.#client = client;
  }

  readonly get = (): Sources => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Begins to follow the library; asked twice, it does so once. @returns what ends it. */
  start(): () => void {
    const following = this.#following ?? new AbortController();
    if (!this.#following) {
      this.#following = following;
      void this.#follow(following.signal);
    }
    return () => {
      following.abort();
      if (this.#following === following) this.#following = null;
    };
  }

  /** Reads everything again. Called while that is under way, it is read once more, since it may have changed. */
  reload(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    do {
      this.#again = false;
      try {
        const [kept, binned, unseen] = await Promise.all([
          this.#client.call('evidence.list', {}),
          this.#client.call('evidence.list', { deleted: true }),
          // The list is worth showing without them.
          this.#client.call('standing.unseen', {}).catch(() => this.#state.unseen),
        ]);
        this.#set({ kept, binned, unseen, error: null, revision: this.#state.revision + 1 });
      } catch (thrown) {
        this.#set({ error: toErrorData(thrown) });
      }
    } while (this.#again);
  }

  async #follow(signal: AbortSignal): Promise<void> {
    let since = -1;
    while (!signal.aborted) {
      try {
        const { revision } = await this.#client.call('evidence.changes', { since }, { signal });
        if (revision === since) continue;
        since = revision;
        await this.reload();
        await pause(REREAD_MS);
      } catch {
        if (signal.aborted) return;
        if (this.#state.kept === null) await this.reload();
        await pause(RETRY_MS);
      }
    }
  }

  #set(change: Partial<Sources>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
