import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openStore } from '../../../electron/library/db/store.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { textFile } from '../library/evidence/evidence-library.ts';
import { despatch } from './despatch.ts';

beforeAll(() => despatch(['--version']), 120_000);

test('references match what is there and fill what it lacks, the rest is added; all go out in three formats', async () => {
  const folder = scratchFolder();
  const library = path.join(folder, 'library');
  const file = path.join(folder, 'zotero.ris');
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await despatch([...args, '--library', library, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout);
  };
  await run('evidence', 'add', textFile(folder, 'wall.md', '# The wall\n\nIt stands.\n'));
  const csl = path.join(folder, 'all.json');
  await run('evidence', 'export', '--out', csl);
  const [wall] = JSON.parse(readFileSync(csl, 'utf8'));
  const references = [
    { ...wall, issued: { 'date-parts': [[2025]] }, URL: 'https://example.gov.uk/the/wall' },
    { type: 'book', title: 'Rivers', author: [{ family: 'Okafor', given: 'Ann' }], DOI: '10.1/RIVERS' },
  ];
  writeFileSync(
    file,
    'TY  - BOOK\r\nTI  - Rivers\r\nDO  - https://doi.org/10.1/rivers\r\nPB  - Press\r\nER  - \r\n',
  );
  writeFileSync(csl, JSON.stringify(references));
  expect(await run('evidence', 'import', csl)).toMatchObject([
    { title: 'The wall', status: 'filled', filled: ['issued', 'URL'], differs: [] },
    { title: 'Rivers', status: 'added' },
  ]);
  expect(await run('evidence', 'import', file)).toMatchObject([
    { title: 'Rivers', status: 'filled', filled: ['publisher'], differs: ['DOI'] },
  ]);
  expect(await run('evidence', 'import', file)).toMatchObject([{ status: 'same' }]);
  const store = openStore({ folder: library, nativeBinding: null, now: () => new Date() });
  const kinds = store.read(({ sources }) =>
    sources.list(false).map(({ title, kind }) => `${title}: ${kind}`),
  );
  store.close();
  expect(kinds.sort()).toEqual(['Rivers: reference', 'The wall: markdown']);
  const bibtex = path.join(folder, 'all.bib');
  expect(await run('evidence', 'export', '--format', 'bibtex', '--out', bibtex)).toMatchObject({
    sources: 2,
  });
  expect(readFileSync(bibtex, 'utf8')).toContain('title = {{Rivers}}');
  const ris = path.join(folder, 'all.ris');
  await run('evidence', 'export', '--format', 'ris', '--out', ris);
  expect(readFileSync(ris, 'utf8')).toContain('AU  - Okafor, Ann');
});

test('a file that holds no references is refused by name and changes nothing', async () => {
  const folder = scratchFolder();
  const file = textFile(folder, 'letter.txt', 'Dear all');
  const { code, stderr } = await despatch([
    'evidence',
    'import',
    file,
    '--library',
    path.join(folder, 'library'),
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('letter.txt');
});
