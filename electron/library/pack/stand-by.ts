import { promises } from 'node:fs';
import { outputFailure } from '../export/target.ts';

/** Puts down a piece of a pack until it is put together. @throws DespatchError `output.*`: a full disk, as a rule */
export async function standBy(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await promises.writeFile(file, bytes);
  } catch (thrown) {
    throw outputFailure(file, thrown);
  }
}
