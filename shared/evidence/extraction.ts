/** What the extractor makes of a file of evidence: its words, page by page, and what it says about itself. */
import * as z from 'zod';
import { cslItemSchema, isoDate, sourceKinds, textStates } from './source.ts';

export const lineRoles = ['text', 'heading', 'item', 'row', 'quote', 'aside'] as const;
export type LineRole = (typeof lineRoles)[number];

export const extractedPageSchema = z.strictObject({
  /** What the page calls itself: its printed number ("iv", "12"), the name of a sheet; null where it has no name. */
  label: z.string().nullable(),
  /** Lines end in "\n", cells of a row are parted by "\t"; no other control characters. */
  text: z.string(),
  /** What each line of the text is, in order; empty: all are text. */
  roles: z.array(z.enum(lineRoles)),
});
export type ExtractedPage = z.infer<typeof extractedPageSchema>;

export const outlineEntrySchema = z.strictObject({
  title: z.string(),
  /** Counted from 1. */
  page: z.number().int().positive(),
  level: z.number().int().nonnegative(),
});

export type OutlineEntry = z.infer<typeof outlineEntrySchema>;

export const extractionSchema = z.strictObject({
  kind: z.enum(sourceKinds),
  mediaType: z.string(),
  textState: z.enum(textStates),
  /** Whether the pages are pages of paper; those of a spreadsheet are its sheets, of a web page the whole of it. */
  paged: z.boolean(),
  pages: z.array(extractedPageSchema).min(1),
  outline: z.array(outlineEntrySchema),
  /** What the file says of itself; a title it lacks is made of its first heading or its name by whoever keeps it. */
  about: z.strictObject({
    csl: cslItemSchema,
    /** A marking printed in it ("OFFICIAL-SENSITIVE"), as printed. */
    marking: z.string().nullable(),
    reviewBy: isoDate.nullable(),
  }),
  /** What could not be read or was left out, as sentences for the reader. */
  notices: z.array(z.string()),
});
export type Extraction = z.infer<typeof extractionSchema>;
