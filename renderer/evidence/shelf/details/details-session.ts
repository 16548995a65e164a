/**
 * The details of one source while somebody edits them: what was typed, what is on disk, and what to do where somebody
 * else was faster. Saves by itself after a pause.
 */
import { type ErrorData, toErrorData } from '../../../../shared/contract/errors.ts';
import type { Source, SourceDetails } from '../../../../shared/evidence/source.ts';
import type { LibraryClient } from '../../../client/client.ts';
import { type Conflict, mergeDetails } from './merge.ts';
import { same } from './same.ts';

/** Long enough to type a word in. */
const PAUSE_MS = 900;
/** Somebody who changes the same source again and again meanwhile. */
const MOST_TRIES = 5;

export type DetailsState =
  | { readonly is: 'saved' }
  | { readonly is: 'typing' }
  | { readonly is: 'saving' }
  | { readonly is: 'failed'; readonly error: ErrorData }
  /** Both changed these fields; nothing is saved until each is decided. */
  | { readonly is: 'conflict'; readonly conflicts: readonly Conflict[] };

export interface DetailsView {
  readonly source: Source;
  /** As they stand in the form. */
  readonly details: SourceDetails;
  readonly state: DetailsState;
}

export function detailsOf(source: Source): SourceDetails {
  const { csl, published, marking, reviewBy, description, own } = source;
  return { csl, published, marking, reviewBy, description, own };
}

export class DetailsSession {
  readonly #client: LibraryClient;
  readonly #listeners = new Set<() => void>();
  #view: DetailsView;
  /** What the library has, as far as we know. */
  #base: SourceDetails;
  /** What the library had when the present stretch of editing began. */
  #start: SourceDetails;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #saving: Promise<void> | null = null;

  constructor(client: LibraryClient, source: Source) {
    this.#client = client;
    this.#base = detailsOf(source);
    this.#start = this.#base;
    this.#view = { source, details: this.#base, state: { is: 'saved' } };
  }

  readonly get = (): DetailsView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  change(next: (details: SourceDetails) => SourceDetails): void {
    const details = next(this.#view.details);
    if (same(details, this.#view.details)) return;
    const { state } = this.#view;
    this.#set({ details, ...(state.is === 'conflict' ? {} : { state: { is: 'typing' } }) });
    this.#wait();
  }

  /** Saves now what is not saved yet; where that fails, the state says why. */
  async flush(): Promise<void> {
    this.#stopWaiting();
    for (let tries = 0; tries < MOST_TRIES && !this.#isSettled(); tries += 1) {
      this.#saving ??= this.#save().finally(() => {
        this.#saving = null;
      });
      await this.#saving;
    }
  }

  /**
   * A stretch of editing is over, because the field was left.
   * @returns what it came to, once that is saved; null: nothing.
   */
  async settle(): Promise<{ readonly before: SourceDetails; readonly after: SourceDetails } | null> {
    await this.flush();
    const [before, after] = [this.#start, this.#base];
    this.#start = after;
    return same(before, after) ? null : { before, after };
  }

  /** Takes what the library has now, where it was changed elsewhere. */
  async refresh(): Promise<void> {
    if (this.#saving) return;
    const { source } = this.#view;
    const found = await this.#client.call('evidence.get', { sourceId: source.id });
    if (this.#saving || found.updatedAt === this.#view.source.updatedAt) return;
    this.#take(found);
  }

  /** Decides one field that both have changed. */
  decide({ field, theirs }: Conflict, whose: 'mine' | 'theirs'): void {
    const { state, details } = this.#view;
    if (state.is !== 'conflict') return;
    const conflicts = state.conflicts.filter((conflict) => conflict.field !== field);
    this.#set({
      details: whose === 'mine' ? details : withField(details, field, theirs),
      state: conflicts.length > 0 ? { is: 'conflict', conflicts } : { is: 'typing' },
    });
    if (conflicts.length === 0) void this.flush();
  }

  #isSettled(): boolean {
    const { state } = this.#view;
    return state.is === 'saved' || state.is === 'conflict' || (state.is === 'failed' && !this.#saving);
  }

  async #save(): Promise<void> {
    const { source, details } = this.#view;
    if (same(details, this.#base)) {
      this.#set({ state: { is: 'saved' } });
      return;
    }
    this.#set({ state: { is: 'saving' } });
    try {
      const saved = await this.#client.call('evidence.change', {
        sourceId: source.id,
        updatedAt: source.updatedAt,
        details,
      });
      this.#base = detailsOf(saved);
      // Words typed meanwhile are kept, and saved next.
      const typed = this.#view.details;
      const isLast = same(typed, details);
      this.#set({
        source: saved,
        details: isLast ? this.#base : typed,
        state: isLast ? { is: 'saved' } : { is: 'typing' },
      });
      if (!isLast) this.#wait();
    } catch (thrown) {
      const error = toErrorData(thrown);
      if (error.code === 'evidence.changed') await this.#meet(error);
      else this.#set({ state: { is: 'failed', error } });
    }
  }

  /** Somebody else was faster: what does not touch what they did is put on top of it. */
  async #meet(error: ErrorData): Promise<void> {
    try {
      this.#take(await this.#client.call('evidence.get', { sourceId: this.#view.source.id }));
    } catch {
      this.#set({ state: { is: 'failed', error } });
    }
  }

  #take(found: Source): void {
    const theirs = detailsOf(found);
    const { merged, conflicts } = mergeDetails(this.#base, this.#view.details, theirs);
    // What they did is not ours to take back.
    if (same(this.#start, this.#base)) this.#start = theirs;
    this.#base = theirs;
    const state: DetailsState =
      conflicts.length > 0
        ? { is: 'conflict', conflicts }
        : same(merged, theirs)
          ? { is: 'saved' }
          : { is: 'typing' };
    this.#set({ source: found, details: merged, state });
    if (state.is === 'typing') this.#wait();
  }

  #wait(): void {
    this.#stopWaiting();
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  #stopWaiting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #set(change: Partial<DetailsView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function withField(details: SourceDetails, field: string, value: unknown): SourceDetails {
  const put = <T extends object>(object: T, name: string): T => {
    const rest = Object.entries(object).filter(([key]) => key !== name);
    return Object.fromEntries(value === undefined ? rest : [...rest, [name, value]]) as T;
  };
  if (field.startsWith('csl.')) return { ...details, csl: put(details.csl, field.slice(4)) };
  if (field.startsWith('own.')) return { ...details, own: put(details.own, field.slice(4)) };
  return put(details, field);
}

/** Takes a change back, and nothing that was done since. */
export async function undoChange(
  client: LibraryClient,
  sourceId: string,
  change: { readonly before: SourceDetails; readonly after: SourceDetails },
): Promise<void> {
  const found = await client.call('evidence.get', { sourceId });
  const { merged } = mergeDetails(change.after, change.before, detailsOf(found));
  await client.call('evidence.change', { sourceId, updatedAt: found.updatedAt, details: merged });
}
