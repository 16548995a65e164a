import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, type PackPlan, planPack } from '../../../shared/pack/plan.ts';
import type { PlanInput, PlannedItem } from '../../../shared/pack/plan-model.ts';

const layout = {
  numberFrontSheet: false,
  startDocumentsOnRightHandPage: true,
  firstNumber: 1,
  dividers: false,
  publicNumbers: 'same',
} as const;

const plain: Omit<PlanInput, 'items'> = {
  layout,
  prefix: '',
  itemWord: 'Agenda Item',
  coverPages: 0,
  frontPages: 1,
  frontRoom: 1,
};

const paper = (key: string, pages: number, publicPages: number | null = pages) => ({
  key,
  pages,
  publicPages,
});
const item = (number: string, ...papers: ReturnType<typeof paper>[]): PlannedItem => ({
  key: `item ${number}`,
  number,
  papers,
  items: [],
});

const printed = (plan: PackPlan) => plan.leaves.map(({ number, fallbackLabel }) => number ?? fallbackLabel);
const range = (plan: PackPlan, key: string) => {
  const found = plan.papers.get(key) ?? plan.items.get(key);
  return found && `${found.first}-${found.last}`;
};

/** The numbers a leaf stands for: one, or those of a notice. */
const numbersOf = (plan: PackPlan) =>
  plan.leaves.flatMap(({ of, number }) => {
    if (number === null) return [];
    if (of.type !== 'withheld') return [number];
    const [first, last] = [Number(of.range.first), Number(of.range.last)];
    return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
  });

interface Drawn {
  readonly pages: number;
  readonly publicPages: number | 'all' | null;
}
const papers = fc.array(
  fc.record<Drawn>({
    pages: fc.integer({ min: 0, max: 9 }),
    publicPages: fc.oneof(fc.constant(null), fc.constant('all' as const), fc.integer({ min: 1, max: 12 })),
  }),
  { maxLength: 4 },
);
const agendas = fc.array(fc.record({ papers, sub: fc.array(papers, { maxLength: 2 }) }), { maxLength: 8 });
const inputs = fc
  .record({
    agenda: agendas,
    numberFrontSheet: fc.boolean(),
    startDocumentsOnRightHandPage: fc.boolean(),
    dividers: fc.boolean(),
    firstNumber: fc.integer({ min: 1, max: 60 }),
    coverPages: fc.integer({ min: 0, max: 1 }),
    frontPages: fc.integer({ min: 1, max: 4 }),
    room: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ agenda, coverPages, frontPages, room, ...own }): PlanInput => {
    let count = 0;
    const made = (some: readonly Drawn[]) =>
      some.map(({ pages, publicPages }) =>
        paper(`p${++count}`, pages, publicPages === 'all' ? pages : publicPages),
      );
    return {
      ...plain,
      layout: { ...layout, ...own },
      coverPages,
      frontPages,
      frontRoom: frontPages + room,
      items: agenda.map((each, at) => ({
        ...item(String(at + 1), ...made(each.papers)),
        items: each.sub.map((sub, under) => item(`${at + 1}(${under})`, ...made(sub))),
      })),
    };
  });

describe('the plan of a pack', () => {
  it('leaves the front sheet unnumbered, and begins every document on a right-hand page behind numbered blanks', () => {
    const plan = planPack(
      { ...plain, items: [item('1'), item('2', paper('a', 3), paper('b', 2)), item('3', paper('c', 1))] },
      'restricted',
    );
    expect(printed(plan)).toEqual(['i', 'ii', '1', '2', '3', '4', '5', '6', '7']);
    expect(plan.leaves.map(({ of }) => of.type)).toEqual([
      'front',
      'blank',
      'paper',
      'paper',
      'paper',
      'blank',
      'paper',
      'paper',
      'paper',
    ]);
    expect([range(plan, 'a'), range(plan, 'b'), range(plan, 'c'), range(plan, 'item 2')]).toEqual([
      '1-3',
      '5-6',
      '7-7',
      '1-6',
    ]);
    expect(plan.items.has('item 1')).toBe(false);
    expect(plan.leaves.flatMap(({ stamp, number }) => (stamp === null ? [] : [[stamp, number]]))).toEqual([
      ['Agenda Item 2', '1'],
      ['Agenda Item 3', '7'],
    ]);
  });

  it('counts the front sheet and its verso where it is numbered, from the number that is asked for', () => {
    const own = { ...layout, numberFrontSheet: true, firstNumber: 9 };
    const plan = planPack(
      { ...plain, layout: own, coverPages: 1, items: [item('1', paper('a', 2))] },
      'restricted',
    );
    expect(printed(plan)).toEqual(['9', '10', '11', '12', '13', '14']);
    expect(plan.front).toBe(2);
    expect(plan.lastNumber).toBe(14);
  });

  it('lets an item begin at its divider and cover its sub-items, and stamps the first page of each first paper', () => {
    const six = { ...item('6'), items: [item('6(a)', paper('a', 1)), item('6(b)', paper('b', 2))] };
    const plan = planPack({ ...plain, layout: { ...layout, dividers: true }, items: [six] }, 'restricted');
    expect(plan.leaves.slice(2).map(({ of }) => of.type)).toEqual([
      'divider',
      'blank',
      'paper',
      'blank',
      'divider',
      'blank',
      'paper',
      'paper',
    ]);
    expect([range(plan, 'item 6'), range(plan, 'item 6(a)'), range(plan, 'item 6(b)')]).toEqual([
      '1-8',
      '1-3',
      '5-8',
    ]);
    expect(plan.leaves.find(({ stamp }) => stamp === 'Agenda Item 6(b)')?.number).toBe('7');
  });

  it('puts one notice in the place of a withheld document, and keeps sheets and numbers where they are', () => {
    const items = [
      item('1', paper('open', 1)),
      item('2', paper('secret', 14, null)),
      item('3', paper('after', 2)),
    ];
    const plan = planPack({ ...plain, items }, 'public');
    expect(printed(plan)).toEqual(['i', 'ii', '1', '2', '3 - 16', '3 - 16 (verso)', '17', '18']);
    expect(plan.papers.get('secret')).toMatchObject({ first: '3', last: '16', withheld: true, leaves: 1 });
    expect(plan.leaves[4]).toMatchObject({ stamp: 'Agenda Item 2', back: 'item 2' });
  });

  it('closes up where that is asked for, and gives an item that lost all its papers no page', () => {
    const own = { ...layout, publicNumbers: 'closed' } as const;
    const items = [
      item('1', paper('open', 2)),
      item('2', paper('secret', 14, null)),
      item('3', paper('after', 2)),
    ];
    const plan = planPack({ ...plain, layout: own, items }, 'public');
    expect(printed(plan)).toEqual(['i', 'ii', '1', '2', '3', '4']);
    expect([plan.items.has('item 2'), range(plan, 'after')]).toEqual([false, '3-4']);
  });

  it('says which numbers a shorter public version leaves free, and gives a longer one letters', () => {
    const items = [item('1', paper('shorter', 5, 3), paper('longer', 2, 4)), item('2', paper('after', 1))];
    const plan = planPack({ ...plain, items }, 'public');
    expect(printed(plan)).toEqual([
      'i',
      'ii',
      '1',
      '2',
      '3',
      '4 - 5',
      '6',
      '6 (verso)',
      '7',
      '8',
      '8a',
      '8b',
      '9',
    ]);
    expect([range(plan, 'longer'), range(plan, 'item 1')]).toEqual(['7-8b', '1-8b']);
  });

  it('uses every number once, in order, and agrees with its own ranges, whatever the papers', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = planPack(input, 'restricted');
        const numbers = numbersOf(plan);
        const first = input.layout.firstNumber;
        expect(numbers).toEqual(numbers.map((_, at) => String(first + at)));
        expect(plan.lastNumber).toBe(first + numbers.length - 1);
        for (const { papers: own, key } of inOrder(input.items)) {
          for (const { key: each, pages } of own) {
            const placed = plan.papers.get(each);
            if (pages === 0) expect(placed).toBeUndefined();
            if (placed === undefined) continue;
            const leaves = plan.leaves.slice(placed.leaf, placed.leaf + placed.leaves);
            expect(leaves.map(({ of }) => of)).toEqual(
              Array.from({ length: pages }, (_, page) => ({ type: 'paper', paper: each, page })),
            );
            expect([leaves[0]?.number, leaves.at(-1)?.number]).toEqual([placed.first, placed.last]);
            const around = plan.items.get(key);
            expect(
              Number(around?.first) <= Number(placed.first) && Number(placed.last) <= Number(around?.last),
            ).toBe(true);
          }
        }
      }),
    );
  });

  it('begins every document and divider on an odd leaf in either pack where that is asked for', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom('restricted', 'public' as const), (input, audience) => {
        const plan = planPack(input, audience);
        if (!input.layout.startDocumentsOnRightHandPage) {
          expect(plan.leaves.some(({ of, number }) => of.type === 'blank' && number === null)).toBe(false);
          return;
        }
        for (const { leaf } of [...plan.papers.values(), ...plan.items.values()]) expect(leaf % 2).toBe(0);
      }),
    );
  });

  it('gives every page of an open document the number of the restricted pack in the public one', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const [whole, open] = [planPack(input, 'restricted'), planPack(input, 'public')];
        expect(numbersOf(open).filter((number) => /^\d+$/.test(number))).toEqual(numbersOf(whole));
        const numbersIn = (plan: PackPlan) =>
          new Map(
            plan.leaves.flatMap(({ of, number }) =>
              of.type === 'paper' ? [[`${of.paper}/${of.page}`, number]] : [],
            ),
          );
        const [inWhole, inOpen] = [numbersIn(whole), numbersIn(open)];
        for (const [page, number] of inOpen) expect(inWhole.get(page) ?? number).toBe(number);
        for (const { papers: own } of inOrder(input.items)) {
          for (const { key, pages, publicPages } of own) {
            if (pages > 0 && publicPages === null)
              expect([...inOpen.keys()].some((page) => page.startsWith(`${key}/`))).toBe(false);
            expect(open.papers.get(key)?.first).toBe(whole.papers.get(key)?.first);
          }
        }
        const labels = printed(open);
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });

  it('stamps every item that has a page once, on the first page of its first paper', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom('restricted', 'public' as const), (input, audience) => {
        const plan = planPack(input, audience);
        const withPapers = inOrder(input.items).filter(({ papers: own }) =>
          own.some(({ key }) => plan.papers.has(key)),
        );
        expect(plan.leaves.flatMap(({ stamp }) => stamp ?? [])).toEqual(
          withPapers.map(({ number }) => `Agenda Item ${number}`),
        );
      }),
    );
  });
});
