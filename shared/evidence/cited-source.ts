/** What an export must know of a source. */
import * as z from 'zod';
import { markingSchema } from '../document/schema.ts';
import { cslItemSchema, sourceId } from './source.ts';

export const citedSourceSchema = z.strictObject({
  id: sourceId,
  csl: cslItemSchema,
  /** null: nobody has said. */
  published: z.boolean().nullable(),
  marking: markingSchema.nullable(),
  /** Whether its pages are pages of paper, so that a note can name one. */
  paged: z.boolean(),
});
export type CitedSource = z.infer<typeof citedSourceSchema>;
