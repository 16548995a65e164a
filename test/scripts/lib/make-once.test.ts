import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOnce } from '../../../scripts/lib/make-once.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'despatch-once-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

const write = (words: string) => async (folder: string) => writeFileSync(path.join(folder, 'part'), words);

test('what is there is left alone', async () => {
  const folder = path.join(parent, 'runtime');
  await makeOnce(folder, write('first'));
  await makeOnce(folder, write('second'));
  expect(readFileSync(path.join(folder, 'part'), 'utf8')).toBe('first');
});

test('what fails half-way leaves nothing, and the next attempt is whole', async () => {
  const folder = path.join(parent, 'runtime');
  const failing = makeOnce(folder, async (unfinished) => {
    await write('half')(unfinished);
    throw new Error('the network went');
  });
  await expect(failing).rejects.toThrow('the network went');
  expect(readdirSync(parent)).toEqual([]);
  await makeOnce(folder, write('whole'));
  expect(readFileSync(path.join(folder, 'part'), 'utf8')).toBe('whole');
});

test('what a killed process left is cleared away, what a running one makes is not', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  const folder = path.join(parent, 'runtime');
  const [ofDead, ofRunning] = [`${folder}.${dead}`, `${folder}.${process.ppid}`];
  for (const unfinished of [ofDead, ofRunning]) mkdirSync(unfinished);
  await makeOnce(folder, write('whole'));
  expect([folder, ofDead, ofRunning].map((place) => existsSync(place))).toEqual([true, false, true]);
});
