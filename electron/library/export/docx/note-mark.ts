import { EndnoteReferenceRun, FootnoteReferenceRun, type ParagraphChild } from 'docx';
import type { PrintDocument } from '../../../../shared/print/blocks.ts';

/** The mark of a note of Word's own, which shows its number. */
export function noteMark(number: number, { notesAt }: Pick<PrintDocument, 'notesAt'>): ParagraphChild {
  return notesAt === 'foot' ? new FootnoteReferenceRun(number) : new EndnoteReferenceRun(number);
}
