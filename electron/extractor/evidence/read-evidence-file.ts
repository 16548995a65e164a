/** A file of evidence from the disk, where it may lie under a name that says nothing to anybody. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import { limits } from '../limits.ts';
import { readWhole } from '../read-file.ts';
import { readEvidence } from './index.ts';

/**
 * @param file path of the stored copy. @param name of the original, which all errors bear.
 * @throws DespatchError `input.*`.
 */
export async function readEvidenceFile(file: string, name: string): Promise<Extraction> {
  try {
    return await readEvidence(await readWhole(file, limits.evidence), name);
  } catch (fault) {
    if (!(fault instanceof DespatchError) || fault.details['file'] !== file) throw fault;
    throw new DespatchError(fault.code, { ...fault.details, file: name }, { cause: fault });
  }
}
