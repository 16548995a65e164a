/**
 * The reader process as the library uses it: one page at a time, so that a page that kills it takes no other with it;
 * started with the first page, ended when nobody has asked for one for a while.
 */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Picture } from '../../../shared/contract/preview-calls.ts';
import { READER_MEMORY_BOUND, READER_TIMEOUT_MS } from '../../reader/limits.ts';
import { outputSchemas, type ReaderOrder } from '../../reader/messages.ts';
import type { StartCompanion } from '../companions/companion-process.ts';
import { RunningCompanion } from '../companions/running-companion.ts';

export type StartReader = StartCompanion<ReaderOrder>;

export interface ReadingLimits {
  readonly memoryBound?: number;
  readonly timeoutMs?: number;
  /** How long a process stays that nobody asks for anything. */
  readonly idleMs?: number;
}

/** Reading a page takes its time; the next one should not have to wait for a new process. */
const IDLE_MS = 180_000;
/** After the last reader was closed: who goes through sources looks at each for a while and then opens the next. */
const CLOSED_MS = 60_000;

/** As much of a signal as is needed: whether nobody waits any more. */
interface Cancelled {
  readonly aborted: boolean;
}

type Running = RunningCompanion<ReaderOrder, typeof outputSchemas>;

/** A PDF of the library. */
export interface Original {
  readonly file: string;
  readonly edition: string;
}

export class ReadingProcess {
  readonly #start: StartReader;
  readonly #limits: ReadingLimits;
  #running: Running | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #ending: ReturnType<typeof setTimeout> | null = null;
  readonly #shown = new Map<string, number>();

  constructor(start: StartReader, limits: ReadingLimits = {}) {
    this.#start = start;
    this.#limits = limits;
  }

  /** Width and height of each page in points. @throws DespatchError as all of these: `evidence.*`, `call.cancelled` */
  sizes(original: Original, signal: Cancelled): Promise<Float32Array<ArrayBuffer>> {
    return this.#inTurn(signal, (running) => running.ask({ type: 'sizes', ...original }));
  }

  /** @param page counts from 0. */
  picture(original: Original, page: number, width: number, signal: Cancelled): Promise<Picture> {
    return this.#inTurn(signal, (running) => running.ask({ type: 'picture', ...original, page, width }));
  }

  /** @param page counts from 0. @param text its words as the library has them. */
  boxes(
    original: Original,
    page: number,
    text: string,
    signal: Cancelled,
  ): Promise<Float32Array<ArrayBuffer>> {
    return this.#inTurn(signal, (running) => running.ask({ type: 'boxes', ...original, page, text }));
  }

  /** Somebody has it before him. */
  opened(edition: string): void {
    this.#shown.set(edition, (this.#shown.get(edition) ?? 0) + 1);
  }

  closed(edition: string): void {
    const left = (this.#shown.get(edition) ?? 0) - 1;
    if (left > 0) this.#shown.set(edition, left);
    else this.#shown.delete(edition);
    this.#endAfter();
  }

  /** Ends it at once; the next page starts another one. */
  stop(): void {
    if (this.#ending) clearTimeout(this.#ending);
    this.#ending = null;
    this.#running?.kill();
    this.#running = null;
  }

  async #inTurn<Output>(signal: Cancelled, order: (running: Running) => Promise<Output>): Promise<Output> {
    const turn = this.#last.then(async () => {
      // Scrolled past before its turn came.
      if (signal.aborted) throw new DespatchError('call.cancelled');
      const running = this.#ready();
      try {
        return await order(running);
      } finally {
        if (running.memory > (this.#limits.memoryBound ?? READER_MEMORY_BOUND)) running.kill();
        this.#endAfter();
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #ready(): Running {
    if (this.#ending) clearTimeout(this.#ending);
    this.#ending = null;
    if (!this.#running || this.#running.ended) {
      this.#running = new RunningCompanion({
        name: 'reader',
        start: this.#start,
        outputs: outputSchemas,
        timeoutMs: this.#limits.timeoutMs ?? READER_TIMEOUT_MS,
        stopped: (reason) => new DespatchError('evidence.pageStopped', { reason }),
      });
    }
    return this.#running;
  }

  /** A window that ended without a word has not closed what it showed: then the longer time counts. */
  #endAfter(): void {
    if (this.#ending) clearTimeout(this.#ending);
    const idleMs = this.#limits.idleMs ?? IDLE_MS;
    const wait = this.#shown.size === 0 ? Math.min(CLOSED_MS, idleMs) : idleMs;
    this.#ending = setTimeout(() => this.stop(), wait);
    // A command that is done must not wait for this.
    this.#ending.unref();
  }
}

/** Where nobody looks at pages. */
export const noReader: StartReader = () => {
  throw new DespatchError('evidence.pageStopped', { reason: 'there is no reader here' });
};
