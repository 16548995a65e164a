/** Every defect that domain.md names in the two real source documents is found in them once imported. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkDocument } from '../../../shared/checks/run.ts';
import { sourceFromText } from '../../../shared/import/plain-text.ts';
import { recognise } from '../../../shared/import/recognise.ts';
import { undoImportRow } from '../../../shared/import/undo.ts';
import { counter } from './builder.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const seeds = path.resolve(repository, '../shared/seeds');
const samples = path.join(repository, 'resources/sample-library');
const absent = !existsSync(seeds);

function imported(folder: string, name: string) {
  const file = path.join(folder, name);
  return recognise(sourceFromText(readFileSync(file, 'utf8'), name), { mint: counter() });
}

function findingsIn(folder: string, name: string) {
  const { document, report } = imported(folder, name);
  return checkDocument(
    document,
    report.filter(({ kind, state }) => kind === 'repair' && state === 'pending'),
  );
}

test('the source documents, which are not ours to copy, stand beside the repository', ({ skip }) => {
  skip(absent, `no ${seeds}: the tests on the real source documents are skipped`);
  expect(absent).toBe(false);
});

test.skipIf(absent).each([
  ['placeholder', 'TBC'],
  ['placeholder', 'will/has'],
  ['agenda-sections', '2 aims, but 4 sections'],
  ['label-number', '“Point to make” stands over 3 points'],
  ['unreviewed-repair', 'children at immediate risk” and “of harm cases'],
  ['unreviewed-repair', "to meet children's” and “- needs and keep them safe.”"],
  ['unsourced-figure', '£1.6b'],
  ['acronym', 'only “SIN” is explained'],
  ['acronym', '“LGA”'],
  ['acronym', '“ADCS”'],
  ['missing-date', 'no date'],
  ['missing-marking', 'no marking'],
  ['missing-contact', 'no contact'],
  ['missing-clearance', 'cleared'],
])('the ministerial seed: %s finds %s', (rule, words) => {
  const messages = findingsIn(seeds, 'ministerial-briefing.txt').filter((finding) => finding.rule === rule);
  expect(messages.map(({ message }) => message).join('\n')).toContain(words);
});

test.skipIf(absent).each([
  ['acronym', '“MACE”'],
  ['acronym', '“RCPCH”'],
  ['quotation-without-source', 'A safeguarding partner'],
  ['unsourced-figure', '“200”'],
  ['unreviewed-repair', 'will be with us for” and “some time and'],
])('the committee seed: %s finds %s', (rule, words) => {
  const messages = findingsIn(seeds, 'committee-report.txt').filter((finding) => finding.rule === rule);
  expect(messages.map(({ message }) => message).join('\n')).toContain(words);
});

test.skipIf(absent)(
  'the committee seed: both appendices cited are listed, and nothing is reported missing',
  () => {
    const rules = new Set(findingsIn(seeds, 'committee-report.txt').map(({ rule }) => rule));
    for (const rule of [
      'appendix-not-listed',
      'appendix-not-cited',
      'missing-date',
      'missing-contact',
      'empty-section',
    ]) {
      expect(rules).not.toContain(rule);
    }
  },
);

test.skipIf(absent).each([
  ['ministerial-briefing.txt', 2],
  ['committee-report.txt', 2],
])('in %s, every repair undone leaves a sentence that is told to be broken', (name, repairs) => {
  const { document, report } = imported(seeds, name);
  const rows = report.filter(({ kind }) => kind === 'repair');
  expect(rows).toHaveLength(repairs);
  const mint = counter();
  let broken = document;
  for (const row of rows) {
    const undone = undoImportRow(broken, row, () => `undone-${mint()}`);
    expect(undone).not.toBeNull();
    broken = undone ?? broken;
  }
  const found = checkDocument(broken).filter(({ rule }) => rule === 'broken-sentence');
  expect(found).toHaveLength(repairs);
  expect(checkDocument(document).filter(({ rule }) => rule === 'broken-sentence')).toEqual([]);
});

test.each([
  ['ministerial-brief.md', ['“£7.2 million”', '“6 per cent”']],
  ['committee-report.md', ['“163”', '“6 per cent”']],
])('the sample %s has two unsourced figures to show and nothing else', (name, figures) => {
  // Text that was imported has its references typed, which is worth an offer and no fault.
  const found = findingsIn(samples, name).filter(({ rule }) => rule !== 'typed-reference');
  expect(found.map(({ rule }) => rule)).toEqual(['unsourced-figure', 'unsourced-figure']);
  for (const [at, figure] of figures.entries()) expect(found[at]?.message).toContain(figure);
});
