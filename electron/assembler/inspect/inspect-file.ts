/** A supplied PDF on the disk, which may be gone, locked, or change while it is read. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Inspection } from '../../../shared/pack/inspection.ts';
import { readWhole } from '../../extractor/read-file.ts';
import { inspectPdf } from './inspect.ts';
import { limits } from './limits.ts';

/**
 * @param name as in messages.
 * @throws DespatchError `input.*` with `file`, which is the name, and `reason`.
 */
export async function inspectFile(file: string, name: string): Promise<Inspection> {
  try {
    return await inspectPdf(await readWhole(file, limits.bytes), name);
  } catch (fault) {
    if (!(fault instanceof DespatchError)) throw fault;
    throw new DespatchError(fault.code, { ...fault.details, file: name }, { cause: fault });
  }
}
