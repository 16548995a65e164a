/** What a reader is asked to show: a source, one of its editions, a place in it. */
import * as z from 'zod';
import { locatorSchema } from '../document/schema.ts';
import { editionId, sourceId } from './source.ts';

export const readerRequestSchema = z.strictObject({
  sourceId,
  /** Absent: the present one. */
  edition: editionId.optional(),
  at: z
    .strictObject({
      /** Counted from 1. */
      page: z.number().int().positive().nullable(),
      quote: locatorSchema.shape.quote.optional(),
      /** In the whole text of the edition, in UTF-16 units. */
      position: z
        .object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
        .nullable()
        .optional(),
    })
    .optional(),
});
export type ReaderRequest = z.infer<typeof readerRequestSchema>;
