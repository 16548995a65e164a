/** The live numbers of an agenda, by item id. Hidden items have none. */
import { type ItemNumber, numberItems } from '../../../shared/pack/agenda-numbers.ts';
import type { AgendaItem } from '../../../shared/pack/meeting.ts';
import type { Items } from './tree.ts';

export function numbersOf(items: Items): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const collect = (numbered: readonly ItemNumber<AgendaItem>[]) => {
    for (const { item, number, items: under } of numbered) {
      numbers.set(item.id, number);
      collect(under);
    }
  };
  collect(numberItems<AgendaItem>(items));
  return numbers;
}

/** "item 4(b)", or what it is called where it has no number. */
export function itemWords(
  numbers: ReadonlyMap<string, string>,
  { id, title }: Pick<AgendaItem, 'id' | 'title'>,
): string {
  const number = numbers.get(id);
  if (number !== undefined) return `item ${number}`;
  return title === '' ? 'the hidden item' : `“${title}”`;
}
