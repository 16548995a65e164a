/** What two people changed in the details of one source at the same time. */
import type { SourceDetails } from '../../../../shared/evidence/source.ts';
import { same } from './same.ts';

/** A field of the details: one of their own, `csl.…` or `own.…`. */
export type FieldPath = string;

export interface Conflict {
  readonly field: FieldPath;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * Both sides' changes since `base`, put together field by field.
 * @returns `merged` has mine wherever both changed the same field to different things; those are the conflicts.
 */
export function mergeDetails(
  base: SourceDetails,
  mine: SourceDetails,
  theirs: SourceDetails,
): { readonly merged: SourceDetails; readonly conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = [];
  const fields = <T extends object>(prefix: string, b: T, m: T, t: T): T => {
    const of = (object: T) => new Map<string, unknown>(Object.entries(object));
    const [was, here, there] = [of(b), of(m), of(t)];
    const merged: [string, unknown][] = [];
    for (const name of new Set([...here.keys(), ...there.keys()])) {
      if (prefix === '' && (name === 'csl' || name === 'own')) continue;
      const [before, mineNow, theirsNow] = [was.get(name), here.get(name), there.get(name)];
      const changed = !same(before, mineNow);
      if (changed && !same(before, theirsNow) && !same(mineNow, theirsNow)) {
        conflicts.push({ field: prefix + name, mine: mineNow, theirs: theirsNow });
      }
      const value = changed ? mineNow : theirsNow;
      if (value !== undefined) merged.push([name, value]);
    }
    return Object.fromEntries(merged) as T;
  };
  const merged = {
    ...fields('', base, mine, theirs),
    csl: fields('csl.', base.csl, mine.csl, theirs.csl),
    own: fields('own.', base.own, mine.own, theirs.own),
  };
  return { merged, conflicts };
}
