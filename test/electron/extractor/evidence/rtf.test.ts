import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRtf } from '../../../../electron/extractor/evidence/rtf.ts';
import { expectSound, linesOf, read, refusal, textOf } from './read.ts';

const document = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 MS Mincho;}}
{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 Quote;}{\s3\outlinelevel1 Own;}}
{\info{\title Flood review}{\author Jane Smith}{\revtim\yr2026\mo2\dy3\hr9}{\*\company Harrowmere County Council}}
{\header\pard OFFICIAL-SENSITIVE\par}
\pard\s1 Heading\par\pard\plain \b bold\b0  \ldblquote q\rdblquote  \'80 5 \u8364? 5 {\f1\'cf\'f0} {\f2\'93\'fa} \u-10187?\u-8976?{\footnote note {\b words}}\par
{\v hidden}{\deleted struck}{\*\bkmkstart x}{\listtext\'95\tab}an item\par\pard\s3 Sub\par
\trowd\pard\intbl A\par a\cell B\cell\row\pard{\pict 89abcdef}{\*\unknown gone}{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt shown}}\par\pard\s2 said\par}`;

test('an RTF file gives its lines, in every character set, and what they are', async () => {
  const extraction = await read(document, 'review.rtf');
  expect(linesOf(extraction)).toEqual([
    ['heading', 'Heading'],
    ['text', 'bold “q” € 5 € 5 Пр 日 𝓰'],
    ['aside', 'note words'],
    ['item', '• an item'],
    ['heading', 'Sub'],
    ['row', 'A a\tB'],
    ['text', 'shown'],
    ['quote', 'said'],
  ]);
  expect(extraction.outline.map(({ title, level }) => [title, level])).toEqual([
    ['Heading', 0],
    ['Sub', 1],
  ]);
  expect(extraction.about).toMatchObject({
    csl: {
      title: 'Flood review',
      author: [{ family: 'Smith', given: 'Jane' }],
      publisher: 'Harrowmere County Council',
      issued: { 'date-parts': [[2026, 2, 3]] },
    },
    marking: 'OFFICIAL-SENSITIVE',
  });
  expect(extraction.notices.join()).toContain('tracked changes');
});

test('pages are given where the breaks in it are all the pages it counted', async () => {
  const rtf = (pages: number) => String.raw`{\rtf1{\info{\nofpages${pages}}}one\par\page two\par}`;
  const sure = await read(rtf(2), 'a.rtf');
  expect([sure.paged, sure.pages.map(({ text }) => text)]).toEqual([true, ['one', 'two']]);
  const unsure = await read(rtf(9), 'a.rtf');
  expect([unsure.paged, textOf(unsure)]).toEqual([false, 'one\ntwo']);
});

test.each([
  ['input.tooComplex', /nest more than/, `{\\rtf1${'{'.repeat(5000)}`],
  ['input.damaged', /cut off/, '{\\rtf1{\\pict\\bin999999999 x}}'],
])('%s: a harmful file is refused with its reason', async (code, reason, bytes) => {
  const fault = await refusal(bytes, 'odd.rtf');
  expect([fault.code, fault.details['reason']]).toEqual([code, expect.stringMatching(reason)]);
});

test('a file cut short gives what is there', async () => {
  expect(textOf(await read('{\\rtf1 one\\par two {\\b three', 'cut.rtf'))).toBe('one\ntwo three');
});

test('any words of the format in any order give sound pages', async () => {
  const piece = fc.constantFrom(
    ...String.raw`{ } \par \cell \row \intbl \u-1? \u55357? \uc0 \'ff \'0 \page {\footnote {\header {\info {\title {\*\x {\fonttbl \f1 \fcharset128 \ansicpg932 \v \v0 \pard \s1 \outlinelevel3 abc \bin2 \~`.split(
      ' ',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (parts) => {
      expectSound(await readRtf(Buffer.from(`{\\rtf1 ${parts.join(' ')}`), 'a.rtf'));
    }),
    { numRuns: 200 },
  );
});
