import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { structureFaults } from '../../shared/document/legal.ts';
import { fieldNames } from '../../shared/document/schema.ts';
import { standardFields } from '../../shared/document/structure.ts';
import { blockText, findField, isEmpty, knownBlocks } from '../../shared/document/walk.ts';
import { readFigures } from '../../shared/evidence/figures.ts';
import { isAsked } from '../../shared/evidence/sourcing.ts';
import { sourceFromText } from '../../shared/import/plain-text.ts';
import { recognise } from '../../shared/import/recognise.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const library = path.join(repository, 'resources/sample-library');
const evidence = path.join(library, 'evidence');
const sources = path.join(repository, 'scripts/samples');
const documents = ['ministerial-brief.md', 'committee-report.md'];

function imported(name: string) {
  let ids = 0;
  const text = readFileSync(path.join(library, name), 'utf8');
  return recognise(sourceFromText(text, name), { mint: () => `b${++ids}` }).document;
}

/** A figure as a number: `£18.4 million` and `18.4` in a table of millions are one, as are `3700000` and `£3.7 million`. */
function values(text: string): number[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].flatMap(([digits]) => {
    const value = Number(digits.replaceAll(',', ''));
    return value >= 100_000 ? [value, value / 1_000_000] : [value];
  });
}

/** What PDF and Word files of evidence are made of; papers of the sample meeting stand in a folder of their own. */
const made = readdirSync(sources, { withFileTypes: true }).flatMap((entry) =>
  entry.isFile() ? [entry.name] : [],
);
const withSource = new Set(made.map((name) => path.parse(name).name));
/** The words of every evidence file; those of PDF and Word files are read from what they are made of. */
function evidenceWords(): string {
  const written = readdirSync(evidence).filter((name) => !withSource.has(path.parse(name).name));
  const files = [
    ...written.map((name) => path.join(evidence, name)),
    ...made.map((name) => path.join(sources, name)),
  ];
  // The commas of a table separate numbers, those of prose stand inside them.
  const words = (file: string) => {
    const text = readFileSync(file, 'utf8');
    return path.extname(file) === '.csv' ? text.replaceAll(',', ' ') : text;
  };
  return files.map(words).join('\n');
}

test('a dozen evidence files in five formats, small enough to ship', () => {
  const names = readdirSync(evidence);
  expect(names).toHaveLength(12);
  expect(new Set(names.map((name) => path.extname(name)))).toEqual(
    new Set(['.csv', '.docx', '.eml', '.html', '.pdf']),
  );
  const bytes = names.reduce((sum, name) => sum + statSync(path.join(evidence, name)).size, 0);
  expect(bytes).toBeLessThan(2_000_000);
});

test('between them the samples show every kind of block that a text file can, at every level, and every field', () => {
  const seen = new Set<string>();
  for (const name of documents) {
    const document = imported(name);
    expect(structureFaults(document)).toEqual([]);
    for (const block of knownBlocks(document)) if (!isEmpty(block)) seen.add(`${block.kind} ${block.level}`);
    const wanted = standardFields[document.kind].flatMap(({ fields }) => fields);
    for (const field of fieldNames.filter((one) => wanted.includes(one))) {
      const found = findField(document, field);
      expect(found && !isEmpty(found), `${field} in ${name}`).toBe(true);
    }
  }
  expect([...seen].sort()).toEqual([
    'aim 0',
    'appendix 0',
    'ask 0',
    'backgroundDocument 0',
    'detail 0',
    'field 0',
    'heading 1',
    'heading 2',
    'heading 3',
    'label 0',
    'likelyQuestion 0',
    'lineToTake 0',
    'paragraph 0',
    'paragraph 1',
    'paragraph 2',
    'point 0',
    'point 1',
    'point 2',
    'question 0',
    'quotation 0',
    'recommendation 0',
    'recommendation 1',
    'sensitivity 0',
    'table 0',
    'text 0',
    'title 0',
  ]);
});

test.each(documents)('every figure in %s stands in an evidence file', (name) => {
  const known = new Set(values(evidenceWords()));
  const missing = [...knownBlocks(imported(name))]
    .flatMap((block) => readFigures(blockText(block)).filter(isAsked))
    .map(({ words }) => words)
    .filter((figure) => !values(figure).every((value) => known.has(value)));
  expect(missing).toEqual([]);
});
