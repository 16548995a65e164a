/** Companions as the application lends them: main starts and kills them by number and hands over a port (host.ts). */
import type { CompanionProgram, FromLibrary } from '../../../shared/contract/host.ts';
import type { CompanionProcess, StartCompanion } from './companion-process.ts';

/** The library's end of a port whose other end a companion holds. */
export interface CompanionPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  start(): void;
}

interface Lent {
  port: CompanionPort | null;
  /** Sent as soon as the port is here. */
  readonly early: unknown[];
  message: (message: unknown) => void;
  exit: () => void;
}

export class HostCompanions {
  readonly #tell: (message: FromLibrary) => void;
  readonly #lent = new Map<number, Lent>();
  #last = 0;

  constructor(tell: (message: FromLibrary) => void) {
    this.#tell = tell;
  }

  starter<Order>(program: CompanionProgram): StartCompanion<Order> {
    return () => this.#start<Order>(program);
  }

  #start<Order>(program: CompanionProgram): CompanionProcess<Order> {
    this.#last += 1;
    const companion = this.#last;
    const lent: Lent = { port: null, early: [], message: () => {}, exit: () => {} };
    this.#lent.set(companion, lent);
    this.#tell({ type: 'companionStart', companion, program });
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
        if (this.#lent.has(companion)) this.#tell({ type: 'companionKill', companion });
      },
    };
  }

  /** Main has started one; one that has ended meanwhile is nobody's. */
  started(companion: number, port: CompanionPort | undefined): void {
    const lent = this.#lent.get(companion);
    if (!lent || !port) return;
    lent.port = port;
    port.on('message', ({ data }) => lent.message(data));
    port.start();
    for (const order of lent.early.splice(0)) port.postMessage(order);
  }

  ended(companion: number): void {
    const lent = this.#lent.get(companion);
    this.#lent.delete(companion);
    lent?.exit();
  }
}
