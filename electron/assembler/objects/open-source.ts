/** A PDF taken apart into objects and pages. */
import { type PDFContext, PDFDict, PDFInvalidObject } from 'pdf-lib';
import { resavePdf } from '../../pdfium/resave.ts';
import { entryOf, resolve } from './look.ts';
import { readPages, type SourcePage } from './page-tree.ts';
import { SourceParser } from './parser.ts';

export interface Source {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly SourcePage[];
  /** encrypted: opened without a password and read as PDFium decrypted it. damaged: read as PDFium repaired it. */
  readonly resaved: 'encrypted' | 'damaged' | null;
}

/** Why a file cannot be read, as a sentence without its full stop. */
export class SourceRefused extends Error {}

/**
 * Read by pdf-lib; a file that is encrypted, or of which it understands not all, is saved anew by PDFium first.
 * @throws SourceRefused
 */
export async function openSource(bytes: Buffer): Promise<Source> {
  if (bytes.length === 0) throw new SourceRefused('the file is empty');
  const found = await parse(bytes);
  const whole =
    found !== null && !found.broken && found.pages.length > 0 && found.pages.length >= found.promised;
  if (whole && !found.encrypted) return { ...found, resaved: null };
  const mended = await resavePdf(bytes);
  if (mended.type === 'refused') {
    if (mended.refusal === 'password') throw new SourceRefused('it asks for a password');
    if (mended.refusal === 'security')
      throw new SourceRefused('it is encrypted in a way that is not known here');
    if (found !== null && found.pages.length > 0 && !found.encrypted) return { ...found, resaved: null };
    if (found !== null && !found.encrypted) throw new SourceRefused('it has no pages');
    throw new SourceRefused('it is damaged, or no PDF at all');
  }
  const second = await parse(Buffer.from(mended.bytes.buffer, mended.bytes.byteOffset, mended.bytes.length));
  if (second === null || second.encrypted) throw new SourceRefused('it is damaged and could not be repaired');
  if (second.pages.length === 0) throw new SourceRefused('it has no pages');
  return { ...second, resaved: found?.encrypted ? 'encrypted' : 'damaged' };
}

interface Parsed {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly SourcePage[];
  readonly encrypted: boolean;
  /** Whether some object of it is not to be understood. */
  readonly broken: boolean;
  /** How many pages the file itself says it has. */
  readonly promised: number;
}

async function parse(bytes: Buffer): Promise<Parsed | null> {
  let context: PDFContext;
  const parser = new SourceParser(bytes);
  try {
    context = await parser.parseDocument();
  } catch {
    return null;
  }
  const { Root, Encrypt } = context.trailerInfo;
  const catalog = resolve(context, Root);
  if (!(catalog instanceof PDFDict)) return null;
  const root = entryOf(catalog, 'Pages');
  const promised = root instanceof PDFDict ? Number(entryOf(root, 'Count')?.toString()) : 0;
  return {
    context,
    catalog,
    pages: readPages(context, root),
    encrypted: resolve(context, Encrypt) !== undefined,
    broken:
      parser.swallowed ||
      context.enumerateIndirectObjects().some(([, object]) => object instanceof PDFInvalidObject),
    promised: Number.isSafeInteger(promised) && promised < 200_000 ? promised : 0,
  };
}
