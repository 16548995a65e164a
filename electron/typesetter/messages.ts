/** What the typesetter process and its host say to each other. */
import * as z from 'zod';
import {
  missingSchema,
  pictureSchema,
  previewFrameSchema,
  typesetSchema,
} from '../../shared/contract/preview-calls.ts';

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

export const outputSchemas = {
  put: z.null(),
  typeset: z.discriminatedUnion('state', [typesetSchema, missingSchema, picturesSchema]),
  pictures: z.null(),
  page: pictureSchema.nullable(),
  close: z.null(),
} as const satisfies Record<TypesetterOrder['type'], z.ZodType>;
export type OutputOf<Type extends TypesetterOrder['type']> = z.infer<(typeof outputSchemas)[Type]>;
