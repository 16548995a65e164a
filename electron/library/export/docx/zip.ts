/** The parts of a Word file as one package whose bytes do not tell when it was made. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** By their paths, in the order they are stored. */
export type Parts = ReadonlyMap<string, string | Uint8Array>;

/** The first moment a zip file can express, in local time as the format has it, so that every place writes the same. */
const FIRST_DAY = new Date(1980, 0, 1);

export async function zip(parts: Parts): Promise<Uint8Array> {
  const file = new ZipFile();
  for (const [path, content] of parts) {
    file.addBuffer(Buffer.from(content), path, { mtime: FIRST_DAY, forceDosTimestamp: true });
  }
  file.end();
  return buffer(file.outputStream);
}
