import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../scratch-folder.ts';
import { despatch } from './despatch.ts';

async function library(): Promise<string> {
  const folder = scratchFolder();
  const file = path.join(folder, 'quays.md');
  writeFileSync(file, '# Quays of the island\n\nThe fog signal was renewed in May for £1.6 million.\n');
  const added = await despatch(['evidence', 'add', file, '--library', path.join(folder, 'library')]);
  expect(added.code).toBe(0);
  return path.join(folder, 'library');
}

test('evidence search prints rows with the source, the page, plain words and a score', async () => {
  const folder = await library();
  const search = (...words: string[]) => despatch(['evidence', 'search', ...words, '--library', folder]);

  const { code, stdout } = await search('fog £1.6m', '--limit', '5', '--json');
  expect(code).toBe(0);
  const rows = JSON.parse(stdout);
  expect(rows).toEqual([
    {
      sourceId: expect.any(String),
      title: 'Quays of the island',
      page: null,
      snippet: expect.stringContaining('The fog signal was renewed in May for £1.6 million.'),
      score: expect.any(Number),
    },
  ]);
  expect((await search('fog', 'signal')).stdout).toContain(`${rows[0].sourceId}  Quays of the island`);

  const none = await search('lighthouse', '--json');
  expect([none.code, JSON.parse(none.stdout)]).toEqual([0, []]);
  const nothing = await search('lighthouse');
  expect([nothing.code, nothing.stdout]).toEqual([0, 'Nothing was found.\n']);
  expect((await search('fog', 'OR')).stdout).toContain('OR needs words on both sides.');

  for (const wrong of [['fog', '--limit', '0'], ['fog', '--limit', 'ten'], ['']]) {
    expect((await search(...wrong)).code).toBe(2);
  }
}, 60_000);
