/**
 * What the assembler is told: every page of the pack in order, each a page of a file. It decides nothing. Cover, front
 * sheet, dividers, blank versos and notices of withheld pages are typeset first and are parts like the others.
 */
import * as z from 'zod';
import { edgesSchema } from './inspection.ts';

const index = z.number().int().nonnegative();

export const assemblyPartSchema = z.strictObject({
  /** Where its PDF stands. */
  file: z.string(),
  /** As in messages: the name the clerk knows it by. */
  name: z.string(),
  /** ours: typeset by us (tagged, PDF/UA-1). supplied: a stranger's; cleaned of what acts, flattened, its tags kept. */
  origin: z.enum(['ours', 'supplied']),
  /** The item it belongs to, as people say it ("Agenda Item 6"); null for front sheets and blanks. */
  item: z.string().nullable(),
  /** SHA-256 that its bytes had when the clerk added it; another fails with `pack.changed`. null: not checked. */
  sha256: z.string().nullable(),
});
export type AssemblyPart = z.infer<typeof assemblyPartSchema>;

export const assemblyLeafSchema = z.strictObject({
  part: index,
  /** Of the part, counted from 0. */
  page: index,
  /** The printed number and the page's label; null prints none, and the label is then `fallbackLabel`. */
  number: z.string().nullable(),
  /** The label of a page that bears no number: "i", "Front sheet". */
  fallbackLabel: z.string(),
  /** "Agenda Item 6", top right; links back to the item's line of the front sheet. */
  stamp: z.string().nullable(),
  /** Name of the target of `stamp`. */
  back: z.string().nullable(),
  /** None: the rim is free. */
  edges: edgesSchema.optional(),
});
export type AssemblyLeaf = z.infer<typeof assemblyLeafSchema>;

export interface AssemblyBookmark {
  readonly title: string;
  /** Index of the leaf. */
  readonly leaf: number;
  /** The part whose own bookmarks stand under it. */
  readonly part: number | null;
  readonly children: readonly AssemblyBookmark[];
}
const bookmarkSchema: z.ZodType<AssemblyBookmark> = z.strictObject({
  title: z.string(),
  leaf: index,
  part: index.nullable(),
  get children() {
    return z.array(bookmarkSchema);
  },
});

/**
 * In our own parts a link whose address is `despatch-pack:NAME` becomes a link to `targets[NAME]`, and one to nowhere
 * becomes plain words.
 */
export const assemblyJobSchema = z.strictObject({
  title: z.string(),
  author: z.string(),
  subject: z.string(),
  language: z.string(),
  /** Printed top and bottom of every page, beside what a supplied page has there; null: none. */
  marking: z.string().nullable(),
  /** Of creation and change: ISO 8601. The same job gives the same bytes. */
  date: z.string(),
  parts: z.array(assemblyPartSchema),
  leaves: z.array(assemblyLeafSchema).min(1),
  bookmarks: z.array(bookmarkSchema),
  targets: z.record(
    z.string(),
    z.strictObject({
      leaf: index,
      /** Where on the page as it is shown, in points from its top; none: at the top. */
      top: z.number().nonnegative().optional(),
    }),
  ),
  keepAnnotations: z.boolean(),
  /** Written whole or not at all. */
  output: z.string(),
});
export type AssemblyJob = z.infer<typeof assemblyJobSchema>;

/** What became of the parts, as the pack check tells it. */
export const assemblyNoticeSchema = z.strictObject({
  part: index,
  /** Which of the removals or lacks; words are made in `pack-messages.ts`. */
  kind: z.enum([
    'untagged',
    /** Something on the page belongs to no tag, and is no ornament either as far as the file says. */
    'partlyTagged',
    'javascriptRemoved',
    'launchRemoved',
    'attachmentsRemoved',
    'formsFlattened',
    'xfaRemoved',
    'annotationsRemoved',
    'annotationsKept',
    'brokenLinksRemoved',
    'signatureRemoved',
    'mediaRemoved',
    'fontsNotEmbedded',
    /** It opened without a password but was encrypted; its restrictions did not travel. */
    'securityRemoved',
    /** It was damaged and has been repaired; it may lack something. */
    'repaired',
    /** Layers that are not shown stand in the file all the same. */
    'hiddenLayers',
    /** The page stands a little lower, higher or smaller than in its file, so that what is printed on it has room. */
    'madeRoom',
    /** What is printed on it lies over something of the page. */
    'stampCovers',
    'tinyPage',
    'hugePage',
  ]),
  /** Pages of the part, counted from 1; empty: of the file as a whole. */
  pages: z.array(z.number().int().positive()),
  detail: z.string(),
});
export type AssemblyNotice = z.infer<typeof assemblyNoticeSchema>;

export const assembledSchema = z.strictObject({
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
  pages: z.number().int().positive(),
  notices: z.array(assemblyNoticeSchema),
});
export type Assembled = z.infer<typeof assembledSchema>;
