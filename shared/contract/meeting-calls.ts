/** Meetings: their agenda is saved whole, as one JSON of some kilobytes; their papers are documents and kept originals. */
import * as z from 'zod';
import { recordSchema } from '../pack/after/record.ts';
import { type Meeting, meetingSchema, packKinds } from '../pack/meeting.ts';

const meetingId = z.string().min(1).max(200);
const committeeId = z.string().min(1).max(200);
const paperId = z.string().min(1).max(200);
const grant = z.string().min(1).max(200);
const revision = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const meetingSummary = z.strictObject({
  id: meetingId,
  kind: z.enum(packKinds),
  committee: z.string(),
  committeeId: committeeId.nullable(),
  /** YYYY-MM-DD, HH:MM; empty: not set yet. */
  date: z.string(),
  time: z.string(),
  venue: z.string(),
  items: z.number().int().nonnegative(),
  papers: z.number().int().nonnegative(),
  /** Papers promised and not here. */
  toFollow: z.number().int().nonnegative(),
  revision,
  updatedAt: z.string(),
  /** When a pack of it was last published, ISO 8601; null: never. */
  publishedAt: z.string().nullable(),
});
export type MeetingSummary = z.infer<typeof meetingSummary>;

/** pdf and word by their first bytes, despatch and text by their names too. */
export const paperFileKinds = ['pdf', 'word', 'text', 'despatch'] as const;
export type PaperFileKind = (typeof paperFileKinds)[number];

/**
 * How a paper stands: ready; toFollow: promised; binned: its document is in the bin; missing: document or file is not in
 * the library any more.
 */
export const paperStates = ['ready', 'toFollow', 'binned', 'missing'] as const;
const paperState = z.strictObject({
  paperId,
  state: z.enum(paperStates),
  /** Title of the document, name of the file; empty where there is neither. */
  name: z.string(),
  /** Of a document; null for files. */
  documentRevision: revision.nullable(),
  /** Of a file. */
  bytes: z.number().int().nonnegative().nullable(),
  kind: z.enum(paperFileKinds).nullable(),
});
export type PaperState = z.infer<typeof paperState>;

const paperFacts = z.strictObject({
  paperId,
  pages: z.number().int().positive().nullable(),
  /**
   * counted: in the file itself. built: as this version of it was set in the last pack. outdated: as an earlier version
   * was. null: nobody knows yet.
   */
  pagesAre: z.enum(['counted', 'built', 'outdated']).nullable(),
  /** Passages of a document written here that the public copy leaves out. */
  exemptPassages: z.number().int().nonnegative(),
});
export type PaperFacts = z.infer<typeof paperFacts>;

const addedFile = z.strictObject({
  name: z.string(),
  /**
   * added: its bytes are kept. duplicate: they are, and a paper of this meeting has them already (`paperId`). failed:
   * see `reason`.
   */
  status: z.enum(['added', 'duplicate', 'failed']),
  /** What a paper takes as its source; null where it failed. */
  source: z.strictObject({ type: z.literal('file'), name: z.string(), sha256 }).nullable(),
  kind: z.enum(paperFileKinds).nullable(),
  bytes: z.number().int().nonnegative().nullable(),
  /** From the file's name, as a person would write it: "Appendix A Fees and charges". */
  title: z.string(),
  /** Whether its name says that it is an appendix. */
  appendix: z.boolean(),
  paperId: paperId.nullable(),
  /** One line, in words. */
  reason: z.string().nullable(),
});
export type AddedFile = z.infer<typeof addedFile>;

/** A file that was chosen, or dropped bytes with the name they came with. */
const paperFile = z.union([
  z.strictObject({ grant }),
  z.strictObject({ name: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array) }),
]);

/** minutes: of a minister's meeting the readout. actions: the action list. decisions: the decision notice. */
export const writtenKinds = ['minutes', 'actions', 'decisions'] as const;
export type WrittenKind = (typeof writtenKinds)[number];

export const meetingCalls = {
  /** Latest date first, those without a date before them; of the bin, last deleted first. */
  'meetings.list': {
    input: z.strictObject({ deleted: z.boolean().optional(), committeeId: committeeId.optional() }),
    output: z.array(meetingSummary),
  },
  /** Of a committee with its defaults and standard items, or one that stands by itself. */
  'meetings.create': {
    input: z.union([
      /** `pickUp`: with the minutes of its last meeting and the matters outstanding, where that has a record. */
      z.strictObject({ committeeId, pickUp: z.boolean().optional() }),
      z.strictObject({ kind: z.enum(packKinds), name: z.string().trim().min(1).max(1000) }),
    ]),
    output: z.strictObject({ meetingId }),
  },
  /**
   * The next meeting from this one: standing items stay, papers and dates do not (`shared/pack/clone.ts`). Where this one
   * has a record, the minutes, matters outstanding and what was put off come with it.
   */
  'meetings.clone': { input: z.strictObject({ meetingId }), output: z.strictObject({ meetingId }) },
  /** Fails with `meeting.notFound`, also for one in the bin. */
  'meetings.open': {
    input: z.strictObject({ meetingId }),
    output: z.strictObject({
      meeting: meetingSchema as z.ZodType<Meeting>,
      revision,
      papers: z.array(paperState),
    }),
  },
  /** How its papers stand now: documents are written, binned and restored elsewhere. */
  'meetings.papers': { input: z.strictObject({ meetingId }), output: z.array(paperState) },
  /** How long its papers are and what of them is exempt, in the order of the agenda. PDFs are opened for it once. */
  'meetings.paperFacts': { input: z.strictObject({ meetingId }), output: z.array(paperFacts) },
  /**
   * On disk before it answers. Fails with `meeting.revisionConflict` when somebody else saved since `baseRevision`, and
   * with `meeting.invalid` where an id stands twice or a file is not kept in this library.
   */
  'meetings.save': {
    input: z.strictObject({ meeting: meetingSchema as z.ZodType<Meeting>, baseRevision: revision }),
    output: z.strictObject({ revision, savedAt: z.string(), papers: z.array(paperState) }),
  },
  /** To the bin, with its published packs; `meetings.restore` brings it back whole. */
  'meetings.remove': { input: z.strictObject({ meetingId }), output: z.strictObject({}) },
  'meetings.restore': { input: z.strictObject({ meetingId }), output: z.strictObject({}) },
  /**
   * Keeps the bytes of files, so that a paper is what was added whatever becomes of the file. It changes no meeting: the
   * window puts what it is given into papers and saves. One answer for each file, a folder answers for its files. Reports
   * progress with the name of the file in hand. Cancelled, what was kept stays.
   */
  'meetings.addFiles': {
    input: z.strictObject({ meetingId, files: z.array(paperFile).min(1).max(500) }),
    output: z.array(addedFile),
  },
  /** Writes the bytes of a paper's file, as they were added, into a file that a person chose. */
  'meetings.savePaper': {
    input: z.strictObject({ meetingId, paperId, grant }),
    output: z.strictObject({ fileName: z.string(), bytes: z.number().int().nonnegative() }),
  },
  /**
   * Looks where the files of papers came from. Those that have the bytes that were added, or came as bytes alone, are not
   * in the answer.
   */
  'meetings.changedFiles': {
    input: z.strictObject({ meetingId }),
    output: z.array(
      z.strictObject({
        paperId,
        name: z.string(),
        /** changed: other bytes stand there now. gone: nothing can be read there. */
        state: z.enum(['changed', 'gone']),
        /** When it was last written, ISO 8601; null where it is gone. */
        changedAt: z.string().nullable(),
      }),
    ),
  },
  /** Keeps the file as it is now; the window gives the source to the paper and saves. Otherwise as `addFiles`. */
  'meetings.takeChanged': {
    input: z.strictObject({ meetingId, paperId }),
    output: addedFile,
  },
  /** Every date that hangs on the meeting as last saved, with its committee's steps and bank holidays. */
  'meetings.deadlines': {
    input: z.strictObject({ meetingId }),
    output: z.strictObject({
      /** The earliest first. */
      deadlines: z.array(
        z.strictObject({ id: z.string(), name: z.string(), date: z.string(), explanation: z.string() }),
      ),
      /** null: the meeting or its publication has no date yet, or needs no notice. */
      notice: z
        .strictObject({
          clearDays: z.number().int(),
          required: z.number().int(),
          lawful: z.boolean(),
          /** Why, in sentences. */
          reason: z.string(),
          /** YYYY-MM-DD: the last lawful day to publish, and the first lawful day to meet. */
          lastPublication: z.string(),
          earliestMeeting: z.string(),
        })
        .nullable(),
      /** Why a date cannot be reckoned with, as sentences. */
      faults: z.array(z.string()),
    }),
  },
  /** The meeting and its deadlines into a calendar file that a person chose. Fails with `meeting.incomplete` without a date. */
  'meetings.exportCalendar': {
    input: z.strictObject({ meetingId, grant }),
    output: z.strictObject({ fileName: z.string(), bytes: z.number().int().nonnegative() }),
  },
  /** What happened at the meeting; revision 0 and null: nobody has written anything down yet. */
  'meetings.record': {
    input: z.strictObject({ meetingId }),
    output: z.strictObject({ record: recordSchema.nullable(), revision }),
  },
  /** On disk before it answers. Fails with `meeting.revisionConflict`. */
  'meetings.saveRecord': {
    input: z.strictObject({ record: recordSchema, baseRevision: revision }),
    output: z.strictObject({ revision, savedAt: z.string() }),
  },
  /**
   * A record to begin with, which nobody has saved: members as present, and what the reports recommend as what was
   * resolved.
   */
  'meetings.beginRecord': {
    input: z.strictObject({ meetingId }),
    output: z.strictObject({ record: recordSchema }),
  },
  /**
   * Drafts a document from agenda and record as last saved; one that was drafted before stays as it is. What is not for
   * publication becomes a document of its own. Fails with `meeting.incomplete` where nothing was written down yet.
   */
  'meetings.draft': {
    input: z.strictObject({ meetingId, kind: z.enum(writtenKinds) }),
    output: z.strictObject({ documentId: z.string(), exemptDocumentId: z.string().nullable() }),
  },
  /** What was drafted from the meeting and is not in the bin, the latest first. */
  'meetings.written': {
    input: z.strictObject({ meetingId }),
    output: z.array(
      z.strictObject({
        documentId: z.string(),
        kind: z.enum(writtenKinds),
        title: z.string(),
        /** Not for publication. */
        exempt: z.boolean(),
        writtenAt: z.string(),
      }),
    ),
  },
  /** Meetings, binned ones left out, that have a document as a paper: it is told before it is deleted. */
  'meetings.ofDocument': {
    input: z.strictObject({ documentId: z.string().min(1).max(200) }),
    output: z.array(
      z.strictObject({
        meetingId,
        committee: z.string(),
        date: z.string(),
        /** Title of its item. */
        item: z.string(),
        /** Whether a pack with it has been published. */
        published: z.boolean(),
      }),
    ),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
