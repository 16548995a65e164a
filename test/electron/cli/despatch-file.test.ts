import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { desk, send } from '../library/portable/desk.ts';
import { despatch } from './despatch.ts';

beforeAll(() => despatch(['--version']), 120_000);

async function sent() {
  const here = await desk();
  const { bytes } = await send(here, here.documentId, { comments: false });
  return { ...here, bytes, file: path.join(here.folder, 'sent.despatch') };
}

test('a document goes out with its evidence, comes in elsewhere, and is converted without a library', async () => {
  const { folder, documentId, bytes, file } = await sent();
  const out = await despatch(['export', documentId, '--despatch', file, '--library', folder, '--json']);
  expect([out.code, out.stderr]).toEqual([0, '']);
  expect(JSON.parse(out.stdout)).toEqual({
    documentId,
    written: [{ format: 'despatch', file, bytes: bytes.length }],
    notices: [],
  });
  expect(readFileSync(file).equals(bytes)).toBe(true);
  const library = path.join(folder, 'elsewhere');
  const imported = await despatch(['import', file, '--library', library]);
  expect([imported.code, imported.stderr]).toEqual([0, '']);
  expect(imported.stdout).toContain(`Imported as ${documentId}.`);
  expect(imported.stdout).toContain('2 sources came with it.');
  const word = path.join(folder, 'out.json');
  const pdf = path.join(folder, 'out.pdf');
  const converted = await despatch([
    'convert',
    file,
    '--json-out',
    word,
    '--pdf',
    pdf,
    '--evidence',
    'annex',
  ]);
  expect([converted.code, converted.stderr]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(word, 'utf8'))).toMatchObject({ id: documentId });
  expect(existsSync(pdf)).toBe(true);
  writeFileSync(file, bytes.subarray(0, 3000));
  const cut = await despatch(['convert', file, '--json-out', word, '--json']);
  expect([cut.code, JSON.parse(cut.stderr).error.code]).toEqual([2, 'package.damaged']);
  expect(cut.stderr).toContain(file);
});

test.each([
  [['--despatch', 'a', '--docx', 'b'], '--despatch does not go with --docx'],
  [['--docx', 'b', '--originals', 'without'], '--originals goes with --despatch'],
  [['--despatch', 'a', '--editions', 'all'], '--editions takes cited or present, not "all"'],
])('%j is no way to ask for it', async (options, reason) => {
  const { code, stderr } = await despatch(['export', 'x', ...options]);
  expect(code).toBe(2);
  expect(stderr).toContain(reason);
});
