/** Pictures of documents. They are kept by the hash of their bytes, so that the same picture is kept once. */
import * as z from 'zod';
import { imageMediaTypes } from '../document/schema.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.instanceof(Uint8Array);

const storedAsset = z.strictObject({
  sha256,
  mediaType: z.enum(imageMediaTypes),
  /** In pixels. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

export const assetCalls = {
  /** The bytes of a picture file that a person chose. Fails with `image.*` and `input.*`; nothing is kept. */
  'assets.read': {
    input: z.strictObject({ grant: z.string().min(1).max(200) }),
    output: z.strictObject({ bytes }),
  },
  /**
   * Keeps a picture, without its metadata, and says what it is. How a camera was held goes with the metadata, so
   * whoever puts a photograph turns it upright first. `name` is for messages.
   */
  'assets.put': {
    input: z.strictObject({ bytes, name: z.string().max(300) }),
    output: storedAsset,
  },
  /** Fails with `image.missing`. */
  'assets.get': {
    input: z.strictObject({ sha256 }),
    output: z.strictObject({ bytes, mediaType: z.enum(imageMediaTypes) }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
