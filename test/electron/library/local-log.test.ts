import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LOG_FILE, openLocalLog } from '../../../electron/library/local-log.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { clock } from './scratch.ts';

test('a fault is kept with its time, its name and its stack', () => {
  const folder = scratchFolder();
  openLocalLog(folder, clock()).fault('documents.open', new TypeError('x is not a function'));
  const log = readFileSync(path.join(folder, LOG_FILE), 'utf8');
  expect(log).toMatch(/^2026-01-05T09:00:00.000Z documents\.open: TypeError: x is not a function\n\s+at /);
  expect(log).toContain('local-log.test.ts');
});

test('words that may quote a document stay out of the log', () => {
  const folder = scratchFolder();
  const secret = 'the minister will announce the harbour on Tuesday';
  const log = openLocalLog(folder, clock());
  log.fault('documents.open', new Error(`unexpected "${secret}"`, { cause: new Error(`at ${secret}`) }));
  log.fault('documents.open', secret);
  expect(readFileSync(path.join(folder, LOG_FILE), 'utf8')).not.toContain('harbour');
});

test('the log stays bounded however much goes wrong', () => {
  const folder = scratchFolder();
  const log = openLocalLog(folder, clock());
  const error = new Error('again and again');
  error.stack = Array.from({ length: 500 }, (_, line) => `    at somewhere (file.ts:${line}:1)`).join('\n');
  for (let times = 0; times < 200; times += 1) log.fault('a loop', error);
  const size = (name: string) => statSync(path.join(folder, name)).size;
  expect(size(LOG_FILE)).toBeLessThan(1_100_000);
  expect(size(`${LOG_FILE}.1`)).toBeLessThan(1_100_000);
});

test('a log that cannot be written keeps silent', () => {
  const folder = path.join(scratchFolder(), 'not there');
  openLocalLog(folder, clock()).fault('anything', new Error('lost'));
  expect(existsSync(folder)).toBe(false);
});
