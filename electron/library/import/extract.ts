/** Having a file read by a process of its own, which may hang, swell or crash without taking anything with it. */
import { fork } from 'node:child_process';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { CslStyle } from '../../../shared/evidence/csl-style.ts';
import type { CslItem } from '../../../shared/evidence/source.ts';
import type { SourceText } from '../../../shared/import/source.ts';
import type { DespatchPackage } from '../../../shared/portable/format.ts';
import { memoryFlags } from '../../companion/memory-flags.ts';
import { answerSchema, type ExtractorAnswer, type ExtractorOrder } from '../../extractor/messages.ts';

/** A running extractor, whatever kind of process it is. */
export interface ExtractorProcess {
  send(order: ExtractorOrder): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once. @param listener gets the exit code; null where a signal or a crash ended it. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

export interface ExtractorLimits {
  readonly memoryMb: number;
}
export type StartExtractor = (limits: ExtractorLimits) => ExtractorProcess;

/** Enough for the largest file we accept, and far too little to harm the machine. */
const MEMORY_MB = 768;

export interface ExtractOptions {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * Reads a file in a child process.
 * @throws DespatchError `input.*` as `readSource` does; `input.timeout`; `input.extractorDied` when the child ended
 *   without an answer; `call.cancelled` when the signal was given.
 */
export async function extractInChild(
  start: StartExtractor,
  file: string,
  options: ExtractOptions,
): Promise<SourceText> {
  const answer = await askChild(start, { type: 'read', file }, options);
  if (answer.type === 'source') return answer.source;
  throw new DespatchError('input.extractorDied', { file, reason: 'it answered something else' });
}

/** Reads a citation style in a child process. @throws DespatchError `style.invalid`, and as `extractInChild` */
export async function readStyleInChild(
  start: StartExtractor,
  file: string,
  options: ExtractOptions,
): Promise<CslStyle> {
  const answer = await askChild(start, { type: 'style', file }, options);
  if (answer.type === 'style') return answer.style;
  throw new DespatchError('input.extractorDied', { file, reason: 'it answered something else' });
}

/** Reads references in a child process. @throws DespatchError `references.invalid`, and as `extractInChild` */
export async function readReferencesInChild(
  start: StartExtractor,
  file: string,
  options: ExtractOptions,
): Promise<CslItem[]> {
  const answer = await askChild(start, { type: 'references', file }, options);
  if (answer.type === 'references') return answer.items;
  throw new DespatchError('input.extractorDied', { file, reason: 'it answered something else' });
}

/**
 * Reads a document with its evidence in a child process, which puts the originals into a folder.
 * @throws DespatchError `package.*`, and as `extractInChild`
 */
export async function readPackageInChild(
  start: StartExtractor,
  { file, ...into }: { readonly file: string; readonly folder: string; readonly prefix: string },
  options: ExtractOptions,
): Promise<DespatchPackage> {
  const answer = await askChild(start, { type: 'package', file, ...into }, options);
  if (answer.type === 'package') return answer.package;
  throw new DespatchError('input.extractorDied', { file, reason: 'it answered something else' });
}

function askChild(
  start: StartExtractor,
  order: Extract<ExtractorOrder, { type: 'read' | 'style' | 'package' | 'references' }>,
  { signal, timeoutMs }: ExtractOptions,
): Promise<Exclude<ExtractorAnswer, { type: 'error' }>> {
  const { file } = order;
  if (signal.aborted) return Promise.reject(new DespatchError('call.cancelled', { file }));
  return new Promise((resolve, reject) => {
    let settled = false;
    const settle = (how: () => void) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      child.kill();
      how();
    };
    const fail = (error: DespatchError) => settle(() => reject(error));
    const cancel = () => fail(new DespatchError('call.cancelled', { file }));
    const died = (reason: string) => fail(new DespatchError('input.extractorDied', { file, reason }));

    let child: ExtractorProcess;
    try {
      child = start({ memoryMb: MEMORY_MB });
    } catch (fault) {
      reject(new DespatchError('input.extractorDied', { file, reason: String(fault) }, { cause: fault }));
      return;
    }
    const timer = setTimeout(() => {
      const reason = `reading it took longer than ${Math.round(timeoutMs / 1000)} seconds`;
      fail(new DespatchError('input.timeout', { file, reason, limit: timeoutMs }));
    }, timeoutMs);
    signal.addEventListener('abort', cancel, { once: true });
    child.onMessage((message) => {
      const answer = answerSchema.safeParse(message);
      if (!answer.success) died('its answer was not understood');
      else if (answer.data.type === 'error') {
        const { code, details } = answer.data.error;
        fail(new DespatchError(code, details));
      } else {
        const { data } = answer;
        settle(() => resolve(data));
      }
    });
    child.onExit((code) =>
      died(code === null ? 'it crashed or used too much memory' : `it ended with code ${code}`),
    );
    child.send(order);
  });
}

/** Extractors in plain Node: the command line, the tests and every benchmark. */
export function startNodeExtractor(entryFile: string): StartExtractor {
  return ({ memoryMb }) => {
    const child = fork(entryFile, [], {
      execArgv: memoryFlags({ heapMb: memoryMb, wasmMb: memoryMb }),
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return {
      // A child that could not start says so by its exit.
      send: (order) => child.send(order, () => undefined),
      onMessage: (listener) => child.on('message', listener),
      onExit(listener) {
        child.once('exit', (code) => listener(code));
        child.once('error', () => listener(null));
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
}
