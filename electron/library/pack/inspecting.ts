/** Having supplied PDFs looked at by the process that takes them apart, one after the other. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Inspection } from '../../../shared/pack/inspection.ts';
import { INSPECT_TIMEOUT_MS } from '../../assembler/inspect/limits.ts';
import { type RunningAssembler, type StartAssembler, startAssembler } from './assembler-companion.ts';

/** Bytes held after a file from which on the next gets a new process: PDFium's memory grows and never shrinks. */
const MEMORY_BOUND = 700_000_000;

/** A file that hangs it, or is more than it can hold, ends the process and fails by itself; the next gets a new one. */
export class Inspector {
  readonly #start: StartAssembler;
  readonly #timeoutMs: number;
  #running: RunningAssembler | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(start: StartAssembler, timeoutMs: number = INSPECT_TIMEOUT_MS) {
    this.#start = start;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * One file at a time, in the order in which they are asked for.
   * @param name as in messages.
   * @throws DespatchError `input.*` with `file` and `reason`; `call.cancelled` when the signal was given.
   */
  inspect(file: string, name: string, signal: AbortSignal): Promise<Inspection> {
    const inspected = this.#last.then(() => this.#ask(file, name, signal));
    this.#last = inspected.catch(() => undefined);
    return inspected;
  }

  /** Ends the process: what is under way fails, and whoever asks again gets a new one. */
  async close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    running?.kill();
    await running?.gone;
  }

  async #ask(file: string, name: string, signal: AbortSignal): Promise<Inspection> {
    if (signal.aborted) throw new DespatchError('call.cancelled');
    const running = await this.#fresh();
    const cancel = () => running.kill();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await running.ask({ type: 'inspect', file, name });
    } catch (thrown) {
      if (signal.aborted) throw new DespatchError('call.cancelled');
      if (thrown instanceof DespatchError && thrown.code === 'pack.stopped') {
        const reason = `reading it did not end well: ${thrown.details['reason']}`;
        throw new DespatchError('input.damaged', { file: name, reason }, { cause: thrown });
      }
      throw thrown;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  async #fresh(): Promise<RunningAssembler> {
    if (this.#running && !this.#running.ended && this.#running.memory < MEMORY_BOUND) return this.#running;
    await this.close();
    this.#running = startAssembler(this.#start, this.#timeoutMs);
    return this.#running;
  }
}
