/** Typesetters as the application lends them: main starts and kills them by number and hands over a port (host.ts). */
import type { FromLibrary } from '../../../shared/contract/host.ts';
import type { TypesetterOrder } from '../../typesetter/messages.ts';
import type { StartTypesetter, TypesetterProcess } from './typesetter-process.ts';

/** The library's end of a port whose other end a typesetter holds. */
export interface TypesetterPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  start(): void;
}

interface Lent {
  port: TypesetterPort | null;
  /** Sent as soon as the port is here. */
  readonly early: TypesetterOrder[];
  message: (message: unknown) => void;
  exit: () => void;
}

export class HostTypesetters {
  readonly #tell: (message: FromLibrary) => void;
  readonly #lent = new Map<number, Lent>();
  #last = 0;

  constructor(tell: (message: FromLibrary) => void) {
    this.#tell = tell;
  }

  readonly start: StartTypesetter = (): TypesetterProcess => {
    this.#last += 1;
    const typesetter = this.#last;
    const lent: Lent = { port: null, early: [], message: () => {}, exit: () => {} };
    this.#lent.set(typesetter, lent);
    this.#tell({ type: 'typesetterStart', typesetter });
    return {
      send(order) {
        if (lent.port) lent.port.postMessage(order);
        else lent.early.push(order);
      },
      onMessage(listener) {
        lent.message = listener;
      },
      onExit(listener) {
        lent.exit = listener;
      },
      kill: () => {
        if (this.#lent.has(typesetter)) this.#tell({ type: 'typesetterKill', typesetter });
      },
    };
  };

  /** Main has started one; one that has ended meanwhile is nobody's. */
  started(typesetter: number, port: TypesetterPort | undefined): void {
    const lent = this.#lent.get(typesetter);
    if (!lent || !port) return;
    lent.port = port;
    port.on('message', ({ data }) => lent.message(data));
    port.start();
    for (const order of lent.early.splice(0)) port.postMessage(order);
  }

  ended(typesetter: number): void {
    const lent = this.#lent.get(typesetter);
    this.#lent.delete(typesetter);
    lent?.exit();
  }
}
