/** Extractor processes as the application lends them: main starts, relays and kills them by number (host.ts). */
import type { FromLibrary } from '../../shared/contract/host.ts';
import type { ExtractorProcess, StartExtractor } from './import/extract.ts';

interface Listeners {
  message: (message: unknown) => void;
  exit: (code: number | null) => void;
}

export class HostExtractors {
  readonly #tell: (message: FromLibrary) => void;
  readonly #running = new Map<number, Listeners>();
  #last = 0;

  constructor(tell: (message: FromLibrary) => void) {
    this.#tell = tell;
  }

  readonly start: StartExtractor = ({ memoryMb }): ExtractorProcess => {
    this.#last += 1;
    const extractor = this.#last;
    const listeners: Listeners = { message: () => {}, exit: () => {} };
    this.#running.set(extractor, listeners);
    this.#tell({ type: 'extractorStart', extractor, memoryMb });
    return {
      send: (order) => this.#tell({ type: 'extractorSend', extractor, message: order }),
      onMessage: (listener) => {
        listeners.message = listener;
      },
      onExit: (listener) => {
        listeners.exit = listener;
      },
      kill: () => {
        if (this.#running.has(extractor)) this.#tell({ type: 'extractorKill', extractor });
      },
    };
  };

  /** Main has a message from an extractor; one that has ended meanwhile is nobody's. */
  receive(extractor: number, message: unknown): void {
    this.#running.get(extractor)?.message(message);
  }

  ended(extractor: number, code: number | null): void {
    const listeners = this.#running.get(extractor);
    this.#running.delete(extractor);
    listeners?.exit(code);
  }
}
