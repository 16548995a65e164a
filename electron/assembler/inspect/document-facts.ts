/** What a PDF says of itself as a whole. */
import { PDFDict } from 'pdf-lib';
import type { Inspection } from '../../../shared/pack/inspection.ts';
import { readXmp } from '../../extractor/evidence/xmp.ts';
import { oneLine } from '../../pdfium/clean-text.ts';
import type { Source } from '../objects/open-source.ts';
import { formOf } from './form.ts';
import { hazardsOf } from './hazards.ts';
import { hiddenLayers } from './layers.ts';
import { bytesOf, dictAt, dictOf, entry, isTrueAt, nameAt, textAt } from './pdf-objects.ts';

type DocumentFacts = Omit<
  Inspection,
  | 'format'
  | 'name'
  | 'sha256'
  | 'bytes'
  | 'encryption'
  | 'damage'
  | 'bookmarks'
  | 'comments'
  | 'redactions'
  | 'covered'
  | 'missingFonts'
  | 'pages'
>;

export function documentFacts(
  { catalog, context }: Pick<Source, 'catalog' | 'context'>,
  header: string,
): DocumentFacts {
  const info = dictOf(context, context.trailerInfo.Info) ?? PDFDict.withContext(context);
  const packet = Buffer.from(bytesOf(context, entry(catalog, 'Metadata')) ?? []);
  const xmp = readXmp(packet);
  const marks = dictAt(catalog, 'MarkInfo');
  return {
    // The catalogue of a file that was changed may say a later one than its first line.
    version: nameAt(catalog, 'Version') || header,
    title: xmp.title || oneLine(textAt(info, 'Title')),
    language: oneLine(textAt(catalog, 'Lang')),
    producer: oneLine(textAt(info, 'Producer')) || xmp.producer,
    creator: oneLine(textAt(info, 'Creator')),
    tagged: dictAt(catalog, 'StructTreeRoot') !== null && marks !== null && isTrueAt(marks, 'Marked'),
    claimsUa: /pdfuaid:part\s*(?:=\s*["']|>)\s*[12]/.test(packet.toString('utf8')),
    portfolio: dictAt(catalog, 'Collection') !== null,
    hiddenLayers: hiddenLayers(catalog),
    ...formOf(catalog),
    ...hazardsOf(context),
  };
}
