/** What a file is: by its bytes, and by its name only where the bytes leave it open. */
import path from 'node:path';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { SourceKind } from '../../../shared/evidence/source.ts';
import type { WordPackage } from '../docx/package.ts';
import { isCompoundFile, isZip, knownBinary } from '../sniff.ts';

/** A container whose inside has to be looked at, or the kind itself. */
export type Found = Exclude<SourceKind, 'word' | 'odt' | 'spreadsheet' | 'reference'> | 'zip' | 'compound';

const textKinds: Readonly<Record<string, Found>> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.tab': 'csv',
  '.eml': 'email',
  '.txt': 'text',
  '.text': 'text',
  '.log': 'text',
  '': 'text',
};

/** Of programs that Despatch does not read, with the way out. */
const others: Readonly<Record<string, string>> = {
  '.ppt': 'a presentation; save it as PDF',
  '.pptx': 'a presentation; save it as PDF',
  '.odp': 'a presentation; save it as PDF',
  '.doc': 'a Word 97–2003 document; save it as a Word document (.docx)',
  '.xls': 'an Excel 97–2003 workbook; save it as an Excel workbook (.xlsx)',
  '.xlsb': 'a binary Excel workbook; save it as an Excel workbook (.xlsx)',
  '.ods': 'an OpenDocument spreadsheet; save it as an Excel workbook (.xlsx) or CSV',
  '.pages': 'a Pages document; export it as PDF',
  '.numbers': 'a Numbers document; export it as an Excel workbook',
  '.zip': 'a ZIP archive; unpack it and add the files in it',
  '.heic': 'a HEIC picture; save it as JPEG',
  '.svg': 'an SVG drawing; save it as PNG',
  '.xml': 'XML; export it from its program as PDF, a web page or CSV',
  '.json': 'JSON; export it from its program as CSV',
};

/** What the bytes of a file with such a name would have said. */
const saidByBytes: Readonly<Record<string, string>> = {
  '.pdf': 'a PDF',
  '.docx': 'a Word document',
  '.docm': 'a Word document',
  '.dotx': 'a Word document',
  '.xlsx': 'an Excel workbook',
  '.xlsm': 'an Excel workbook',
  '.odt': 'an OpenDocument text',
  '.rtf': 'an RTF document',
  '.msg': 'an Outlook message',
  '.png': 'a PNG picture',
  '.jpg': 'a JPEG picture',
  '.jpeg': 'a JPEG picture',
  '.gif': 'a GIF picture',
  '.webp': 'a WebP picture',
  '.bmp': 'a BMP picture',
  '.tif': 'a TIFF picture',
  '.tiff': 'a TIFF picture',
};

export function unsupported(file: string, what: string): DespatchError {
  return new DespatchError('input.unsupported', { file, reason: `it is ${what}` });
}

export const extensionOf = (file: string) => path.extname(file).toLowerCase();

function isTiff(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 4);
  return start === 'II*\0' || start === 'MM\0*';
}

function isImage(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 12);
  return (
    start.startsWith('\x89PNG\r\n') ||
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('GIF8') ||
    (start.startsWith('RIFF') && start.endsWith('WEBP')) ||
    (start.startsWith('BM') &&
      bytes.length > 26 &&
      bytes.readUInt32LE(2) <= bytes.length + 4096 &&
      bytes.readUInt32LE(6) === 0) ||
    isTiff(bytes)
  );
}

/** The standard allows anything before its mark, as far as the first thousand bytes. */
function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-');
}

const mailFields =
  /^(?:received|return-path|from|to|cc|bcc|subject|date|message-id|mime-version|delivered-to|reply-to|sender|x-[\w-]+|content-[\w-]+|thread-[\w-]+|importance|dkim-signature|arc-[\w-]+|authentication-results)$/i;

/** Fields of mail on its first lines, and among them one that only mail has. */
function isMail(start: string): boolean {
  const names: string[] = [];
  for (const line of start.split(/\r?\n/, 12)) {
    if (/^[ \t]/.test(line) && names.length > 0) continue;
    const name = /^([A-Za-z][\w-]{1,40}):/.exec(line)?.[1];
    if (name === undefined) break;
    names.push(name.toLowerCase());
  }
  const known = names.filter((name) => mailFields.test(name));
  const certain = names.some((name) =>
    ['received', 'message-id', 'mime-version', 'return-path', 'delivered-to'].includes(name),
  );
  return (
    known.length >= 2 &&
    (certain || (names.includes('from') && (names.includes('date') || names.includes('to'))))
  );
}

function isHtml(start: string): boolean {
  return /^(?:<\?xml[^>]{0,200}>)?(?:\s|<!--[\s\S]{0,2000}?-->)*<(?:!doctype\s+html|html|head|body|title|meta)\b/i.test(
    start,
  );
}

/**
 * The kind of a file, or the container it comes in.
 * @throws DespatchError `input.unsupported`, `input.misnamed`.
 */
export function kindOf(bytes: Buffer, file: string): Found {
  if (isZip(bytes)) return 'zip';
  if (isCompoundFile(bytes)) return 'compound';
  if (isPdf(bytes)) return 'pdf';
  if (isImage(bytes)) return 'image';
  const start = bytes
    .toString('latin1', 0, 8192)
    .replace(/^\xef\xbb\xbf/, '')
    .replaceAll('\0', '');
  if (start.startsWith('{\\rtf')) return 'rtf';
  const extension = extensionOf(file);
  const binary = knownBinary(bytes);
  if (binary !== null) throw unsupported(file, others[extension] ?? binary);
  if (isHtml(start.replace(/^(?:\xff\xfe|\xfe\xff)/, '').trimStart())) return 'html';
  if (isMail(start) && !['.md', '.markdown', '.csv'].includes(extension)) return 'email';
  const byName = textKinds[extension];
  if (byName !== undefined) return byName;
  if (others[extension] !== undefined) throw unsupported(file, others[extension]);
  const said = saidByBytes[extension];
  if (said !== undefined) {
    const reason = `it is called ${extension} but is not ${said} inside`;
    throw new DespatchError('input.misnamed', { file, reason });
  }
  throw unsupported(
    file,
    extension === ''
      ? 'of a kind Despatch does not know'
      : `a “${extension}” file, which Despatch does not read`,
  );
}

/** By the media type that OpenDocument and EPUB have as their first part. */
const packageTypes: readonly (readonly [RegExp, 'odt' | { readonly other: string }])[] = [
  [/^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?$/, 'odt'],
  [/opendocument\.spreadsheet/, { other: '.ods' }],
  [/opendocument\.presentation/, { other: '.odp' }],
];

/**
 * What stands in a ZIP archive.
 * @throws DespatchError `input.unsupported`, `input.encrypted`.
 */
export async function packageKindOf(
  pack: WordPackage,
  file: string,
): Promise<'word' | 'odt' | 'spreadsheet'> {
  const types = await pack.read('[Content_Types].xml');
  if (types?.includes('wordprocessingml') || pack.has('word/document.xml')) return 'word';
  if (types?.includes('sheet.binary')) throw unsupported(file, others['.xlsb'] ?? '');
  if (types?.includes('spreadsheetml') || pack.has('xl/workbook.xml')) return 'spreadsheet';
  if (types?.includes('presentationml')) throw unsupported(file, others['.pptx'] ?? '');
  const mediaType = (await pack.read('mimetype'))?.trim() ?? '';
  for (const [pattern, kind] of packageTypes) {
    if (!pattern.test(mediaType)) continue;
    if (kind === 'odt') return kind;
    throw unsupported(file, others[kind.other] ?? '');
  }
  throw unsupported(file, others[extensionOf(file)] ?? others['.zip'] ?? '');
}

/** Names of streams that only one kind of compound file has, in the order they are looked for. */
const streams: readonly (readonly [string, 'encrypted' | { readonly other: string }])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', { other: '.doc' }],
  ['Workbook', { other: '.xls' }],
  ['PowerPoint Document', { other: '.ppt' }],
];

/**
 * Proves that a compound file is an Outlook message.
 * @throws DespatchError `input.unsupported`, `input.encrypted`.
 */
export function compoundKindOf(bytes: Buffer, file: string): 'email' {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('__properties_version1.0')) return 'email';
  for (const [name, kind] of streams) {
    if (!has(name)) continue;
    if (kind !== 'encrypted') throw unsupported(file, others[kind.other] ?? '');
    throw new DespatchError('input.encrypted', { file, reason: 'it opens only with a password' });
  }
  throw unsupported(
    file,
    others[extensionOf(file)] ?? 'a compound file of a program that Despatch does not know',
  );
}
