/**
 * The proof that a public file shows nothing that stands only in exempt parts: what is asked, and the report the clerk
 * keeps. The report quotes no exempt word, so it may be kept, and shown, with the public file.
 */
import * as z from 'zod';

/**
 * Words of one part of the pack, or the file they are read from. A document written here comes as text, straight from
 * its blocks: were its public words read from the public PDF, whatever leaked into that would count as public.
 */
export const proofTextSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    /** As people say it: "Agenda Item 8". */
    item: z.string(),
    /** name: of a document, file or appendix, which counts as a whole however short it is. */
    kind: z.enum(['words', 'name']),
    text: z.string(),
  }),
  z.strictObject({
    type: z.literal('pdf'),
    item: z.string(),
    /** Where it stands; its words are those of its pages. */
    file: z.string(),
    name: z.string(),
  }),
]);
export type ProofText = z.infer<typeof proofTextSchema>;

export const proofJobSchema = z.strictObject({
  publicFile: z.string(),
  /** As in messages and in the report. */
  publicName: z.string(),
  /** All that is withheld, the names of documents and files too. */
  exempt: z.array(proofTextSchema),
  /** All that is meant to be published: papers, titles, what the front sheet and our own notices say. */
  open: z.array(proofTextSchema),
  /** What is withheld and could not be given, in sentences: limits of the proof. */
  unread: z.array(z.string()).optional(),
  /** Date of the report: ISO 8601. */
  date: z.string(),
});
export type ProofJob = z.infer<typeof proofJobSchema>;

/** Where something was found or looked for in a Word file, beside what both kinds of file have. */
export const wordPlaces = [
  'document text',
  'headers and footers',
  'footnotes and endnotes',
  'comments',
  'custom XML',
  'styles and settings',
] as const;
/** Where in a PDF. */
export const pdfPlaces = [
  'page text',
  'page content',
  'bookmarks',
  'document properties',
  'metadata',
  'structure',
  'links and notes',
  'form fields',
  'names and labels',
  'attachments',
  'scripts',
  'pictures',
  'fonts',
  'layers',
  'other objects',
  'unused objects',
  'earlier versions',
  'bytes outside objects',
] as const;
/** In either. */
export const sharedPlaces = [
  'document properties',
  'links and notes',
  'names and labels',
  'pictures',
  'other objects',
  'bytes outside objects',
] as const satisfies readonly (typeof pdfPlaces)[number][];
export const proofPlaces = [...pdfPlaces, ...wordPlaces] as const;
export type ProofPlace = (typeof proofPlaces)[number];

export const proofFindingSchema = z.strictObject({
  place: z.enum(proofPlaces),
  /** "page 31, in the alternative text of a picture" */
  where: z.string(),
  /** Of the withheld part whose words they are: "Agenda Item 8". */
  item: z.string(),
  /** How many words stand there one after another; never which. */
  words: z.number().int().positive(),
});
export type ProofFinding = z.infer<typeof proofFindingSchema>;

export const proofSchema = z.strictObject({
  format: z.literal('despatch-proof-1'),
  file: z.string(),
  sha256: z.string(),
  bytes: z.number().int().nonnegative(),
  /** 0: a Word file, which has none until it is laid out. */
  pages: z.number().int().nonnegative(),
  date: z.string(),
  /**
   * leaks: it must not be published. no leak where it could be read: there are `limits`, which somebody has to look at.
   */
  result: z.enum(['no leak', 'no leak where it could be read', 'leaks']),
  findings: z.array(proofFindingSchema),
  /** How many texts were read in each kind of place, and how many words. */
  searched: z.array(
    z.strictObject({
      place: z.enum(proofPlaces),
      texts: z.number().int().nonnegative(),
      words: z.number().int().nonnegative(),
    }),
  ),
  /** By withheld part: how much of it was looked for. */
  exempt: z.array(
    z.strictObject({
      item: z.string(),
      words: z.number().int().nonnegative(),
      /** Word sequences and single words that stand in withheld parts alone. */
      sought: z.number().int().nonnegative(),
      /** Sequences of it that stand word for word in public parts too, so are not looked for. */
      alsoPublic: z.number().int().nonnegative(),
    }),
  ),
  /** What could not be read, in sentences. */
  limits: z.array(z.string()),
  /** Words in one sequence. */
  sequenceLength: z.number().int().positive(),
});
export type Proof = z.infer<typeof proofSchema>;
