/**
 * Reading many files of evidence with a few processes that go on from one file to the next. A file that hangs, swells
 * or crashes its process costs itself alone: the process is replaced, the file is not tried again.
 */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import { evidenceAnswerSchema } from '../../extractor/messages.ts';
import type { ExtractorProcess, StartExtractor } from './extract.ts';

/** Of JavaScript's own memory; a page of words takes some kilobytes. */
const MEMORY_MB = 1024;
/** What a reader keeps and never gives back goes with its process. */
const FILES_A_PROCESS = 400;
/** The readers of PDF and Office files take half a second to load and some hundred megabytes: kept for a while only. */
const IDLE_MS = 20_000;

export interface ExtractionJob {
  readonly file: string;
  /** What the file is called, and in what it is named; its ending says what it may be. */
  readonly name: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

interface Waiting {
  readonly job: ExtractionJob;
  resolve(extraction: Extraction): void;
  reject(error: DespatchError): void;
}

interface Running extends Waiting {
  readonly number: number;
  readonly timer: NodeJS.Timeout;
}

interface Worker {
  readonly process: ExtractorProcess;
  running: Running | null;
  files: number;
}

export class ExtractorPool {
  readonly #start: StartExtractor;
  readonly #size: number;
  readonly #workers = new Set<Worker>();
  #waiting: Waiting[] = [];
  #jobs = 0;
  #idle: NodeJS.Timeout | undefined;

  /** @param size how many processes at most. */
  constructor(start: StartExtractor, size: number) {
    this.#start = start;
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  /**
   * The words of a file, in its turn.
   * @throws DespatchError `input.*` of the reader, `input.timeout`, `input.extractorDied`, `call.cancelled`
   */
  extract(job: ExtractionJob): Promise<Extraction> {
    return new Promise((resolve, reject) => {
      const cancel = () => this.#cancel(waiting);
      const settled = () => job.signal.removeEventListener('abort', cancel);
      const waiting: Waiting = {
        job,
        resolve: (extraction) => {
          settled();
          resolve(extraction);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      };
      if (job.signal.aborted) return waiting.reject(new DespatchError('call.cancelled', { file: job.name }));
      job.signal.addEventListener('abort', cancel, { once: true });
      this.#waiting.push(waiting);
      this.#next();
    });
  }

  /** Ends all processes; what they were reading fails as cancelled. */
  stop(): void {
    for (const waiting of this.#waiting.splice(0)) {
      waiting.reject(new DespatchError('call.cancelled', { file: waiting.job.name }));
    }
    for (const worker of [...this.#workers]) {
      this.#end(worker, () => new DespatchError('call.cancelled'));
    }
    clearTimeout(this.#idle);
  }

  #next(): void {
    clearTimeout(this.#idle);
    while (this.#waiting.length > 0) {
      const worker = this.#freeWorker();
      if (worker === null) return;
      const waiting = this.#waiting.shift();
      if (waiting) this.#give(worker, waiting);
    }
    if ([...this.#workers].some(({ running }) => running !== null)) return;
    if (this.#workers.size === 0) return;
    // Holds a process that forgets to stop: in Electron's own processes a timer that does not never comes.
    this.#idle = setTimeout(() => this.stop(), IDLE_MS);
  }

  #freeWorker(): Worker | null {
    for (const worker of this.#workers) if (worker.running === null) return worker;
    if (this.#workers.size >= this.#size) return null;
    try {
      return this.#startWorker();
    } catch (fault) {
      const reason = `no process could be started to read it (${String(fault)})`;
      const waiting = this.#waiting.shift();
      waiting?.reject(
        new DespatchError('input.extractorDied', { file: waiting.job.name, reason }, { cause: fault }),
      );
      return this.#waiting.length > 0 ? this.#freeWorker() : null;
    }
  }

  #startWorker(): Worker {
    const worker: Worker = { process: this.#start({ memoryMb: MEMORY_MB }), running: null, files: 0 };
    this.#workers.add(worker);
    worker.process.onMessage((message) => this.#receive(worker, message));
    worker.process.onExit((code) => {
      const reason = code === null ? 'it crashed or used too much memory' : `it ended with code ${code}`;
      this.#end(worker, ({ name }) => new DespatchError('input.extractorDied', { file: name, reason }));
    });
    return worker;
  }

  #give(worker: Worker, waiting: Waiting): void {
    this.#jobs += 1;
    const { file, name, timeoutMs } = waiting.job;
    const timer = setTimeout(() => {
      const reason = `reading it took longer than ${Math.round(timeoutMs / 1000)} seconds`;
      this.#end(worker, () => new DespatchError('input.timeout', { file: name, reason, limit: timeoutMs }));
    }, timeoutMs);
    worker.running = { ...waiting, number: this.#jobs, timer };
    worker.files += 1;
    worker.process.send({ type: 'evidence', job: this.#jobs, file, name });
  }

  #receive(worker: Worker, message: unknown): void {
    const { running } = worker;
    if (running === null) return;
    const answer = evidenceAnswerSchema.safeParse(message);
    if (!answer.success || answer.data.job !== running.number) {
      const reason = 'its answer was not understood';
      this.#end(worker, ({ name }) => new DespatchError('input.extractorDied', { file: name, reason }));
      return;
    }
    clearTimeout(running.timer);
    worker.running = null;
    if (answer.data.type === 'extraction') running.resolve(answer.data.extraction);
    else running.reject(new DespatchError(answer.data.error.code, answer.data.error.details));
    if (worker.files >= FILES_A_PROCESS) this.#end(worker, () => new DespatchError('call.cancelled'));
    else this.#next();
  }

  /** Without a process there is room for another. @param why its file, if it had one, failed. */
  #end(worker: Worker, why: (job: ExtractionJob) => DespatchError): void {
    if (!this.#workers.delete(worker)) return;
    const { running } = worker;
    worker.running = null;
    worker.process.kill();
    if (running) {
      clearTimeout(running.timer);
      running.reject(why(running.job));
    }
    this.#next();
  }

  #cancel(waiting: Waiting): void {
    const cancelled = () => new DespatchError('call.cancelled', { file: waiting.job.name });
    const reading = [...this.#workers].find(({ running }) => running?.job === waiting.job);
    if (reading) this.#end(reading, cancelled);
    else {
      this.#waiting = this.#waiting.filter((other) => other !== waiting);
      waiting.reject(cancelled());
    }
  }
}
