import type { DespatchDocument } from '../../shared/document/schema.ts';
import { printDocument } from '../../shared/print/model.ts';

export const exportFormats = ['docx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * The bytes of a document in a format. Each writer is loaded at its first use: both are large, and most starts need
 * neither.
 * @throws DespatchError `export.failed`
 */
export async function render(document: DespatchDocument, format: ExportFormat): Promise<Uint8Array> {
  const print = printDocument(document);
  if (format === 'docx') return (await import('./export/docx/index.ts')).renderDocx(print);
  return (await import('./export/pdf/index.ts')).renderPdf(print);
}
