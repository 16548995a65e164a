/** One companion process: orders out, answers in, each by its number. */
import type * as z from 'zod';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { answerSchema, type CompanionOrder } from '../../companion/answer.ts';
import type { CompanionProcess, StartCompanion } from './companion-process.ts';

export interface CompanionKind<Order extends CompanionOrder, Outputs> {
  /** As in "The typesetter's answer". */
  readonly name: string;
  readonly start: StartCompanion<Order>;
  readonly outputs: Outputs;
  /** What stops taking longer than this for one order never ends. */
  readonly timeoutMs: number;
  /** What is said where it ended, and why. */
  stopped(reason: string): DespatchError;
}

interface Waiting {
  readonly type: string;
  progress(done: number, of: number): void;
  resolve(output: unknown): void;
  reject(error: Error): void;
}

export class RunningCompanion<
  Order extends CompanionOrder,
  Outputs extends Readonly<Record<Order['type'], z.ZodType>>,
> {
  readonly #kind: CompanionKind<Order, Outputs>;
  readonly #process: CompanionProcess<Order>;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #ended = false;
  #memory = 0;
  /** Comes true when nothing of the process is left that could still write. */
  readonly gone: Promise<void>;

  /** @throws DespatchError as `start` does where none can be started. */
  constructor(kind: CompanionKind<Order, Outputs>) {
    this.#kind = kind;
    this.#process = kind.start();
    this.#process.onMessage((message) => this.#receive(message));
    this.gone = new Promise((resolve) => {
      this.#process.onExit(() => {
        resolve();
        this.#end('it ended by itself or ran out of memory');
      });
    });
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Bytes it held when it last answered. */
  get memory(): number {
    return this.#memory;
  }

  /**
   * @param progress is told how far the order is, where the companion says so.
   * @throws DespatchError what went wrong with this order; `stopped` when the process ended.
   */
  ask<Name extends Order['type']>(
    order: Omit<Extract<Order, { type: Name }>, 'id'> & { readonly type: Name },
    progress: Waiting['progress'] = () => {},
  ): Promise<z.infer<Outputs[Name]>> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#kind.stopped('it has ended'));
        return;
      }
      this.#lastId += 1;
      const id = this.#lastId;
      this.#waiting.set(id, {
        type: order.type,
        progress,
        resolve: (output) => resolve(output as z.infer<Outputs[Name]>),
        reject,
      });
      this.#timer ??= this.#watch();
      this.#process.send({ ...order, id } as unknown as Order);
    });
  }

  kill(): void {
    this.#end('it is no longer needed');
  }

  #receive(message: unknown): void {
    const answer = answerSchema.safeParse(message);
    if (!answer.success) {
      this.#end('its answer was not understood');
      return;
    }
    const { data } = answer;
    const waiting = this.#waiting.get(data.id);
    if (!waiting) return;
    if (data.type === 'progress') {
      if (this.#timer) clearTimeout(this.#timer);
      this.#timer = this.#watch();
      waiting.progress(data.done, data.of);
      return;
    }
    this.#memory = data.memory;
    this.#waiting.delete(data.id);
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = this.#waiting.size === 0 ? null : this.#watch();
    if (data.type === 'error') {
      waiting.reject(new DespatchError(data.error.code, data.error.details));
      return;
    }
    const { name, outputs } = this.#kind;
    const output = outputs[waiting.type as Order['type']].safeParse(data.output);
    if (output.success) waiting.resolve(output.data);
    else waiting.reject(new TypeError(`The ${name}'s answer to ${waiting.type} has the wrong shape.`));
  }

  /** Starts anew with each answer: one order, not all that wait, may take this long. */
  #watch(): ReturnType<typeof setTimeout> {
    const { timeoutMs } = this.#kind;
    const seconds = Math.round(timeoutMs / 1000);
    return setTimeout(() => this.#end(`it took longer than ${seconds} seconds`), timeoutMs);
  }

  #end(reason: string): void {
    if (this.#ended) return;
    this.#ended = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#process.kill();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(this.#kind.stopped(reason));
  }
}
