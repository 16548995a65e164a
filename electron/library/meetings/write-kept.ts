import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { AbortSignalLike } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { writeTarget } from '../export/target.ts';

/**
 * Copies bytes that are kept under their hash to where a person wants them; bytes that are no longer those go nowhere.
 * @param kept the file they stand in.
 * @throws DespatchError of `missing`, `output.*`, `call.cancelled`
 */
export async function writeKept(
  kept: string,
  sha256: string,
  target: string,
  { missing, signal }: { missing: () => DespatchError; signal: AbortSignalLike },
): Promise<{ fileName: string; bytes: number }> {
  let bytes = 0;
  async function* checked(): AsyncIterable<Uint8Array> {
    const hash = createHash('sha256');
    try {
      for await (const chunk of createReadStream(kept)) {
        if (signal.aborted) throw new DespatchError('call.cancelled');
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    } catch (thrown) {
      if (thrown instanceof DespatchError) throw thrown;
      throw missing();
    }
    if (hash.digest('hex') !== sha256) throw missing();
  }
  await writeTarget(target, checked());
  return { fileName: path.basename(target), bytes };
}
