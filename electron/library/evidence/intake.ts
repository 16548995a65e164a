/**
 * Files become sources, batch by batch. Batches are rows of the library, so that a crash, a cancel or the end of the
 * day costs no more than the file in hand.
 */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Batch, IntakeRow } from '../../../shared/contract/evidence-source-calls.ts';
import { explain } from '../../../shared/contract/messages.ts';
import type { IntakeFileRow } from '../db/intake-repository.ts';
import type { Tables } from '../db/store.ts';
import type { Services } from '../handlers.ts';
import type { ExtractorPool } from '../import/extractor-pool.ts';
import { type BatchFile, type IntakeWatch, isLeft, type RunningBatch, trying, undone } from './batch.ts';
import { BatchWork } from './batch-work.ts';
import { spokenOf } from './spoken-of.ts';

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

function newRow(file: string): Omit<IntakeRow, 'status'> {
  return {
    file,
    sourceId: null,
    title: null,
    kind: null,
    pages: null,
    words: null,
    reason: null,
    offer: null,
  };
}

export function newFileRow({ path, name, original, before }: IntakeFile): IntakeFileRow {
  return {
    path,
    status: 'waiting',
    body: {
      row: newRow(name),
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
  readonly #refusals: Batch[] = [];
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

  /**
   * Files that cannot be taken in, because the library may not be changed: a report that lasts as long as it is open.
   * null: they can.
   */
  refused(names: readonly string[]): Batch | null {
    const { store, mint, now, evidenceNews } = this.#services;
    const { readOnly } = store();
    if (!readOnly) return null;
    const { why, next } = explain(readOnly);
    const reason = `The library can be read but not changed. ${why} ${next}`;
    const time = now().toISOString();
    const rows = names.map((name): IntakeRow => ({ ...newRow(name), status: 'failed', reason }));
    const batch = { id: mint(), startedAt: time, finishedAt: time, folder: null, running: false, rows };
    this.#refusals.unshift(batch);
    evidenceNews.changed();
    return batch;
  }

  /** Newest first; of those that run, as far as they are. */
  batches(): Batch[] {
    const kept = this.#services.store().read((tables) =>
      tables.intake
        .batches()
        .filter(({ id }) => !this.#dismissed.has(id))
        .map((row) => {
          const running = this.#running.get(row.id);
          return running ? toBatch(running, true) : toBatch({ row, files: filesOf(tables, row.id) }, false);
        }),
    );
    return [...this.#refusals, ...kept];
  }

  /** One that runs is forgotten once it has ended. */
  dismiss(batchId: string): void {
    const refusal = this.#refusals.findIndex(({ id }) => id === batchId);
    if (refusal !== -1) this.#refusals.splice(refusal, 1);
    else if (this.#running.has(batchId)) this.#dismissed.add(batchId);
    else this.#services.store().write(({ intake }) => intake.deleteBatch(batchId));
    this.#services.evidenceNews.changed();
  }

  /**
   * Does what is left of a batch; of one that is finished, what failed.
   * @throws DespatchError `call.invalid`; `call.cancelled` with `batchId`; `library.*` where nothing can be done at all
   */
  async run(batchId: string, watch: IntakeWatch): Promise<Batch> {
    const refusal = this.#refusals.find(({ id }) => id === batchId);
    return refusal ?? toBatch(await this.#do(batchId, watch), false);
  }

  /**
   * As `run`.
   * @returns also whether each of its files failed for a reason that had nothing to do with it, by its place.
   */
  async runKnowing(
    batchId: string,
    watch: IntakeWatch,
  ): Promise<{ readonly batch: Batch; readonly again: readonly boolean[] }> {
    const ended = await this.#do(batchId, watch);
    const again = ended.files.map(({ status, body }) => status === 'failed' && body.again);
    return { batch: toBatch(ended, false), again };
  }

  async #do(batchId: string, watch: IntakeWatch): Promise<RunningBatch> {
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
    return originals.sweep(store().read(spokenOf), now());
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

  #end(batch: RunningBatch, cancelled: boolean): RunningBatch {
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
    return ended;
  }

  #forgetDismissed(batchId: string): void {
    if (!this.#dismissed.delete(batchId) || this.#isClosed) return;
    trying(() => this.#services.store().write(({ intake }) => intake.deleteBatch(batchId)));
  }
}

function filesOf({ intake }: Tables, batchId: string): BatchFile[] {
  return intake.files(batchId).map((file, place) => ({ ...file, place }));
}

function toBatch({ row, files }: RunningBatch, running: boolean): Batch {
  const { id, startedAt, finishedAt, folder } = row;
  const rows = files.map(({ status, body }): IntakeRow => ({ ...body.row, status }));
  return { id, startedAt, finishedAt, folder, running, rows };
}
