/** How somebody wants a PDF made, and which copy of the document. */
import * as z from 'zod';

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
