import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ItemNumber,
  letters,
  type NumberedTree,
  numberItems,
  roman,
} from '../../../shared/pack/agenda-numbers.ts';

type Tree = NumberedTree<object>;
const item = (number: string | null = null, items: readonly Tree[] = [], hidden = false): Tree => ({
  number,
  hidden,
  items,
});
const flat = (numbered: readonly ItemNumber<object>[]): string[] =>
  numbered.flatMap(({ number, items }) => [number, ...flat(items)]);
const numbers = (...items: Tree[]) => flat(numberItems(items));

describe('the numbers of an agenda', () => {
  it('count items, letter what stands under them, and write what stands under that in small Roman figures', () => {
    expect(numbers(item(), item(null, [item(), item(null, [item(), item()])]), item())).toEqual([
      '1',
      '2',
      '2(a)',
      '2(b)',
      '2(b)(i)',
      '2(b)(ii)',
      '3',
    ]);
  });

  it('are not used up by hidden items, nor by what stands under them', () => {
    expect(numbers(item(), item(null, [item()], true), item('9', [], true), item())).toEqual(['1', '2']);
  });

  it('are kept where they are given, and those after go on from them', () => {
    expect(numbers(item(), item('10'), item(), item('11A'), item())).toEqual(['1', '10', '11', '11A', '12']);
    expect(numbers(item(), item('Urgent'), item())).toEqual(['1', 'Urgent', '2']);
    expect(numbers(item(), item(), item('1'))).toEqual(['2', '3', '1']);
    expect(numbers(item('6', [item('6.1'), item()]))).toEqual(['6', '6.1', '6(b)']);
  });

  it('never repeat, whatever is given', () => {
    const given = fc.option(
      fc.oneof(fc.integer({ min: 0, max: 12 }).map(String), fc.constantFrom('3A', 'A', '2(a)')),
    );
    const items = fc.uniqueArray(fc.record({ number: given, hidden: fc.boolean() }), {
      maxLength: 15,
      selector: ({ number }) => number ?? Symbol('automatic'),
    });
    fc.assert(
      fc.property(items, (agenda) => {
        const shown = numbers(...agenda.map(({ number, hidden }) => item(number, [], hidden)));
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.length).toBe(agenda.filter(({ hidden }) => !hidden).length);
      }),
    );
  });

  it('go on behind z and behind ix', () => {
    expect([26, 27, 52, 53, 702, 703].map(letters)).toEqual(['z', 'aa', 'az', 'ba', 'zz', 'aaa']);
    expect([4, 9, 14, 40, 99].map(roman)).toEqual(['iv', 'ix', 'xiv', 'xl', 'xcix']);
  });
});
