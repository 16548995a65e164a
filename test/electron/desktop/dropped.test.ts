import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesAt, grantDropped } from '../../../electron/desktop/dropped.ts';
import { Grants } from '../../../electron/desktop/grants.ts';
import { scratchFolder } from '../../scratch-folder.ts';

function tree(): string {
  const folder = path.join(scratchFolder(), 'evidence');
  mkdirSync(path.join(folder, 'b/deep'), { recursive: true });
  mkdirSync(path.join(folder, '.git'));
  for (const name of ['z.pdf', 'a.pdf', '~$a.docx', '.hidden', '.git/x', 'b/1.txt', 'b/deep/2.txt']) {
    writeFileSync(path.join(folder, name), 'x');
  }
  symlinkSync(folder, path.join(folder, 'b/round'));
  return folder;
}

test('a folder gives its files, without what is hidden, lock files and links', async () => {
  const folder = tree();
  const names = (await filesAt(folder, 100)).map((file) => path.relative(folder, file));
  expect(names).toEqual(['a.pdf', 'z.pdf', path.join('b', '1.txt'), path.join('b', 'deep', '2.txt')]);
  expect(await filesAt(folder, 2)).toHaveLength(2);
});

test('what is no file on a disk has no grant, and keeps its place among the others', async () => {
  const folder = tree();
  const grants = new Grants(async () => {});
  const granted = await grantDropped(grants, ['', path.join(folder, 'z.pdf'), 'relative.pdf']);
  expect(granted.map((files) => files.map(({ name }) => name))).toEqual([[], ['z.pdf'], []]);
});
