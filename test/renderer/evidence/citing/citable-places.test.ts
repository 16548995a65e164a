import { expect, test } from 'vitest';
import { citablePlaces, shortened } from '../../../../renderer/evidence/citing/citable-places.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import { counter, sample } from '../../editor/headless.ts';

const mint = counter('place');
const block = (kind: 'title' | 'heading' | 'guidance' | 'point', text: string) =>
  plainBlock(mint, kind, text === '' ? [] : [{ type: 'text', text }]);

test('every block with words that evidence could bear out is a place, under its heading and by its name', () => {
  const points = [block('point', 'Flood walls hold.'), block('point', ''), block('point', 'a'.repeat(200))];
  const blocks = [block('heading', 'Defences'), block('guidance', 'Say what you want.'), ...points];
  const brief = {
    ...sample('briefing'),
    sections: [section(mint, 'front', [block('title', 'Visit')]), section(mint, 'topic', blocks)],
  };
  const places = citablePlaces(brief, new Map([[points[0]?.id ?? '', 'Point 1']]));
  expect(places.map(({ group, name }) => [group, name])).toEqual([
    ['Defences', 'Defences'],
    ['Defences', 'Point 1 — Flood walls hold.'],
    ['Defences', `${'a'.repeat(69)}…`],
  ]);
});

test('words that are shortened stay on one line', () => {
  expect(shortened('  two\nlines ')).toBe('two lines');
});
