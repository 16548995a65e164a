/** Having a pack put together by a process of its own, which may hang, swell or crash without taking anything with it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Assembled, AssemblyJob, AssemblyPart } from '../../../shared/pack/assembly.ts';
import { ASSEMBLER_FLAGS } from '../../assembler/limits.ts';
import type { AssemblerOrder } from '../../assembler/messages.ts';
import { startNodeCompanion } from '../companions/companion-process.ts';
import { openTarget, syncFolder } from '../export/target.ts';
import { type StartAssembler, startAssembler } from './assembler-companion.ts';

export interface Assembling {
  readonly start: StartAssembler;
  readonly signal: AbortSignal;
  /** Leaves that stand, of all there are. */
  readonly progress?: (done: number, of: number) => void;
  /** Between two signs of life. */
  readonly timeoutMs?: number;
}

/**
 * Writes the pack to `job.output`, wholly or not at all; whatever stood there before stands until then.
 * @throws DespatchError `pack.changed`, `pack.partFailed` with file, item and reason, `pack.stopped` where the process
 *   ended, with the file and item it was at, `output.*` as `openTarget` (of a full disk with `part` and `item` at hand), `call.cancelled` when the signal was given. Nothing is left behind.
 */
export async function assemble(job: AssemblyJob, options: Assembling): Promise<Assembled> {
  const { signal, progress = () => {} } = options;
  refuseCancelled(signal);
  const target = await openTarget(job.output);
  let assembled: Assembled | undefined;
  let stand = 0;
  const told = (done: number, of: number) => {
    stand = done;
    progress(done, of);
  };
  const prepared = await target.prepareBy(async (half) => {
    try {
      assembled = await withAssembler(options, (running) =>
        running.ask({ type: 'assemble', job, half }, told),
      );
    } catch (thrown) {
      throw stoppedAt(thrown, job, stand);
    }
  });
  if (signal.aborted || !assembled) {
    await prepared.discard();
    throw new DespatchError('call.cancelled');
  }
  await prepared.commit();
  await syncFolder(path.dirname(prepared.file));
  return assembled;
}

/** A process that ended, and a full disk, say at which part. */
function stoppedAt(thrown: unknown, job: AssemblyJob, stand: number): unknown {
  if (!(thrown instanceof DespatchError)) return thrown;
  const { code, details } = thrown;
  if (code !== 'pack.stopped' && code !== 'output.full') return thrown;
  const { name, item } = partAt(job, stand) ?? {};
  // The file of a full disk is the target.
  const called = code === 'output.full' ? 'part' : 'file';
  const place = { ...(name === undefined ? {} : { [called]: name }), ...(item ? { item } : {}) };
  return new DespatchError(code, { ...details, ...place }, { cause: thrown });
}

/** Parts are taken in their order: the first whose leaves do not all stand is the one that is at hand. */
function partAt({ parts, leaves }: AssemblyJob, stand: number): AssemblyPart | undefined {
  const uses = parts.map(() => 0);
  for (const { part } of leaves) uses[part] = (uses[part] ?? 0) + 1;
  let before = 0;
  const at = uses.findIndex((count) => {
    before += count;
    return before > stand;
  });
  return parts[at];
}

/** A process for what is asked of it, ended with it. @throws DespatchError `pack.*`, `call.cancelled` */
export async function withAssembler<Answer>(
  { start, signal, timeoutMs }: Omit<Assembling, 'progress'>,
  ask: (running: ReturnType<typeof startAssembler>) => Promise<Answer>,
): Promise<Answer> {
  refuseCancelled(signal);
  const running = startAssembler(start, timeoutMs);
  const cancel = () => running.kill();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await ask(running);
  } catch (thrown) {
    refuseCancelled(signal);
    throw thrown;
  } finally {
    signal.removeEventListener('abort', cancel);
    running.kill();
    await running.gone;
  }
}

function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new DespatchError('call.cancelled');
}

/** In plain Node: the command line, tests and benches. @param folder of the program: `dist/electron` or `electron`. */
export function nodeAssembler(folder: string): StartAssembler {
  const bundled = path.join(folder, 'assembler.js');
  const entry = existsSync(bundled) ? bundled : path.join(folder, 'assembler/main.ts');
  return startNodeCompanion<AssemblerOrder>(entry, ASSEMBLER_FLAGS);
}
