/** Showing a source as it is: pages of a PDF as pictures with their words, everything else as its words. */
import * as z from 'zod';
import { locatorSchema } from '../document/schema.ts';
import { lineRoles, outlineEntrySchema } from '../evidence/extraction.ts';
import { anchorSchema } from '../evidence/facts.ts';
import { editionId, sourceId, sourceKinds, textStates } from '../evidence/source.ts';
import { pictureSchema } from './preview-calls.ts';
import { errorDataSchema } from './wire.ts';

const page = z.number().int().positive();

export const readingSchema = z.strictObject({
  sourceId,
  edition: editionId,
  /** Whether it is the newest edition of its source. */
  current: z.boolean(),
  kind: z.enum(sourceKinds),
  title: z.string(),
  textState: z.enum(textStates),
  paged: z.boolean(),
  pages: z.array(
    z.strictObject({
      label: z.string().nullable(),
      /** Where it begins in the whole text, in UTF-16 units. */
      start: z.number().int().nonnegative(),
      length: z.number().int().nonnegative(),
    }),
  ),
  outline: z.array(outlineEntrySchema),
  /** Width and height of each page in points, for a PDF; null: there are no pictures of its pages. */
  sizes: z.instanceof(Float32Array).nullable(),
  /** Why the pages of a PDF cannot be drawn, although its words can be read. */
  problem: errorDataSchema.nullable(),
});
export type Reading = z.infer<typeof readingSchema>;

export const evidenceReadingCalls = {
  /** Fails with `evidence.notFound`. To be closed as often as it was opened. */
  'reading.open': {
    input: z.strictObject({ sourceId, edition: editionId.optional() }),
    output: readingSchema,
  },
  /** The words of one page, as they were extracted. */
  'reading.text': {
    input: z.strictObject({ edition: editionId, page }),
    output: z.strictObject({ text: z.string(), roles: z.array(z.enum(lineRoles)) }),
  },
  /**
   * Where each UTF-16 unit of the text of a PDF's page stands: left, top, right, bottom in points from the top left of
   * the page as shown; four zeros for what is not drawn. null where it is no PDF.
   */
  'reading.boxes': {
    input: z.strictObject({ edition: editionId, page }),
    output: z.instanceof(Float32Array).nullable(),
  },
  /** A page of a PDF drawn, `width` pixels wide. This and `boxes` fail with `evidence.pageStopped`, to be tried again. */
  'reading.picture': {
    input: z.strictObject({ edition: editionId, page, width: z.number().int().min(16).max(4096) }),
    output: pictureSchema,
  },
  /** The bytes of a picture that is a source. */
  'reading.image': {
    input: z.strictObject({ edition: editionId }),
    output: z.strictObject({ bytes: z.instanceof(Uint8Array), mediaType: z.string() }),
  },
  /** Where quoted words stand in an edition, whichever they were taken from. */
  'reading.place': {
    input: z.strictObject({ edition: editionId, locator: locatorSchema }),
    output: anchorSchema.pick({ state: true, place: true }),
  },
  /** Places of words in the whole text of an edition, in order; spaces and line breaks match each other. */
  'reading.find': {
    input: z.strictObject({ edition: editionId, words: z.string().min(1).max(500), matchCase: z.boolean() }),
    output: z.strictObject({
      places: z.array(z.strictObject({ page, start: z.number().int(), end: z.number().int() })),
      /** There are more than these. */
      more: z.boolean(),
    }),
  },
  /** Nobody shows it any more. */
  'reading.close': { input: z.strictObject({ edition: editionId }), output: z.strictObject({}) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
