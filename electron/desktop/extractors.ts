/** Extractor processes: main starts, relays and kills them for the library process, which may not start any. */
import path from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { FromLibrary, ToLibrary } from '../../shared/contract/host.ts';
import { memoryFlags } from '../companion/memory-flags.ts';
import type { StartExtractor } from '../library/import/extract.ts';
import { logFault } from './log.ts';

type Order = Extract<FromLibrary, { extractor: number }>;

export class Extractors {
  readonly #running = new Map<number, UtilityProcess>();
  readonly #tellLibrary: (message: ToLibrary) => void;

  constructor(tellLibrary: (message: ToLibrary) => void) {
    this.#tellLibrary = tellLibrary;
  }

  obey(order: Order): void {
    if (order.type === 'extractorStart') this.#start(order.extractor, order.memoryMb);
    else if (order.type === 'extractorSend') this.#running.get(order.extractor)?.postMessage(order.message);
    else end(this.#running.get(order.extractor));
  }

  killAll(): void {
    for (const child of this.#running.values()) end(child);
  }

  #start(extractor: number, memoryMb: number): void {
    const child = fork(memoryMb);
    this.#running.set(extractor, child);
    child.on('message', (message) => this.#tellLibrary({ type: 'extractorMessage', extractor, message }));
    child.on('exit', (code) => {
      this.#running.delete(extractor);
      this.#tellLibrary({ type: 'extractorExit', extractor, code });
    });
  }
}

function fork(memoryMb: number): UtilityProcess {
  const child = utilityProcess.fork(path.join(import.meta.dirname, 'extractor.js'), [], {
    serviceName: 'Despatch extractor',
    // Node's own name for this limit has no effect on a utility process.
    execArgv: [`--js-flags=${memoryFlags({ heapMb: memoryMb, wasmMb: memoryMb }).join(' ')}`],
    env: {},
    stdio: 'pipe',
  });
  child.stderr?.on('data', (words) => logFault('extractor', words));
  return child;
}

/** Extractors of the application's own command line, which has no library process. To be called once it is ready. */
export const startExtractor: StartExtractor = ({ memoryMb }) => {
  const child = fork(memoryMb);
  return {
    send: (order) => child.postMessage(order),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => end(child),
  };
};

/** At once: a file that hangs its reader would not hear a polite request. */
function end(child: UtilityProcess | undefined): void {
  if (child?.pid !== undefined) process.kill(child.pid, 'SIGKILL');
}
