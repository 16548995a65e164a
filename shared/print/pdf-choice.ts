/** How somebody wants a PDF made, and which copy of the document. */
import * as z from 'zod';
import type { PrintDocument } from './blocks.ts';
import { printedText } from './words.ts';

/** `ua-1`: ISO 14289-1, for readers. `a-2a`: ISO 19005-2 level A as well, for the archive, with the day it was made. */
const pdfStandards = ['ua-1', 'a-2a'] as const;
/** `auto`: long reports have one. */
const contentsChoices = ['auto', 'with', 'without'] as const;

export const pdfChoiceSchema = z.strictObject({
  standard: z.enum(pdfStandards),
  contents: z.enum(contentsChoices),
  /** In the margin, from 1 on each page. */
  lineNumbers: z.boolean(),
  /** "Draft" across each page and in its head. */
  draftMark: z.boolean(),
});
export type PdfChoice = z.infer<typeof pdfChoiceSchema>;

/** What an export does that nobody said anything about. */
export const defaultPdf: PdfChoice = {
  standard: 'ua-1',
  contents: 'auto',
  lineNumbers: false,
  draftMark: false,
};

/** About ten pages: from here on a report is easier to find one's way in with a list of its headings. */
const LONG = 25_000;
const FEW_HEADINGS = 3;

/** Whether the document gets a list of contents. Linear in its words. */
export function hasContents(
  { kind, blocks, speaking }: Pick<PrintDocument, 'kind' | 'blocks' | 'speaking'>,
  choice: PdfChoice['contents'],
): boolean {
  const headings = blocks.filter(({ type }) => type === 'heading').length;
  if (choice === 'without' || headings === 0) return false;
  if (choice === 'with') return true;
  if (kind !== 'report' || speaking === true || headings < FEW_HEADINGS) return false;
  let signs = 0;
  for (const { content } of blocks) {
    signs += printedText(content).length;
    if (signs > LONG) return true;
  }
  return false;
}
