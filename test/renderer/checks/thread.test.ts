import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Asker } from '../../../renderer/checks/thread/asker.ts';
import { Checker, type Found, type Order } from '../../../renderer/checks/thread/checker.ts';
import type { Finding } from '../../../shared/checks/finding.ts';
import { checkDocument } from '../../../shared/checks/run.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { AnySection, DespatchDocument } from '../../../shared/document/schema.ts';
import type { EvidenceFacts } from '../../../shared/evidence/facts.ts';
import { newDocument } from '../../shared/document/blank.ts';

const blank = newDocument('report', () => 'document');
const texts = ['', 'Words', 'The the words', 'It cost £500 million', 'TBC', 'See appendix 9'];

/** Each names the sections of a state: which one, with which words. */
const states = fc.array(
  fc.uniqueArray(fc.record({ id: fc.nat(5), text: fc.nat(texts.length - 1) }), { selector: ({ id }) => id }),
  { minLength: 1, maxLength: 8 },
);

/** A source that the words of a section cite, in the bin or not. */
const knowledge: readonly (EvidenceFacts | null)[] = [
  null,
  ...[false, true].map((deleted) => ({
    today: '2026-03-01',
    sources: [
      {
        id: 'source',
        title: 'Survey',
        kind: 'pdf' as const,
        edition: 'a'.repeat(64),
        paged: true,
        published: null,
        marking: null,
        reviewBy: null,
        supersededBy: null,
        deleted,
      },
    ],
    anchors: {},
    lines: [],
  })),
];

const made = new Map<string, AnySection>();

/** A section that says the same is the same object, as the editor reports it; 200 blocks fill an order. */
function sectionOf(id: number, text: number): AnySection {
  const name = `${id} ${text}`;
  const known = made.get(name);
  if (known) return known;
  const quote = { type: 'TextQuoteSelector' as const, exact: 'It cost £500m', prefix: '', suffix: '' };
  const locator = { quote, position: null, page: null };
  const citation = { id: 'c', evidenceId: 'source', edition: null, bearing: 'supports' as const, locator };
  const blocks = Array.from({ length: id === 0 ? 200 : 1 }, (_, at) => ({
    ...plainBlock(() => `${id}-${at}`, 'paragraph', [{ type: 'text', text: texts[text] ?? '' }]),
    citations: id === 1 ? [citation] : [],
  }));
  const next = section(() => `section-${id}`, 'body', blocks);
  made.set(name, next);
  return next;
}

test('whatever comes between, what is heard in the end is what a check of the last state says', () => {
  fc.assert(
    fc.property(
      states,
      fc.infiniteStream(fc.nat(3)),
      fc.infiniteStream(fc.nat(2)),
      (rows, choices, known) => {
        const orders: Order[] = [];
        const answers: Found[] = [];
        let waiting: (() => void) | null = null;
        const asker = new Asker({
          post: (order) => orders.push(structuredClone(order)),
          later(run) {
            waiting = run;
            return () => {
              waiting = null;
            };
          },
        });
        const checker = new Checker();
        let shown: readonly Finding[] = [];
        let due = false;
        const steps = [
          () => {
            const run = waiting;
            waiting = null;
            run?.();
          },
          () => {
            const order = orders.shift();
            if (order && checker.take(order)) due = true;
          },
          () => {
            const found = due ? checker.check() : null;
            due = false;
            if (found) answers.push(structuredClone(found));
          },
          () => {
            const answer = answers.shift();
            if (answer) shown = asker.hear(answer) ?? shown;
          },
        ];
        let last: DespatchDocument = blank;
        let facts: EvidenceFacts | null = null;
        for (const row of rows) {
          last = { ...blank, sections: row.map(({ id, text }) => sectionOf(id, text)) };
          facts = knowledge[known.next().value ?? 0] ?? null;
          asker.ask(last, [], facts);
          for (let at = 0; at < 4; at += 1) steps[choices.next().value ?? 0]?.();
        }
        while (waiting !== null || orders.length > 0 || due || answers.length > 0)
          for (const step of steps) step();
        expect(shown).toEqual(checkDocument(last, [], facts));
      },
    ),
    { numRuns: 300 },
  );
});

test('of what has not changed nothing is given or said again', () => {
  const orders: Order[] = [];
  const asker = new Asker({ post: (order) => orders.push(order), later: () => () => {} });
  const checker = new Checker();
  const state = (text: number) => ({ ...blank, sections: [sectionOf(1, 4), sectionOf(2, text)] });
  const ask = (text: number, facts = knowledge[1] ?? null) => {
    asker.ask(state(text), [], facts);
    const order = orders.pop();
    if (!order) throw new Error('Nothing was posted.');
    checker.take(order);
    return { order, found: checker.check() };
  };
  ask(1);
  const typed = ask(2);
  expect(typed.order.asked).not.toHaveProperty('facts');
  expect(typed.order.sections.map(({ id }) => id)).toEqual(['section-2']);
  expect(typed.found?.changed.map(([id]) => id)).toEqual(['section-2']);
  const same = ask(2);
  expect(same.order.sections).toEqual([]);
  expect(same.found?.changed).toEqual([]);
  const binned = ask(2, knowledge[2] ?? null);
  expect(binned.order.sections).toEqual([]);
  const told = binned.found?.changed.flatMap(([, findings]) => findings.map(({ rule }) => rule));
  expect(told).toContain('source-missing');
});
