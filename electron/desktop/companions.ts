/** Companion processes: main starts and kills them for the library and joins the two by a port of their own. */
import path from 'node:path';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { CompanionProgram, FromLibrary, ToLibrary } from '../../shared/contract/host.ts';
import { ASSEMBLER_FLAGS } from '../assembler/limits.ts';
import { READER_FLAGS } from '../reader/limits.ts';
import { logFault } from './log.ts';

type Order = Extract<FromLibrary, { companion: number }>;

/** Node's own names for limits have no effect on a utility process. */
const flags: Readonly<Record<CompanionProgram, readonly string[]>> = {
  typesetter: [],
  reader: [`--js-flags=${READER_FLAGS.join(' ')}`],
  assembler: [`--js-flags=${ASSEMBLER_FLAGS.join(' ')}`],
};

export class Companions {
  readonly #running = new Map<number, UtilityProcess>();
  readonly #tellLibrary: (message: ToLibrary, ports?: MessagePortMain[]) => void;

  constructor(tellLibrary: (message: ToLibrary, ports?: MessagePortMain[]) => void) {
    this.#tellLibrary = tellLibrary;
  }

  obey(order: Order): void {
    if (order.type === 'companionStart') this.#start(order.companion, order.program);
    else end(this.#running.get(order.companion));
  }

  killAll(): void {
    for (const child of this.#running.values()) end(child);
  }

  #start(companion: number, program: CompanionProgram): void {
    const child = utilityProcess.fork(path.join(import.meta.dirname, `${program}.js`), [], {
      serviceName: `Despatch ${program}`,
      execArgv: [...flags[program]],
      env: {},
      stdio: 'pipe',
    });
    this.#running.set(companion, child);
    child.stderr?.on('data', (words) => logFault(program, words));
    child.on('exit', () => {
      this.#running.delete(companion);
      this.#tellLibrary({ type: 'companionExit', companion });
    });
    // Pictures of pages are large: they never pass through here, where the window's keys do.
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage(null, [port1]);
    this.#tellLibrary({ type: 'companionStarted', companion }, [port2]);
  }
}

/** At once: a process that is at work would not hear a polite request. */
function end(child: UtilityProcess | undefined): void {
  if (child?.pid !== undefined) process.kill(child.pid, 'SIGKILL');
}
