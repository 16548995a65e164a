import { expect, test } from 'vitest';
import { inlineHtml } from '../../../../renderer/editor/clipboard/html-out.ts';
import { fullSample } from '../full-sample.ts';
import { $select, open, sample } from '../headless.ts';
import { copied, copiedWhole, counts, lines, readingOf } from './helpers.ts';

test('a report copies out with its numbers as real lists, which go on where they were interrupted', () => {
  const html = copiedWhole(open(fullSample('report'))).get('text/html') ?? '';
  expect(html).toContain(
    '<ol type="a"><li>recommendation words<br><strong>Reason:</strong> reason of recommendation</li></ol>',
  );
  expect(html).toContain('<ol type="1"><li>paragraph words</li></ol>');
  expect(html).toContain('<ol type="1" start="2"><li value="2">paragraph words</li></ol>');
  expect(html).toContain('<h1>Recommendations</h1>');
  expect(html).toContain('<p><strong>Option 1</strong> option words<br><strong>Advantages:</strong>');
  expect(html).toMatch(/<th scope="col"[^>]*>Area<\/th>/);
  expect(html).not.toContain('guidance words');
});

test('a brief copies out with labels, nested points and attendees as a table', () => {
  const data = copiedWhole(open(fullSample('briefing')));
  const html = data.get('text/html') ?? '';
  expect(html).toContain('<ul><li>point words<ul><li>point words<ul><li>point words</li></ul></li>');
  expect(html).toContain(
    '<li><strong>Question to ask:</strong> question words<br><strong>Hoped-for answer:</strong>',
  );
  expect(html).toMatch(/<th scope="col"[^>]*>For us<\/th>/);
  expect(html).toContain('<h1>1. Section</h1>');
  const text = data.get('text/plain') ?? '';
  expect(text).toContain('Date: value of date\nTime: value of time');
  expect(text).toContain(
    'For us\tRole\tOrganisation\nattendee words\trole of attendee\torganisation of attendee',
  );
  expect(text).toContain('- Question to ask: question words\n  Hoped-for answer: hopedForAnswer of question');
  expect(text).toContain('Q1 likelyQuestion words');
});

test('a part of one block copies as mere words, with their format', () => {
  const bench = open(sample('briefing'));
  bench.edit(() => {
    $select(['Background words', 0], ['Background words', 10]).formatText('bold');
  });
  const data = copied(bench, ['Background words', 3], ['Background words', 10]);
  expect(data.get('text/html')).toBe('<strong>kground</strong>');
  expect(data.get('text/plain')).toBe('kground');
});

test('every character of the words is escaped, also in links', () => {
  expect(
    inlineHtml([
      { type: 'text', text: '<i>&"', bold: true, link: 'https://e.org/?a=1&b="' },
      { type: 'break' },
    ]),
  ).toBe('<a href="https://e.org/?a=1&#38;b=&#34;"><strong>&#60;i&#62;&#38;&#34;</strong></a><br>');
});

test('what Despatch writes for other programs it can read itself', () => {
  const html = copiedWhole(open(sample('briefing'))).get('text/html') ?? '';
  const { fragments, notes } = readingOf(html);
  expect(lines(fragments)).toEqual(
    expect.arrayContaining([
      'heading0: Meeting with the council',
      'heading1: 1. First topic',
      'item0: One',
      'item1: Two',
      'item2: Three',
      'quotation0: Quoted words',
    ]),
  );
  expect(counts(notes)).toEqual([]);
});
