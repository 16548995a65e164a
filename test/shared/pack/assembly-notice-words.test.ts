import { expect, test } from 'vitest';
import { assemblyNoticeSchema } from '../../../shared/pack/assembly.ts';
import { assemblyNoticeWords, noticesByFile } from '../../../shared/pack/assembly-notice-words.ts';

const parts = [{ name: 'Budget.pdf' }];
const words = (kind: string, pages: readonly number[], detail = '') =>
  assemblyNoticeWords([assemblyNoticeSchema.parse({ part: 0, kind, pages, detail })], parts)[0];

test('a notice names its file, its pages and what became of it', () => {
  expect(words('javascriptRemoved', [], 'document')).toBe(
    '“Budget.pdf” had scripts in it, which were left out.',
  );
  expect(words('attachmentsRemoved', [], 'costs.xlsx')).toBe(
    '“Budget.pdf” had files packed into it (costs.xlsx); they are not in the pack.',
  );
  expect(words('hugePage', [3], '841 × 1189 mm')).toBe(
    '“Budget.pdf”, page 3, is larger than A3 (841 × 1189 mm).',
  );
  expect(words('hiddenLayers', [1, 2, 5])).toContain('“Budget.pdf”, pages 1, 2 and 5, has layers');
  expect(words('untagged', [1, 2, 3, 4, 5, 6, 7])).toContain('“Budget.pdf”, on 7 pages, has no tags');
});

test('every kind of notice has words of its own', () => {
  const kinds = assemblyNoticeSchema.shape.kind.options;
  expect(new Set(kinds.map((kind) => words(kind, []))).size).toBe(kinds.length);
});

test('what two packs tell of a file is told once, by file and item', () => {
  const told = (...notices: object[]) => notices.map((notice) => assemblyNoticeSchema.parse(notice));
  const scripts = { kind: 'javascriptRemoved', pages: [], detail: '' };
  const bare = { kind: 'untagged', pages: [1, 2], detail: '' };
  const budget = { name: 'Budget.pdf', item: 'Agenda Item 2' };
  const other = { name: 'Budget.pdf', item: 'Agenda Item 5' };
  expect(
    noticesByFile([
      { notices: told({ part: 1, ...scripts }, { part: 0, ...bare }), parts: [budget, other] },
      { notices: told({ part: 0, ...bare }, { part: 0, ...scripts }), parts: [budget] },
    ]),
  ).toEqual([
    {
      file: 'Budget.pdf',
      item: 'Agenda Item 5',
      sentences: ['It had scripts in it, which were left out.'],
    },
    {
      file: 'Budget.pdf',
      item: 'Agenda Item 2',
      sentences: [
        'On pages 1 and 2 it has no tags for screen readers; its words are read in the order in which they were drawn.',
        'It had scripts in it, which were left out.',
      ],
    },
  ]);
});
