/** The rows of the outline; one that shows the same as before is the same object, so that it is not drawn again. */
import { useRef } from 'react';
import type { Outline, OutlineEntry } from './outline.ts';

export interface OutlineRow extends OutlineEntry {
  readonly id: string;
}

export function useOutlineRows(entries: readonly OutlineEntry[]): readonly OutlineRow[] {
  const shown = useRef<readonly OutlineRow[]>([]);
  const before = new Map(shown.current.map((row) => [row.id, row]));
  const rows = entries.map((entry): OutlineRow => {
    const row = { ...entry, id: entry.blockId };
    const known = before.get(row.id);
    return known && same(known, row) ? known : row;
  });
  const unchanged =
    rows.length === shown.current.length && rows.every((row, at) => row === shown.current[at]);
  if (!unchanged) shown.current = rows;
  return shown.current;
}

/**
 * `blockId` of the entry with the caret. A block just made is in the outline only after a pause; until then the entry
 * stays the one that it was.
 */
export function useCurrentEntry({ entryOf }: Outline, blockId: string | null): string | null {
  const last = useRef<string | null>(null);
  const found = blockId === null ? null : entryOf.get(blockId);
  if (found !== undefined) last.current = found;
  return last.current;
}

function same(one: OutlineRow, other: OutlineRow): boolean {
  return (Object.keys(one) as (keyof OutlineRow)[]).every((key) => one[key] === other[key]);
}
