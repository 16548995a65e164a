/** What a PDF says of itself as a whole. */
import { PDFDict, PDFRawStream } from 'pdf-lib';
import type { Inspection } from '../../../shared/pack/inspection.ts';
import { readXmp } from '../../extractor/evidence/xmp.ts';
import { oneLine } from '../../pdfium/clean-text.ts';
import { unpack } from '../objects/content.ts';
import { layersOf, NAMELESS_LAYER } from '../objects/layers.ts';
import { asDict, dictAt, entryOf, isTrueAt, nameAt, resolve, textAt } from '../objects/look.ts';
import type { Source } from '../objects/open-source.ts';
import { formOf } from './form.ts';
import { hazardsOf } from './hazards.ts';

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
  const info = asDict(resolve(context, context.trailerInfo.Info)) ?? PDFDict.withContext(context);
  const metadata = entryOf(catalog, 'Metadata');
  const packet = Buffer.from((metadata instanceof PDFRawStream && unpack(metadata)) || []);
  const xmp = readXmp(packet);
  const marks = dictAt(catalog, 'MarkInfo');
  return {
    // The catalogue of a file that was changed may say a later one than its first line.
    version: nameAt(catalog, 'Version') || header,
    title: xmp.title || oneLine(textAt(info, 'Title') ?? ''),
    language: oneLine(textAt(catalog, 'Lang') ?? ''),
    producer: oneLine(textAt(info, 'Producer') ?? '') || xmp.producer,
    creator: oneLine(textAt(info, 'Creator') ?? ''),
    tagged:
      dictAt(catalog, 'StructTreeRoot') !== undefined && marks !== undefined && isTrueAt(marks, 'Marked'),
    claimsUa: /pdfuaid:part\s*(?:=\s*["']|>)\s*[12]/.test(packet.toString('utf8')),
    portfolio: dictAt(catalog, 'Collection') !== undefined,
    hiddenLayers: hiddenLayers({ catalog, context }),
    ...formOf(catalog),
    ...hazardsOf(context),
  };
}

/** Layers that a reader does not see, but that are in the file: their names, each once. */
function hiddenLayers(source: Pick<Source, 'catalog' | 'context'>): string[] {
  const hidden = layersOf(source).filter((layer) => layer.hidden);
  return [...new Set(hidden.map(({ name }) => oneLine(name) || NAMELESS_LAYER))];
}
