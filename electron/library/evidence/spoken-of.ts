/** Which originals the database names, and must have their files. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Store, Tables } from '../db/store.ts';

export function spokenOf({ sources, intake, meetings }: Tables): ReadonlySet<string> {
  return new Set([...sources.editionIds(), ...intake.heldOriginals(), ...meetings.fileHashes()]);
}

/**
 * Where the library cannot say, it may be: a file too many is swept away later, one too few is gone.
 * @param named all hashes that the database names; without it, those of originals.
 */
export function isSpokenOf(
  store: Store,
  hash: string,
  named: (tables: Tables) => ReadonlySet<string> = spokenOf,
): boolean {
  try {
    return store.read(named).has(hash);
  } catch (thrown) {
    if (thrown instanceof DespatchError) return true;
    throw thrown;
  }
}
