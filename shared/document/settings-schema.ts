/** What is true of a document as a whole, beside its words and its marking. */
import * as z from 'zod';

export const paragraphNumberings = ['continuous', 'sectional'] as const;

const limit = z.number().int().positive().nullable();
export const documentSettingsSchema = z.strictObject({
  /** continuous: 1, 2, 3 across all headings; sectional: 1.1, 1.2 under numbered headings. */
  numbering: z.enum(paragraphNumberings),
  /** What the template asks for; null where it asks for nothing. */
  limits: z.strictObject({ words: limit, pages: limit, minutes: limit }),
  /** Name of the template it was begun from. */
  template: z.string().min(1).nullable(),
});
export type DocumentSettings = z.infer<typeof documentSettingsSchema>;
