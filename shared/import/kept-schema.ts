/** What a Word file of ours says of its citations. */
import * as z from 'zod';
import { citationSchema, locatorSchema } from '../document/schema.ts';
import { cslItemSchema } from '../evidence/source.ts';

/** Without the quotation (null) where that was not allowed to leave. */
export const keptCitationSchema = citationSchema.extend({
  locator: locatorSchema.extend({ quote: locatorSchema.shape.quote.nullable() }),
});
export type KeptCitation = z.infer<typeof keptCitationSchema>;

export const keptCitationsSchema = z.strictObject({
  /** By the key that runs bear in `cited`. */
  citations: z.array(z.strictObject({ key: z.string().min(1), citation: keptCitationSchema })),
  /** Details of the sources, by their id in the library that the file comes from. */
  sources: z.array(z.strictObject({ id: z.string().min(1).max(200), csl: cslItemSchema })),
  /** Words that we had made from them (notes, brackets, lists of sources), by the key that their runs bear. */
  made: z.array(z.strictObject({ key: z.string().min(1), text: z.string() })),
});
export type KeptCitations = z.infer<typeof keptCitationsSchema>;
