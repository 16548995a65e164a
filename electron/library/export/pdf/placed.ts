/** The PDF of the page preview, with the places of its blocks. */
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import { defaultPdf, type PdfChoice } from '../../../../shared/print/pdf-choice.ts';
import { noPictures, remembered } from '../pictures.ts';
import type { Held } from './apart.ts';
import { layOut } from './layout.ts';
import { previewLook } from './look.ts';
import { PLACES, type Place, placesIn, withMarks } from './places.ts';
import { pdfOf, typeset } from './typeset.ts';

/**
 * The very bytes of `renderPdf`, and where on their pages each block stands. For a document that is typeset again
 * and again: what did not change since is not laid out again. Never for the archive.
 * @throws DespatchError as `renderPdf`
 */
export function renderPlacedPdf(
  print: PrintDocument,
  pictures = noPictures,
  asked: PdfChoice = defaultPdf,
): Promise<{ pdf: Uint8Array; places: readonly Place[] }> {
  const known = remembered(pictures);
  const choice: PdfChoice = { ...asked, standard: 'ua-1' };
  const data = (held: Held) =>
    withMarks({ ...layOut(print, known, choice.contents, held), ...previewLook(choice) });
  const job = { print, pictures: known, data, keptCompiles: 2 };
  return typeset(job, (typst, document) => ({
    pdf: pdfOf(typst, document, print, choice),
    places: placesIn(typst.query(document, PLACES)),
  }));
}
