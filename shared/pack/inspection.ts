/**
 * What is known of a supplied PDF before it goes into a pack: facts, no judgements. The assembler process finds them
 * out (`electron/assembler/inspect`), the pack check judges them (`shared/pack/check`).
 */
import * as z from 'zod';

const count = z.number().int().nonnegative();
/** Counted from 1. */
const pageNumber = z.number().int().positive();

/**
 * What stands near the upper and the lower edge of a page, where a pack prints numbers and stamps: left, top, right and
 * bottom in points from the top left corner as it is shown.
 */
export const edgesSchema = z
  .array(z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly())
  .readonly();

export const inspectedPageSchema = z.strictObject({
  /** In points, as the page is shown: cropped and turned. */
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** What the page calls itself; null where the file gives it no name. */
  label: z.string().nullable(),
  /** Lines end in "\n". */
  text: z.string(),
  /** scan: a picture and no words. empty: nothing that can be read. */
  shows: z.enum(['text', 'scan', 'empty']),
  edges: edgesSchema,
});
export type InspectedPage = z.infer<typeof inspectedPageSchema>;

export const inspectionSchema = z.strictObject({
  format: z.literal(1),
  name: z.string(),
  /** Of its bytes, lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
  /** Of the PDF standard: "1.7". */
  version: z.string(),
  /** Empty where the file does not say. */
  title: z.string(),
  language: z.string(),
  producer: z.string(),
  creator: z.string(),
  /** It has a structure tree and says that it is tagged. */
  tagged: z.boolean(),
  /** It says of itself that it is PDF/UA. */
  claimsUa: z.boolean(),
  /** owner: it opens without a password, but asks that it be not changed or copied. */
  encryption: z.enum(['none', 'owner']),
  /** Its table of contents had to be worked out again, or its end is missing. */
  damage: z.enum(['none', 'repaired', 'cutOff']),
  portfolio: z.boolean(),
  /** dynamic: only Acrobat makes its pages. static: its pages are there as well. */
  xfa: z.enum(['none', 'static', 'dynamic']),
  fields: count,
  signatures: count,
  scripts: count,
  launches: count,
  media: count,
  attachments: z.array(z.string()),
  /** Names of layers that are not shown. */
  hiddenLayers: z.array(z.string()),
  bookmarks: count,
  /** Notes of readers, with all that marks the text up; links and fields are none. */
  comments: z.array(
    z.strictObject({ page: pageNumber, kind: z.string(), author: z.string(), words: z.string() }),
  ),
  /** Pages with places marked for redaction which nobody has carried out. */
  redactions: z.array(pageNumber),
  /** Words that are in the file, but under something dark. */
  covered: z.array(z.strictObject({ page: pageNumber, words: z.string() })),
  /** Names of fonts that are not in the file. */
  missingFonts: z.array(z.string()),
  pages: z.array(inspectedPageSchema).min(1),
});
export type Inspection = z.infer<typeof inspectionSchema>;
