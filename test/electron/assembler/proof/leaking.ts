/** Public files that leak, each in one place alone, and one that does not. */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFObject,
  type PDFPage,
  StandardFonts,
} from 'pdf-lib';
import { prove } from '../../../../electron/assembler/proof/prove.ts';
import type { Proof, ProofText } from '../../../../shared/pack/proof-report.ts';

/** A name, a sum, and words that are public one by one. */
export const SECRET = 'Falconbridge bids £1,234,567 for the depot';
export const OPEN = 'The council considers the lease of the depot. A company bids for the lease.';

export interface Open {
  readonly pdf: PDFDocument;
  readonly page: PDFPage;
  readonly catalog: PDFDict;
}

const textOf = (text: string) => PDFHexString.fromText(text);

/** @param leak puts the words somewhere; absent: nowhere. */
export async function publicFile(leak: (made: Open) => void | Promise<void> = () => {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.setTitle('The depot');
  pdf.setAuthor('Borough Council');
  for (const at of [0, 1]) {
    const page = pdf.addPage();
    page.drawText(OPEN, { x: 50, y: 700, size: 12, font });
    page.drawText(`Page ${at + 1}`, { x: 50, y: 50, size: 12, font });
  }
  await leak({ pdf, page: pdf.getPage(1), catalog: pdf.catalog });
  return pdf.save({ useObjectStreams: false });
}

export function add(pdf: PDFDocument, value: Record<string, unknown>): PDFObject {
  return pdf.context.register(pdf.context.obj(value as never));
}

export { textOf };

export const exempt: ProofText[] = [{ type: 'text', item: 'Agenda Item 8', kind: 'words', text: SECRET }];
export const open: ProofText[] = [
  { type: 'text', item: 'Agenda Item 1', kind: 'words', text: OPEN },
  { type: 'text', item: 'Front sheet', kind: 'words', text: 'The depot. Borough Council' },
  { type: 'text', item: 'Front sheet', kind: 'words', text: `${OPEN} Page 1` },
  { type: 'text', item: 'Front sheet', kind: 'words', text: `${OPEN} Page 2` },
];

export async function proofOf(
  folder: string,
  bytes: Uint8Array,
  more: { exempt?: ProofText[]; open?: ProofText[]; name?: string } = {},
): Promise<Proof> {
  const file = path.join(folder, 'public.pdf');
  await writeFile(file, bytes);
  return prove({
    publicFile: file,
    publicName: more.name ?? 'public.pdf',
    exempt: more.exempt ?? exempt,
    open: more.open ?? open,
    date: '2026-11-28T12:00:00Z',
  });
}
