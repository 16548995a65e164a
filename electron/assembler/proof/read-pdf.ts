/** What a PDF says to people: the words of its pages, bookmarks, descriptions and notes. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { ProofPlace } from '../../../shared/pack/proof-report.ts';
import { openPdf } from '../../pdfium/open-pdf.ts';
import { openSource, type Source, SourceRefused } from '../objects/open-source.ts';
import { Walk } from './walk.ts';

/** @throws DespatchError `pack.partFailed` */
export async function readObjects(bytes: Uint8Array, name: string, item?: string): Promise<Source> {
  try {
    return await openSource(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    const reason = cause instanceof SourceRefused ? cause.message : 'its objects cannot be read back';
    const details = { file: name, ...(item === undefined ? {} : { item }), reason };
    throw new DespatchError('pack.partFailed', details, { cause });
  }
}

const spoken: ReadonlySet<ProofPlace> = new Set([
  'bookmarks',
  'structure',
  'links and notes',
  'form fields',
  'document properties',
]);

/** @throws DespatchError `pack.partFailed` */
export async function wordsOfPdf(bytes: Uint8Array, name: string, item: string): Promise<string[]> {
  const source = await readObjects(bytes, name, item);
  const shown = await openPdf(bytes).catch((cause: unknown) => {
    throw new DespatchError(
      'pack.partFailed',
      { file: name, item, reason: 'its pages cannot be read' },
      { cause },
    );
  });
  const words: string[] = [];
  try {
    for (let at = 0; at < shown.pageCount; at += 1) words.push(shown.text(at).text);
  } finally {
    shown.close();
  }
  for (const { place, text, speech } of new Walk(source, []).texts()) {
    // Who wrote a file, and with what, says nothing of what is in it.
    if (spoken.has(place.place) && speech === 'prose' && !place.what.includes('author')) words.push(text);
  }
  return words;
}
