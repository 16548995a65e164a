/** Print model → tagged PDF (PDF/UA-1), typeset by Typst from the templates in `resources/templates`. */
import path from 'node:path';
import type { NodeCompiler, NodeTypstDocument, RenderPdfOpts } from '@myriaddreamin/typst-ts-node-compiler';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import { resourcesFolder } from '../../../paths.ts';
import { noPictures, type Pictures, remembered } from '../pictures.ts';
import { theCompiler } from './compiler.ts';
import { layOut } from './layout.ts';
import { lendPictures } from './lend-pictures.ts';
import { tagLists } from './list-tags.ts';
import { missingGlyphs } from './missing-glyphs.ts';
import { PLACES, type Place, placesIn, withMarks } from './places.ts';
import { tagRowHeaders } from './row-headers.ts';
import { Structure } from './structure.ts';

const standard: RenderPdfOpts = { pdfStandard: 'ua-1' };

interface Job {
  readonly print: PrintDocument;
  readonly pictures: Pictures;
  /** What the template reads, as JSON. */
  readonly data: string;
  /** For how many later compiles Typst keeps what it laid out and did not need again. */
  readonly keptCompiles: number;
}

/**
 * Typesets a document and hands it to `use`.
 * @throws DespatchError as `renderPdf`
 */
async function typeset<Result>(
  { print, pictures, data, keptCompiles }: Job,
  use: (typst: NodeCompiler, document: NodeTypstDocument) => Result,
): Promise<Result> {
  const typst = await theCompiler();
  const takeBack = lendPictures(typst, print, pictures);
  try {
    const compiled = typst.compile({
      mainFilePath: path.join(resourcesFolder(), 'templates', `${print.kind}.typ`),
      inputs: { data },
    });
    const document = compiled.result;
    if (!document) {
      const diagnostics: unknown = compiled.takeDiagnostics()?.shortDiagnostics;
      throw new Error(JSON.stringify(diagnostics ?? 'Typst gave no document.'));
    }
    return use(typst, document);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw missingGlyphs(reason, print) ?? new DespatchError('export.failed', { reason }, { cause: thrown });
  } finally {
    takeBack();
    typst.evictCache(keptCompiles);
  }
}

function pdfOf(typst: NodeCompiler, document: NodeTypstDocument, print: PrintDocument): Uint8Array {
  const pdf = typst.pdf(document, standard);
  const tags = new Structure(pdf);
  tagLists(tags);
  tagRowHeaders(tags, print);
  return tags.written(pdf);
}

/**
 * Typesets a document. The same model gives the same bytes.
 * @throws DespatchError `export.unprintable` with `characters` and their `blockId` where no font of ours has a sign
 *   for them, `export.alternativeTextMissing` and `image.missing` with the picture's `blockId`, `export.failed` with
 *   `reason` for anything else.
 */
export function renderPdf(print: PrintDocument, pictures = noPictures): Promise<Uint8Array> {
  // Typst remembers every document it ever laid out; nobody exports the same one twice in a row.
  const known = remembered(pictures);
  const job = { print, pictures: known, data: JSON.stringify(layOut(print, known)), keptCompiles: 0 };
  return typeset(job, (typst, document) => pdfOf(typst, document, print));
}

/**
 * The same without marking and page numbers, which the pack that it is for prints on every page.
 * @throws DespatchError as `renderPdf`
 */
export function renderBarePdf(
  print: PrintDocument,
  pictures = noPictures,
): Promise<{ pdf: Uint8Array; pages: number }> {
  const known = remembered(pictures);
  const data = JSON.stringify({ ...layOut(print, known), bare: true });
  const job = { print, pictures: known, data, keptCompiles: 0 };
  return typeset(job, (typst, document) => ({
    pdf: pdfOf(typst, document, print),
    pages: document.numOfPages,
  }));
}

/**
 * The very bytes of `renderPdf`, and where on their pages each block stands. For a document that is typeset again
 * and again: what did not change since is not laid out again.
 * @throws DespatchError as `renderPdf`
 */
export function renderPlacedPdf(
  print: PrintDocument,
  pictures = noPictures,
): Promise<{ pdf: Uint8Array; places: readonly Place[] }> {
  const known = remembered(pictures);
  const job = { print, pictures: known, data: withMarks(layOut(print, known)), keptCompiles: 2 };
  return typeset(job, (typst, document) => ({
    pdf: pdfOf(typst, document, print),
    places: placesIn(typst.query(document, PLACES)),
  }));
}
