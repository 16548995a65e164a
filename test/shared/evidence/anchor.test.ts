import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Locator } from '../../../shared/document/schema.ts';
import { anchorIn, anchorText } from '../../../shared/evidence/anchor.ts';
import { pageStarts, wholeText } from '../../../shared/evidence/text.ts';

const edition = 'e'.repeat(64);

function textOf(...pages: string[]) {
  const given = pages.map((text) => ({ text }));
  return anchorText(edition, wholeText(given), pageStarts(given), true);
}

/** As the reader makes one: 32 units on each side. */
function taken(pages: readonly string[], words: string, from = 0): Locator {
  const given = pages.map((text) => ({ text }));
  const whole = wholeText(given);
  const start = whole.indexOf(words, from);
  if (start === -1) throw new Error(`"${words}" is not there`);
  const end = start + words.length;
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: words,
      prefix: whole.slice(Math.max(0, start - 32), start),
      suffix: whole.slice(end, end + 32),
    },
    position: { type: 'TextPositionSelector', start, end },
    page: pageStarts(given).findLastIndex((at) => at <= start) + 1,
  };
}

const floods = [
  'The gauge at Weir Bridge read 4.86 metres on 14 February 2026, the highest since records began.',
  'Of the 1,284 homes in the flood zone, 163 were flooded. The repairs cost £1.6 billion over three years.',
  'Wardens visited every household twice. The repairs were finished in May. Nobody was hurt.',
];

test('words that have not moved are as they were', () => {
  const locator = taken(floods, '163 were flooded');
  expect(anchorIn(textOf(...floods), locator, false)).toEqual({
    state: 'same',
    place: {
      edition,
      page: 2,
      start: locator.position?.start,
      end: locator.position?.end,
      exact: '163 were flooded',
    },
    unseen: false,
  });
});

test('words on another page have moved, and are found with the page they stand on now', () => {
  const anchor = anchorIn(textOf('A new foreword.', ...floods), taken(floods, '163 were flooded'), true);
  expect(anchor.state).toBe('moved');
  expect(anchor.place?.page).toBe(3);
  expect(anchor.unseen).toBe(true);
});

test.each([
  ['other line breaks', (text: string) => text.replaceAll(' ', '\n')],
  ['other quotation marks', (text: string) => text.replaceAll("'", '’')],
  ['words parted at the end of a line', (text: string) => text.replaceAll('flooded', 'flood-\ned')],
  ['soft hyphens', (text: string) => text.replaceAll('homes', 'ho\u00admes')],
])('%s are no change', (_name, change) => {
  const anchor = anchorIn(
    textOf(...floods.map(change)),
    taken(floods, 'homes in the flood zone, 163 were flooded'),
    false,
  );
  expect(anchor.state).toBe('same');
});

test('a figure brought up to date is changed, and what stands there now is told', () => {
  const now = floods.map((text) => text.replace('£1.6 billion', '£1.8 billion'));
  const anchor = anchorIn(textOf(...now), taken(floods, '£1.6 billion'), false);
  expect(anchor).toMatchObject({ state: 'changed', place: { page: 2, exact: '£1.8 billion' } });
});

test('a sentence with some other words is changed', () => {
  const now = floods.map((text) =>
    text.replace('visited every household twice', 'visited each household once'),
  );
  const anchor = anchorIn(textOf(...now), taken(floods, 'Wardens visited every household twice.'), false);
  expect(anchor).toMatchObject({
    state: 'changed',
    place: { page: 3, exact: 'Wardens visited each household once.' },
  });
});

test('words that are gone are lost', () => {
  const now = [floods[0] ?? '', 'Nothing is said of homes any more.'];
  expect(anchorIn(textOf(...now), taken(floods, '163 were flooded. The repairs cost'), false)).toEqual({
    state: 'lost',
    place: null,
    unseen: false,
  });
});

test('a short quotation is never found where it means something else', () => {
  const now = [
    'Schools closed for 163 days in all. Some said 163 was too many.',
    'Another 163 lorries came and 163 left.',
  ];
  expect(anchorIn(textOf(...now), taken(floods, '163'), false).state).toBe('lost');
});

test('a number is not found within a longer one', () => {
  const before = ['It cost £1.6 that year'];
  expect(anchorIn(textOf('Again and elsewhere £1.65 was paid'), taken(before, '£1.6'), false).state).toBe(
    'lost',
  );
});

test('of the same words in several places those with their neighbours are meant', () => {
  const pages = [
    'In the north 40 homes were lost to the sea.',
    'In the south 40 homes were sold to tenants.',
  ];
  const locator = taken(pages, '40 homes', pages[0]?.length);
  const anchor = anchorIn(textOf('Preface', ...pages), locator, false);
  expect(anchor).toMatchObject({ state: 'moved', place: { page: 3 } });
});

test('a long passage with changes inside it is found by its ends', () => {
  const long = Array.from({ length: 80 }, (_, at) => `Paragraph ${at} speaks of matter ${at * 7}.`).join(' ');
  const locator = taken([long], long.slice(100, 1500));
  const now = `Preface. ${long.slice(0, 700)}and so on ${long.slice(740)}`;
  const anchor = anchorIn(textOf(now), locator, false);
  expect(anchor.state).toBe('changed');
  expect(anchor.place?.exact).toContain('and so on');
});

const word = fc.stringMatching(/^[a-z]{3,9}$/);
const prose = fc.array(word, { minLength: 60, maxLength: 120 }).map((words) => words.join(' '));

test('whatever a text says, words taken from it are found where they were taken', () => {
  fc.assert(
    fc.property(prose, fc.nat(200), fc.integer({ min: 1, max: 80 }), (text, from, length) => {
      const words = text.slice(from, from + length);
      fc.pre(words.trim() !== '');
      const locator = taken([text], words, 0);
      const anchor = anchorIn(textOf(text), locator, false);
      expect(anchor.state).toBe('same');
      expect(anchor.place?.exact.replaceAll(/\s+/gu, ' ').trim()).toBe(words.trim());
    }),
  );
});

test('words put before the quotation never change which words are found', () => {
  fc.assert(
    fc.property(prose, prose, fc.integer({ min: 40, max: 150 }), (text, before, from) => {
      const words = text.slice(from, from + 45);
      const anchor = anchorIn(textOf(`${before} ${text}`), taken([text], words, from), false);
      expect(['same', 'moved']).toContain(anchor.state);
      expect(anchor.place?.exact).toBe(words.trim());
    }),
  );
});

test('the words at the place are those that the answer says stand there, whatever has become of them', () => {
  fc.assert(
    fc.property(prose, prose, fc.integer({ min: 0, max: 150 }), fc.nat(60), (one, other, from, length) => {
      const text = textOf(other);
      const { place } = anchorIn(text, taken([one], one.slice(from, from + length + 1), from), false);
      if (place) expect(text.whole.slice(place.start, place.end)).toBe(place.exact);
    }),
  );
});

test.each([
  ['one letter', 'a'.repeat(400_000), 'a'.repeat(150)],
  ['one letter and another', 'a'.repeat(400_000), `${'a'.repeat(150)}b`],
  ['two letters', 'ab'.repeat(200_000), `${'ab'.repeat(70)}c${'ab'.repeat(70)}`],
  ['spaces', ' '.repeat(400_000), 'some words that are nowhere in it at all'],
  ['hyphens', 'a-'.repeat(200_000), `${'a-'.repeat(100)}z`],
])('a text of %s comes to an end', (_name, text, exact) => {
  const quote = { type: 'TextQuoteSelector' as const, exact, prefix: 'a'.repeat(32), suffix: 'a'.repeat(32) };
  expect(anchorIn(textOf(text), { quote, position: null, page: 1 }, false).unseen).toBe(false);
});
