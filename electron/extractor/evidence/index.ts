/** A file of evidence of any kind, as its words, page by page. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import { kindOf, unsupported } from './kind.ts';

/**
 * Reads a file of evidence. Readers are loaded when the first file of their kind comes.
 * @param file its name as the person knows it, for messages and where its bytes leave the kind open.
 * @throws DespatchError `input.*`, each with `file` and `reason`.
 */
export async function readEvidence(bytes: Buffer, file: string): Promise<Extraction> {
  if (bytes.length === 0) throw new DespatchError('input.empty', { file, reason: 'it holds no bytes' });
  const kind = kindOf(bytes, file);
  switch (kind) {
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes, file);
    case 'html':
      return (await import('./html.ts')).readHtml(bytes, file);
    case 'text':
    case 'markdown':
      return (await import('./plain.ts')).readPlain(bytes, file, kind);
    default:
      throw unsupported(file, `of a kind Despatch does not read yet: ${kind}`);
  }
}
