import { expect, test } from 'vitest';
import { limits } from '../../../shared/checks/limits.ts';
import { checkContext } from '../../../shared/checks/rule.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { defaultSettings } from '../../../shared/document/settings.ts';
import { newDocument } from '../document/blank.ts';

let minted = 0;
const mint = () => `id-${++minted}`;

function found(pointWords: number, most: { words?: number; minutes?: number }): string[] {
  const point = plainBlock(mint, 'point', [{ type: 'text', text: 'harbour '.repeat(pointWords) }]);
  const document: DespatchDocument = {
    ...newDocument('briefing', mint),
    settings: { ...defaultSettings, limits: { words: null, pages: null, minutes: null, ...most } },
    sections: [section(mint, 'topic', [point])],
  };
  return [...limits.check(checkContext(document, []))].map((finding) => finding?.message ?? '');
}

test('without a limit nothing is too long', () => {
  expect(found(10_000, {})).toEqual([]);
});

test('a limit is kept up to its last word', () => {
  expect(found(1200, { words: 1200 })).toEqual([]);
  expect(found(1215, { words: 1200 })).toEqual([
    expect.stringMatching(/1,215 words; its limit is 1,200\. Take out 15/),
  ]);
});

test('what is to be said is measured in minutes', () => {
  expect(found(130 * 5, { minutes: 5 })).toEqual([]);
  expect(found(130 * 5 + 1, { minutes: 5 })).toEqual([
    expect.stringMatching(/about 6 minutes; the limit is 5/),
  ]);
});
