/**
 * A source of the evidence library: what it is called and by whom, as CSL-JSON, beside what only officials need to
 * know of it. Its words stand in its editions.
 */
import * as z from 'zod';
import { markingSchema } from '../document/schema.ts';

/** By what the file is, not by what it is about. */
export const sourceKinds = [
  'pdf',
  'word',
  'odt',
  'rtf',
  'html',
  'markdown',
  'text',
  'csv',
  'spreadsheet',
  'email',
  'image',
  // No file at all yet: what a reference manager, or a document from elsewhere, knows of one.
  'reference',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

const cslName = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  /** An organisation, or a name that was not taken apart. */
  literal: z.string().optional(),
});
const cslDate = z.looseObject({
  /** Year, month and day, as far as they are known. */
  'date-parts': z.array(z.array(z.union([z.number(), z.string()])).min(1)).optional(),
  literal: z.string().optional(),
  raw: z.string().optional(),
});
/**
 * CSL-JSON 1.0.2, one item (docs.citationstyles.org). Loose: what a reference manager wrote and we do not show is
 * kept. The id of the source stands beside it, not in it.
 */
export const cslItemSchema = z.looseObject({
  type: z.string().min(1),
  title: z.string().optional(),
  author: z.array(cslName).optional(),
  publisher: z.string().optional(),
  issued: cslDate.optional(),
  accessed: cslDate.optional(),
  URL: z.string().optional(),
});
export type CslItem = z.infer<typeof cslItemSchema>;
export type CslName = z.infer<typeof cslName>;
export type CslDate = z.infer<typeof cslDate>;

export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const editionId = z.string().regex(/^[0-9a-f]{64}$/);
export const sourceId = z.string().min(1).max(200);

/** What a person may edit. */
export const sourceDetailsSchema = z.strictObject({
  csl: cslItemSchema,
  /** Whether anybody can read it who wants to; null: nobody has said. */
  published: z.boolean().nullable(),
  marking: markingSchema.nullable(),
  /** The day from which it must be looked at again before it is relied on. */
  reviewBy: isoDate.nullable(),
  /** In words, for a picture or a scan, which has none of its own; searched like the text of a page. */
  description: z.string(),
  /** Fields of the department's or the user's own. */
  own: z.record(z.string().min(1).max(100), z.string().max(2000)),
});
export type SourceDetails = z.infer<typeof sourceDetailsSchema>;

/** text: all pages have words; partlyScanned, scanned: some, none of them; none: there is nothing to read. */
export const textStates = ['text', 'partlyScanned', 'scanned', 'none'] as const;

export const editionSchema = z.strictObject({
  /** SHA-256 of its bytes. */
  id: editionId,
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().nonnegative(),
  /** ISO 8601, UTC. */
  addedAt: z.string(),
  textState: z.enum(textStates),
  /** Pages, sheets or parts; at least 1. */
  pages: z.number().int().positive(),
  words: z.number().int().nonnegative(),
  /** Things about it that its reader should know, as sentences. */
  notices: z.array(z.string()),
});
export type Edition = z.infer<typeof editionSchema>;

export const sourceSchema = z.strictObject({
  id: sourceId,
  kind: z.enum(sourceKinds),
  ...sourceDetailsSchema.shape,
  /** Newest first; the first is the one that is meant today. */
  editions: z.array(editionSchema).min(1),
  /** Another source that takes the place of this one. */
  supersededBy: sourceId.nullable(),
  addedAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
});
export type Source = z.infer<typeof sourceSchema>;
