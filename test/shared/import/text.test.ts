import { expect, test } from 'vitest';
import type { Inline } from '../../../shared/document/schema.ts';
import { plainText } from '../../../shared/document/walk.ts';
import { parseInlineMarkup } from '../../../shared/import/inline-markup.ts';
import { readMarker, romanValue } from '../../../shared/import/markers.ts';
import { readMarking } from '../../../shared/import/marking.ts';
import { sourceFromText } from '../../../shared/import/plain-text.ts';
import { lowerRoman } from '../../../shared/print/lists.ts';

/** Formatting as letters around the words, for reading. */
function shown(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.type !== 'text') return '⏎';
      const text = inline.italic ? `<i>${inline.text}</i>` : inline.text;
      return inline.bold ? `<b>${text}</b>` : text;
    })
    .join('')
    .replaceAll('</b><b>', '');
}
const lines = (text: string) => sourceFromText(text, 'test').lines;
const words = (text: string) => lines(text).map(({ content }) => plainText(content));

test.each([
  ['a **bold** word', 'a <b>bold</b> word'],
  ['*leaning* and _leaning_', '<i>leaning</i> and <i>leaning</i>'],
  ['***both*** and **bold *and leaning* too**', '<b><i>both</i></b> and <b>bold <i>and leaning</i> too</b>'],
  ['2 * 3 * 4 and 5*6*7', '2 * 3 * 4 and 5*6*7'],
  ['snake_case_name and __init__py', 'snake_case_name and __init__py'],
  ['a note* and ** nothing **', 'a note* and ** nothing **'],
  ['one **open and **closed**', 'one **open and <b>closed</b>'],
  ['\\*not leaning\\* and 1\\.', '*not leaning* and 1.'],
  ['see [the guide](https://g.example/a_b_c)', 'see the guide (https://g.example/a_b_c)'],
  ['a [sic] remark (and another)', 'a [sic] remark (and another)'],
  ['\\\\server\\share', '\\\\server\\share'],
])('%s reads as %s', (markup, expected) => {
  expect(shown(parseInlineMarkup(markup))).toBe(expected);
});

test.each([
  ['- words', '-', 'bullet', 0, ''],
  ['• words', '•', 'bullet', 0, ''],
  ['1. words', '1.', 'decimal', 1, ''],
  ['12) words', '12)', 'decimal', 12, ''],
  ['(3) words', '(3)', 'decimal', 3, ''],
  ['2.3 Words', '2.3', 'decimal', 3, '2.'],
  ['2.3.1. words', '2.3.1.', 'decimal', 1, '2.3.'],
  ['a. words', 'a.', 'letter', 1, ''],
  ['(b) words', '(b)', 'letter', 2, ''],
  ['- c. words', 'c.', 'letter', 3, ''],
  ['i) words', 'i)', 'roman', 1, ''],
  ['(iv) words', '(iv)', 'roman', 4, ''],
])('%s starts with a marker', (text, marker, style, value, prefix) => {
  expect(readMarker(text)?.marker).toEqual({ text: marker, style, value, prefix });
});

test.each([
  '2.3 million people',
  '2020. A year',
  '-5 degrees',
  'e.g. this',
  '1st place',
  'I. Newton',
  '24 March',
])('%s starts with no marker', (text) => expect(readMarker(text)).toBeNull());

test('the letter after h is i, and the numeral after i is ii', () => {
  const letter = (value: number) => ({ text: '', style: 'letter' as const, value, prefix: '' });
  expect(readMarker('i. words', [letter(7), letter(8)])?.marker.style).toBe('letter');
  expect(readMarker('v. words', [{ ...letter(4), style: 'roman' }])?.marker).toMatchObject({
    style: 'roman',
    value: 5,
  });
  expect(readMarker('v. words', [letter(21)])?.marker).toMatchObject({ style: 'letter', value: 22 });
  for (let count = 1; count < 100; count += 1) expect(romanValue(lowerRoman(count))).toBe(count);
});

test('line ends of every system, byte order marks, soft hyphens, tabs and form feeds are understood', () => {
  expect(words('\ufeffOne\r\nTwo\rThree\u2028Four\fFive')).toEqual(['One', 'Two', 'Three', 'Four', 'Five']);
  expect(lines('One\fTwo').map(({ pageBreakBefore }) => pageBreakBefore)).toEqual([false, true]);
  expect(words('safe\u00adguarding\tand  more\u200b')).toEqual(['safeguarding and more']);
  expect(sourceFromText('safe\u00adguarding', 'test').notices.map(({ code }) => code)).toEqual([
    'invisibleCharacters',
  ]);
});

test('lines wrapped at a margin become whole, with bold over the line end; short lines stay apart', () => {
  const text = `Attendees: the Chair
The **first paragraph of this text was wrapped by a program that breaks
its lines** at seventy characters, as mail programs do with everything
that passes through them, whoever wrote it and whatever it says to us
all.
1. An item
   goes on below`;
  const [label, paragraph, item] = lines(text);
  expect(lines(text)).toHaveLength(3);
  expect(plainText(label?.content ?? [])).toBe('Attendees: the Chair');
  expect(shown(paragraph?.content ?? [])).toMatch(/^The <b>first .* its lines<\/b> at .* all\.$/);
  expect(paragraph?.original.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  expect(plainText(item?.content ?? [])).toBe('An item goes on below');
});

test('Markdown headings of both kinds, quotations and tables are told apart from text', () => {
  const source = lines(
    'Title\n=====\n\n## Part ##\n\nNext\n----\n\n> Quoted\n\n| A | B |\n|---|:-:|\n| **c** | d |\n\n---\n\nEnd',
  );
  expect(source.map(({ heading }) => heading)).toEqual([1, 2, 2, null, null, null, null, null, null]);
  expect(source.map(({ quoted }) => quoted).indexOf(true)).toBe(3);
  expect(source.filter(({ cell }) => cell).map(({ cell }) => [cell?.row, cell?.column])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
});

test.each([
  ['OFFICIAL', 'OFFICIAL', '', ''],
  ['OFFICIAL-SENSITIVE', 'OFFICIAL-SENSITIVE', '', ''],
  ['OFFICIAL SENSITIVE', 'OFFICIAL-SENSITIVE', '', ''],
  ['OFFICIAL-SENSITIVE – COMMERCIAL', 'OFFICIAL-SENSITIVE', 'COMMERCIAL', ''],
  ['OFFICIAL-SENSITIVE COMMERCIAL', 'OFFICIAL-SENSITIVE', 'COMMERCIAL', ''],
  [
    'OFFICIAL-SENSITIVE – PERSONAL – For the Chair only',
    'OFFICIAL-SENSITIVE',
    'PERSONAL',
    'For the Chair only',
  ],
  ['OFFICIAL - For named recipients', 'OFFICIAL', '', 'For named recipients'],
])('%s is a marking', (text, classification, descriptor, handling) => {
  expect(readMarking(text)).toEqual({ classification, descriptor, handling });
});

test.each(['Official visit', 'OFFICIAL visits to France', 'OFFICIALS', 'SECRET'])(
  '%s is no marking',
  (text) => {
    expect(readMarking(text)).toBeNull();
  },
);
