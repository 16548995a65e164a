import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOf } from '../../../electron/desktop/address.ts';

const root = path.resolve('/built/renderer');

test('an address of the window is a file of the built window', () => {
  expect(fileOf('app://despatch/index.html', root)).toEqual({
    path: path.join(root, 'index.html'),
    mediaType: 'text/html; charset=utf-8',
  });
  expect(fileOf('app://despatch/assets/Arimo%20Bold.ttf?v=1#x', root)?.path).toBe(
    path.join(root, 'assets/Arimo Bold.ttf'),
  );
});

test.each([
  'https://despatch/index.html',
  'app://other/index.html',
  'app://despatch.example/index.html',
  'app://despatch/',
  'app://despatch/secrets.sqlite',
  'app://despatch/..%2f..%2fsettings.js',
  'app://despatch/%2e%2e/%2e%2e/x/..%5c..%5c.js%00.html',
  'app://despatch/%E0%A4%A.html',
  'not an address',
])('%s is refused', (url) => {
  expect(fileOf(url, root)).toBeNull();
});

test('no address leads outside the built window', () => {
  const piece = fc.constantFrom('..', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', '.html', '.js', '%00', '//');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = fileOf(`app://despatch/${pieces.join('')}`, root);
      if (file !== null) expect(path.resolve(file.path).startsWith(root + path.sep)).toBe(true);
    }),
  );
});
