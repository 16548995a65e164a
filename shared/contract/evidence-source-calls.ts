/** Taking sources into the evidence library, listing them and keeping what is known of them. */
import * as z from 'zod';
import { markingSchema } from '../document/schema.ts';
import {
  editionId,
  isoDate,
  sourceDetailsSchema,
  sourceId,
  sourceKinds,
  sourceSchema,
  textStates,
} from '../evidence/source.ts';

const grant = z.string().min(1).max(200);
const batchId = z.string().min(1).max(200);

/**
 * waiting, working: not done yet. added: a new source. newEdition: of the source that was named. duplicate: the library
 * has these very bytes, in `sourceId`. failed: see `reason`. cancelled: before its turn came.
 */
export const intakeStatuses = [
  'waiting',
  'working',
  'added',
  'newEdition',
  'duplicate',
  'failed',
  'cancelled',
] as const;
export const intakeRowSchema = z.strictObject({
  /** As it was named: a path on the command line, a file name in the window. */
  file: z.string(),
  sourceId: sourceId.nullable(),
  title: z.string().nullable(),
  kind: z.enum(sourceKinds).nullable(),
  pages: z.number().int().nonnegative().nullable(),
  words: z.number().int().nonnegative().nullable(),
  status: z.enum(intakeStatuses),
  /** One line: why it failed, or what its reader should know (a scan without text); null: nothing to say. */
  reason: z.string().nullable(),
  /** A known source that this looks like a new edition of; `evidence.makeEdition` takes the offer. */
  offer: z.strictObject({ sourceId, title: z.string() }).nullable(),
});
export type IntakeRow = z.infer<typeof intakeRowSchema>;

export const batchSchema = z.strictObject({
  id: batchId,
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  /** null: not finished; it was cancelled, or Despatch ended over it. */
  finishedAt: z.string().nullable(),
  /** Name of the watched folder it came from; null: somebody chose the files. */
  folder: z.string().nullable(),
  /** Whether it is being done at this moment; unfinished and not running, it can be resumed. */
  running: z.boolean(),
  rows: z.array(intakeRowSchema),
});
export type Batch = z.infer<typeof batchSchema>;

/** A file that was chosen, or dropped or pasted bytes with the name they came with. */
const intakeFile = z.union([
  z.strictObject({ grant }),
  z.strictObject({ name: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array) }),
]);

export const sourceSummarySchema = z.strictObject({
  id: sourceId,
  kind: z.enum(sourceKinds),
  /** Never empty: a source without a title is called by its file. */
  title: z.string(),
  /** Names as one would list them: "Holloway; Pennock"; may be empty. */
  author: z.string(),
  organisation: z.string(),
  /** "2026", "2026-02" or "2026-02-14"; empty where it is not known. */
  issued: z.string(),
  published: z.boolean().nullable(),
  marking: markingSchema.nullable(),
  reviewBy: isoDate.nullable(),
  textState: z.enum(textStates),
  pages: z.number().int().positive(),
  words: z.number().int().nonnegative(),
  edition: editionId,
  editions: z.number().int().positive(),
  supersededBy: sourceId.nullable(),
  /** Documents, binned ones left out, that cite it; and how often they do. */
  usedIn: z.number().int().nonnegative(),
  citations: z.number().int().nonnegative(),
  addedAt: z.string(),
  updatedAt: z.string(),
});
export type SourceSummary = z.infer<typeof sourceSummarySchema>;

const watchedFolder = z.strictObject({
  id: z.string().min(1).max(200),
  name: z.string(),
  addedAt: z.string(),
  /** Why it is not looked at just now; null: it is. */
  problem: z.string().nullable(),
});

export const evidenceSourceCalls = {
  /**
   * Takes files in, one after the other; a file that fails is a row, never an error of the call. Reports progress with
   * the name of the file in hand. Cancelled, it fails with `call.cancelled` and its `batchId`: what was added stays,
   * the rest can be resumed. A folder stands for its files. A file whose source is in the bin takes it out of there.
   */
  'evidence.add': {
    input: z.strictObject({
      files: z.array(intakeFile).min(1).max(5000),
      /** The files are a new edition of this source. */
      editionOf: sourceId.optional(),
    }),
    output: batchSchema,
  },
  /** Batches that are running, unfinished or not looked at yet, newest first. */
  'evidence.batches': { input: z.strictObject({}), output: z.array(batchSchema) },
  /** Does what is left of a batch; of one that is finished, once more what failed. Otherwise as `evidence.add`. */
  'evidence.resume': { input: z.strictObject({ batchId }), output: batchSchema },
  /** Forgets the report of a batch; the sources stay. */
  'evidence.dismiss': { input: z.strictObject({ batchId }), output: z.strictObject({}) },
  /** Newest first; of the bin, last deleted first. */
  'evidence.list': {
    input: z.strictObject({ deleted: z.boolean().optional() }),
    output: z.array(sourceSummarySchema),
  },
  /** Fails with `evidence.notFound`. Binned sources are found too. */
  'evidence.get': { input: z.strictObject({ sourceId }), output: sourceSchema },
  /** `updatedAt` as it was read; fails with `evidence.changed` where somebody else was faster. */
  'evidence.change': {
    input: z.strictObject({ sourceId, updatedAt: z.string(), details: sourceDetailsSchema }),
    output: sourceSchema,
  },
  /** To the bin; what cites it is told. */
  'evidence.remove': { input: z.strictObject({ sourceId }), output: z.strictObject({}) },
  'evidence.restore': { input: z.strictObject({ sourceId }), output: z.strictObject({}) },
  /**
   * Makes the file of one source the newest edition of another, which then is all there is of both. Fails with
   * `evidence.cited` where documents cite the first one, binned documents among them: their citations would hang on
   * nothing. `evidence.supersede` says of such a source that another takes its place.
   */
  'evidence.makeEdition': {
    input: z.strictObject({ sourceId, of: sourceId }),
    output: sourceSchema,
  },
  /** Fails with `evidence.circle` where each would take the place of the other. */
  'evidence.supersede': {
    input: z.strictObject({ sourceId, by: sourceId.nullable() }),
    output: sourceSchema,
  },
  /** The bytes as they came in, into a file that a person chose. */
  'evidence.saveOriginal': {
    input: z.strictObject({ edition: editionId, grant }),
    output: z.strictObject({ fileName: z.string(), bytes: z.number().int().nonnegative() }),
  },
  'evidence.folders': { input: z.strictObject({}), output: z.array(watchedFolder) },
  /** Takes in what stands in a folder that a person chose, and from then on whatever comes to stand in it. */
  'evidence.watch': { input: z.strictObject({ grant }), output: watchedFolder },
  'evidence.unwatch': { input: z.strictObject({ folderId: z.string() }), output: z.strictObject({}) },
  /**
   * Answers once the evidence library is no longer at revision `since` (sources, links, batches), at the latest after
   * half a minute.
   */
  'evidence.changes': {
    input: z.strictObject({ since: z.number().int() }),
    output: z.strictObject({ revision: z.number().int() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
