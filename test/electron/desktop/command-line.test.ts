import { expect, test } from 'vitest';
import { commandLineVerb } from '../../../electron/desktop/command-line.ts';

test('a verb of the packaged product is taken with everything after it', () => {
  const argv = ['/opt/despatch', 'convert', 'brief.txt', '--pdf', 'out.pdf'];
  expect(commandLineVerb(argv, true)).toEqual(['convert', 'brief.txt', '--pdf', 'out.pdf']);
});

test("what Chromium is told may stand before the verb, and its words are not the verb's", () => {
  expect(commandLineVerb(['/opt/despatch', '--no-sandbox', 'list', '--library', 'x'], true)).toEqual([
    'list',
    '--library',
    'x',
  ]);
});

test('no verb means a window', () => {
  expect(commandLineVerb(['/opt/despatch'], true)).toBeNull();
  expect(commandLineVerb(['/opt/despatch', '--library=/x', '/home/me/convert'], true)).toBeNull();
  expect(commandLineVerb(['/opt/despatch', 'brief.txt', 'convert'], true)).toBeNull();
});

test('an unpackaged runtime may name the application first', () => {
  expect(commandLineVerb(['electron', '/work/despatch', 'check', 'x'], false)).toEqual(['check', 'x']);
  expect(commandLineVerb(['electron', 'check', 'x'], false)).toEqual(['check', 'x']);
  expect(commandLineVerb(['electron', 'evidence', 'add', 'x'], false)).toEqual(['evidence', 'add', 'x']);
  expect(commandLineVerb(['electron', '/work/despatch'], false)).toBeNull();
});
