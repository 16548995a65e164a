/** References to and from reference managers: CSL-JSON, RIS, BibTeX. */
import * as z from 'zod';
import { sourceId } from '../evidence/source.ts';

const grant = z.string().min(1).max(200);
export const referenceFormats = ['csl-json', 'ris', 'bibtex'] as const;
export type ReferenceFormat = (typeof referenceFormats)[number];

/**
 * added: a source that has only its reference. filled: details that a source of the library lacked. same: it had them
 * all. What the library says otherwise stays; `differs` names these fields.
 */
export const referenceRowSchema = z.strictObject({
  title: z.string(),
  sourceId,
  status: z.enum(['added', 'filled', 'same']),
  /** Fields of CSL. */
  filled: z.array(z.string()),
  differs: z.array(z.string()),
});
export type ReferenceRow = z.infer<typeof referenceRowSchema>;

export const referenceCalls = {
  'references.export': {
    input: z.strictObject({
      format: z.enum(referenceFormats),
      /** Absent: all sources that are not in the bin. */
      sourceIds: z.array(sourceId).min(1).optional(),
      grant,
    }),
    output: z.strictObject({
      fileName: z.string(),
      bytes: z.number().int().nonnegative(),
      sources: z.number().int().nonnegative(),
    }),
  },
  /** Of a file of any of the formats. Fails with `references.invalid`, naming file and reason. */
  'references.import': {
    input: z.strictObject({ grant }),
    output: z.strictObject({ rows: z.array(referenceRowSchema) }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
