/**
 * Packs: built as drafts that can be read, then published. Published bytes are kept for good and never change; what is
 * published is the draft that was read, not another one like it.
 */
import * as z from 'zod';
import { packFindingSchema } from '../pack/check/finding.ts';
import { keptPackKinds, keptPlanSchema, packAudiences } from '../pack/kept-pack.ts';
import { packKinds } from '../pack/meeting.ts';
import { MOST_NOTE_PAGES, readerNoteSchema } from '../pack/reader-note.ts';
import { pictureSchema } from './preview-calls.ts';
import { errorDataSchema } from './wire.ts';

const meetingId = z.string().min(1).max(200);
const packId = z.string().min(1).max(200);
const paperId = z.string().min(1).max(200);
const grant = z.string().min(1).max(200);
/** Counted from 1, whatever is printed on it. */
const page = z.number().int().positive();
const written = z.strictObject({ fileName: z.string(), bytes: z.number().int().nonnegative() });

const packSummary = z.strictObject({
  id: packId,
  meetingId,
  meetingKind: z.enum(packKinds),
  kind: z.enum(keptPackKinds),
  audience: z.enum(packAudiences),
  /** Of a supplement: A, B, … in the order of publication. */
  letter: z.string().nullable(),
  /** "Harbours Committee 4 March 2027, supplement A, public": the name that a file of it is offered. */
  title: z.string(),
  pages: z.number().int().positive(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
  builtAt: z.string(),
  /** ISO 8601; null: a draft. */
  publishedAt: z.string().nullable(),
  /** Why a draft cannot be published as it is: one sentence; null: it can, or is published. */
  outdated: z.string().nullable(),
  /** Of a public pack: whether it was searched for exempt words and none found. */
  proved: z.boolean(),
  /** What of it could not be read when it was searched, as sentences: for somebody to look at. */
  proofLimits: z.array(z.string()),
  /** What is to be looked at before it is published: words that exempt papers share with public ones, supplied files. */
  notices: z.array(z.string()),
});
export type PackSummary = z.infer<typeof packSummary>;

export const paperChangeStates = ['new', 'corrected', 'published', 'toFollow'] as const;

export const packCalls = {
  /** Published ones latest first, then drafts. */
  'packs.list': { input: z.strictObject({ meetingId }), output: z.array(packSummary) },
  /**
   * What has become of the papers since a pack was published: new, corrected (its document or file is another than was
   * published), published as it is, to follow. With nothing published all are new.
   */
  'packs.changes': {
    input: z.strictObject({ meetingId }),
    output: z.strictObject({
      /** Letter that the next supplement takes. */
      nextLetter: z.string(),
      papers: z.array(
        z.strictObject({
          paperId,
          state: z.enum(paperChangeStates),
          /** Printed numbers it was last published under. */
          numbers: z.tuple([z.string(), z.string()]).nullable(),
        }),
      ),
    }),
  },
  /**
   * What is to be looked at before the meeting is published, as last saved: reads every paper. Reports progress. A paper
   * that cannot be read is a finding.
   */
  'packs.check': {
    input: z.strictObject({ meetingId }),
    output: z.strictObject({ findings: z.array(packFindingSchema) }),
  },
  /**
   * Builds the meeting as last saved; drafts of the same kind and audience are replaced. A public pack is searched for
   * exempt words before there is a draft of it. Reports progress. Cancelled or failed, the drafts before stand.
   * Fails with `pack.*`, naming item and file; with `pack.partFailed` all papers that cannot be read are named:
   * `papers` is how many, `places` has a line for each, `paperIds` their ids in that order.
   */
  'packs.build': {
    input: z.strictObject({
      meetingId,
      kind: z.enum(keptPackKinds),
      audiences: z.array(z.enum(packAudiences)).min(1).max(2),
      /** For a supplement: its papers, and whether their numbers go on (151) or begin with its letter (A1). */
      supplement: z
        .strictObject({ paperIds: z.array(paperId).min(1), numbers: z.enum(['continuing', 'prefixed']) })
        .optional(),
      /** Whether a page that says so stands in the place of papers that cannot be read; else they stop the build. */
      leaveOutUnreadable: z.boolean().optional(),
    }),
    output: z.strictObject({ packs: z.array(packSummary) }),
  },
  /**
   * Drafts of one build become published, all or none: their bytes are on disk and stay. Fails with `pack.outdated`
   * where meeting or documents have changed since they were built.
   */
  'packs.publish': {
    input: z.strictObject({ packIds: z.array(packId).min(1).max(2) }),
    output: z.strictObject({ packs: z.array(packSummary) }),
  },
  /** A draft and its bytes are gone. Published packs cannot be removed. */
  'packs.discard': { input: z.strictObject({ packId }), output: z.strictObject({}) },
  /** The bytes of a pack into a file that a person chose. Fails with `pack.damaged` where they are no longer those. */
  'packs.saveAs': { input: z.strictObject({ packId, grant }), output: written },
  /** The proof that a public pack shows nothing exempt, as JSON. Fails with `pack.notFound` where there is none. */
  'packs.saveProof': { input: z.strictObject({ packId, grant }), output: written },
  /**
   * The public pack that was refused last, where none was built since: its proof stays and tells where. `details` are
   * those of the `pack.leak` it was refused with.
   */
  'packs.refused': {
    input: z.strictObject({ meetingId }),
    output: z.strictObject({
      refusal: z
        .strictObject({
          /** ISO 8601. */
          at: z.string(),
          places: z.number().int().positive(),
          details: z.record(z.string(), z.union([z.string(), z.number()])),
        })
        .nullable(),
    }),
  },
  /** The proof that refused it, as JSON. Fails with `pack.notFound` where there is none. */
  'packs.saveRefusal': { input: z.strictObject({ meetingId, grant }), output: written },
  /** Which paper stands on which pages. To be closed as often as it was opened. */
  'packs.open': {
    input: z.strictObject({ packId }),
    output: z.strictObject({
      pack: packSummary,
      plan: keptPlanSchema,
      /** Width and height of each page in points; null: there are no pictures of its pages, see `problem`. */
      sizes: z.instanceof(Float32Array).nullable(),
      problem: errorDataSchema.nullable(),
    }),
  },
  'packs.close': { input: z.strictObject({ packId }), output: z.strictObject({}) },
  /** A page drawn, `width` pixels wide. This and `boxes` fail with `evidence.pageStopped`, to be tried again. */
  'packs.picture': {
    input: z.strictObject({ packId, page, width: z.number().int().min(16).max(4096) }),
    output: pictureSchema,
  },
  /** The words of a page; those of a whole pack are read at the first question, which takes some seconds. */
  'packs.text': { input: z.strictObject({ packId, page }), output: z.strictObject({ text: z.string() }) },
  /** Characters of the words of each page, in order. */
  'packs.lengths': {
    input: z.strictObject({ packId }),
    output: z.strictObject({ lengths: z.array(z.number().int().nonnegative()) }),
  },
  /** As `reading.boxes`. */
  'packs.boxes': { input: z.strictObject({ packId, page }), output: z.instanceof(Float32Array) },
  /** Places of words in the pack, in order; `start` and `end` count in the text of their page. */
  'packs.find': {
    input: z.strictObject({ packId, words: z.string().min(1).max(500), matchCase: z.boolean() }),
    output: z.strictObject({
      places: z.array(z.strictObject({ page, start: z.number().int(), end: z.number().int() })),
      /** Of the first places: what was found, with some words around it. */
      shown: z.array(z.strictObject({ before: z.string(), found: z.string(), after: z.string() })),
      /** There are more than these. */
      more: z.boolean(),
    }),
  },
  /**
   * Notes on the papers of a meeting, where they stand in this pack: page by page, in order; nowhere where their words
   * are not in it. `changed` also where only some of them are.
   */
  'packs.notes': {
    input: z.strictObject({ packId }),
    output: z.array(
      z.strictObject({
        note: readerNoteSchema,
        state: z.enum(['same', 'moved', 'changed', 'lost']),
        places: z.array(z.strictObject({ page, start: z.number().int(), end: z.number().int() })),
      }),
    ),
  },
  /** A new note at words of a page, or of several that follow each other; null where none of them are words of a paper. */
  'packs.addNote': {
    input: z.strictObject({
      packId,
      places: z
        .array(
          z.strictObject({
            page,
            start: z.number().int().nonnegative(),
            end: z.number().int().positive(),
          }),
        )
        .min(1)
        .max(MOST_NOTE_PAGES),
      colour: readerNoteSchema.shape.colour,
      text: readerNoteSchema.shape.text,
    }),
    output: readerNoteSchema.nullable(),
  },
  /** Other words or another colour. */
  'packs.changeNote': {
    input: z.strictObject({
      noteId: readerNoteSchema.shape.id,
      colour: readerNoteSchema.shape.colour,
      text: readerNoteSchema.shape.text,
    }),
    output: readerNoteSchema,
  },
  'packs.removeNote': {
    input: z.strictObject({ noteId: readerNoteSchema.shape.id }),
    output: z.strictObject({}),
  },
  /** Brings back what `removeNote` took, as the window has it. */
  'packs.restoreNote': {
    input: z.strictObject({ meetingId, note: readerNoteSchema }),
    output: z.strictObject({}),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
