import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, read, refusal, textOf } from './read.ts';

const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Flood review - Council</title>
<meta property="og:title" content="Flood review"><meta name="author" content="Jane Smith and Thomas O’Hara">
<meta property="article:published_time" content="2026-02-20T09:00:00Z"><meta property="og:site_name" content="Harrowmere County Council">
<link rel="canonical" href="https://www.harrowmere.gov.uk/review"><style>p { color: red }</style>
<script src="https://evil.example/x.js"></script></head><body><nav><ul><li>Home</li></ul></nav>
<p>OFFICIAL-SENSITIVE</p><h1>Flood   review</h1><p>First
line<br>second line with <b>bold</b>&nbsp;and &pound;1.6&#98;n.<img src="https://evil.example/p.png"></p>
<ul><li>An item</li><li><p>Another</p></li></ul><blockquote><p>They said so.</p></blockquote>
<table><tr><th>Place<th>Homes<tr><td>Marlbridge</td><td>1,284<table><tr><td>of them 3</td></tr></table></td></tr></table>
<pre>a  b
c</pre><div hidden>hidden</div><div style="display: none">gone</div><iframe src="https://evil.example"></iframe>
<p>Next review date: 1 March 2027</p><script>document.write('written')</script></body></html>`;

test('a web page gives its words as a visitor reads them, and what each line is', async () => {
  const extraction = await read(page, 'review.html');
  expect(linesOf(extraction)).toEqual([
    ['text', 'OFFICIAL-SENSITIVE'],
    ['heading', 'Flood review'],
    ['text', 'First line'],
    ['text', 'second line with bold and £1.6bn.'],
    ['item', 'An item'],
    ['item', 'Another'],
    ['quote', 'They said so.'],
    ['row', 'Place\tHomes'],
    ['row', 'Marlbridge\t1,284 of them 3'],
    ['text', 'a b'],
    ['text', 'c'],
    ['text', 'Next review date: 1 March 2027'],
  ]);
  expect(extraction.outline).toEqual([{ title: 'Flood review', page: 1, level: 0 }]);
});

test('a web page says who published it, when and where; a marking and a review date are read from its text', async () => {
  const { about, kind, paged, textState } = await read(page, 'review.html');
  expect(about).toEqual({
    csl: {
      type: 'webpage',
      title: 'Flood review',
      author: [
        { family: 'Smith', given: 'Jane' },
        { family: 'O’Hara', given: 'Thomas' },
      ],
      publisher: 'Harrowmere County Council',
      issued: { 'date-parts': [[2026, 2, 20]] },
      URL: 'https://www.harrowmere.gov.uk/review',
    },
    marking: 'OFFICIAL-SENSITIVE',
    reviewBy: '2027-03-01',
  });
  expect([kind, paged, textState]).toEqual(['html', false, 'text']);
});

test('nothing of scripts, styles, remote frames or hidden parts is kept', async () => {
  expect(textOf(await read(page, 'review.html'))).not.toMatch(/evil|written|color|hidden|gone|Home\n/);
});

test('an address that leads into this computer is no address of the source', async () => {
  const { about } = await read('<html><link rel="canonical" href="file:///etc/passwd"><p>x</p>', 'a.html');
  expect(about.csl.URL).toBeUndefined();
});

test.each([
  ['a page in an old encoding that it declares', 'iso-8859-2', Buffer.from([0xb3]), 'ł'],
  ['a page that lies about its encoding', 'shift_jis-no-such', Buffer.from('ł'), 'ł'],
])('%s is read', async (_name, charset, word, expected) => {
  const bytes = Buffer.concat([
    Buffer.from(`<html><meta charset="${charset}"><p>`),
    word,
    Buffer.from('</p>'),
  ]);
  expect(textOf(await read(bytes, 'a.html'))).toBe(expected);
});

test('UTF-16 pages are read, and Windows-1252 that is not declared is told', async () => {
  expect(textOf(await read(Buffer.from('\ufeff<html><p>£5</p>', 'utf16le'), 'a.htm'))).toBe('£5');
  const guessed = await read(Buffer.from('<html><p>\x80 5</p>', 'latin1'), 'a.htm');
  expect([textOf(guessed), guessed.notices.length]).toEqual(['€ 5', 1]);
});

test('elements nested without end are refused in words', async () => {
  const { code, details } = await refusal(`<html>${'<div>'.repeat(100_000)}`, 'deep.html');
  expect([code, details['reason']]).toEqual(['input.tooComplex', 'its elements nest more than 2000 deep']);
});

test('any tags in any order give sound pages and every visible word', async () => {
  const tag = fc.constantFrom(
    'p',
    'table',
    'tr',
    'td',
    'th',
    'li',
    'ul',
    'h2',
    'pre',
    'blockquote',
    'b',
    'br',
  );
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom('alpha', 'beta\n', ' &#0; ', '\u0007', '&#xd800;', '< ', '&amp'),
  );
  // More bells than two and it is no text at all.
  const bells = (parts: readonly string[]) => parts.filter((part) => part === '\u0007').length;
  const pieces = fc.array(piece, { maxLength: 40 }).filter((parts) => bells(parts) <= 2);
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      const text = textOf(await read(`<html>${parts.join('')}`, 'a.html'));
      for (const word of ['alpha', 'beta']) {
        const given = parts.filter((part) => part.trim() === word).length;
        expect(text.split(word).length - 1).toBe(given);
      }
    }),
    { numRuns: 300 },
  );
});
