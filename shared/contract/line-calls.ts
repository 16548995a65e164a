/** Standing lines: the library of words that documents hold by reference, and words that were used before. */
import * as z from 'zod';
import { type BlockKind, documentKinds } from '../document/schema.ts';
import { blockRules } from '../document/structure.ts';
import {
  lineBodySchema,
  lineId,
  lineKinds,
  lineVersionSchema,
  lineWordsSchema,
  standingLineSchema,
} from '../lines/line.ts';
import { lineStandings } from '../lines/standing.ts';

const blockKinds = Object.keys(blockRules) as BlockKind[];
const by = z.string().max(100);

const summary = standingLineSchema
  .pick({ id: true, kind: true, title: true, tags: true, version: true, updatedAt: true, author: true })
  .extend({
    /** Its words with those of its details, each on a line. */
    text: z.string(),
    citations: z.number().int().nonnegative(),
    /** In documents that are not in the bin. */
    uses: z.number().int().nonnegative(),
  });
export type LineSummary = z.infer<typeof summary>;

const use = z.strictObject({
  documentId: z.string(),
  documentTitle: z.string(),
  documentKind: z.enum(documentKinds),
  /** When the document was last saved. */
  updatedAt: z.string(),
  blockId: z.string(),
  /** The words of the block and its details, as last saved. */
  text: z.string(),
  /** Of the line, when somebody last looked. */
  version: z.number().int().positive(),
  standing: z.enum(lineStandings),
  /** Who first saved it there, empty where nobody has said, and when. */
  usedBy: z.string(),
  usedAt: z.string(),
});
export type LineUseRow = z.infer<typeof use>;

const hit = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  kind: z.enum(documentKinds),
  updatedAt: z.string(),
  sectionId: z.string(),
  blockId: z.string(),
  blockKind: z.enum(blockKinds),
  /** All that the block says, with its details and what they rest on, to be said again. */
  words: lineWordsSchema,
  snippet: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
});
export type DocumentHit = z.infer<typeof hit>;

export const lineCalls = {
  /** Without a query last changed first, otherwise best first. `deleted`: those in the bin. */
  'lines.list': {
    input: z.strictObject({
      query: z.string().max(1000).optional(),
      kind: z.enum(lineKinds).optional(),
      tag: z.string().max(60).optional(),
      deleted: z.boolean().optional(),
      limit: z.number().int().positive().max(10_000).optional(),
    }),
    output: z.strictObject({
      lines: z.array(summary),
      /** Of all lines that are not in the bin. */
      tags: z.array(z.string()),
    }),
  },
  /** With every version, the present one first; one in the bin too. */
  'lines.get': {
    input: z.strictObject({ lineId }),
    output: z.strictObject({
      line: standingLineSchema,
      deleted: z.boolean(),
      versions: z.array(lineVersionSchema).min(1),
    }),
  },
  /** Those of the ids that the library has. */
  'lines.known': {
    input: z.strictObject({ ids: z.array(lineId).max(10_000) }),
    output: z.array(z.strictObject({ line: standingLineSchema, deleted: z.boolean() })),
  },
  'lines.add': {
    input: z.strictObject({ body: lineBodySchema, by }),
    output: standingLineSchema,
  },
  /** Other words make a new version. Fails with `line.changed` when somebody else changed it since `revision`. */
  'lines.change': {
    input: z.strictObject({ lineId, revision: z.number().int().positive(), body: lineBodySchema, by }),
    output: standingLineSchema,
  },
  /** To the bin; `lines.restore` brings it back whole. */
  'lines.remove': { input: z.strictObject({ lineId }), output: z.strictObject({}) },
  'lines.restore': { input: z.strictObject({ lineId }), output: z.strictObject({}) },
  /** Document by document, last saved first. */
  'lines.uses': { input: z.strictObject({ lineId }), output: z.array(use) },
  /** In the words of all documents that are not in the bin, best first. The query as in `evidence.search`. */
  'documents.search': {
    input: z.strictObject({
      query: z.string().max(1000),
      limit: z.number().int().positive().max(200),
    }),
    output: z.strictObject({ hits: z.array(hit), more: z.boolean() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
