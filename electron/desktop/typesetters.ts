/** Typesetter processes: main starts and kills them for the library and joins the two by a port of their own. */
import path from 'node:path';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { FromLibrary, ToLibrary } from '../../shared/contract/host.ts';
import { logFault } from './log.ts';

type Order = Extract<FromLibrary, { typesetter: number }>;

export class Typesetters {
  readonly #running = new Map<number, UtilityProcess>();
  readonly #tellLibrary: (message: ToLibrary, ports?: MessagePortMain[]) => void;

  constructor(tellLibrary: (message: ToLibrary, ports?: MessagePortMain[]) => void) {
    this.#tellLibrary = tellLibrary;
  }

  obey({ type, typesetter }: Order): void {
    if (type === 'typesetterStart') this.#start(typesetter);
    else end(this.#running.get(typesetter));
  }

  killAll(): void {
    for (const child of this.#running.values()) end(child);
  }

  #start(typesetter: number): void {
    const child = utilityProcess.fork(path.join(import.meta.dirname, 'typesetter.js'), [], {
      serviceName: 'Despatch typesetter',
      env: {},
      stdio: 'pipe',
    });
    this.#running.set(typesetter, child);
    child.stderr?.on('data', (words) => logFault('typesetter', words));
    child.on('exit', () => {
      this.#running.delete(typesetter);
      this.#tellLibrary({ type: 'typesetterExit', typesetter });
    });
    // Pictures of pages are large: they never pass through here, where the window's keys do.
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage(null, [port1]);
    this.#tellLibrary({ type: 'typesetterStarted', typesetter }, [port2]);
  }
}

/** At once: a process that is typesetting would not hear a polite request. */
function end(child: UtilityProcess | undefined): void {
  if (child?.pid !== undefined) process.kill(child.pid, 'SIGKILL');
}
