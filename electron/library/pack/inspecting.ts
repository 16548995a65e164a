/** Having supplied PDFs looked at: by one process for all of them, and by another when a file has killed it. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Inspection } from '../../../shared/pack/inspection.ts';
import { type RunningAssembler, type StartAssembler, startAssembler } from './assembler-companion.ts';

/** Between the order and its answer. */
const TIMEOUT_MS = 3 * 60_000;

export class Inspector {
  readonly #start: StartAssembler;
  #running: RunningAssembler | null = null;

  constructor(start: StartAssembler) {
    this.#start = start;
  }

  /**
   * One file after the other.
   * @param name as in messages.
   * @throws DespatchError `input.*`; `input.damaged` for one that ends the process; `call.cancelled`
   */
  async inspect(file: string, name: string, signal: AbortSignal): Promise<Inspection> {
    if (signal.aborted) throw new DespatchError('call.cancelled');
    this.#running ??= startAssembler(this.#start, TIMEOUT_MS);
    const running = this.#running;
    const cancel = () => running.kill();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await running.ask({ type: 'inspect', file, name });
    } catch (thrown) {
      if (signal.aborted) throw new DespatchError('call.cancelled');
      if (running.ended) this.#running = null;
      if (thrown instanceof DespatchError && thrown.code === 'pack.stopped') {
        const reason = `reading it did not end well: ${thrown.details['reason']}`;
        throw new DespatchError('input.damaged', { file: name, reason }, { cause: thrown });
      }
      throw thrown;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  /** Comes true when its process is gone. */
  async close(): Promise<void> {
    this.#running?.kill();
    await this.#running?.gone;
  }
}
