/** A file that is written piece by piece and is nobody's until it is whole. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { outputFailure } from '../../library/export/target.ts';
import type { Sink } from './pdf-writer.ts';

/**
 * On the disk for good when it returns.
 * @param target what it is for, named in errors.
 * @throws DespatchError `output.*`, and whatever `make` throws; who asked removes what was written.
 */
export async function writeHalf<Result>(
  half: string,
  target: string,
  make: (sink: Sink) => Promise<Result>,
): Promise<Result> {
  const orFailure = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (thrown) {
      throw outputFailure(target, thrown);
    }
  };
  const file = orFailure(() => openSync(half, 'wx'));
  try {
    const result = await make({
      write: (bytes) =>
        orFailure(() => {
          for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
        }),
    });
    orFailure(() => fsyncSync(file));
    return result;
  } finally {
    closeSync(file);
  }
}
