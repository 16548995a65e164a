/** How a PDF is made where nobody chose; what may be chosen stands in `pdf-choice-schema.ts`. */
import type { PrintDocument } from './blocks.ts';
import type { PdfChoice } from './pdf-choice-schema.ts';
import { printedText } from './words.ts';

export type { PdfChoice };

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
