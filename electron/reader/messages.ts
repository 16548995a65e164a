/** What the reader process and its host say to each other. Each order names its file, so that a new process can go on. */
import * as z from 'zod';
import { pictureSchema } from '../../shared/contract/preview-calls.ts';
import { editionId } from '../../shared/evidence/source.ts';

const id = z.number().int();
/** `edition`: the SHA-256 that the bytes of the file must have. */
const pdf = { file: z.string().min(1), edition: editionId };
/** Counts from 0. */
const page = z.number().int().nonnegative();

export const orderSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('sizes'), id, ...pdf }),
  z.strictObject({ type: z.literal('picture'), id, ...pdf, page, width: z.number().int().positive() }),
  /** `text`: the words of the page as the library has them. */
  z.strictObject({ type: z.literal('boxes'), id, ...pdf, page, text: z.string() }),
]);
export type ReaderOrder = z.infer<typeof orderSchema>;

export const outputSchemas = {
  sizes: z.instanceof(Float32Array),
  picture: pictureSchema,
  boxes: z.instanceof(Float32Array),
} as const satisfies Record<ReaderOrder['type'], z.ZodType>;
