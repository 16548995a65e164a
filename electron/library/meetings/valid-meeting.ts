/** What the schema of a meeting cannot say. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { AgendaItem } from '../../../shared/pack/meeting.ts';
import { itemsOf } from '../../../shared/pack/papers-of.ts';

/** Items under items under items: more than any agenda has, fewer than make a program stop. */
const DEEPEST = 8;

/** @throws DespatchError `meeting.invalid` where an id stands twice, or items stand too deep. */
export function refuseTwice(items: readonly AgendaItem[]): void {
  refuseDeep(items, 1);
  const seen = new Set<string>();
  for (const item of itemsOf(items)) {
    for (const { id } of [item, ...item.papers]) {
      if (seen.has(id)) throw new DespatchError('meeting.invalid', { reason: `the id ${id} stands twice` });
      seen.add(id);
    }
  }
}

function refuseDeep(items: readonly AgendaItem[], depth: number): void {
  if (depth > DEEPEST) {
    throw new DespatchError('meeting.invalid', { reason: `items stand more than ${DEEPEST} deep` });
  }
  for (const { items: under } of items) if (under.length > 0) refuseDeep(under, depth + 1);
}
