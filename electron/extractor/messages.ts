/**
 * What the extractor process and its host say to each other. Of a document to import, or a citation style: one file
 * in, one source, style or error out, and the process has done its work. Of evidence: as many orders as the host has, each answered once, in
 * the order they came.
 */
import * as z from 'zod';
import type { ErrorData } from '../../shared/contract/errors.ts';
import { errorDataSchema } from '../../shared/contract/wire.ts';
import { inlineSchema } from '../../shared/document/schema.ts';
import { type CslStyle, cslStyleSchema } from '../../shared/evidence/csl-style.ts';
import { type Extraction, extractionSchema } from '../../shared/evidence/extraction.ts';
import { type CslItem, cslItemSchema } from '../../shared/evidence/source.ts';
import { keptCitationsSchema } from '../../shared/import/kept-schema.ts';
import type { SourceText } from '../../shared/import/source.ts';
import { exemptionSchema } from '../../shared/pack/exemption.ts';
import { type DespatchPackage, packageSchema } from '../../shared/portable/format.ts';

export const orderSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('read'), file: z.string().min(1) }),
  /** A citation style. */
  z.strictObject({ type: z.literal('style'), file: z.string().min(1) }),
  /** References of a reference manager. */
  z.strictObject({ type: z.literal('references'), file: z.string().min(1) }),
  /** A document with its evidence. Its originals are put into the folder as files whose names begin with the prefix. */
  z.strictObject({
    type: z.literal('package'),
    file: z.string().min(1),
    folder: z.string().min(1),
    prefix: z.string().min(1),
  }),
  z.strictObject({
    type: z.literal('evidence'),
    /** Chosen by the host; its answer bears it. */
    job: z.number().int(),
    /** Path of the stored copy. */
    file: z.string().min(1),
    /** The name of the original: tells its kind where the bytes leave it open, and stands in every error. */
    name: z.string().min(1),
  }),
]);
export type ExtractorOrder = z.infer<typeof orderSchema>;
export type EvidenceOrder = Extract<ExtractorOrder, { type: 'evidence' }>;

const original = z.array(z.strictObject({ line: z.number(), text: z.string() }));
const marker = z.strictObject({
  text: z.string(),
  style: z.enum(['bullet', 'decimal', 'letter', 'roman']),
  value: z.number(),
  prefix: z.string(),
});
const line = z.strictObject({
  original: original.min(1),
  content: z.array(inlineSchema),
  marker: marker.nullable(),
  indent: z.number(),
  heading: z.number().nullable(),
  style: z.string().nullable(),
  quoted: z.boolean(),
  gapBefore: z.boolean(),
  pageBreakBefore: z.boolean(),
  aside: z.boolean(),
  ruled: z.literal(true).optional(),
  cell: z
    .strictObject({ table: z.number(), row: z.number(), column: z.number(), columns: z.number() })
    .nullable(),
});
const source = z.strictObject({
  name: z.string(),
  format: z.enum(['text', 'docx']),
  lines: z.array(line),
  notices: z.array(
    z.strictObject({ code: z.string(), message: z.string(), original, at: z.number().nullable() }),
  ),
  headerMarking: z.string().nullable(),
  kept: keptCitationsSchema.optional(),
  exemptions: z.array(exemptionSchema).optional(),
});

/** Checked by the host: the process that answers has just read a file nobody trusts. */
export const answerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('source'), source }),
  z.strictObject({ type: z.literal('style'), style: cslStyleSchema }),
  z.strictObject({ type: z.literal('package'), package: packageSchema }),
  z.strictObject({ type: z.literal('references'), items: z.array(cslItemSchema) }),
  z.strictObject({ type: z.literal('error'), error: errorDataSchema }),
]);
export type ExtractorAnswer =
  | { readonly type: 'source'; readonly source: SourceText }
  | { readonly type: 'style'; readonly style: CslStyle }
  | { readonly type: 'references'; readonly items: CslItem[] }
  | { readonly type: 'package'; readonly package: DespatchPackage }
  | { readonly type: 'error'; readonly error: ErrorData };

/** Checked by the host likewise; the answers to `evidence`. */
export const evidenceAnswerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('extraction'), job: z.number().int(), extraction: extractionSchema }),
  z.strictObject({ type: z.literal('error'), job: z.number().int(), error: errorDataSchema }),
]);
export type EvidenceAnswer =
  | { readonly type: 'extraction'; readonly job: number; readonly extraction: Extraction }
  | { readonly type: 'error'; readonly job: number; readonly error: ErrorData };
