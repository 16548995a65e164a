/** A document with its evidence as one file (`shared/portable/format.ts`). Such a file comes in by `documents.import`. */
import * as z from 'zod';

const documentId = z.string().min(1).max(200);

export const portableChoiceSchema = z.strictObject({
  /** false: of the sources only their details and the words that are cited. */
  originals: z.boolean(),
  /** cited: the present edition of each source and those that citations were taken from; present: that alone. */
  editions: z.enum(['cited', 'present']),
  comments: z.boolean(),
  /** Whether sources that are marked higher than the document leave with it; otherwise they stop the export. */
  higher: z.boolean(),
});
export type PortableChoice = z.infer<typeof portableChoiceSchema>;

export const defaultPortable: PortableChoice = {
  originals: true,
  editions: 'cited',
  comments: false,
  higher: false,
};

export const portableCalls = {
  /** What would leave with a document. */
  'portable.preview': {
    input: z.strictObject({ documentId }),
    output: z.strictObject({
      sources: z.number().int().nonnegative(),
      /** Of the originals of the editions that are cited or present, and of the present ones alone. */
      bytes: z.strictObject({
        cited: z.number().int().nonnegative(),
        present: z.number().int().nonnegative(),
      }),
      comments: z.number().int().nonnegative(),
      /** Titles of sources that are marked higher than the document. */
      higher: z.array(z.string()),
      /** Sources that are cited and not in the library. */
      missing: z.number().int().nonnegative(),
    }),
  },
  /** Writes the document as last saved. Fails with `export.markedHigher`, naming sources. */
  'portable.export': {
    input: z.strictObject({
      documentId,
      choice: portableChoiceSchema,
      grant: z.string().min(1).max(200),
    }),
    output: z.strictObject({
      fileName: z.string(),
      bytes: z.number().int().nonnegative(),
      sources: z.number().int().nonnegative(),
      /** What whoever sends it out should know, as sentences. */
      notices: z.array(z.string()),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
