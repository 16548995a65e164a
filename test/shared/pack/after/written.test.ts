import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutExempt } from '../../../../shared/document/exempt.ts';
import { parseDocument, serialiseDocument } from '../../../../shared/document/parse.ts';
import { writeActionList } from '../../../../shared/pack/after/action-list.ts';
import { writeDecisionNotice } from '../../../../shared/pack/after/decision-notice.ts';
import { type Written, writeMinutes } from '../../../../shared/pack/after/minutes.ts';
import { recordSchema } from '../../../../shared/pack/after/record.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { cases, mintFrom, wordsOf } from './records.ts';

function times(word: string, text: string): number {
  return text.split(word).length - 1;
}

function everyOnce(words: readonly string[], there: string, notThere: string): void {
  for (const word of words) expect([word, times(word, there), times(word, notThere)]).toEqual([word, 1, 0]);
}

function sound({ document, exempt }: Written): void {
  for (const each of [document, ...(exempt === null ? [] : [exempt])]) {
    const { document: again, unknownParts } = parseDocument(
      JSON.parse(JSON.stringify(serialiseDocument(each))),
    );
    expect(unknownParts).toEqual([]);
    expect(again).toEqual(each);
    expect(printDocument(each).blocks.length).toBeGreaterThan(0);
  }
}

describe('whatever was noted of whatever agenda', () => {
  test('the record is one that can be stored', () => {
    fc.assert(
      fc.property(cases, ({ record }) => {
        expect(recordSchema.parse(record)).toEqual(record);
      }),
    );
  });

  test('minutes have every open word once and no exempt one; the exempt minutes have the others', () => {
    fc.assert(
      fc.property(cases, ({ meeting, record, open, withheld, openActions, withheldActions }) => {
        const written = writeMinutes(meeting, record, mintFrom());
        const [there, apart] = [wordsOf(written.document), wordsOf(written.exempt)];
        everyOnce([...open, ...openActions], there, apart);
        everyOnce([...withheld, ...withheldActions], apart, there);
        expect(written.exempt === null).toBe(withheld.length + withheldActions.length === 0);
        sound(written);
      }),
    );
  });

  test('the list of actions has each of them once, on its side', () => {
    fc.assert(
      fc.property(cases, ({ meeting, record, openActions, withheldActions }) => {
        const written = writeActionList(meeting, record, mintFrom());
        everyOnce(openActions, wordsOf(written.document), wordsOf(written.exempt));
        everyOnce(withheldActions, wordsOf(written.exempt), wordsOf(written.document));
        sound(written);
      }),
    );
  });

  test('the notice of decisions has each resolution once, on its side, and no word of the discussion', () => {
    fc.assert(
      fc.property(cases, ({ meeting, record, open, withheld }) => {
        const written = writeDecisionNotice(meeting, record, mintFrom());
        const resolutions = (words: readonly string[]) =>
          words.filter((word) => word.startsWith('resolution'));
        everyOnce(resolutions(open), wordsOf(written.document), wordsOf(written.exempt));
        everyOnce(resolutions(withheld), wordsOf(written.exempt), wordsOf(written.document));
        expect(wordsOf(written.document) + wordsOf(written.exempt)).not.toContain('minuteword');
        sound(written);
      }),
    );
  });

  test.each([
    ['minutes', writeMinutes],
    ['actions', writeActionList],
  ] as const)(
    'the exempt %s, exported for the public, show nothing that has a reason to be withheld',
    (_, write) => {
      fc.assert(
        fc.property(cases, ({ meeting, record, withheld, withheldActions }) => {
          const { exempt } = write(meeting, record, mintFrom());
          if (exempt === null) return;
          const left = wordsOf(withoutExempt(exempt));
          const reasoned = meeting.items.every((item) => item.exempt !== null);
          const orphans = record.items.some(({ itemId }) => itemId === 'gone');
          if (!reasoned || orphans) return;
          for (const word of [...withheld, ...withheldActions]) expect(left).not.toContain(word);
        }),
      );
    },
  );
});
