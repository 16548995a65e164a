/** How somebody wants the sources of a document printed with it. */
import * as z from 'zod';
import { evidenceForms } from '../print/evidence.ts';
import { DEFAULT_STYLE } from './citation-styles.ts';

export const evidenceChoiceSchema = z.strictObject({
  form: z.enum(evidenceForms),
  /** Of a style that is shipped, or of one that the library keeps. */
  style: z.string().min(1).max(100),
  /** Whether a report lists the background papers that its citations make. */
  backgroundPapers: z.boolean(),
  /** Whether words are quoted of sources that are marked higher than the document. */
  quoteHigher: z.boolean(),
});
export type EvidenceChoice = z.infer<typeof evidenceChoiceSchema>;

/** What an export does that nobody said anything about. */
export const defaultEvidence: EvidenceChoice = {
  form: 'notes',
  style: DEFAULT_STYLE,
  backgroundPapers: true,
  quoteHigher: false,
};
