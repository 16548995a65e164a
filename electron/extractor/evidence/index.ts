/** A file of evidence of any kind, as its words, page by page. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import { compoundKindOf, kindOf, packageKindOf } from './kind.ts';
import { openOffice } from './office.ts';

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
    case 'csv':
      return (await import('./csv.ts')).readCsv(bytes, file);
    case 'email':
      return (await import('./eml.ts')).readEml(bytes, file);
    case 'image':
      return (await import('./image.ts')).readImage(bytes, file);
    case 'rtf':
      return (await import('./rtf.ts')).readRtf(bytes, file);
    case 'zip':
      return readPackage(bytes, file);
    case 'compound':
      compoundKindOf(bytes, file);
      return (await import('./msg.ts')).readMsg(bytes, file);
  }
}

/** A ZIP archive is a document only by what is in it. */
async function readPackage(bytes: Buffer, file: string): Promise<Extraction> {
  const pack = await openOffice(bytes, file);
  switch (await packageKindOf(pack, file)) {
    case 'word':
      return (await import('./word.ts')).readWord(bytes, file);
    case 'odt':
      return (await import('./odt.ts')).readOdt(pack, file);
    case 'spreadsheet':
      return (await import('./xlsx.ts')).readXlsx(pack, file);
  }
}
