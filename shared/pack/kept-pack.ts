/** What is kept of a pack beside its bytes: which paper stands on which pages, under which printed numbers. */
import * as z from 'zod';

export const packAudiences = ['restricted', 'public'] as const;
/** restricted: for members, with everything. public: without what is exempt. */
export type PackAudience = (typeof packAudiences)[number];

/** pack: the first. supplement: late papers, with a letter. consolidated: everything so far, in the order of the items. */
export const keptPackKinds = ['pack', 'supplement', 'consolidated'] as const;
export type KeptPackKind = (typeof keptPackKinds)[number];

const id = z.string().min(1).max(200);
const index = z.number().int().nonnegative();

export const keptPaperSchema = z.strictObject({
  paperId: id,
  itemId: id,
  title: z.string(),
  appendix: z.boolean(),
  /** First and last leaf, counted from 0; null: none of its pages is in this pack. */
  leaves: z.tuple([index, index]).nullable(),
  /** First and last printed number; null: it bears none. */
  numbers: z.tuple([z.string(), z.string()]).nullable(),
  /** Whether its pages are withheld from this pack. */
  withheld: z.boolean(),
});

export const keptItemSchema = z.strictObject({
  itemId: id,
  /** As printed, "6" or "6a"; empty: it bears none. */
  number: z.string(),
  title: z.string(),
  /** How deep it stands under others, from 0. */
  depth: index,
  /** Where it begins; null: it has no pages of its own. */
  leaf: index.nullable(),
});

export const keptPlanSchema = z.strictObject({
  items: z.array(keptItemSchema),
  papers: z.array(keptPaperSchema),
  /** Every page in order. `paperPage` counts from 0 in its paper. */
  pages: z.array(z.strictObject({ label: z.string(), paperId: id.nullable(), paperPage: index.nullable() })),
});
export type KeptPlan = z.infer<typeof keptPlanSchema>;
