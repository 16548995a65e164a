import type { DespatchDocument } from '../../shared/document/schema.ts';
import { printDocument } from '../../shared/print/model.ts';
import { noPictures } from './export/pictures.ts';

export const exportFormats = ['docx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * The bytes of a document in a format. Each writer is loaded at its first use: both are large, and most starts need
 * neither.
 * @param pictures the document's, by the hash of their bytes.
 * @throws DespatchError `export.*`, `image.missing`
 */
export async function render(
  document: DespatchDocument,
  format: ExportFormat,
  pictures = noPictures,
): Promise<Uint8Array> {
  const print = printDocument(document);
  if (format === 'docx') return (await import('./export/docx/index.ts')).renderDocx(print, pictures);
  return (await import('./export/pdf/index.ts')).renderPdf(print, pictures);
}
