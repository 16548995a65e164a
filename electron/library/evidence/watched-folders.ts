/**
 * Folders whose files become sources by themselves. They are looked through every few seconds: what systems tell of
 * changes does not reach us from every network drive, and never what happened while Despatch was closed.
 */
import { promises } from 'node:fs';
import path from 'node:path';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { DespatchError, toErrorData } from '../../../shared/contract/errors.ts';
import type { Batch } from '../../../shared/contract/evidence-source-calls.ts';
import { explain } from '../../../shared/contract/messages.ts';
import type { WatchedFileRow, WatchedFolderRow } from '../db/intake-repository.ts';
import type { Services } from '../handlers.ts';
import { filesInFolder } from './files-in-folder.ts';
import type { Intake } from './intake.ts';

type WatchedFolder = CallOutput<'evidence.watch'>;

/** What tells one state of a file from the next. */
interface State {
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** A file that is new, or another than before, and may not be finished. */
interface Coming extends State {
  /** How often it was looked at and could not be opened. */
  readonly refused: number;
}

interface Found extends State {
  readonly path: string;
}

/** A file that failed for a reason that had nothing to do with it: the disk was full, the library was locked. */
interface Waiting extends State {
  /** Not tried before then; milliseconds since 1970. */
  readonly until: number;
  /** In sentences. */
  readonly reason: string;
}

/** What is known of the files of a folder while it is looked at. */
interface Seen {
  readonly known: ReadonlyMap<string, WatchedFileRow>;
  readonly coming: Map<string, Coming>;
  /** By path. */
  readonly waiting: Map<string, Waiting>;
}

export interface WatchTimes {
  /** Between two looks, in ms. */
  readonly everyMs: number;
  /** Before the second look at a file that was not there, or not so, at the first. */
  readonly settleMs: number;
  /** Before a file that had no room is tried again, in ms. */
  readonly retryMs: number;
}

const usualTimes: WatchTimes = { everyMs: 5000, settleMs: 1500, retryMs: 60_000 };
/** A slow drive is looked at for a tenth of the time at most. */
const SHARE = 10;
/** As often a file may be locked before that is reported; from then on it is only waited for. */
const MOST_REFUSALS = 20;

const lookProblems: Readonly<Record<string, string>> = {
  ENOENT: 'The folder is not there. It was moved, renamed or deleted, or its drive is not connected.',
  ENOTDIR: 'It is not a folder any more.',
  EACCES: 'You have no permission to look into the folder.',
  EPERM: 'You have no permission to look into the folder.',
};

export class WatchedFolders {
  readonly #services: Services;
  readonly #intake: Intake;
  readonly #times: WatchTimes;
  readonly #problems = new Map<string, string>();
  /** By path. */
  #coming = new Map<string, Coming>();
  /** By folder; forgotten at the end of Despatch, and tried anew at its next start. */
  readonly #waiting = new Map<string, Map<string, Waiting>>();
  readonly #stopped = new AbortController();
  #started = false;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(services: Services, intake: Intake, times: WatchTimes = usualTimes) {
    this.#services = services;
    this.#intake = intake;
    this.#times = times;
  }

  /** Looks now and from then on. */
  start(): void {
    this.#started = true;
    // What a look had begun when Despatch ended, the next look finds again.
    for (const { id, folder, finishedAt, running } of this.#intake.batches()) {
      if (folder !== null && finishedAt === null && !running) this.#intake.dismiss(id);
    }
    this.#lookIn(0);
  }

  /** In a library that may not be changed, nothing is taken in. */
  cannotStart(): void {
    for (const { id } of this.#folders()) {
      this.#setProblem(id, 'Nothing is taken in: the library can be read but not changed.');
    }
  }

  stop(): void {
    this.#stopped.abort();
    clearTimeout(this.#timer);
  }

  list(): WatchedFolder[] {
    return this.#folders().map((row) => this.#shown(row));
  }

  /** A folder that is watched already stays as it is. */
  add(folder: string): WatchedFolder {
    const { store, mint, now, evidenceNews } = this.#services;
    const row = store().write(({ intake }) => {
      const there = intake.folders().find((one) => one.path === folder);
      if (there) return there;
      const added = { id: mint(), path: folder, addedAt: now().toISOString() };
      intake.insertFolder(added);
      return added;
    });
    evidenceNews.changed();
    this.#lookIn(0);
    return this.#shown(row);
  }

  /** Its sources stay. */
  remove(folderId: string): void {
    const { store, evidenceNews } = this.#services;
    if (!store().write(({ intake }) => intake.deleteFolder(folderId))) {
      throw new DespatchError('call.invalid', { reason: 'the folder is not watched' });
    }
    this.#problems.delete(folderId);
    this.#waiting.delete(folderId);
    evidenceNews.changed();
  }

  /** One look at every folder; files that are finished have become sources when it resolves. */
  async look(): Promise<void> {
    const coming = new Map<string, Coming>();
    for (const folder of this.#folders()) {
      if (this.#stopped.signal.aborted) return;
      await this.#lookAt(folder, coming);
    }
    this.#coming = coming;
  }

  #lookIn(ms: number): void {
    if (!this.#started || this.#stopped.signal.aborted || this.#looking !== null) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const began = Date.now();
      this.#looking = this.look()
        // The database may be locked for a while; the next look finds what this one did not.
        .catch(() => undefined)
        .then(() => {
          this.#looking = null;
          const { everyMs, settleMs } = this.#times;
          const isComing = [...this.#coming.values()].some(({ refused }) => refused < MOST_REFUSALS);
          const wait = isComing ? settleMs : everyMs;
          this.#lookIn(Math.max(wait, (Date.now() - began) * SHARE));
        });
    }, ms);
  }

  async #lookAt(folder: WatchedFolderRow, coming: Map<string, Coming>): Promise<void> {
    try {
      const known = new Map(
        this.#services
          .store()
          .read(({ intake }) => intake.watchedFiles(folder.id))
          .map((row) => [row.path, row]),
      );
      const ready: Found[] = [];
      const before = this.#waiting.get(folder.id);
      const waiting = new Map<string, Waiting>();
      for (const file of await this.#filesIn(folder.path)) {
        const found = await stateOf(file);
        if (found === null || isSame(found, known.get(file))) continue;
        const waits = before?.get(file);
        const isLater = waits !== undefined && isSame(found, waits);
        if (isLater) waiting.set(file, waits);
        if (isLater && Date.now() < waits.until) continue;
        const next = await this.#isReady(file, found);
        if (next !== null) coming.set(file, next);
        // What stays locked is tried once in earnest, and the report then says why it was not taken in.
        if (next === null || next.refused === MOST_REFUSALS) ready.push({ ...found, path: file });
      }
      if (ready.length > 0) await this.#takeIn(folder, ready, { known, coming, waiting });
      this.#waiting.set(folder.id, waiting);
      this.#setProblem(folder.id, waitingWords(waiting));
    } catch (thrown) {
      this.#setProblem(folder.id, problemOf(thrown));
    }
  }

  async #filesIn(folder: string): Promise<string[]> {
    // The library may stand in a folder that is watched; its originals are no news.
    const own = this.#services.folder + path.sep;
    return (await filesInFolder(folder)).filter((file) => !file.startsWith(own));
  }

  /** null: it is as it was at the last look, and can be opened. */
  async #isReady(file: string, found: State): Promise<Coming | null> {
    const before = this.#coming.get(file);
    if (!isSame(found, before)) return { ...found, refused: 0 };
    return (await canBeOpened(file)) ? null : { ...found, refused: (before?.refused ?? 0) + 1 };
  }

  async #takeIn(
    { id, path: folder }: WatchedFolderRow,
    found: readonly Found[],
    { known, coming, waiting }: Seen,
  ): Promise<void> {
    const files = found.map((file) => {
      const before = known.get(file.path)?.sourceId ?? undefined;
      return { path: file.path, name: path.basename(file.path), ...(before === undefined ? {} : { before }) };
    });
    const batchId = this.#intake.begin(files, { folder: path.basename(folder), editionOf: null });
    const watch = { signal: this.#stopped.signal, progress: () => {} };
    const { batch, again } = await this.#intake.runKnowing(batchId, watch);
    for (const [at, file] of found.entries()) {
      const { bytes, modifiedAt } = file;
      const until = Date.now() + this.#times.retryMs;
      const reason = batch.rows[at]?.reason ?? '';
      if (again[at]) waiting.set(file.path, { bytes, modifiedAt, until, reason });
      else waiting.delete(file.path);
    }
    // What only waits is told at the folder, not in one report after another.
    const isNoNews = batch.rows.every(
      ({ status, reason }, at) => again[at] || (status === 'duplicate' && reason === null),
    );
    if (isNoNews) this.#intake.dismiss(batchId);
    await this.#remember(
      id,
      found.map((file, at) => (again[at] ? null : file)),
      batch,
      { known, coming },
    );
  }

  /**
   * What failed is not tried again until it is another, or until it can be opened where it was locked; what has changed
   * meanwhile is another already.
   * @param found null: it only waits, and is as new as before.
   */
  async #remember(
    folderId: string,
    found: readonly (Found | null)[],
    { rows }: Batch,
    { known, coming }: Omit<Seen, 'waiting'>,
  ): Promise<void> {
    const kept: WatchedFileRow[] = [];
    for (const [at, file] of found.entries()) {
      const row = rows[at];
      if (!row || file === null) continue;
      if (row.status !== 'failed') coming.delete(file.path);
      else if (coming.has(file.path) || !isSame(file, (await stateOf(file.path)) ?? undefined)) continue;
      kept.push({ ...file, sourceId: row.sourceId ?? known.get(file.path)?.sourceId ?? null });
    }
    this.#services.store().write(({ intake }) => {
      for (const row of kept) intake.putWatchedFile(folderId, row);
    });
  }

  #setProblem(folderId: string, problem: string | null): void {
    if ((this.#problems.get(folderId) ?? null) === problem) return;
    if (problem === null) this.#problems.delete(folderId);
    else this.#problems.set(folderId, problem);
    this.#services.evidenceNews.changed();
  }

  #folders(): WatchedFolderRow[] {
    return this.#services.store().read(({ intake }) => intake.folders());
  }

  #shown({ id, path: folder, addedAt }: WatchedFolderRow): WatchedFolder {
    return { id, name: path.basename(folder), addedAt, problem: this.#problems.get(id) ?? null };
  }
}

/** Why files wait, and which, in sentences; null: none does. */
function waitingWords(waiting: ReadonlyMap<string, Waiting>): string | null {
  const [first] = waiting;
  if (first === undefined) return null;
  const [file, { reason }] = first;
  const others = waiting.size === 1 ? '' : ` and ${waiting.size - 1} more`;
  return `${reason} Waiting, and tried again by themselves: “${path.basename(file)}”${others}.`;
}

function isSame(found: State, before: State | undefined): boolean {
  return before?.bytes === found.bytes && before.modifiedAt === found.modifiedAt;
}

/** null: it is gone again, or somebody has only just begun to write it. */
async function stateOf(file: string): Promise<State | null> {
  const found = await promises.stat(file).catch(() => null);
  if (!found?.isFile() || found.size === 0) return null;
  return { bytes: found.size, modifiedAt: found.mtimeMs };
}

async function canBeOpened(file: string): Promise<boolean> {
  const handle = await promises.open(file, 'r').catch(() => null);
  await handle?.close();
  return handle !== null;
}

function problemOf(thrown: unknown): string | null {
  const code = (thrown as NodeJS.ErrnoException | null)?.code ?? '';
  if (thrown instanceof DespatchError) {
    // Despatch is closing.
    if (thrown.code === 'call.cancelled') return null;
    const { why, next } = explain(toErrorData(thrown));
    return `${why} ${next}`;
  }
  return (
    lookProblems[code] ?? `The folder could not be looked at: the system says ${code || String(thrown)}.`
  );
}
