/**
 * The work of one batch: each file is copied and hashed, recognised or read, and entered with others in one
 * transaction. A file that fails is a row with its reason, and the rest goes on.
 */
import { DespatchError, toErrorData } from '../../../shared/contract/errors.ts';
import { explainSource } from '../../../shared/contract/evidence-messages.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import type { Services } from '../handlers.ts';
import type { ExtractorPool } from '../import/extractor-pool.ts';
import { type BatchFile, type IntakeWatch, isLeft, type RunningBatch, trying } from './batch.ts';
import { enter, type ReadyFile } from './enter.ts';
import type { ArrivedFile } from './originals.ts';
import { isSpokenOf } from './spoken-of.ts';

/** Read, and waiting for others to be entered with. */
interface InHand {
  readonly file: BatchFile;
  readonly ready: ReadyFile;
  readonly arrived: ArrivedFile | null;
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

interface WorkWatch extends IntakeWatch {
  /** Whether the library may no longer be read or written. */
  isClosed(): boolean;
}

export class BatchWork {
  readonly #services: Services;
  readonly #pool: ExtractorPool;
  readonly #batch: RunningBatch;
  readonly #watch: WorkWatch;
  readonly #todo: BatchFile[];
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

  async #take(file: BatchFile): Promise<void> {
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

  async #read({ body }: BatchFile, arrived: ArrivedFile | null): Promise<ReadyFile> {
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
        const { originals, store } = this.#services;
        if (only.arrived) await originals.forget(only.arrived, (hash) => isSpokenOf(store(), hash));
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

  #fail(file: BatchFile, thrown: unknown): void {
    if (this.#watch.isClosed()) return;
    const error = toErrorData(thrown);
    file.status = 'failed';
    const row = { ...file.body.row, reason: explainSource(error, file.body.name) };
    file.body = { ...file.body, row, again: error.code.startsWith('library.') };
    const { status, body, place } = file;
    const { store, evidenceNews } = this.#services;
    trying(() => store().write(({ intake }) => intake.setFile(this.#batch.row.id, place, { status, body })));
    this.#finished(file);
    evidenceNews.changed();
  }

  #finished({ body }: BatchFile): void {
    this.#done += 1;
    this.#watch.progress(this.#done / this.#total, body.name);
  }
}

function charactersOf({ extraction }: ReadyFile): number {
  return extraction?.pages.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
}
