/** Citation styles that a library keeps beside those shipped, and what an export must know of cited sources. */
import * as z from 'zod';
import { citedSourceSchema } from '../evidence/cited-source.ts';

const styleId = z.string().min(1).max(100);
const citationStyle = z.strictObject({
  id: styleId,
  title: z.string(),
  /** Its citations stand in brackets in the text. */
  inText: z.boolean(),
  shipped: z.boolean(),
});
export type CitationStyle = z.infer<typeof citationStyle>;

export const exportEvidenceSchema = z.strictObject({
  /** Those that the library has, under the ids by which the document cites them. */
  sources: z.array(citedSourceSchema),
  /** By `anchorKey`: where the words of a citation stand today, of those that were found unchanged. */
  pages: z.record(z.string(), z.number().int().positive().nullable()),
});
export type ExportEvidence = z.infer<typeof exportEvidenceSchema>;

export const citationStyleCalls = {
  /** Shipped ones first, then by title. */
  'styles.list': { input: z.strictObject({}), output: z.array(citationStyle) },
  /** Keeps a style that a person chose. Fails with `style.invalid`, naming file and reason. */
  'styles.add': { input: z.strictObject({ grant: z.string().min(1).max(200) }), output: citationStyle },
  'styles.remove': { input: z.strictObject({ style: styleId }), output: z.strictObject({}) },
  /** What writing the document as last saved takes of its sources. */
  'styles.sources': {
    input: z.strictObject({ documentId: z.string().min(1).max(200) }),
    output: exportEvidenceSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
