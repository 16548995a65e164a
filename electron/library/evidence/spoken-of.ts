/** Which originals the database names, and must have their files. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Store, Tables } from '../db/store.ts';

export function spokenOf({ sources, intake, meetings }: Tables): ReadonlySet<string> {
  return new Set([...sources.editionIds(), ...intake.heldOriginals(), ...meetings.fileHashes()]);
}

/** Where the library cannot say, it may be: a file too many is swept away later, one too few is gone. */
export function isSpokenOf(store: Store, hash: string): boolean {
  try {
    return store.read(spokenOf).has(hash);
  } catch (thrown) {
    if (thrown instanceof DespatchError) return true;
    throw thrown;
  }
}
