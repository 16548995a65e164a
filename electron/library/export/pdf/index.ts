/** Print model → tagged PDF (PDF/UA-1, for the archive PDF/A-2a as well), typeset by Typst from the templates in `resources/templates`. */
import { DespatchError } from '../../../../shared/contract/errors.ts';
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import { defaultPdf, type PdfChoice } from '../../../../shared/print/pdf-choice.ts';
import { noPictures, remembered } from '../pictures.ts';
import type { Held } from './apart.ts';
import { layOut } from './layout.ts';
import { leastPages, looksOf, suffices } from './look.ts';
import { pdfOf, typeset } from './typeset.ts';

export interface PdfOptions {
  /** Absent: as `defaultPdf` says. */
  readonly choice?: PdfChoice | undefined;
  /** The day that a file for the archive bears; absent: today. */
  readonly made?: Date;
}

/**
 * Typesets a document. The same model gives the same bytes, for the archive on the same day.
 * @throws DespatchError `export.unprintable` with `characters` and their `blockId` where no font of ours has a sign
 *   for them, `export.alternativeTextMissing` and `image.missing` with the picture's `blockId`, `export.failed` with
 *   `reason` for anything else.
 */
export async function renderPdf(
  print: PrintDocument,
  pictures = noPictures,
  { choice = defaultPdf, made = new Date() }: PdfOptions = {},
): Promise<Uint8Array> {
  // Typst remembers every document it ever laid out; nobody exports the same one twice in a row.
  const known = remembered(pictures);
  const tries: { readonly pdf: Uint8Array; readonly pages: number }[] = [];
  for (const look of looksOf(print, choice, made)) {
    const data = (held: Held) => JSON.stringify({ ...layOut(print, known, choice.contents, held), ...look });
    const tried = await typeset({ print, pictures: known, data, keptCompiles: 0 }, (typst, document) => ({
      pdf: pdfOf(typst, document, print, choice),
      pages: document.numOfPages,
    }));
    if (suffices(print, tried.pages)) return tried.pdf;
    tries.push(tried);
  }
  const chosen = leastPages(tries);
  if (chosen === undefined)
    throw new DespatchError('export.failed', { reason: 'it fits in no size of type' });
  return chosen.pdf;
}

/**
 * The same without marking, page numbers and contents, which the pack that it is for has of its own.
 * @throws DespatchError as `renderPdf`
 */
export function renderBarePdf(
  print: PrintDocument,
  pictures = noPictures,
): Promise<{ pdf: Uint8Array; pages: number }> {
  const known = remembered(pictures);
  const data = (held: Held) => JSON.stringify({ ...layOut(print, known, 'without', held), bare: true });
  const job = { print, pictures: known, data, keptCompiles: 0 };
  return typeset(job, (typst, document) => ({
    pdf: pdfOf(typst, document, print, defaultPdf),
    pages: document.numOfPages,
  }));
}
