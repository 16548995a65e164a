/** The library process: started here, introduced to the window, ended with the application. */
import path from 'node:path';
import {
  MessageChannelMain,
  type MessagePortMain,
  type UtilityProcess,
  utilityProcess,
  type WebContents,
} from 'electron';
import { DespatchError, type ErrorData } from '../../shared/contract/errors.ts';
import { type FromLibrary, fromLibrarySchema, type ToLibrary } from '../../shared/contract/host.ts';
import { channels } from './channels.ts';
import { Companions } from './companions.ts';
import { Extractors } from './extractors.ts';
import type { Grant } from './grants.ts';
import { logFault } from './log.ts';

/** A library on a slow disk may take its time to upgrade; nothing else takes seconds. */
const OPEN_MS = 120_000;
const ANSWER_MS = 10_000;
const CLOSE_MS = 5000;

export interface LibraryPlace {
  readonly folder: string;
  /** A better-sqlite3 compiled for this runtime; null for its own. */
  readonly nativeBinding: string | null;
}

type Answer = 'opened' | 'listening' | 'granted';

export class LibraryHost {
  readonly #process: UtilityProcess;
  readonly #extractors = new Extractors((message) => this.#send(message));
  readonly #companions = new Companions((message, ports) => this.#send(message, ports));
  readonly #answers: {
    type: Answer;
    grant: string | null;
    resolve: () => void;
    reject: (e: Error) => void;
  }[] = [];
  readonly #opened: Promise<void>;
  #ended = false;
  #stopping = false;

  /** @param onDied the process ended although nobody asked it to. */
  constructor(place: LibraryPlace, onDied: () => void) {
    this.#process = utilityProcess.fork(path.join(import.meta.dirname, 'library.js'), [], {
      serviceName: 'Despatch library',
      stdio: 'pipe',
    });
    this.#process.stderr?.on('data', (words) => logFault('library', words));
    this.#process.on('message', (message) => this.#receive(message));
    this.#process.on('exit', (code) => {
      this.#ended = true;
      this.#extractors.killAll();
      this.#companions.killAll();
      const isOpening = this.#answers.some((waiting) => waiting.type === 'opened');
      this.#rejectAll(new DespatchError('fault', { reason: `The library process ended with ${code}.` }));
      if (!this.#stopping && !isOpening) onDied();
    });
    this.#opened = this.#ask({ type: 'open', ...place }, 'opened', OPEN_MS);
    // Whoever needs the library hears why it failed. Its process stays until the application ends: the page, which has
    // its port, would say that the library has gone, beside the words that say why.
    this.#opened.catch(() => {
      this.#stopping = true;
    });
  }

  /**
   * Gives the page a port of its own; from then on main hears nothing of what they say. The page has it at once, and
   * what it asks waits there until the library is open.
   * @throws DespatchError `library.*` when the library cannot be opened.
   */
  async connect(page: WebContents): Promise<void> {
    const { port1, port2 } = new MessageChannelMain();
    const listening = this.#answer('listening', null, OPEN_MS);
    this.#send({ type: 'connect' }, [port1]);
    if (!page.isDestroyed()) page.postMessage(channels.libraryPort, null, [port2]);
    await Promise.all([this.#opened, listening]);
  }

  /** @throws DespatchError `library.*` when the library cannot be opened. */
  async grant(grant: Grant): Promise<void> {
    await this.#opened;
    await this.#ask({ type: 'grant', ...grant }, 'granted', ANSWER_MS, grant.grant);
  }

  /** Lets running calls finish; a process that does not come to its end is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#ended) return;
    const ended = new Promise<void>((resolve) => this.#process.once('exit', () => resolve()));
    this.#send({ type: 'close' });
    const timer = setTimeout(() => this.#process.kill(), CLOSE_MS);
    await ended;
    clearTimeout(timer);
  }

  #send(message: ToLibrary, ports?: MessagePortMain[]): void {
    if (!this.#ended) this.#process.postMessage(message, ports);
  }

  #ask(message: ToLibrary, answer: Answer, withinMs: number, grant: string | null = null): Promise<void> {
    const answered = this.#answer(answer, grant, withinMs);
    this.#send(message);
    return answered;
  }

  #answer(type: Answer, grant: string | null, withinMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(new DespatchError('fault', { reason: 'The library process has ended.' }));
        return;
      }
      const timer = setTimeout(
        () => reject(new DespatchError('fault', { reason: `The library did not answer: ${type}.` })),
        withinMs,
      );
      const settle = (end: () => void) => () => {
        clearTimeout(timer);
        end();
      };
      this.#answers.push({
        type,
        grant,
        resolve: settle(resolve),
        reject: (error) => settle(() => reject(error))(),
      });
    });
  }

  #receive(received: unknown): void {
    const parsed = fromLibrarySchema.safeParse(received);
    if (!parsed.success) {
      logFault('main', `The library sent something unknown: ${parsed.error.message}`);
      return;
    }
    const message: FromLibrary = parsed.data;
    if (message.type === 'failed') this.#rejectAll(asError(message.error));
    else if ('extractor' in message) this.#extractors.obey(message);
    else if ('companion' in message) this.#companions.obey(message);
    else this.#settle(message.type, message.type === 'granted' ? message.grant : null);
  }

  #settle(type: Answer, grant: string | null): void {
    const at = this.#answers.findIndex((waiting) => waiting.type === type && waiting.grant === grant);
    const [waiting] = at === -1 ? [] : this.#answers.splice(at, 1);
    waiting?.resolve();
  }

  #rejectAll(error: Error): void {
    for (const waiting of this.#answers.splice(0)) waiting.reject(error);
  }
}

function asError({ code, details }: ErrorData): DespatchError {
  return new DespatchError(code, details);
}
