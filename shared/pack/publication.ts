/**
 * What was published for a meeting so far, as supplements and consolidated packs need to know it. `pack build --json`
 * prints it as `record`; in a library it is made from the packs that are kept.
 */
import * as z from 'zod';
import { keptPlanSchema } from './kept-pack.ts';

const count = z.number().int().nonnegative();

const publishedCopySchema = z.strictObject({
  plan: keptPlanSchema,
  /** The highest number used; 0: none. */
  lastNumber: count,
});
export type PublishedCopy = z.infer<typeof publishedCopySchema>;

export const publicationSchema = z.strictObject({
  /** null: the pack itself; else of a supplement: "A". */
  letter: z.string().nullable(),
  /** Before its numbers: "A" where it numbers by itself, else empty. */
  prefix: z.string(),
  restricted: publishedCopySchema,
  /** null: no public copy was made. */
  public: publishedCopySchema.nullable(),
  /** What its papers were made from. sha256 null: written here, known by `revision`. */
  sources: z.array(
    z.strictObject({ paperId: z.string(), sha256: z.string().nullable(), revision: count.nullable() }),
  ),
});
export type Publication = z.infer<typeof publicationSchema>;

export const recordSchema = z.strictObject({
  format: z.literal('despatch-pack-1'),
  committee: z.string(),
  date: z.string(),
  publicationDate: z.string(),
  /** In the order in which they were published. */
  publications: z.array(publicationSchema).min(1),
});
export type PackRecord = z.infer<typeof recordSchema>;

export type Copy = 'restricted' | 'public';

/** As published: that of the restricted pack where no public one was made. */
export function copyOf(publication: Publication, copy: Copy): PublishedCopy {
  return copy === 'public' ? (publication.public ?? publication.restricted) : publication.restricted;
}

/** Where a paper stands that was published. */
export interface PublishedPaper {
  readonly publication: Publication;
  readonly first: string;
  readonly last: string;
}

/** Of every paper all that was published, oldest first. */
export function publishedPapers(
  publications: readonly Publication[],
  copy: Copy,
): ReadonlyMap<string, readonly PublishedPaper[]> {
  const all = new Map<string, PublishedPaper[]>();
  for (const publication of publications) {
    for (const { paperId, numbers } of copyOf(publication, copy).plan.papers) {
      if (numbers === null) continue;
      const [first, last] = numbers;
      all.set(paperId, [...(all.get(paperId) ?? []), { publication, first, last }]);
    }
  }
  return all;
}
