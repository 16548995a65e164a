import { expect, test } from 'vitest';
import {
  carriesPassage,
  PASSAGE_TYPE,
  readCitation,
  readPassage,
  writeCitation,
  writePassage,
} from '../../../../renderer/evidence/citing/passage-drag.ts';
import type { TakenPassage } from '../../../../shared/evidence/taken.ts';

class Dragged {
  readonly #data = new Map<string, string>();
  effectAllowed = '';
  get types(): readonly string[] {
    return [...this.#data.keys()];
  }
  setData(type: string, value: string): void {
    this.#data.set(type, value);
  }
  getData(type: string): string {
    return this.#data.get(type) ?? '';
  }
}
const dragged = () => new Dragged() as unknown as DataTransfer;
const taken: TakenPassage = {
  evidenceId: 's1',
  edition: 'a'.repeat(64),
  locator: {
    quote: { type: 'TextQuoteSelector', exact: 'the words', prefix: '', suffix: '' },
    position: null,
    page: 2,
  },
};

test('a passage arrives as it was taken, and other programs get its words', () => {
  const data = dragged();
  expect(carriesPassage(data)).toBe(false);
  writePassage(data, taken);
  expect(carriesPassage(data)).toBe(true);
  expect(readPassage(data)).toEqual(taken);
  expect(data.getData('text/plain')).toBe('the words');
});

test.each(['', '{', '{"evidenceId":"s1"}', JSON.stringify({ ...taken, more: 1 })])(
  '%j is no passage',
  (words) => {
    const data = dragged();
    data.setData(PASSAGE_TYPE, words);
    expect(readPassage(data)).toBeNull();
  },
);

test('a citation is one in its own document, and in another the passage it quotes', () => {
  const data = dragged();
  const place = { documentId: 'd1', blockId: 'b1', citationId: 'c1', stays: true };
  writeCitation(data, place, { id: 'c1', bearing: 'context', ...taken });
  expect(carriesPassage(data)).toBe(true);
  expect(readCitation(data, 'd1')).toEqual(place);
  expect(readCitation(data, 'd2')).toBeNull();
  expect(readPassage(data)).toEqual(taken);
  const old = dragged();
  writeCitation(old, place, { id: 'c1', bearing: 'context', ...taken, edition: null });
  expect([carriesPassage(old), readPassage(old)]).toEqual([true, null]);
});
