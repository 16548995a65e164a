/**
 * The page preview: the exact PDF of a document as it stands in the window, saved or not. The window hands over
 * sections as they change and asks for the pages it shows.
 */
import * as z from 'zod';
import { documentKinds, markingSchema } from '../document/schema.ts';
import { documentSettingsSchema } from '../document/settings-schema.ts';
import { evidenceChoiceSchema } from '../evidence/evidence-choice.ts';
import { pdfChoiceSchema } from '../print/pdf-choice-schema.ts';
import { errorDataSchema } from './wire.ts';

const documentId = z.string().min(1).max(200);
/** Larger for each typesetting; names the pages that came of it. */
const version = z.number().int().nonnegative();

/** Everything of a document but its sections. */
export const previewFrameSchema = z.strictObject({
  format: z.number().int().positive(),
  kind: z.enum(documentKinds),
  marking: markingSchema.nullable(),
  settings: documentSettingsSchema,
  /** How its sources are printed; absent: as `defaultEvidence` says. */
  evidence: evidenceChoiceSchema.optional(),
  /** How its pages look; absent: as `defaultPdf` says. */
  pdf: pdfChoiceSchema.optional(),
});
export type PreviewFrame = z.infer<typeof previewFrameSchema>;

/** Numbers of one block's place in `places`. */
export const PLACE_LENGTH = 5;

export const typesetSchema = z.strictObject({
  state: z.literal('typeset'),
  version,
  /** What an export would be stopped by, and the pages show; null where they are those of an export. */
  stops: errorDataSchema.nullable(),
  /** Width and height of each page in points. */
  sizes: z.instanceof(Float32Array),
  /** In the order of the pages; blocks that are not printed are not among them. */
  blockIds: z.array(z.string()),
  /**
   * Of each block: page, x and y of its first line, page and y of its last. Points from the top left; pages count
   * from 0. Packed, because thousands of objects would be felt in the window.
   */
  places: z.instanceof(Float32Array),
});
export type Typeset = z.infer<typeof typesetSchema>;

/** Sections that the typesetter does not have: at first, and after it was started afresh. */
export const missingSchema = z.strictObject({ state: z.literal('missing'), sections: z.array(z.string()) });

/** A page drawn: RGBA, 8 bits each, row by row from the top. */
export const pictureSchema = z.strictObject({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  pixels: z.instanceof(Uint8Array),
});
export type Picture = z.infer<typeof pictureSchema>;

export const previewCalls = {
  /** Hands over sections ahead of `preview.typeset`, in pieces, so that a large document holds nobody up. */
  'preview.put': {
    input: z.strictObject({ documentId, sections: z.array(z.unknown()) }),
    output: z.strictObject({}),
  },
  /**
   * Typesets the document as exporting it would, or as a draft of it where that can show what is wrong. `order`: the ids of all its sections; `sections`: those that
   * changed since they were last handed over.
   * Fails as an export otherwise does, and with `preview.stopped` when the typesetter ended over it.
   */
  'preview.typeset': {
    input: z.strictObject({
      documentId,
      frame: previewFrameSchema,
      order: z.array(z.string()),
      sections: z.array(z.unknown()),
    }),
    output: z.discriminatedUnion('state', [typesetSchema, missingSchema]),
  },
  /** Draws a page, `width` pixels wide; null where that version is no longer held. Pages count from 0. */
  'preview.page': {
    input: z.strictObject({
      documentId,
      version,
      page: z.number().int().nonnegative(),
      width: z.number().int().min(16).max(4096),
    }),
    output: pictureSchema.nullable(),
  },
  /** The document is no longer shown. */
  'preview.close': { input: z.strictObject({ documentId }), output: z.strictObject({}) },
} as const;
