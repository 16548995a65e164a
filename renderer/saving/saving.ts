/**
 * Autosave as a state machine: one save in flight, everything changed meanwhile in the next one, and "saved" only
 * when the library has acknowledged all of it. Clock, transport and reader are given, so that tests own them.
 */
import { DespatchError, type ErrorCode, type ErrorData, toErrorData } from '../../shared/contract/errors.ts';

export type SaveState =
  /** `at`: ISO 8601, null while nothing was changed since it was opened. */
  | { readonly status: 'saved'; readonly at: string | null }
  | { readonly status: 'unsaved' }
  | { readonly status: 'saving' }
  /** The changes are safe in memory and will be tried again. */
  | { readonly status: 'failed'; readonly error: ErrorData }
  /** Somebody else saved it; a person decides whose words stay. */
  | { readonly status: 'conflict' };

/** What has been changed and is not on disk yet. */
export interface Waiting<Change> {
  add(change: Change): void;
  /** Empties it into one save; null when there is nothing to save. */
  take(): Change | null;
  /** A save failed: its changes go back beneath whatever came since. */
  putBack(failed: Change): void;
}

export interface Acknowledgement {
  readonly revision: number;
  readonly savedAt: string;
}

export interface SavingParts<Change, Stored extends { readonly revision: number }> {
  readonly revision: number;
  readonly waiting: Waiting<Change>;
  /** The error of a save whose base somebody else has replaced. */
  readonly conflictCode: ErrorCode;
  save(baseRevision: number, change: Change): Promise<Acknowledgement>;
  /** As it is on disk, asked for only after a conflict. */
  readStored(): Promise<Stored>;
  /** Whether what is stored already says exactly what was to be saved. */
  holds(stored: Stored, change: Change): boolean;
  now(): string;
  /** @returns a function that cancels it. */
  later(run: () => void, delayMs: number): () => void;
  onState(state: SaveState): void;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

export class Saving<Change, Stored extends { readonly revision: number }> {
  readonly #parts: SavingParts<Change, Stored>;
  #state: SaveState = { status: 'saved', at: null };
  #revision: number;
  #savedAt: string | null = null;
  /** The editor has keystrokes that it has not reported yet. */
  #typing = false;
  #running: Promise<void> | null = null;
  #retryMs = FIRST_RETRY_MS;
  #cancelRetry: (() => void) | null = null;

  constructor(parts: SavingParts<Change, Stored>) {
    this.#parts = parts;
    this.#revision = parts.revision;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** True when every change is on disk. */
  get settled(): boolean {
    return this.#state.status === 'saved';
  }

  /** A key was pressed; its words come with the next `change`. */
  typed(): void {
    this.#typing = true;
    if (this.#state.status === 'saved') this.#enter({ status: 'unsaved' });
  }

  /** The editor has reported everything typed so far. */
  change(change: Change): void {
    this.#typing = false;
    this.#parts.waiting.add(change);
    if (this.#state.status === 'conflict') return;
    // While saving fails, the next attempt comes with its delay, not with every keystroke.
    if (this.#cancelRetry) return;
    void this.#start();
  }

  /**
   * Saves everything now. The caller has made the editor report first.
   * @throws DespatchError why the words are not on disk; they stay in memory.
   */
  async flush(): Promise<void> {
    const before = this.#state;
    if (before.status === 'conflict') throw this.#conflict();
    this.#stopRetry();
    await this.#start();
    const after = this.#state;
    if (after.status === 'failed') throw failure(after.error);
    if (after.status === 'conflict') throw this.#conflict();
  }

  /** After a conflict: writes this over what is stored. */
  async replace(whole: Change): Promise<void> {
    const stored = await this.#parts.readStored();
    this.#revision = stored.revision;
    this.#parts.waiting.add(whole);
    this.#enter({ status: 'unsaved' });
    await this.flush();
  }

  /** No attempt follows; an answer under way is still waited for by `flush`. */
  dispose(): void {
    this.#stopRetry();
  }

  #start(): Promise<void> {
    if (!this.#running) {
      const first = this.#parts.waiting.take();
      if (!first) {
        this.#settle();
        return Promise.resolve();
      }
      this.#running = this.#drain(first);
    }
    return this.#running;
  }

  async #drain(first: Change): Promise<void> {
    for (let change: Change | null = first; change !== null; change = this.#parts.waiting.take()) {
      this.#enter({ status: 'saving' });
      try {
        await this.#send(change);
      } catch (thrown) {
        this.#running = null;
        this.#parts.waiting.putBack(change);
        this.#failed(toErrorData(thrown));
        return;
      }
      this.#retryMs = FIRST_RETRY_MS;
    }
    // Here and not after the promise: a change that arrives in between must start a save of its own.
    this.#running = null;
    this.#settle();
  }

  async #send(change: Change): Promise<void> {
    const baseRevision = this.#revision;
    try {
      const { revision, savedAt } = await this.#parts.save(baseRevision, change);
      this.#revision = revision;
      this.#savedAt = savedAt;
    } catch (thrown) {
      if (toErrorData(thrown).code !== this.#parts.conflictCode) throw thrown;
      // The answer to an earlier attempt may have been lost after the disk had the words: then the rival is us.
      const stored = await this.#parts.readStored();
      if (stored.revision !== baseRevision + 1 || !this.#parts.holds(stored, change)) throw thrown;
      this.#revision = stored.revision;
      this.#savedAt = this.#parts.now();
    }
  }

  #failed(error: ErrorData): void {
    if (error.code === this.#parts.conflictCode) {
      this.#enter({ status: 'conflict' });
      return;
    }
    this.#enter({ status: 'failed', error });
    this.#cancelRetry = this.#parts.later(() => {
      this.#cancelRetry = null;
      void this.#start();
    }, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }

  #settle(): void {
    this.#enter(this.#typing ? { status: 'unsaved' } : { status: 'saved', at: this.#savedAt });
  }

  #stopRetry(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
  }

  #enter(state: SaveState): void {
    this.#state = state;
    this.#parts.onState(state);
  }

  #conflict(): DespatchError {
    return new DespatchError(this.#parts.conflictCode);
  }
}

function failure({ code, details }: ErrorData): DespatchError {
  return new DespatchError(code, details);
}
