/**
 * Files become sources: copied and hashed, recognised if the library has their bytes, read by an extractor, and
 * entered with their words in one transaction. Batches are rows of the library, so that a crash, a cancel or the end
 * of the day costs no more than the file in hand.
 */

import { DespatchError, toErrorData } from '../../../shared/contract/errors.ts';
import type { Batch, IntakeRow } from '../../../shared/contract/evidence-source-calls.ts';
import { explain } from '../../../shared/contract/messages.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import type { BatchRow, IntakeFileBody, IntakeFileRow } from '../db/intake-repository.ts';
import type { Tables } from '../db/store.ts';
import type { Services } from '../handlers.ts';
import type { ExtractorPool } from '../import/extractor-pool.ts';
import { enter, type ReadyFile } from './enter.ts';
import type { ArrivedFile } from './originals.ts';

type Status = IntakeRow['status'];

/** A file that is to become a source. */
export interface IntakeFile {
  /** Absolute; empty for bytes that are kept as an original already. */
  readonly path: string;
  readonly name: string;
  readonly original?: string;
  /** The source that an earlier state of the same file became. */
  readonly before?: string;
}

export interface IntakeOrigin {
  /** Name of the watched folder. */
  readonly folder: string | null;
  readonly editionOf: string | null;
}

export interface IntakeWatch {
  readonly signal: AbortSignal;
  progress(done: number, label: string): void;
}

interface File {
  readonly place: number;
  readonly path: string;
  status: Status;
  body: IntakeFileBody;
}

/** Read, and waiting for others to be entered with. */
interface InHand {
  readonly file: File;
  readonly ready: ReadyFile;
  readonly arrived: ArrivedFile | null;
}

interface RunningBatch {
  readonly row: BatchRow;
  readonly files: File[];
}

/** Files that are copied while the extractors read others. */
const AHEAD = 2;
/** What is entered in one transaction: the disk is waited for once for all of them, and nobody waits long for them. */
const GROUP_FILES = 24;
const GROUP_CHARACTERS = 2_000_000;
/** Nor does a file wait longer than this for others, in ms. */
const GROUP_MS = 400;

const TIMEOUT_MS = 60_000;
const TIMEOUT_MS_A_MEGABYTE = 3000;
const LONGEST_TIMEOUT_MS = 15 * 60_000;

const undone: ReadonlySet<Status> = new Set(['waiting', 'working', 'cancelled']);

/** A file that failed for want of room, or because the library was locked, is not done with. */
function isLeft({ status, body }: Pick<File, 'status' | 'body'>): boolean {
  return undone.has(status) || (status === 'failed' && body.again);
}

export function newFileRow({ path, name, original, before }: IntakeFile): IntakeFileRow {
  return {
    path,
    status: 'waiting',
    body: {
      row: {
        file: name,
        sourceId: null,
        title: null,
        kind: null,
        pages: null,
        words: null,
        reason: null,
        offer: null,
      },
      name,
      original: original ?? null,
      before: before ?? null,
      again: false,
    },
  };
}

export class Intake {
  readonly #services: Services;
  readonly #pool: ExtractorPool;
  readonly #running = new Map<string, RunningBatch>();
  readonly #dismissed = new Set<string>();
  readonly #cancelled = new AbortController();
  #isClosed = false;

  constructor(services: Services, pool: ExtractorPool) {
    this.#services = services;
    this.#pool = pool;
  }

  /** Enters a batch that `run` will do. @returns its id. */
  begin(files: readonly IntakeFile[], { folder, editionOf }: IntakeOrigin): string {
    const { store, mint, now, evidenceNews } = this.#services;
    const row = { id: mint(), startedAt: now().toISOString(), finishedAt: null, folder, editionOf };
    store().write(({ intake }) => intake.insertBatch(row, files.map(newFileRow)));
    evidenceNews.changed();
    return row.id;
  }

  /** Newest first; of those that run, as far as they are. */
  batches(): Batch[] {
    return this.#services.store().read((tables) =>
      tables.intake
        .batches()
        .filter(({ id }) => !this.#dismissed.has(id))
        .map((row) => {
          const running = this.#running.get(row.id);
          return running ? toBatch(running, true) : toBatch({ row, files: filesOf(tables, row.id) }, false);
        }),
    );
  }

  /** One that runs is forgotten once it has ended. */
  dismiss(batchId: string): void {
    if (this.#running.has(batchId)) this.#dismissed.add(batchId);
    else this.#services.store().write(({ intake }) => intake.deleteBatch(batchId));
    this.#services.evidenceNews.changed();
  }

  /**
   * Does what is left of a batch; of one that is finished, what failed.
   * @throws DespatchError `call.invalid`; `call.cancelled` with `batchId`; `library.*` where nothing can be done at all
   */
  async run(batchId: string, watch: IntakeWatch): Promise<Batch> {
    const batch = this.#load(batchId);
    this.#running.set(batchId, batch);
    const stop = new AbortController();
    const abort = () => stop.abort();
    for (const signal of [watch.signal, this.#cancelled.signal]) {
      if (signal.aborted) abort();
      signal.addEventListener('abort', abort, { once: true });
    }
    try {
      const work = new BatchWork(this.#services, this.#pool, batch, {
        ...watch,
        signal: stop.signal,
        isClosed: () => this.#isClosed,
      });
      await work.all();
      return this.#end(batch, stop.signal.aborted);
    } finally {
      watch.signal.removeEventListener('abort', abort);
      this.#cancelled.signal.removeEventListener('abort', abort);
      this.#running.delete(batchId);
      this.#forgetDismissed(batchId);
    }
  }

  /** Removes originals that nothing speaks of. @returns how many. */
  sweep(): Promise<number> {
    const { store, originals, now } = this.#services;
    const known = store().read(({ sources, intake, meetings }) => [
      ...sources.editionIds(),
      ...intake.heldOriginals(),
      ...meetings.fileHashes(),
    ]);
    return originals.sweep(new Set(known), now());
  }

  /** Cancels what runs and what would yet; it can be resumed. */
  cancel(): void {
    this.#cancelled.abort();
  }

  /** From here on nothing is read or written. */
  stop(): void {
    this.#isClosed = true;
    this.cancel();
    this.#pool.stop();
  }

  #load(batchId: string): RunningBatch {
    if (this.#running.has(batchId))
      throw new DespatchError('call.invalid', { reason: 'the batch is running' });
    return this.#services.store().read((tables) => {
      const row = tables.intake.batch(batchId);
      if (!row) throw new DespatchError('call.invalid', { reason: 'there is no such batch' });
      return { row: { ...row, finishedAt: null }, files: filesOf(tables, batchId) };
    });
  }

  #end(batch: RunningBatch, cancelled: boolean): Batch {
    const { store, now, evidenceNews } = this.#services;
    const left = batch.files.filter(({ status }) => undone.has(status));
    for (const file of left) file.status = 'cancelled';
    const finishedAt = batch.files.some(isLeft) ? null : now().toISOString();
    const ended = { row: { ...batch.row, finishedAt }, files: batch.files };
    if (!this.#isClosed) {
      trying(() =>
        store().write(({ intake }) => {
          intake.setFinished(batch.row.id, finishedAt);
          for (const { place, status, body } of left) intake.setFile(batch.row.id, place, { status, body });
        }),
      );
      evidenceNews.changed();
    }
    if (cancelled) throw new DespatchError('call.cancelled', { batchId: batch.row.id });
    return toBatch(ended, false);
  }

  #forgetDismissed(batchId: string): void {
    if (!this.#dismissed.delete(batchId) || this.#isClosed) return;
    trying(() => this.#services.store().write(({ intake }) => intake.deleteBatch(batchId)));
  }
}

function filesOf({ intake }: Tables, batchId: string): File[] {
  return intake.files(batchId).map((file, place) => ({ ...file, place }));
}

function toBatch({ row, files }: RunningBatch, running: boolean): Batch {
  const { id, startedAt, finishedAt, folder } = row;
  const rows = files.map(({ status, body }): IntakeRow => ({ ...body.row, status }));
  return { id, startedAt, finishedAt, folder, running, rows };
}

/** What is only for the report may be lost with a full disk; that must not hide what was done. */
function trying(write: () => unknown): void {
  try {
    write();
  } catch (thrown) {
    if (!(thrown instanceof DespatchError && thrown.code.startsWith('library.'))) throw thrown;
  }
}

interface WorkWatch extends IntakeWatch {
  /** Whether the library may no longer be read or written. */
  isClosed(): boolean;
}

/** One batch on its way. */
class BatchWork {
  readonly #services: Services;
  readonly #pool: ExtractorPool;
  readonly #batch: RunningBatch;
  readonly #watch: WorkWatch;
  readonly #todo: File[];
  readonly #total: number;
  #group: InHand[] = [];
  #flushing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #done = 0;

  constructor(services: Services, pool: ExtractorPool, batch: RunningBatch, watch: WorkWatch) {
    this.#services = services;
    this.#pool = pool;
    this.#batch = batch;
    this.#watch = watch;
    const left = batch.files.filter(isLeft);
    this.#todo = left.length > 0 ? left : batch.files.filter(({ status }) => status === 'failed');
    this.#total = this.#todo.length;
    for (const file of this.#todo) file.status = 'waiting';
  }

  async all(): Promise<void> {
    // Editions of one source come in the order they were named.
    const lanes = this.#batch.row.editionOf === null ? this.#pool.size + AHEAD : 1;
    const lane = async () => {
      for (let file = this.#todo.shift(); file; file = this.#todo.shift()) {
        if (this.#watch.signal.aborted) return;
        await this.#take(file);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    await this.#flush();
  }

  async #take(file: File): Promise<void> {
    file.status = 'working';
    this.#watch.progress(this.#done / this.#total, file.body.name);
    let arrived: ArrivedFile | null = null;
    try {
      const { original } = file.body;
      if (original === null) arrived = await this.#services.originals.takeIn(file.path, this.#watch.signal);
      const ready = await this.#read(file, arrived);
      this.#group.push({ file, ready, arrived });
      await this.#flushIfFull();
    } catch (thrown) {
      if (arrived) await this.#services.originals.forget(arrived);
      if (thrown instanceof DespatchError && thrown.code === 'call.cancelled') file.status = 'waiting';
      else this.#fail(file, thrown);
    }
  }

  async #read({ body }: File, arrived: ArrivedFile | null): Promise<ReadyFile> {
    const { originals, store } = this.#services;
    const { name, before } = body;
    const edition = arrived?.hash ?? body.original ?? '';
    const bytes = arrived?.bytes ?? (await originals.sizeOf(edition));
    if (bytes === null) throw new DespatchError('evidence.originalMissing', { file: name });
    // A document from elsewhere may have brought an edition along without its file, and with few of its words.
    const isKnown =
      store().read(({ sources }) => sources.ofEdition(edition)) !== undefined &&
      (await originals.sizeOf(edition)) !== null;
    const extraction = isKnown
      ? null
      : await this.#extract(arrived?.file ?? originals.pathOf(edition), name, bytes);
    return { edition, fileName: name, bytes, extraction, before };
  }

  #extract(file: string, name: string, bytes: number): Promise<Extraction> {
    const forItsSize = TIMEOUT_MS + (bytes / 1_000_000) * TIMEOUT_MS_A_MEGABYTE;
    const timeoutMs = Math.round(Math.min(forItsSize, LONGEST_TIMEOUT_MS));
    return this.#pool.extract({ file, name, timeoutMs, signal: this.#watch.signal });
  }

  async #flushIfFull(): Promise<void> {
    const characters = this.#group.reduce((sum, { ready }) => sum + charactersOf(ready), 0);
    if (this.#group.length >= GROUP_FILES || characters >= GROUP_CHARACTERS) return this.#flush();
    // What goes wrong then is met again at the end of the batch.
    this.#timer ??= setTimeout(() => void this.#flush().catch(() => undefined), GROUP_MS);
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flushing = this.#flushing.then(async () => {
      const group = this.#group;
      this.#group = [];
      if (group.length > 0) await this.#enter(group);
    });
    return this.#flushing;
  }

  /** All in one transaction; where that fails, one by one, so that each has its own reason. */
  async #enter(group: InHand[]): Promise<void> {
    if (this.#watch.isClosed()) return this.#leave(group);
    try {
      await this.#enterTogether(group);
    } catch (thrown) {
      if (this.#watch.isClosed()) return this.#leave(group);
      const [only, ...others] = group;
      if (only && others.length === 0) {
        if (only.arrived) await this.#services.originals.forget(only.arrived);
        this.#fail(only.file, thrown);
        return;
      }
      for (const one of group) await this.#enter([one]);
    }
  }

  async #enterTogether(group: readonly InHand[]): Promise<void> {
    const { originals, store, mint, now, evidenceNews } = this.#services;
    await originals.keep(group.flatMap(({ arrived }) => (arrived === null ? [] : [arrived])));
    const { id, editionOf, folder } = this.#batch.row;
    const options = { editionOf, chosen: folder === null, mint, time: now().toISOString() };
    const entered = store().write((tables) =>
      group.map(({ file, ready }) => {
        const { status, ...about } = enter(tables, ready, options);
        const body = { ...file.body, row: { file: file.body.row.file, ...about } };
        tables.intake.setFile(id, file.place, { status, body });
        return { file, status, body };
      }),
    );
    for (const { file, status, body } of entered) {
      Object.assign(file, { status, body });
      this.#finished(file);
    }
    evidenceNews.changed();
  }

  /** They are found waiting when somebody resumes the batch. */
  async #leave(group: readonly InHand[]): Promise<void> {
    for (const { arrived } of group) if (arrived) await this.#services.originals.forget(arrived);
  }

  #fail(file: File, thrown: unknown): void {
    if (this.#watch.isClosed()) return;
    const error = toErrorData(thrown);
    const { why, next } = explain(error);
    file.status = 'failed';
    const row = { ...file.body.row, reason: `${why} ${next}` };
    file.body = { ...file.body, row, again: error.code.startsWith('library.') };
    const { status, body, place } = file;
    const { store, evidenceNews } = this.#services;
    trying(() => store().write(({ intake }) => intake.setFile(this.#batch.row.id, place, { status, body })));
    this.#finished(file);
    evidenceNews.changed();
  }

  #finished({ body }: File): void {
    this.#done += 1;
    this.#watch.progress(this.#done / this.#total, body.name);
  }
}

function charactersOf({ extraction }: ReadyFile): number {
  return extraction?.pages.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
}
