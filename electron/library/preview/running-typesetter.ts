/** One typesetter process: orders out, answers in, each by its number. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import {
  answerSchema,
  type OutputOf,
  outputSchemas,
  type TypesetterOrder,
} from '../../typesetter/messages.ts';
import type { StartTypesetter, TypesetterProcess } from './typesetter-process.ts';

/** Far longer than 1,000 pages take; what takes longer never ends. */
const TIMEOUT_MS = 60_000;

type Type = TypesetterOrder['type'];
type OrderOf<Name extends Type> = Omit<Extract<TypesetterOrder, { type: Name }>, 'id'>;

interface Waiting {
  readonly type: Type;
  resolve(output: unknown): void;
  reject(error: Error): void;
}

export class RunningTypesetter {
  readonly #process: TypesetterProcess;
  readonly #timeoutMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #ended = false;
  #memory = 0;

  /** @throws DespatchError `preview.stopped` where none can be started. */
  constructor(start: StartTypesetter, timeoutMs = TIMEOUT_MS) {
    this.#timeoutMs = timeoutMs;
    this.#process = start();
    this.#process.onMessage((message) => this.#receive(message));
    this.#process.onExit(() => this.#end('it ended by itself or ran out of memory'));
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Bytes it held when it last answered. */
  get memory(): number {
    return this.#memory;
  }

  /** @throws DespatchError what went wrong with this order; `preview.stopped` when the process ended. */
  ask<Name extends Type>(order: OrderOf<Name> & { readonly type: Name }): Promise<OutputOf<Name>> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(stopped('it has ended'));
        return;
      }
      this.#lastId += 1;
      const id = this.#lastId;
      this.#waiting.set(id, {
        type: order.type,
        resolve: (output) => resolve(output as OutputOf<Name>),
        reject,
      });
      this.#timer ??= this.#watch();
      this.#process.send({ ...order, id } as TypesetterOrder);
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
    this.#memory = data.memory;
    this.#waiting.delete(data.id);
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = this.#waiting.size === 0 ? null : this.#watch();
    if (data.type === 'error') {
      waiting.reject(new DespatchError(data.error.code, data.error.details));
      return;
    }
    const output = outputSchemas[waiting.type].safeParse(data.output);
    if (output.success) waiting.resolve(output.data);
    else waiting.reject(new TypeError(`The typesetter's answer to ${waiting.type} has the wrong shape.`));
  }

  /** Starts anew with each answer: one order, not all that wait, may take this long. */
  #watch(): ReturnType<typeof setTimeout> {
    const seconds = Math.round(this.#timeoutMs / 1000);
    return setTimeout(() => this.#end(`it took longer than ${seconds} seconds`), this.#timeoutMs);
  }

  #end(reason: string): void {
    if (this.#ended) return;
    this.#ended = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#process.kill();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(stopped(reason));
  }
}

function stopped(reason: string): DespatchError {
  return new DespatchError('preview.stopped', { reason });
}
