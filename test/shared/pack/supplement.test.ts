import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planConsolidated } from '../../../shared/pack/consolidated.ts';
import type { KeptPlan } from '../../../shared/pack/kept-pack.ts';
import { defaultLayout } from '../../../shared/pack/meeting.ts';
import { type PackPlan, planPack } from '../../../shared/pack/plan.ts';
import type { PlannedItem } from '../../../shared/pack/plan-model.ts';
import type { Publication } from '../../../shared/pack/publication.ts';
import { rangesWords } from '../../../shared/pack/ranges.ts';
import { paperState, supplementNumbers } from '../../../shared/pack/supplement.ts';

const counts = { coverPages: 0, frontPages: 1, frontRoom: 1 };
const item = (number: string, papers: Record<string, number>): PlannedItem => ({
  key: `item ${number}`,
  number,
  papers: Object.entries(papers).map(([key, pages]) => ({ key, pages, publicPages: pages })),
  items: [],
});
const kept = (plan: PackPlan): KeptPlan => ({
  items: [],
  papers: [...plan.papers].map(([paperId, { first, last, leaf, leaves }]) => ({
    paperId,
    itemId: '',
    title: '',
    appendix: false,
    leaves: [leaf, leaf + leaves - 1],
    numbers: [first, last],
    withheld: false,
  })),
  pages: plan.leaves.map(({ of, number, fallbackLabel }) => ({
    label: number ?? fallbackLabel,
    paperId: of.type === 'paper' ? of.paper : null,
    paperPage: of.type === 'paper' ? of.page : null,
  })),
});

/** Publishes one edition after the other, each with the papers it is given. */
function publish(
  editions: readonly (readonly PlannedItem[])[],
  how: 'continuing' | 'prefixed' = 'continuing',
  rightHand = true,
): Publication[] {
  const layout = { ...defaultLayout, startDocumentsOnRightHandPage: rightHand, supplementNumbers: how };
  const publications: Publication[] = [];
  for (const items of editions) {
    const first = publications.length === 0;
    const numbers = supplementNumbers(publications, layout, 'restricted');
    const firstNumber = first ? 1 : numbers.firstNumber;
    const prefix = first ? '' : numbers.prefix;
    const plan = planPack(
      { layout: { ...layout, firstNumber }, prefix, itemWord: 'Agenda Item', ...counts, items },
      'restricted',
    );
    publications.push({
      letter: first ? null : numbers.letter,
      prefix,
      restricted: { plan: kept(plan), lastNumber: plan.lastNumber },
      public: null,
      sources: [],
    });
  }
  return publications;
}

const labels = (plan: PackPlan) => plan.leaves.map(({ number, fallbackLabel }) => number ?? fallbackLabel);
const numbersOf = ({ restricted }: Publication) =>
  restricted.plan.pages.map(({ label }) => label).filter((label) => /\d/.test(label));

describe('a supplement', () => {
  it('goes on behind the last number, with an odd one, and takes the next letter', () => {
    const publications = publish([[item('1', { a: 3 })], [item('1', { b: 2 })], [item('2', { c: 1 })]]);
    expect(publications.map(({ letter }) => letter)).toEqual([null, 'A', 'B']);
    expect(publications.map(numbersOf)).toEqual([['1', '2', '3'], ['5', '6'], ['7']]);
  });

  it('numbers by itself behind its letter where that is asked for', () => {
    const publications = publish(
      [[item('1', { a: 2 })], [item('1', { b: 2 })], [item('1', { c: 1 })]],
      'prefixed',
    );
    expect(publications.map(numbersOf)).toEqual([['1', '2'], ['A1', 'A2'], ['B1']]);
  });

  it('tells new papers and those made from other bytes from those that were published', () => {
    const [first] = publish([[item('1', { a: 1 })]]);
    if (!first) throw new Error('none');
    const publications = [{ ...first, sources: [{ paperId: 'a', sha256: 'old', revision: null }] }];
    const state = (paper: string, sha256: string) =>
      paperState(publications, paper, { sha256, revision: null });
    expect([state('a', 'old'), state('a', 'new'), state('b', 'old')]).toEqual(['same', 'corrected', 'new']);
  });

  it('never repeats a number, however many come', () => {
    const editions = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        editions,
        fc.constantFrom('continuing' as const, 'prefixed' as const),
        fc.boolean(),
        (drawn, how, rightHand) => {
          const made = drawn.map((papers, at) =>
            papers.map((pages, under) => item(`${at}.${under}`, { [`${at}.${under}`]: pages })),
          );
          const all = publish(made, how, rightHand).flatMap(numbersOf);
          expect(new Set(all).size).toBe(all.length);
        },
      ),
    );
  });
});

describe('a consolidated pack', () => {
  const layout = { startDocumentsOnRightHandPage: true };
  const consolidate = (items: readonly PlannedItem[], publications: readonly Publication[]) =>
    planConsolidated(
      { layout, itemWord: 'Agenda Item', coverPages: 0, frontPages: 1, items, publications },
      'restricted',
    );

  it('stands in the order of the items, under the numbers first published, with their blanks', () => {
    const publications = publish([[item('1', { a: 3 }), item('2', { b: 2 })], [item('1', { late: 2 })]]);
    const plan = consolidate([item('1', { a: 3, late: 2 }), item('2', { b: 2 })], publications);
    expect(labels(plan)).toEqual(['i', 'ii', '1', '2', '3', '4', '7', '8', '5', '6']);
    expect(plan.leaves.flatMap(({ stamp, number }) => (stamp ? [[stamp, number]] : []))).toEqual([
      ['Agenda Item 1', '1'],
      ['Agenda Item 2', '5'],
    ]);
  });

  it('leaves a notice under the old numbers of pages that were replaced', () => {
    const publications = publish([[item('1', { a: 3 })], [item('1', { a: 2 })]]);
    const plan = consolidate([item('1', { a: 2 })], publications);
    expect(labels(plan)).toEqual(['i', 'ii', '5', '6', '1 - 3']);
    expect(plan.leaves.at(-1)?.of).toMatchObject({
      type: 'replaced',
      by: { first: '5', last: '6' },
      letter: 'A',
    });
  });

  it('has every number that was ever published, whatever was replaced or withdrawn since', () => {
    const papers = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 4 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(
        fc.array(papers, { minLength: 1, maxLength: 6 }),
        fc.subarray(['a', 'b', 'c', 'd']),
        fc.constantFrom('continuing' as const, 'prefixed' as const),
        (editions, gone, how) => {
          const publications = publish(
            editions.map((each) => [item('1', each)]),
            how,
          );
          const now = Object.fromEntries(
            Object.entries(Object.assign({}, ...editions) as Record<string, number>).filter(
              ([key]) => !gone.includes(key),
            ),
          );
          const found = labels(consolidate([item('1', now)], publications));
          const has = (paper: KeptPlan['papers'][number]) => {
            const [first, last] = paper.numbers ?? ['', ''];
            const range = first === last ? first : `${first} - ${last}`;
            return found.includes(range) || (found.includes(first) && found.includes(last));
          };
          for (const { restricted } of publications)
            expect(restricted.plan.papers.filter((paper) => !has(paper))).toEqual([]);
        },
      ),
    );
  });

  it('tells the title of a withdrawn paper to the public only where that was told before', () => {
    const [first] = publish([[item('1', { a: 2, b: 1 })]]);
    if (!first) throw new Error('none');
    const titled = (withheld: boolean): Publication['restricted'] => ({
      ...first.restricted,
      plan: {
        ...first.restricted.plan,
        papers: first.restricted.plan.papers.map((paper) => ({ ...paper, title: 'The offer', withheld })),
      },
    });
    const told = (publication: Publication, copy: 'restricted' | 'public') =>
      planConsolidated(
        {
          layout,
          itemWord: 'Tab',
          coverPages: 0,
          frontPages: 1,
          items: [item('1', { b: 1 })],
          publications: [publication],
        },
        copy,
      ).leaves.flatMap(({ of }) => (of.type === 'withdrawn' ? [of.title] : []));
    const restricted = titled(false);
    expect(told({ ...first, restricted, public: null }, 'restricted')).toEqual(['The offer']);
    expect(told({ ...first, restricted, public: null }, 'public')).toEqual(['']);
    expect(told({ ...first, restricted, public: titled(true) }, 'public')).toEqual(['']);
    expect(told({ ...first, restricted, public: titled(false) }, 'public')).toEqual(['The offer']);
  });

  it('shows every page that stands now under exactly the number that it was published with', () => {
    const drawn = fc.array(
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 5 }), { minKeys: 1 }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(drawn, fc.boolean(), (editions, rightHand) => {
        const publications = publish(
          editions.map((papers) => [item('1', papers)]),
          'continuing',
          rightHand,
        );
        const now = Object.assign({}, ...editions) as Record<string, number>;
        const plan = planConsolidated(
          {
            layout: { startDocumentsOnRightHandPage: rightHand },
            itemWord: 'Tab',
            coverPages: 0,
            frontPages: 1,
            items: [item('1', now)],
            publications,
          },
          'restricted',
        );
        for (const [key, pages] of Object.entries(now)) {
          const last = publications.findLast(({ restricted }) =>
            restricted.plan.papers.some(({ paperId }) => paperId === key),
          );
          const published = last?.restricted.plan.pages.flatMap((page) =>
            page.paperId === key ? [page.label] : [],
          );
          const shown = plan.leaves.flatMap(({ of, number }) =>
            of.type === 'paper' && of.paper === key ? [number] : [],
          );
          expect(shown).toEqual(published);
          expect(shown.length).toBe(pages);
        }
        const all = labels(plan);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});

describe('page ranges in words', () => {
  it('are joined where only a blank verso is between them, and told in the order of their numbers', () => {
    const range = (first: string, last: string) => ({ first, last });
    expect(rangesWords([range('45', '50'), range('5', '9'), range('11', '18')])).toBe(
      'Pages 5 - 18 and 45 - 50',
    );
    expect(rangesWords([range('A1', 'A3'), range('5', '5')])).toBe('Pages 5 and A1 - A3');
    expect(rangesWords([range('7', '7')])).toBe('Page 7');
  });
});
