/** Which words of a block a citation is about. */
import type { Cell } from '../document/places.ts';
import { passagesOf } from '../document/places.ts';
import type { Citation, KnownBlock } from '../document/schema.ts';

interface Stretch {
  readonly cell: Cell | null;
  readonly start: number;
  readonly end: number;
}

export type Cover = (cell: Cell | null, start: number, end: number) => readonly Citation[];

/** For places of the block: the citations that are about them; those without words of their own are about all. */
export function coverOf(block: KnownBlock): Cover {
  const { citations } = block;
  if (citations.length === 0) return () => [];
  const stretches = new Map<string, Stretch[]>();
  for (const { cell, content } of passagesOf(block)) {
    let at = 0;
    for (const inline of content) {
      const start = at;
      at += inline.type === 'text' ? inline.text.length : 1;
      if (inline.type === 'break') continue;
      for (const id of inline.cited ?? []) {
        const known = stretches.get(id) ?? [];
        known.push({ cell, start, end: at });
        stretches.set(id, known);
      }
    }
  }
  return (cell, start, end) =>
    citations.filter(({ id }) => {
      const about = stretches.get(id);
      return !about || about.some((one) => sameCell(one.cell, cell) && one.start < end && start < one.end);
    });
}

function sameCell(one: Cell | null, other: Cell | null): boolean {
  return one === other || (one?.row === other?.row && one?.column === other?.column);
}
