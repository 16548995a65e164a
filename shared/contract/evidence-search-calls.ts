/** Searching the words of all sources. */
import * as z from 'zod';
import { classifications } from '../document/schema.ts';
import { editionId, sourceId, sourceKinds } from '../evidence/source.ts';

export const searchFiltersSchema = z.strictObject({
  kinds: z.array(z.enum(sourceKinds)).optional(),
  organisations: z.array(z.string()).optional(),
  /** Years of publication; "" for sources without a date. */
  years: z.array(z.string()).optional(),
  /** null for sources without a marking. */
  markings: z.array(z.enum(classifications).nullable()).optional(),
  published: z.array(z.boolean().nullable()).optional(),
  /** Cited by this document. */
  usedIn: z.string().optional(),
  used: z.boolean().optional(),
  /** Within these sources. */
  sources: z.array(sourceId).optional(),
});
export type SearchFilters = z.infer<typeof searchFiltersSchema>;

const snippetPart = z.strictObject({ text: z.string(), hit: z.boolean() });
export const searchHitSchema = z.strictObject({
  sourceId,
  edition: editionId,
  title: z.string(),
  kind: z.enum(sourceKinds),
  organisation: z.string(),
  issued: z.string(),
  /** Counted from 1; null where the source has no pages of paper. */
  page: z.number().int().positive().nullable(),
  /** What the page or part calls itself; null where it has no name. */
  label: z.string().nullable(),
  /** The passage in the whole text of the edition, in UTF-16 units, and its words. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: z.string(),
  snippet: z.array(snippetPart),
  /** Higher is better; comparable within one answer only. */
  score: z.number(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

const facet = z.array(z.strictObject({ value: z.string().nullable(), sources: z.number().int() }));

export const evidenceSearchCalls = {
  /**
   * Query: words (all of them), "a phrase", begin*, AND, OR, NOT, brackets, title: author: organisation: before a word.
   * What cannot be read as that is looked for as plain words, and `problem` says so. The last word, unless a space
   * follows it, is taken for the beginning of one.
   */
  'evidence.search': {
    input: z.strictObject({
      query: z.string().max(20_000),
      filters: searchFiltersSchema.optional(),
      limit: z.number().int().positive().max(200),
      offset: z.number().int().nonnegative().optional(),
    }),
    output: z.strictObject({
      hits: z.array(searchHitSchema),
      /** There are more than these. */
      more: z.boolean(),
      problem: z.string().nullable(),
    }),
  },
  /**
   * How many of all the sources that a search finds are of each kind and so on; a call of its own, because nobody who
   * types should wait for it.
   */
  'evidence.facets': {
    input: z.strictObject({ query: z.string().max(20_000), filters: searchFiltersSchema.optional() }),
    output: z.strictObject({
      kinds: facet,
      organisations: facet,
      years: facet,
      markings: facet,
      /** `published`, `unpublished`, or null where nobody has said. */
      published: facet,
    }),
  },
  /** Passages that may bear out a point, best first: its figures, then its rarer words. */
  'evidence.findFor': {
    input: z.strictObject({
      words: z.string().max(20_000),
      filters: searchFiltersSchema.optional(),
      limit: z.number().int().positive().max(50),
    }),
    output: z.strictObject({
      hits: z.array(
        z.strictObject({
          ...searchHitSchema.shape,
          /** Figures of the point that stand in the passage, as the point writes them. */
          figures: z.array(z.string()),
        }),
      ),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
