/**
 * Every call between the window (or the command line) and the library, declared once. From a row here follow the
 * handler's type, the client's type and the check of what crosses the process boundary.
 */
import * as z from 'zod';
import { findingSchema } from '../checks/finding.ts';
import { documentKinds, markingSchema } from '../document/schema.ts';
import { documentSettingsSchema } from '../document/settings-schema.ts';
import { evidenceChoiceSchema } from '../evidence/evidence-choice.ts';
import { importRowSchema } from '../import/report.ts';
import { pdfChoiceSchema } from '../print/pdf-choice-schema.ts';
import { assetCalls } from './asset-calls.ts';
import { citationStyleCalls } from './citation-style-calls.ts';
import { commentCalls } from './comment-calls.ts';
import { committeeCalls } from './committee-calls.ts';
import { evidenceReadingCalls } from './evidence-reading-calls.ts';
import { evidenceSearchCalls } from './evidence-search-calls.ts';
import { evidenceSourceCalls } from './evidence-source-calls.ts';
import { evidenceStandingCalls } from './evidence-standing-calls.ts';
import { libraryCalls } from './library-calls.ts';
import { lineCalls } from './line-calls.ts';
import { meetingCalls } from './meeting-calls.ts';
import { noticeCalls } from './notice-calls.ts';
import { packCalls } from './pack-calls.ts';
import { portableCalls } from './portable-calls.ts';
import { previewCalls } from './preview-calls.ts';
import { referenceCalls } from './reference-calls.ts';
import { sampleCalls } from './sample-calls.ts';
import { spellingCalls } from './spelling-calls.ts';
import { templateCalls } from './template-calls.ts';

const documentId = z.string().min(1).max(200);
/** A file a person chose in a native dialog of the main process. The window never names paths itself. */
const grant = z.string().min(1).max(200);

const documentSummary = z.strictObject({
  id: documentId,
  kind: z.enum(documentKinds),
  /** Empty where nobody has written one. */
  title: z.string(),
  /** Committee and date, or the date of the meeting; may be empty. */
  subtitle: z.string(),
  marking: markingSchema.nullable(),
  revision: z.number().int().nonnegative(),
  /** ISO 8601, UTC. */
  updatedAt: z.string(),
  /** Rows of the import report nobody has looked at yet. */
  pendingImportRows: z.number().int().nonnegative(),
  readOnly: z.boolean(),
});
export type DocumentSummary = z.infer<typeof documentSummary>;

/** Exactly one of `grant` and `text`. */
const importSource = z.union([
  z.strictObject({ grant }),
  z.strictObject({ text: z.string().max(60_000_000), name: z.string().max(300) }),
]);

export const calls = {
  ...previewCalls,
  ...libraryCalls,
  'documents.list': {
    input: z.strictObject({ deleted: z.boolean().optional() }),
    output: z.array(documentSummary),
  },
  'documents.create': {
    input: z.strictObject({ kind: z.enum(documentKinds) }),
    output: z.strictObject({ documentId }),
  },
  'documents.open': {
    input: z.strictObject({ documentId }),
    output: z.strictObject({
      /** Parse with `parseDocument`: it may have been written by a newer version, and its sections are still a text. */
      document: z.unknown(),
      revision: z.number().int().nonnegative(),
      importReport: z.array(importRowSchema),
    }),
  },
  /**
   * Saves changed sections in one transaction, on disk before it answers. `order` is sent only when sections were
   * added, removed or moved: it is then the ids of all sections, and those not in it are deleted.
   * Fails with `document.revisionConflict` when somebody else saved since `baseRevision`.
   */
  'documents.saveSections': {
    input: z.strictObject({
      documentId,
      baseRevision: z.number().int().nonnegative(),
      sections: z.array(z.unknown()),
      order: z.array(z.string()).optional(),
      /** Sent only when it changed. */
      marking: markingSchema.nullable().optional(),
      settings: documentSettingsSchema.optional(),
      /** Who writes, where somebody has said so: noted beside standing lines that are new in it. */
      by: z.string().max(100).optional(),
    }),
    output: z.strictObject({ revision: z.number().int().nonnegative(), savedAt: z.string() }),
  },
  /** To the bin; `documents.restore` brings it back whole. */
  'documents.remove': { input: z.strictObject({ documentId }), output: z.strictObject({}) },
  'documents.restore': { input: z.strictObject({ documentId }), output: z.strictObject({}) },
  'documents.import': {
    input: z.strictObject({ source: importSource, as: z.enum(documentKinds).optional() }),
    output: z.strictObject({
      documentId,
      kind: z.enum(documentKinds),
      title: z.string(),
      report: z.array(importRowSchema),
      /** Of a document that came with its evidence: what became of both, as sentences. */
      notices: z.array(z.string()).optional(),
    }),
  },
  'documents.setImportRowState': {
    input: z.strictObject({
      documentId,
      rowIds: z.array(z.string()).min(1),
      state: z.enum(['pending', 'accepted', 'undone']),
    }),
    output: z.strictObject({ importReport: z.array(importRowSchema) }),
  },
  'documents.check': {
    input: z.strictObject({ documentId }),
    output: z.array(findingSchema),
  },
  /** Writes the document as last saved. */
  'documents.export': {
    input: z.strictObject({
      documentId,
      format: z.enum(['docx', 'pdf']),
      /** Whether the comments leave with a Word file, as Word's own. A PDF never has any. */
      comments: z.boolean().optional(),
      /** How its sources are printed; absent: as `defaultEvidence` says. */
      evidence: evidenceChoiceSchema.optional(),
      /** How a PDF is made; absent: as `defaultPdf` says. */
      pdf: pdfChoiceSchema.optional(),
      /** Its points and questions alone, in large type. */
      speaking: z.boolean().optional(),
      /**
       * The copy for the public instead, without what is exempt, without comments, and written once it is proved. Fails with
       * `pack.leak` where it shows exempt words. `proof`: where the report of the proof goes, also of one that refuses;
       * null: nowhere.
       */
      public: z.strictObject({ proof: grant.nullable() }).optional(),
      grant,
    }),
    output: z.strictObject({
      fileName: z.string(),
      bytes: z.number().int().nonnegative(),
      /** What whoever sends it out should know, as sentences. */
      notices: z.array(z.string()),
    }),
  },
  ...assetCalls,
  ...sampleCalls,
  ...spellingCalls,
  ...templateCalls,
  ...commentCalls,
  ...citationStyleCalls,
  ...evidenceSourceCalls,
  ...evidenceSearchCalls,
  ...evidenceReadingCalls,
  ...evidenceStandingCalls,
  ...lineCalls,
  ...portableCalls,
  ...referenceCalls,
  ...committeeCalls,
  ...meetingCalls,
  ...noticeCalls,
  ...packCalls,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type CallName = keyof typeof calls;
export type CallInput<Name extends CallName> = z.infer<(typeof calls)[Name]['input']>;
export type CallOutput<Name extends CallName> = z.infer<(typeof calls)[Name]['output']>;

/** What a handler may use of the call that it serves. */
export interface CallContext {
  readonly signal: AbortSignalLike;
  /** @param done 0 to 1. */
  progress(done: number, label: string): void;
}
/** The part of the platform's AbortSignal that pure code may know. */
export interface AbortSignalLike {
  readonly aborted: boolean;
}

export type Handlers = {
  readonly [Name in CallName]: (input: CallInput<Name>, context: CallContext) => Promise<CallOutput<Name>>;
};
