import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import * as promised from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as direct from '../../../electron/cli/direct-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'despatch-direct-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => path.join(folder, name);

test.each([
  ['node:fs/promises', promised],
  ['the direct calls', direct],
])('%s: writes, reads, links and moves a file', async (_, files) => {
  const handle = await files.open(at('new'), 'wx');
  await handle.writeFile(Buffer.from('words'));
  await handle.chmod(0o640);
  await handle.sync();
  expect((await handle.stat()).size).toBe(5);
  await handle.close();
  const again = await files.open(at('new'), 'r');
  const buffer = Buffer.alloc(8);
  expect((await again.read(buffer, 0, 8, 2)).bytesRead).toBe(3);
  await again.close();
  expect(await files.readFile(at('new'))).toEqual(Buffer.from('words'));
  // Bytes are no text, which the types of the one would not tell of the other.
  expect(await files.readFile(at('new'), 'utf8')).toBe('words');
  await files.link(at('new'), at('link'));
  await files.copyFile(at('new'), at('copy'));
  await files.rename(at('new'), at('moved'));
  await files.unlink(at('link'));
  await files.rm(at('copy'));
  await files.rm(at('nothing'), { force: true });
  await files.access(at('moved'));
  expect(readdirSync(folder)).toEqual(['moved']);
  expect((await files.stat(at('moved'))).mode & 0o777).toBe(0o640);
  expect(await files.realpath(at('./moved'))).toBe(await promised.realpath(at('moved')));
});

test.each([
  ['node:fs/promises', promised],
  ['the direct calls', direct],
])('%s: what fails is a rejection with the code of the system', async (_, files) => {
  const absent = { code: 'ENOENT' };
  await expect(files.stat(at('absent'))).rejects.toMatchObject(absent);
  await expect(files.open(at('absent'), 'r')).rejects.toMatchObject(absent);
  await expect(files.realpath(at('absent'))).rejects.toMatchObject(absent);
  await expect(files.access(at('absent'))).rejects.toMatchObject(absent);
  await expect(files.rename(at('absent'), at('other'))).rejects.toMatchObject(absent);
});
