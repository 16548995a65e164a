import { readFile, stat } from 'node:fs/promises';
import { DespatchError, type ErrorCode } from '../../../shared/contract/errors.ts';
import type { Inspection } from '../../../shared/pack/inspection.ts';
import { inspectPdf } from './inspect.ts';
import { limits } from './limits.ts';

const codes: Readonly<Record<string, ErrorCode>> = { ENOENT: 'input.notFound', EISDIR: 'input.notAFile' };

/**
 * @param name as in messages.
 * @throws DespatchError `input.notFound`, `input.notAFile`, `input.unreadable`, and as `inspectPdf`
 */
export async function inspectFile(file: string, name: string): Promise<Inspection> {
  let bytes: Uint8Array;
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new DespatchError('input.notAFile', { file: name });
    if (found.size > limits.bytes) {
      const reason = `it has ${Math.round(found.size / 1024 / 1024)} MB`;
      throw new DespatchError('input.tooLarge', { file: name, reason, limit: limits.bytes });
    }
    bytes = await readFile(file);
  } catch (thrown) {
    if (thrown instanceof DespatchError) throw thrown;
    const reason = (thrown as NodeJS.ErrnoException).code ?? String(thrown);
    throw new DespatchError(codes[reason] ?? 'input.unreadable', { file: name, reason }, { cause: thrown });
  }
  return inspectPdf(bytes, name);
}
