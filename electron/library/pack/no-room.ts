/** A disk that gets full while a pack is built: what there was no room for is said, whoever found it out. */
import { DespatchError, type ErrorDetails } from '../../../shared/contract/errors.ts';

/** What the system calls it, and what our own writers make of that. */
const codes: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'output.full', 'library.full']);

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : null;
}

/**
 * Does a step of the work.
 * @param at what it is about: `file` and `item`, or `place` in words; `folder` on the disk that must have room. What is
 *   known closer to it stands.
 * @throws DespatchError `pack.noRoom` where the disk is full; whatever else goes wrong as it is
 */
export async function orNoRoom<Result>(at: ErrorDetails, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof DespatchError && thrown.code === 'pack.noRoom') {
      throw new DespatchError('pack.noRoom', { ...at, ...thrown.details }, { cause: thrown.cause });
    }
    if (!codes.has(codeOf(thrown))) throw thrown;
    throw new DespatchError('pack.noRoom', { ...at, ...partOf(thrown) }, { cause: thrown });
  }
}

/** The paper that was being put in, where the pack itself found no room (`assemble`). */
function partOf(thrown: unknown): ErrorDetails {
  if (!(thrown instanceof DespatchError)) return {};
  const { part, item } = thrown.details;
  return { ...(part === undefined ? {} : { file: part }), ...(item === undefined ? {} : { item }) };
}
