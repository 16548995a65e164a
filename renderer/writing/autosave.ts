/**
 * Autosave as a state machine: one save in flight, everything typed meanwhile in the next one, and "saved" only
 * when the library has acknowledged every word. Clock, transport and reader are given, so that tests own them.
 */
import { DespatchError, type ErrorData, toErrorData } from '../../shared/contract/errors.ts';
import { serialiseSection } from '../../shared/document/parse.ts';
import type { AnySection, DespatchDocument } from '../../shared/document/schema.ts';
import { canonical } from './canonical.ts';
import { type Changes, SaveQueue } from './save-queue.ts';

export type SaveState =
  /** `at`: ISO 8601, null while nothing was changed since the document was opened. */
  | { readonly status: 'saved'; readonly at: string | null }
  | { readonly status: 'unsaved' }
  | { readonly status: 'saving' }
  /** The words are safe in memory and will be tried again. */
  | { readonly status: 'failed'; readonly error: ErrorData }
  /** Somebody else saved this document; a person decides whose words stay. */
  | { readonly status: 'conflict' };

export interface SaveRequest extends Changes {
  readonly baseRevision: number;
}
export interface Acknowledgement {
  readonly revision: number;
  readonly savedAt: string;
}
export interface StoredVersion {
  readonly document: DespatchDocument;
  readonly revision: number;
}

export interface AutosaveParts {
  readonly revision: number;
  save(request: SaveRequest): Promise<Acknowledgement>;
  /** The document as it is on disk, asked for only after a revision conflict. */
  readStored(): Promise<StoredVersion>;
  now(): string;
  /** @returns a function that cancels it. */
  later(run: () => void, delayMs: number): () => void;
  onState(state: SaveState): void;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

export class Autosave {
  readonly #parts: AutosaveParts;
  readonly #queue = new SaveQueue();
  #state: SaveState = { status: 'saved', at: null };
  #revision: number;
  #savedAt: string | null = null;
  /** The editor has keystrokes that it has not reported yet. */
  #typing = false;
  #running: Promise<void> | null = null;
  #retryMs = FIRST_RETRY_MS;
  #cancelRetry: (() => void) | null = null;

  constructor(parts: AutosaveParts) {
    this.#parts = parts;
    this.#revision = parts.revision;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** True when every word the person typed is on disk. */
  get settled(): boolean {
    return this.#state.status === 'saved';
  }

  /** A key was pressed; its words come with the next `change`. */
  typed(): void {
    this.#typing = true;
    if (this.#state.status === 'saved') this.#enter({ status: 'unsaved' });
  }

  /** The editor has reported everything typed so far. */
  change(changes: Changes): void {
    this.#typing = false;
    this.#queue.add(changes);
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
    if (before.status === 'conflict') throw conflict();
    this.#stopRetry();
    await this.#start();
    const after = this.#state;
    if (after.status === 'failed') throw failure(after.error);
    if (after.status === 'conflict') throw conflict();
  }

  /** After a conflict: writes this window's whole document over the stored one. */
  async overwrite(mine: DespatchDocument): Promise<void> {
    const stored = await this.#parts.readStored();
    this.#revision = stored.revision;
    this.#queue.add({
      sections: mine.sections,
      order: mine.sections.map(({ id }) => id),
      marking: mine.marking,
      settings: mine.settings,
    });
    this.#enter({ status: 'unsaved' });
    await this.flush();
  }

  /** No attempt follows; an answer under way is still waited for by `flush`. */
  dispose(): void {
    this.#stopRetry();
  }

  #start(): Promise<void> {
    if (!this.#running) {
      const first = this.#queue.take();
      if (!first) {
        this.#settle();
        return Promise.resolve();
      }
      this.#running = this.#drain(first);
    }
    return this.#running;
  }

  async #drain(first: Changes): Promise<void> {
    for (let changes: Changes | null = first; changes; changes = this.#queue.take()) {
      this.#enter({ status: 'saving' });
      try {
        await this.#send(changes);
      } catch (thrown) {
        this.#running = null;
        this.#queue.putBack(changes);
        this.#failed(toErrorData(thrown));
        return;
      }
      this.#retryMs = FIRST_RETRY_MS;
    }
    // Here and not after the promise: a change that arrives in between must start a save of its own.
    this.#running = null;
    this.#settle();
  }

  async #send(changes: Changes): Promise<void> {
    const baseRevision = this.#revision;
    try {
      const { revision, savedAt } = await this.#parts.save({ baseRevision, ...changes });
      this.#revision = revision;
      this.#savedAt = savedAt;
    } catch (thrown) {
      if (toErrorData(thrown).code !== 'document.revisionConflict') throw thrown;
      // The answer to an earlier attempt may have been lost after the disk had the words: then the rival is us.
      const stored = await this.#parts.readStored();
      if (stored.revision !== baseRevision + 1 || !holds(stored.document, changes)) throw thrown;
      this.#revision = stored.revision;
      this.#savedAt = this.#parts.now();
    }
  }

  #failed(error: ErrorData): void {
    if (error.code === 'document.revisionConflict') {
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
}

/** Whether a stored document already says exactly what was to be saved. */
function holds(stored: DespatchDocument, changes: Changes): boolean {
  const sections = new Map(stored.sections.map((section) => [section.id, section]));
  const sameSection = (section: AnySection) => {
    const other = sections.get(section.id);
    return other !== undefined && same(serialiseSection(other), serialiseSection(section));
  };
  return (
    changes.sections.every(sameSection) &&
    (changes.order === undefined ||
      same(
        changes.order,
        stored.sections.map(({ id }) => id),
      )) &&
    (changes.marking === undefined || same(changes.marking, stored.marking)) &&
    (changes.settings === undefined || same(changes.settings, stored.settings))
  );
}

function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function failure({ code, details }: ErrorData): DespatchError {
  return new DespatchError(code, details);
}

function conflict(): DespatchError {
  return new DespatchError('document.revisionConflict');
}
