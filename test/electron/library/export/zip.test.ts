import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { type Parts, zip } from '../../../../electron/library/export/docx/zip.ts';

/** The same package by a library that is written for packages of any size. */
async function byLibrary(parts: Parts, compress: boolean): Promise<Buffer> {
  const file = new ZipFile();
  for (const [path, content] of parts) {
    const mtime = new Date(1980, 0, 1);
    file.addBuffer(Buffer.from(content), path, { mtime, forceDosTimestamp: true, compress });
  }
  file.end();
  return buffer(file.outputStream);
}

async function expectSame(parts: Parts, compress: boolean): Promise<void> {
  expect(Buffer.compare(Buffer.from(await zip(parts)), await byLibrary(parts, compress))).toBe(0);
}

const path = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((name) => {
  return `word/${name.replace(/[/\\:\0]/gu, '_')}.xml`;
});
const someParts = fc.uniqueArray(fc.tuple(path, fc.string({ unit: 'grapheme' })), {
  selector: ([name]) => name,
});
/** Bytes; more than a package has whose parts are only stored. */
const LARGE = 128 * 1024 + 1;

test('a few parts of any words are stored in the very bytes of a zip library', async () => {
  await fc.assert(
    fc.asyncProperty(someParts, (parts) => expectSame(new Map(parts), false)),
    { numRuns: 50 },
  );
});

test('beside a large one, parts of any words are packed to the very bytes of a zip library', async () => {
  await fc.assert(
    fc.asyncProperty(someParts, (parts) =>
      expectSame(new Map<string, string>([...parts, ['large', '<w:p/>'.padEnd(LARGE)]]), true),
    ),
    { numRuns: 50 },
  );
});

test('a picture, which is packed in another thread, stands in its place between small parts', async () => {
  const parts = new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', '<Types/>'],
    ['word/media/a.png', randomBytes(600_000)],
    ['word/document.xml', '<w:p/>'.repeat(100_000)],
    ['word/empty.xml', ''],
  ]);
  await expectSame(parts, true);
});
