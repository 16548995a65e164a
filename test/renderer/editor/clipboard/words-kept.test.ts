/** Whatever a page looks like, every word on it is pasted or named among what was left out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingOf, textOf } from './helpers.ts';

/** What becomes of a word: it is on the sheet, or it is named. */
type Fate = 'pasted' | 'named';

interface Page {
  readonly html: string;
  readonly words: readonly (readonly [string, Fate])[];
}

let made = 0;
const word = fc.constantFrom('alpha', 'βήτα', 'גימל', 'دال', '🦊', 'e\u0301', 'x&y').map((stem): Page => {
  made += 1;
  const text = `${stem}${made};`;
  return { html: text.replace('&', '&amp;'), words: [[text, 'pasted']] };
});

function wrap(open: string, close: string, inner: readonly Page[], fate: Fate | null = null): Page {
  return {
    html: `${open}${inner.map(({ html }) => html).join(' ')}${close}`,
    words: inner.flatMap(({ words }) => words.map(([text, was]) => [text, fate ?? was] as const)),
  };
}

const inlineTags = [
  ['<b>', '</b>', null],
  ['<span style="font-weight:700;color:red" onclick="x()">', '</span>', null],
  ['<ins>', '</ins>', null],
  ['<s>', '</s>', null],
  ['<font face="x">', '</font>', null],
  ['<o:p>', '</o:p>', null],
  ['<unknown-tag>', '</unknown-tag>', null],
  ['<del>', '</del>', 'named'],
  ['<span style="display:none">', '</span>', 'named'],
  ['<span class=MsoCommentReference>', '</span>', 'named'],
] as const;
/** Of which none may stand in another of its kind. */
const leafTags = [
  ['', ''],
  ['', ''],
  ['<a href="https://example.org/a">', '</a>'],
  ['<a href="javascript:x()">', '</a>'],
  ['<button>', '</button>'],
] as const;
const blockTags = [
  ['<p>', '</p>'],
  ['<div>', '</div>'],
  ['<h2>', '</h2>'],
  ['<blockquote><p>', '</p></blockquote>'],
  ['<ul><li>', '</li></ul>'],
  ['<ol><li><p>', '</p></li></ol>'],
  ['<p style="mso-list:l0 level3 lfo1">', '</p>'],
  ['<pre>', '</pre>'],
  ['<dl><dd>', '</dd></dl>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['<table><tr><td>', '</td><td colspan="3"></td></tr></table>'],
  ['<table><tr><th rowspan="2"></th><td><ul><li>', '</li></ul></td></tr></table>'],
  ['<section onmouseover="x()">', '</section>'],
] as const;

const leaf = fc
  .tuple(fc.constantFrom(...leafTags), word)
  .map(([[open, close], inner]) => wrap(open, close, [inner]));
const run = fc
  .tuple(leaf, fc.array(fc.constantFrom(...inlineTags), { maxLength: 2 }))
  .map(([inner, around]) =>
    around.reduce((page, [open, close, fate]) => wrap(open, close, [page], fate), inner),
  );
const block = fc
  .tuple(fc.constantFrom(...blockTags), fc.array(run, { minLength: 1, maxLength: 4 }))
  .map(([[open, close], runs]) => wrap(open, close, runs));
const page = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => wrap('<body>', '</body>', blocks));

test('every word on a page is pasted or named, and none of those named is pasted', () => {
  fc.assert(
    fc.property(page, ({ html, words }) => {
      const { fragments, notes } = readingOf(html);
      const pasted = textOf(fragments);
      const named = notes.flatMap((note) => note.words).join(' ');
      for (const [text, fate] of words) {
        const where = fate === 'pasted' ? pasted : named;
        expect(where, `${text} in ${html}`).toContain(text);
        if (fate === 'named') expect(pasted).not.toContain(text);
      }
    }),
    { numRuns: 300 },
  );
});

const hostile = fc.constantFrom(
  '<script>steal()</script>',
  '<img src=x onerror=steal()>',
  '<svg onload=steal()><script>steal()</script></svg>',
  '<iframe srcdoc="<script>steal()</script>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=steal()&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=steal()>">',
  '<a href="java&#x09;script:steal()">a</a>',
  '<form action=javascript:steal()><input name=body autofocus onfocus=steal()>',
  '<base href="javascript:steal()//">',
  '<meta http-equiv=refresh content="0;url=https://x.example">',
  '<table><tr><td rowspan=65535 colspan=65535>x',
  '<object data="javascript:steal()">',
  '<template><p>t</p></template>',
  '<li><li></ul></ol><td>loose',
  '<!--[if gte mso 9]><xml>',
  '<![CDATA[ x ]]>',
  '<p style="mso-list:l0 level99 lfo1">deep',
  '\u0000\u202e\ufffe<p>\ud800</p>',
  '<select><option>',
  '<b><p><i></b>cross</p></i>',
);

test('hostile pages leave nothing but words, links that may be followed and the structure of a document', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, fc.string({ maxLength: 12 })), { maxLength: 12 }), (parts) => {
      const { fragments } = readingOf(parts.join(''));
      for (const { origin, content } of fragments) {
        expect('role' in origin).toBe(true);
        for (const inline of content) {
          expect(['text', 'break']).toContain(inline.type);
          if (inline.type === 'text' && inline.link) expect(inline.link).toMatch(/^(?:https?:\/\/|mailto:)/i);
        }
      }
      expect(JSON.stringify(fragments)).not.toContain('onerror');
    }),
    { numRuns: 150 },
  );
});
