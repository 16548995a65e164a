/** How a PDF is made, remembered for each kind of document; export and preview read it here. */
import { defaultPdf } from '../../shared/print/pdf-choice.ts';
import { pdfChoiceSchema } from '../../shared/print/pdf-choice-schema.ts';
import { keptChoice } from './kept-choice.ts';

export const pdfChoices = keptChoice({
  name: 'export-pdf',
  schema: pdfChoiceSchema,
  initial: defaultPdf,
  // A finished document must not be marked as a draft because an earlier one was.
  remembered: (choice) => ({ ...choice, draftMark: false }),
});
