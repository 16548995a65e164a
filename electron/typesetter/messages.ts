/** What the typesetter process and its host say to each other. */
import * as z from 'zod';
import { exportEvidenceSchema } from '../../shared/contract/citation-style-calls.ts';
import {
  missingSchema,
  pictureSchema,
  previewFrameSchema,
  typesetSchema,
} from '../../shared/contract/preview-calls.ts';
import { locatorSchema } from '../../shared/document/schema.ts';
import { cslStyleSchema } from '../../shared/evidence/csl-style.ts';

const id = z.number().int();
const documentId = z.string();
const sections = z.array(z.unknown());

export const orderSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('put'), id, documentId, sections }),
  z.strictObject({
    type: z.literal('typeset'),
    id,
    documentId,
    /** The number of the version that comes of it. */
    version: z.number(),
    frame: previewFrameSchema,
    /** Of the evidence library; what is known of sources is asked for again where it is another. */
    revision: z.number(),
    order: z.array(z.string()),
    sections,
  }),
  /** Pictures that the library was asked for; null where it has none. */
  z.strictObject({
    type: z.literal('pictures'),
    id,
    documentId,
    pictures: z.array(z.strictObject({ asset: z.string(), bytes: z.instanceof(Uint8Array).nullable() })),
  }),
  /** What the library knows of the citations it was asked about, and the style they are written in. */
  z.strictObject({
    type: z.literal('evidence'),
    id,
    documentId,
    known: exportEvidenceSchema,
    style: z.union([z.enum(['gov-uk', 'harvard', 'oscola']), cslStyleSchema]),
  }),
  z.strictObject({
    type: z.literal('page'),
    id,
    documentId,
    version: z.number(),
    page: z.number(),
    width: z.number(),
  }),
  z.strictObject({ type: z.literal('close'), id, documentId }),
]);
export type TypesetterOrder = z.infer<typeof orderSchema>;

/** Pictures of the document that the typesetter has to be given first. */
const picturesSchema = z.strictObject({ state: z.literal('pictures'), assets: z.array(z.string()) });

/** Citations of the document whose sources the typesetter has to be told about first. */
const citationsSchema = z.strictObject({
  state: z.literal('evidence'),
  citations: z.array(
    z.strictObject({
      documentId,
      blockId: z.string(),
      citationId: z.string(),
      citedId: z.string(),
      edition: z.string().nullable(),
      locator: locatorSchema,
    }),
  ),
});

export const outputSchemas = {
  put: z.null(),
  typeset: z.discriminatedUnion('state', [typesetSchema, missingSchema, picturesSchema, citationsSchema]),
  pictures: z.null(),
  evidence: z.null(),
  page: pictureSchema.nullable(),
  close: z.null(),
} as const satisfies Record<TypesetterOrder['type'], z.ZodType>;
export type OutputOf<Type extends TypesetterOrder['type']> = z.infer<(typeof outputSchemas)[Type]>;
