import { describe, expect, test } from 'vitest';
import { counts, lines, readingOf } from './helpers.ts';

const read = (html: string) => lines(readingOf(html).fragments);

describe('words', () => {
  test('keep what Word means by bold and italic, whatever it says of other scripts', () => {
    expect(
      read(
        "<p><b style='mso-bidi-font-weight:normal'>bold</b> <i style='mso-bidi-font-style:normal'>italic</i></p>",
      ),
    ).toEqual(['line0: *bold| |/italic']);
  });

  test('in right-to-left scripts, emoji of several characters and combined letters come exactly', () => {
    const words = 'שלום עולם · مرحبا · 👩‍👩‍👧‍👦🏳️‍🌈 · e\u0301 · 日本語';
    expect(read(`<p dir="rtl">${words}</p>`)).toEqual([`line0: ${words}`]);
  });

  test('with emoji drawn as pictures keep the emoji', () => {
    expect(read('<p>Well done <img alt="👍🏽" src="https://s.example.net/1f44d.png"></p>')).toEqual([
      'line0: Well done 👍🏽',
    ]);
  });

  test('that are raised or lowered keep their meaning where a character for it exists', () => {
    expect(read('<p>10<sup>6</sup> m<sup>2</sup>, CO<sub>2</sub>, 1<sup>st</sup></p>')).toEqual([
      'line0: 10⁶ m², CO₂, 1st',
    ]);
  });

  test('have one blank between them however the page was laid out', () => {
    expect(read('<div>one <b> two</b>\n <i>three</i><br>\n four &nbsp;five</div>')).toEqual([
      'line0: one |*two| |/three|⏎|four five',
    ]);
  });
});

test.each([
  ['javascript:alert(1)', 'active 1'],
  ['JaVaScRiPt:alert(1)', 'active 1'],
  [' \u0001javascript:alert(1)', 'link 1'],
  ['data:text/html,x', 'active 1'],
  ['file:///c:/secret', 'link 1'],
  ['/relative', 'link 1'],
  ['https://exa mple.org', 'link 1'],
])('a link to %s leaves its words only, and that is told', (href, told) => {
  const { fragments, notes } = readingOf(`<p><a href="${href}">words</a></p>`);
  expect(lines(fragments)).toEqual(['line0: words']);
  expect(counts(notes)).toEqual([told]);
});

describe('tables', () => {
  test('of one column or one cell are boxes, whose words follow one another', () => {
    expect(read('<table><tr><td>Box</td></tr><tr><td><ul><li>item</li></ul></td></tr></table>')).toEqual([
      'line0: Box',
      'item0: item',
    ]);
  });

  test('unfold merged cells in both directions', () => {
    const html =
      '<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr></table>';
    expect(read(html)).toEqual(['table0 row:', '  a ¦  ¦ b', '   ¦  ¦ c', '  d ¦ e ¦ f']);
  });

  test('that claim to be wider than any paper keep every word', () => {
    const cells = Array.from({ length: 120 }, (_, at) => `<td colspan=1000>c${at}</td>`).join('');
    const { fragments, notes } = readingOf(`<table><tr>${cells}</tr></table>`);
    const text = lines(fragments).join();
    for (let at = 0; at < 120; at += 1) expect(text).toContain(`c${at}`);
    expect(counts(notes)).toContain('wide 119');
  });

  test('keep lists in a cell as lines, and drop pictures from it by name', () => {
    const { fragments, notes } = readingOf(
      '<table><tr><td>a</td><td><ul><li>x</li><li>y</li></ul><img src="data:image/png;base64,aGk=" alt="Plan"></td></tr></table>',
    );
    expect(lines(fragments)).toEqual(['table0:', '  a ¦ – x|⏎|– y']);
    expect(counts(notes)).toEqual(['unplacedPicture 1', 'cellList 1']);
  });
});

test('headings of any depth keep their order and are made one step apart', () => {
  expect(read('<p class=MsoTitle>t</p><h2>a</h2><h5>b</h5><p role="heading" aria-level="2">c</p>')).toEqual([
    'heading0: t',
    'heading1: a',
    'heading2: b',
    'heading1: c',
  ]);
});

test('pictures whose bytes came along are taken, with their alternative text', () => {
  const { fragments, notes } = readingOf(
    '<p>a<img alt="Chart" src="data:image/png;base64,iVBORw0KGgo=">b</p>',
  );
  expect(lines(fragments)).toEqual(['line0: a', 'picture0:', 'line0: b']);
  expect(fragments[1]?.origin).toMatchObject({ mediaType: 'image/png', alternativeText: 'Chart' });
  expect(notes).toEqual([]);
});

test('pages nested as deep as no person writes them are read', () => {
  const deep = `${'<div><span>'.repeat(250)}words${'</span></div>'.repeat(250)}`;
  expect(read(deep)).toEqual(['line0: words']);
});
