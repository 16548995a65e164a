/** Where the content of a page stands, so that what is printed on it has room, and where that is printed. */
import { PDFDict } from 'pdf-lib';
import { type Box, dictAt } from '../objects/look.ts';
import type { Pack } from '../pack.ts';
import { layOut } from '../stamps/layout.ts';
import { toShown } from '../stamps/place.ts';
import { makeRoom } from '../stamps/room.ts';
import { rectOf } from './appearance.ts';
import { packsBefore } from './resources.ts';
import { shiftOf } from './shift.ts';
import { resourcesOf, type UnitPage } from './unit.ts';

export function planRoom(pack: Pack, page: UnitPage): void {
  const { sight, source, order } = page;
  const stamps = {
    number: order.number === null ? null : `Page ${order.number}`,
    stamp: order.stamp,
    marking: pack.job.marking,
    before: packsBefore(page.prefix),
  };
  const busy = (order.edges ?? []).map(([left, top, right, bottom]): Box => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [left, top, right, bottom].map((side) => side * source.userUnit);
    return [x1, sight.height - y2, x2, sight.height - y1];
  });
  for (const { planned } of page.drawn) {
    const rect = rectOf(planned.dict);
    if (rect) busy.push(toShown(sight, rect));
  }
  page.room = makeRoom(sight, layOut(sight, stamps, pack.fonts), busy, isMovable(page));
  if (!page.room.move) return;
  page.shift = shiftOf(sight, page.room.move);
  pack.setShift(page.leaf, page.shift);
}

/** Comments have places of many kinds, and patterns stay where they are whatever is done to the page (8.7.3.1). */
function isMovable(page: UnitPage): boolean {
  const resources = resourcesOf(page);
  const patterns = resources instanceof PDFDict ? dictAt(resources, 'Pattern') : undefined;
  if (patterns !== undefined && patterns.keys().length > 0) return false;
  return page.placed.every(({ planned }) => planned.fate.type === 'link');
}
