import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWhole } from '../../../electron/extractor/read-file.ts';
import { readSource } from '../../../electron/extractor/read-source.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { plainText } from '../../../shared/document/walk.ts';
import { docx, p, W, zip } from './zip.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'despatch-read-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, bytes: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

async function refusal(file: string): Promise<DespatchError> {
  const fault = await readSource(file).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(fault instanceof DespatchError)) throw new Error(`not refused as expected: ${String(fault)}`);
  return fault;
}

async function wordsOf(file: string): Promise<string> {
  const source = await readSource(file);
  return source.lines.map(({ content }) => plainText(content)).join('\n');
}

const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]);
const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document ${W}><w:body>${p('&b;')}</w:body></w:document>`;
const deep = `<w:document ${W}><w:body>${'<w:sdt>'.repeat(2000)}${'</w:sdt>'.repeat(2000)}</w:body></w:document>`;
const refused: [string, string, string | Buffer, RegExp][] = [
  ['input.empty', 'empty.txt', '', /no bytes/],
  ['input.empty', 'blank.txt', ' \n\t\r\n\u00a0\f\n', /white space/],
  ['input.empty', 'marks.md', '\ufeff\u200b\n- \n', /white space/],
  ['input.empty', 'empty.docx', '', /no bytes/],
  ['input.binary', 'nul.txt', Buffer.from('Title\n\0\x01\x02 rest'), /no text/],
  ['input.binary', 'controls.txt', Buffer.from(`${'\x01\x02\x03\x04'.repeat(20)}abc`), /no text/],
  ['input.binary', 'picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /PNG/],
  ['input.binary', 'page.txt', '%PDF-1.7\nhello', /PDF/],
  ['input.binary', 'word.txt', docx({ body: p('Hello') }), /Word document/],
  ['input.binary', 'old.txt', ole, /Word document/],
  ['input.encoding', 'broken.txt', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), /damaged UTF-16LE/],
  ['input.encoding', 'odd.txt', Buffer.from([0x41, 0x81, 0x8d, 0x42, 0x43, 0x44]), /neither/],
  ['input.unsupported', 'report.pdf', '%PDF-1.7', /not \.pdf/],
  ['input.unsupported', 'letter.doc', ole, /not \.doc/],
  ['input.docxNotZip', 'text.docx', 'MEETING WITH THE MINISTER\n', /no ZIP/],
  ['input.docxNotZip', 'pdf.docx', '%PDF-1.7', /PDF/],
  ['input.docxEncrypted', 'secret.docx', ole, /encrypted/],
  ['input.docxDamaged', 'cut.docx', docx({ body: p('Hello') }).subarray(0, 400), /./],
  [
    'input.docxDamaged',
    'other.docx',
    zip([{ name: 'readme.txt', data: 'hello' }]),
    /document\.xml is missing/,
  ],
  ['input.docxDamaged', 'xml.docx', zip([{ name: 'word/document.xml', data: '<w:document' }]), /./],
  ['input.docxDamaged', 'laughs.docx', zip([{ name: 'word/document.xml', data: laughs }]), /document type/],
  ['input.docxDamaged', 'deep.docx', zip([{ name: 'word/document.xml', data: deep }]), /nest/],
  [
    'input.docxEncrypted',
    'locked.docx',
    zip([{ name: 'word/document.xml', data: 'x'.repeat(50), encrypted: true }]),
    /encrypted/,
  ],
  ['input.noText', 'wordless.docx', docx({ body: p(' ') }), /no words/],
];

test.each(refused)('%s: %s is refused by name and with its reason', async (code, name, bytes, reason) => {
  const file = write(name, bytes);
  const { code: actual, details } = await refusal(file);
  expect([actual, details['file']]).toEqual([code, file]);
  expect(details['reason']).toMatch(reason);
});

test('a zip bomb is stopped by what really comes out of it, whatever its headers claim', async () => {
  const zeros = Buffer.alloc(100 * 1024 * 1024);
  const honest = write('bomb.docx', zip([{ name: 'word/document.xml', data: zeros }]));
  const lying = write('liar.docx', zip([{ name: 'word/document.xml', data: zeros, claimedSize: 10 }]));
  expect((await refusal(honest)).code).toBe('input.zipBomb');
  // A size that is not the claimed one is damage, noticed before anything swells.
  expect(['input.zipBomb', 'input.docxDamaged']).toContain((await refusal(lying)).code);
});

test('parts that would unpack to gigabytes, or are thousands, are refused unread', async () => {
  const part = { data: 'x', claimedSize: 0xf000_0000 };
  const huge = zip([
    { name: 'word/document.xml', data: `<w:document ${W}/>` },
    { name: 'word/media/1.png', ...part },
  ]);
  const many = zip(Array.from({ length: 10_001 }, (_, at) => ({ name: `part${at}`, data: '' })));
  expect((await refusal(write('huge.docx', huge))).code).toBe('input.zipBomb');
  expect((await refusal(write('many.docx', many))).code).toBe('input.zipBomb');
});

test('a text file of more than anybody could read is refused by its size alone, at once', async () => {
  const file = write('large.txt', '');
  // Holes take no room.
  truncateSync(file, 8000 * 1024 * 1024);
  const { code, details } = await refusal(file);
  expect(code).toBe('input.tooLarge');
  expect(details['reason']).toBe('it has 8000 MB; the limit is 20 MB');
});

test('a text of more lines than any document has is refused', async () => {
  const { code, details } = await refusal(write('lines.txt', 'a.\n'.repeat(100_001)));
  expect([code, details['limit']]).toEqual(['input.tooLarge', 100_000]);
});

test('a missing file, a folder, a device and a dangling link are told apart', async () => {
  mkdirSync(path.join(folder, 'folder.txt'));
  symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'link.txt'));
  expect((await refusal(path.join(folder, 'absent.txt'))).code).toBe('input.notFound');
  expect((await refusal(path.join(folder, 'link.txt'))).code).toBe('input.notFound');
  expect((await refusal(path.join(folder, 'folder.txt'))).code).toBe('input.notAFile');
  expect((await refusal('/dev/null')).code).toBe('input.notAFile');
});

test.skipIf(process.getuid?.() === 0)('a file one may not read says so', async () => {
  const file = write('private.txt', 'secret');
  chmodSync(file, 0);
  expect((await refusal(file)).code).toBe('input.unreadable');
});

test('a system that refuses reading is reported with its reason', async () => {
  const file = write('denied.txt', 'text');
  const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
  const system = { stat, open: (async () => Promise.reject(denied)) as unknown as typeof open };
  await expect(readWhole(file, 1000, system)).rejects.toMatchObject({
    code: 'input.unreadable',
    details: { file, reason: 'you have no permission to read it' },
  });
});

test.each([
  ['is removed', (file: string) => unlinkSync(file)],
  ['grows', (file: string) => writeFileSync(file, 'more than before and later')],
  ['is cut short', (file: string) => truncateSync(file, 2)],
])('a file that %s while it is being read is not half read', async (_, change) => {
  const file = write('moving.txt', 'all of it');
  const interfering = async (...wanted: Parameters<typeof open>) => {
    const handle = await open(...wanted);
    const before = handle.stat.bind(handle);
    handle.stat = (async () => {
      const found = await before();
      change(file);
      return found;
    }) as typeof handle.stat;
    return handle;
  };
  await expect(readWhole(file, 1000, { stat, open: interfering as typeof open })).rejects.toMatchObject({
    code: 'input.vanished',
    details: { file },
  });
});

test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from('Café – £5')],
  ['UTF-8 with a mark', Buffer.from('\ufeffCafé – £5')],
  ['UTF-16 little end first', Buffer.from('\ufeffCafé – £5', 'utf16le')],
  ['UTF-16 big end first', Buffer.from('\ufeffCafé – £5', 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from('Café, the £5 one and more words', 'utf16le')],
  ['Windows-1252', Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x96, 0x20, 0xa3, 0x35])],
])('%s is read', async (_, bytes) => {
  expect(await wordsOf(write('encoded.txt', bytes))).toMatch(/^Café(?: –|, the) £5/);
});

test('what is read as Windows-1252 is told, because it is a guess', async () => {
  const source = await readSource(write('older.txt', Buffer.from([0x93, 0x41, 0x94])));
  expect(source.notices.map(({ code }) => code)).toEqual(['guessedEncoding']);
  expect(plainText(source.lines[0]?.content ?? [])).toBe('“A”');
});
