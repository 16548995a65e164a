import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { ZipFile } from 'yazl';
import { readPackage } from '../../../../electron/extractor/portable/read-package.ts';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { explainInOneLine } from '../../../../shared/contract/messages.ts';
import { openedPackage } from '../../../../shared/portable/opened.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { type EvidenceLibrary, openEvidence } from '../evidence/evidence-library.ts';
import { context, fingerprint } from '../scratch.ts';
import { desk, receive, send } from './desk.ts';

type Parts = Map<string, Buffer>;

let whole: Buffer<ArrayBufferLike>;
let parts: Parts;
/** Made by whichever test comes first, because folders go with their test. */
async function prepare(): Promise<void> {
  if (whole !== undefined) return;
  const here = await desk();
  whole = (await send(here, here.documentId)).bytes;
  parts = await unpack(whole);
}

async function unpack(bytes: Buffer): Promise<Parts> {
  const found: Parts = new Map();
  const zip = await new Promise<import('yauzl').ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (fault, opened) => (fault ? reject(fault) : resolve(opened))),
  );
  await new Promise<void>((resolve) => {
    zip.on('end', resolve);
    zip.on('entry', async (entry) => {
      found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
      zip.readEntry();
    });
    zip.readEntry();
  });
  return found;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

interface Packing {
  /** Names as they are written, where they are others than ours. */
  readonly rename?: (name: string) => string;
  readonly manifest?: (manifest: Record<string, unknown>) => unknown;
  readonly comment?: string;
}

/** An archive as somebody else could make it, with checksums that hold. */
async function pack(
  content: Parts,
  { rename, manifest = (same) => same, comment }: Packing = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  const listed = [...content].filter(([name]) => name !== 'manifest.json');
  const head = JSON.parse(String(content.get('manifest.json') ?? '{}'));
  const made = Buffer.from(
    JSON.stringify(
      manifest({
        ...head,
        parts: listed.map(([name, bytes]) => ({ name, sha256: sha256(bytes), bytes: bytes.length })),
      }),
    ),
  );
  if (content.has('manifest.json')) zip.addBuffer(made, 'manifest.json');
  for (const [name, bytes] of listed) zip.addBuffer(bytes, name);
  zip.end({ forceZip64Format: false, comment: comment ?? `despatch 1 ${sha256(made)}` });
  const bytes = await buffer(zip.outputStream);
  return rename ? Buffer.from(rename(bytes.toString('latin1')), 'latin1') : bytes;
}

const changed = (name: string, change: (json: never) => unknown): Parts =>
  new Map(parts).set(name, Buffer.from(JSON.stringify(change(JSON.parse(String(parts.get(name))) as never))));

function refusal(work: Promise<unknown>): Promise<DespatchError> {
  return work.then(
    () => {
      throw new Error('it was taken');
    },
    (thrown) => {
      if (thrown instanceof DespatchError) return thrown;
      throw thrown;
    },
  );
}

let libraryFolder: string;
let library: EvidenceLibrary;
/** Imports into a library that must be the same afterwards. */
async function refusedBy(bytes: Uint8Array): Promise<DespatchError> {
  libraryFolder = path.join(scratchFolder(), 'library');
  library = openEvidence(libraryFolder);
  const file = path.join(scratchFolder(), 'hostile.despatch');
  writeFileSync(file, bytes);
  await library.handlers['documents.create']({ kind: 'report' }, context);
  // An empty folder is made before a file is looked at, and may stay.
  mkdirSync(path.join(libraryFolder, 'originals', 'arriving'), { recursive: true });
  const before = fingerprint(libraryFolder);
  const error = await refusal(receive(library, file));
  expect(fingerprint(libraryFolder)).toBe(before);
  expect(error.details['file']).toBe(file);
  expect(explainInOneLine(error.toData())).toContain('hostile.despatch');
  return error;
}

const original = () => [...parts.keys()].find((name) => name.startsWith('originals/')) ?? '';
const text = () => [...parts.keys()].find((name) => name.startsWith('texts/')) ?? '';
const without = (name: string): Parts => new Map([...parts].filter(([each]) => each !== name));
const climb = (to: string) => (all: string) => all.replaceAll('comments.json', to);

describe('a file that is not as it was written changes nothing and says why', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
    ['cut short', () => whole.subarray(0, whole.length - 40), 'package.damaged', 'its end is missing'],
    [
      'no archive',
      () => Buffer.from('Dear all, please find attached'),
      'package.damaged',
      'no Despatch file',
    ],
    ['another archive', () => pack(without('manifest.json')), 'package.damaged', 'no manifest'],
    [
      'newer',
      () => pack(parts, { manifest: (manifest) => ({ ...manifest, version: 2 }) }),
      'package.newer',
      'version 2',
    ],
    [
      'of a newer document',
      () => pack(changed('document.json', (json: object) => ({ ...json, format: 99 }))),
      'package.newer',
      'document format 99',
    ],
    [
      'a manifest changed on its way',
      () => pack(parts, { comment: `despatch 1 ${'0'.repeat(64)}` }),
      'package.damaged',
      'manifest is not as it was written',
    ],
    [
      'a part missing',
      async () => {
        const { parts: listed } = JSON.parse(String(parts.get('manifest.json')));
        return pack(without('sources.json'), { manifest: (manifest) => ({ ...manifest, parts: listed }) });
      },
      'package.damaged',
      'sources.json is missing',
    ],
    [
      'a part too many',
      () =>
        pack(parts, {
          manifest: (manifest) => ({
            ...manifest,
            parts: (manifest['parts'] as { name: string }[]).filter(({ name }) => name !== 'comments.json'),
          }),
        }),
      'package.damaged',
      'does not know its part comments.json',
    ],
    ['words missing', () => pack(without(text())), 'package.damaged', 'missing or not whole'],
    ['a name that climbs', () => pack(parts, { rename: climb('../../../a.js') }), 'package.damaged', '..'],
    [
      'an absolute name',
      () => pack(parts, { rename: climb('/tmp/owned.js') }),
      'package.damaged',
      'absolute',
    ],
    ['a name of its own', () => pack(parts, { rename: climb('comments.exe_') }), 'package.damaged', ''],
    [
      'one name twice',
      () => pack(parts, { rename: (all) => all.replaceAll('comments.json', 'document.json') }),
      'package.damaged',
      '',
    ],
    [
      'an original that is another file',
      () => pack(new Map(parts).set(original(), Buffer.from('forged'))),
      'package.damaged',
      'not what its name says',
    ],
    [
      'a document of another shape',
      () => pack(changed('document.json', () => ({ hello: 'world' }))),
      'package.damaged',
      'its document',
    ],
    [
      'a source of another shape',
      () => pack(changed('sources.json', (json: object[]) => json.map((one) => ({ ...one, kind: 'exe' })))),
      'package.damaged',
      'sources.json has the wrong shape',
    ],
    [
      'blocks of one name',
      () =>
        pack(
          changed('document.json', (json: { sections: { blocks: { id: string }[] }[] }) => ({
            ...json,
            sections: json.sections.map((section) => ({
              ...section,
              blocks: section.blocks.map((block) => ({ ...block, id: 'same' })),
            })),
          })),
        ),
      'package.damaged',
      'two blocks',
    ],
    [
      'a circle of sources',
      () =>
        pack(
          changed('sources.json', (json: { id: string }[]) =>
            json.map((one, at) => ({ ...one, supersededBy: json[(at + 1) % json.length]?.id })),
          ),
        ),
      'package.damaged',
      'circle',
    ],
    [
      'a bomb',
      () => pack(new Map(parts).set(text(), Buffer.from(`["${' '.repeat(20_000_000)}"]`))),
      'package.damaged',
      'times its size',
    ],
  ])('%s', async (_name, make, code, reason) => {
    await prepare();
    const error = await refusedBy(await make());
    expect(error.code).toBe(code);
    expect(String(error.details['reason'])).toContain(reason);
  });
});

test('whatever byte is changed, the file is refused or says the same', async () => {
  await prepare();
  const file = path.join(scratchFolder(), 'changed.despatch');
  writeFileSync(file, whole);
  const read = async () => {
    const found = await readPackage(file, null);
    return JSON.stringify([openedPackage(found, file), found]);
  };
  const before = await read();
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, difference) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ difference;
      writeFileSync(file, bytes);
      const after = await read().catch((thrown) => {
        expect(thrown).toBeInstanceOf(DespatchError);
        return null;
      });
      if (after !== null) expect(after).toBe(before);
    }),
    { numRuns: 400 },
  );
});

test('wherever it is cut, the file is refused', async () => {
  await prepare();
  const file = path.join(scratchFolder(), 'cut.despatch');
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
      writeFileSync(file, whole.subarray(0, length));
      await expect(readPackage(file, null)).rejects.toBeInstanceOf(DespatchError);
    }),
    { numRuns: 100 },
  );
});

test('a first import that fails leaves no library behind, nor does a reader that dies', async () => {
  await prepare();
  const folder = scratchFolder();
  const file = path.join(folder, 'cut.despatch');
  writeFileSync(file, whole.subarray(0, whole.length - 30));
  const before = fingerprint(folder);
  const first = openEvidence(path.join(folder, 'library'), { missing: 'later' });
  expect((await refusal(receive(first, file))).code).toBe('package.damaged');
  expect(fingerprint(folder)).toBe(before);
  expect(readFileSync(file)).toEqual(whole.subarray(0, whole.length - 30));
});
