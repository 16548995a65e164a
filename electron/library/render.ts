import type { Thread } from '../../shared/comments/thread.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import type { PrintEvidence } from '../../shared/print/evidence.ts';
import type { Audience } from '../../shared/print/exempt.ts';
import { printDocument } from '../../shared/print/model.ts';
import type { PdfChoice } from '../../shared/print/pdf-choice.ts';
import { speakingCopy } from '../../shared/print/speaking.ts';
import { noPictures, type Pictures } from './export/pictures.ts';

export const exportFormats = ['docx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

interface RenderOptions {
  /** The document's, by the hash of their bytes. */
  readonly pictures?: Pictures;
  /** Comments that leave with a Word file. */
  readonly threads?: readonly Thread[];
  /** How its sources are printed; absent: not at all. */
  readonly evidence?: PrintEvidence | undefined;
  /** public: without what is exempt. Absent: all of it, with what is exempt marked. */
  readonly audience?: Audience | undefined;
  /** Of its points and questions alone, in large type. */
  readonly speaking?: boolean | undefined;
  /** How a PDF is made; absent: as `defaultPdf` says. */
  readonly pdf?: PdfChoice | undefined;
}

/**
 * The bytes of a document in a format. Each writer is loaded at its first use: both are large, and most starts need
 * neither.
 * @throws DespatchError `export.*`, `image.missing`
 */
export async function render(
  document: DespatchDocument,
  format: ExportFormat,
  { pictures = noPictures, threads = [], evidence, speaking = false, pdf, audience }: RenderOptions = {},
): Promise<Uint8Array> {
  const full = printDocument(document, { evidence, audience, ...(format === 'docx' ? { threads } : {}) });
  const print = speaking ? speakingCopy(full) : full;
  if (format === 'docx') return (await import('./export/docx/index.ts')).renderDocx(print, pictures);
  return (await import('./export/pdf/index.ts')).renderPdf(print, pictures, { choice: pdf });
}
