/**
 * A `.despatch` file: a document with its evidence, as one ZIP archive (docs/despatch-format.md). Every part has its
 * length and SHA-256 in the manifest, which stands first; of the manifest itself the archive's comment tells.
 */
import * as z from 'zod';
import { threadSchema } from '../comments/thread.ts';
import { extractedPageSchema, outlineEntrySchema } from '../evidence/extraction.ts';
import { editionId, editionSchema, sourceDetailsSchema, sourceId, sourceKinds } from '../evidence/source.ts';
import { standingLineSchema } from '../lines/line.ts';

/** Raise it when a file of the new version would be misread by the version before. */
export const PACKAGE_VERSION = 1;
export const MANIFEST = 'manifest.json';

export const partNames = {
  document: 'document.json',
  comments: 'comments.json',
  sources: 'sources.json',
  /** Standing lines that the document uses, in their present version. */
  lines: 'lines.json',
  text: (edition: string) => `texts/${edition}.json`,
  original: (edition: string) => `originals/${edition}`,
  asset: (sha256: string) => `assets/${sha256}`,
} as const;

/** No other part is read, so that no name can lead anywhere. */
const partName =
  /^(?:document\.json|comments\.json|sources\.json|lines\.json|texts\/[0-9a-f]{64}\.json|(?:originals|assets)\/[0-9a-f]{64})$/;

export const partSchema = z.strictObject({
  name: z.string().regex(partName),
  /** Of its bytes as they were before they were packed. */
  sha256: editionId,
  bytes: z.number().int().nonnegative(),
});
export type Part = z.infer<typeof partSchema>;

/** What every version can read of a manifest. */
export const manifestHead = z.looseObject({
  format: z.literal('despatch'),
  version: z.number().int().positive(),
});

export const manifestSchema = z.strictObject({
  format: z.literal('despatch'),
  version: z.literal(PACKAGE_VERSION),
  /** The version of Despatch that wrote it. */
  createdBy: z.string().max(100),
  /** false: of the sources only their details and the cited words. */
  originals: z.boolean(),
  /** In the order in which they stand in the archive. */
  parts: z.array(partSchema).min(2),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const packedEditionSchema = z.strictObject({
  ...editionSchema.shape,
  paged: z.boolean(),
  outline: z.array(outlineEntrySchema),
});
export type PackedEdition = z.infer<typeof packedEditionSchema>;

export const packedSourceSchema = z.strictObject({
  id: sourceId,
  kind: z.enum(sourceKinds),
  details: sourceDetailsSchema,
  /** Newest first; the first is the one that is meant today. */
  editions: z.array(packedEditionSchema).min(1).max(1000),
  /** A source of the same file that takes the place of this one. */
  supersededBy: sourceId.nullable(),
  addedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type PackedSource = z.infer<typeof packedSourceSchema>;

export const sourcesPart = z.array(packedSourceSchema).max(10_000);
export const linesPart = z.array(standingLineSchema).max(10_000);
export const commentsPart = z.array(threadSchema).max(100_000);
export const textPart = z.array(extractedPageSchema).min(1);

export const packedTextSchema = z.strictObject({ edition: editionId, pages: textPart });
export type PackedText = z.infer<typeof packedTextSchema>;

/** What a file holds once all of it has been read and every checksum has held. */
export const packageSchema = z.strictObject({
  manifest: manifestSchema,
  /** Parse with `parseDocument`. */
  document: z.unknown(),
  comments: commentsPart,
  sources: sourcesPart,
  lines: linesPart,
  texts: z.array(packedTextSchema),
  /** Files that were unpacked; none where nobody asked for them. */
  originals: z.array(
    z.strictObject({ hash: editionId, bytes: z.number().int().nonnegative(), file: z.string() }),
  ),
  /** Pictures by the hash of their bytes. */
  assets: z.array(z.strictObject({ sha256: editionId, bytes: z.instanceof(Uint8Array) })),
});
export type DespatchPackage = z.infer<typeof packageSchema>;

/** A sentence that an edition bears whose file stayed behind. */
export const ONLY_QUOTED =
  'Only the words that were cited came with the document; add the file to have all of it.';
