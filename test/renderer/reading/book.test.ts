import { expect, test } from 'vitest';
import { Book, type PageText } from '../../../renderer/reading/book.ts';
import type { Reading } from '../../../shared/contract/evidence-reading-calls.ts';
import { pageStarts, wholeText } from '../../../shared/evidence/text.ts';

const texts = ['Front', '', 'The quay', 'is shut\nThe quay'].map((text): PageText => ({ text, roles: [] }));
const starts = pageStarts(texts);
const labels = ['i', null, '1', '2'];

function bookOf(paged = true, outline: Reading['outline'] = []) {
  const asked: number[] = [];
  const reading: Reading = {
    sourceId: 'source',
    edition: 'a'.repeat(64),
    current: true,
    kind: 'pdf',
    title: 'Review',
    textState: 'text',
    paged,
    pages: texts.map(({ text }, at) => ({
      label: labels[at] ?? null,
      start: starts[at] ?? 0,
      length: text.length,
    })),
    outline,
    sizes: null,
    problem: null,
  };
  let failing = false;
  const book = new Book(reading, {
    text: async (page) => {
      asked.push(page);
      if (failing) throw new Error('gone');
      return texts[page - 1] ?? { text: '', roles: [] };
    },
    boxes: async () => null,
    picture: () => Promise.reject(new Error('nothing is drawn here')),
  });
  return { book, asked, fail: (fails: boolean) => (failing = fails) };
}

test('every place of the whole text is on its page, and pages together are the text', async () => {
  const { book } = bookOf();
  const whole = wholeText(texts);
  expect(book.length).toBe(whole.length);
  for (let page = 1; page <= texts.length; page += 1) expect(book.pageAt(book.startOf(page))).toBe(page);
  expect(book.pageAt(whole.indexOf('quay'))).toBe(3);
  expect(await book.stretch(1, 99)).toEqual({ start: 0, text: whole });
  const { start, text } = await book.around({ start: 8, end: 9 }, 2);
  expect(whole.slice(start, start + text.length)).toBe(text);
});

test('a page is fetched once, and again after it could not be', async () => {
  const { book, asked, fail } = bookOf();
  await Promise.all([book.page(3), book.page(3)]);
  expect(asked).toEqual([3]);
  fail(true);
  await expect(book.page(4)).rejects.toThrow('gone');
  fail(false);
  expect((await book.page(4)).text).toBe('is shut\nThe quay');
});

test('pages are found by their printed name first, then by their number', () => {
  const { book } = bookOf();
  expect(book.find('I')).toBe(1);
  expect(book.find('2')).toBe(4);
  expect(book.find(' 3 ')).toBe(3);
  expect(book.find('5')).toBeNull();
  expect(book.find('')).toBeNull();
  expect(book.nameOf(1)).toBe('page i (1)');
  expect(book.nameOf(2)).toBe('page 2');
  expect(bookOf(false).book.nameOf(2)).toBe('part 2');
});

test('an entry of the contents leads to its heading, of several of the same words to its own', async () => {
  texts[3] = { text: 'Quay\nshut\nQuay', roles: ['heading', 'text', 'heading'] };
  const entry = { title: 'Quay', page: 4, level: 0 };
  const { book } = bookOf(false, [entry, entry, { ...entry, title: 'Pier' }]);
  const start = book.startOf(4);
  expect(await book.headingOf(0)).toEqual({ start, end: start + 4 });
  expect(await book.headingOf(1)).toEqual({ start: start + 10, end: start + 14 });
  expect(await book.headingOf(2)).toBeNull();
});

test('words that run over pages are told page by page, and together are the same words', async () => {
  const { book } = bookOf();
  const whole = wholeText(texts);
  for (let start = 0; start < whole.length; start += 1) {
    for (let end = start + 1; end <= whole.length; end += 1) {
      const places = book.onPages({ start, end });
      const words = places.map((place) => whole.slice(book.rangeOf(place).start, book.rangeOf(place).end));
      expect(words.join('').replaceAll('\n', '')).toBe(whole.slice(start, end).replaceAll('\n', ''));
      expect(places.every((place) => place.start < place.end)).toBe(true);
    }
  }
});
