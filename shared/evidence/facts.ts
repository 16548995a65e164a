/** What is known about the sources that a document cites, for whoever judges the document without the library. */
import * as z from 'zod';
import { markingSchema } from '../document/schema.ts';
import { lineFactSchema } from '../lines/standing.ts';
import { editionId, isoDate, sourceId, sourceKinds } from './source.ts';

/**
 * Where the quoted words stand in the present edition of their source. same: as taken. moved: the same words
 * elsewhere. changed: words nearly like them. lost: none. sourceMissing: the library does not have the source.
 */
export const anchorStates = ['same', 'moved', 'changed', 'lost', 'sourceMissing'] as const;
export type AnchorState = (typeof anchorStates)[number];

export const anchorSchema = z.strictObject({
  state: z.enum(anchorStates),
  /** Present place of the words; null where they are not found. `page` counts from 1, null where there are none. */
  place: z
    .strictObject({
      edition: editionId,
      page: z.number().int().positive().nullable(),
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
      /** What stands there now. */
      exact: z.string(),
    })
    .nullable(),
  /** The source is another edition, has other words, is superseded or binned, since somebody last looked at this. */
  unseen: z.boolean(),
});
export type Anchor = z.infer<typeof anchorSchema>;

export const sourceFactsSchema = z.strictObject({
  id: sourceId,
  title: z.string(),
  kind: z.enum(sourceKinds),
  edition: editionId,
  /** Whether the pages of the present edition are pages of paper. */
  paged: z.boolean(),
  published: z.boolean().nullable(),
  marking: markingSchema.nullable(),
  reviewBy: isoDate.nullable(),
  /** Title of the source that takes its place. */
  supersededBy: z.string().nullable(),
  deleted: z.boolean(),
});
export type SourceFacts = z.infer<typeof sourceFactsSchema>;

export const evidenceFactsSchema = z.strictObject({
  /** Today, for review dates. */
  today: isoDate,
  /** Every source the document cites that the library has. */
  sources: z.array(sourceFactsSchema),
  /** By `anchorKey`; a citation that is not among them has not been looked for yet. */
  anchors: z.record(z.string(), anchorSchema),
  /** Every standing line the document uses that the library has. */
  lines: z.array(lineFactSchema),
});
export type EvidenceFacts = z.infer<typeof evidenceFactsSchema>;
