/** Arbitrary agendas: up to three levels, every id once. */
import fc from 'fast-check';
import { newPaper } from '../../../renderer/packs/agenda/make.ts';
import { DEEPEST, everyItem, type Items } from '../../../renderer/packs/agenda/tree.ts';
import type { AgendaItem } from '../../../shared/pack/meeting.ts';
import { newItem } from '../../../shared/pack/new-item.ts';

interface Shape {
  readonly papers: number;
  readonly minutes: number | null;
  readonly hidden: boolean;
  readonly items: readonly Shape[];
}

function shape(levels: number): fc.Arbitrary<Shape> {
  return fc.record({
    papers: fc.integer({ min: 0, max: 3 }),
    minutes: fc.option(fc.integer({ min: 1, max: 90 })),
    hidden: fc.boolean(),
    items: levels === 1 ? fc.constant([]) : fc.array(shape(levels - 1), { maxLength: 3 }),
  });
}

export const agendas: fc.Arbitrary<Items> = fc
  .array(shape(DEEPEST), { minLength: 1, maxLength: 5 })
  .map((shapes) => {
    let count = 0;
    const make = ({ papers, minutes, hidden, items }: Shape): AgendaItem => {
      count += 1;
      const id = `item-${count}`;
      return {
        ...newItem(id, `Item ${count}`),
        minutes,
        hidden,
        papers: Array.from({ length: papers }, (_, at) =>
          newPaper(`${id}-paper-${at}`, `Paper ${at}`, { type: 'toFollow' }),
        ),
        items: items.map(make),
      };
    };
    return shapes.map(make);
  });

export const itemIds = (items: Items) => [...everyItem(items)].map(({ item }) => item.id);
export const paperIds = (items: Items) =>
  [...everyItem(items)].flatMap(({ item }) => item.papers.map(({ id }) => id));
/** "1 2(3 4(5)) 6": who stands under whom. */
export const drawn = (items: Items): string =>
  items
    .map(({ id, items: under }) => `${id.replace('item-', '')}${under.length > 0 ? `(${drawn(under)})` : ''}`)
    .join(' ');
