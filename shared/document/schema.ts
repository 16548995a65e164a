/**
 * The stored shape of a document, and the only way a stranger's JSON becomes one of ours.
 *
 * Blocks are a flat list inside bounded sections: flat is what editing, diffing and section-wise saving
 * want, and bounded sections are what keeps the window fast (design.md, "One editor, section elements").
 * What block may stand where is not said here but in `structure.ts`.
 */
import * as z from 'zod';
import { exemptionSchema } from '../pack/exemption.ts';
import { inlineSchema } from './inline.ts';
import type { DocumentSettings } from './settings.ts';

export { DOCUMENT_FORMAT } from './format.ts';
export { type Inline, inlineSchema, type Reference, type TextRun } from './inline.ts';

/** A ministerial meeting brief, a committee report, a submission to a minister for decision. */
export const documentKinds = ['briefing', 'report', 'submission'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const sectionRoles = [
  'front',
  'attendees',
  'agenda',
  'topic',
  'background',
  'lines',
  'qa',
  'asks',
  'sensitivities',
  'biographies',
  'annex',
  'recommendations',
  'timing',
  'body',
  'options',
  'implications',
  'documents',
  'contact',
  'clearance',
] as const;
export type SectionRole = (typeof sectionRoles)[number];

/** Title block, contact and clearance fields. The printed words stand in `structure.ts`. */
export const fieldNames = [
  'localMembersInterest',
  'committee',
  'wards',
  'decisionType',
  'decisionMaker',
  'to',
  'from',
  'date',
  'time',
  'place',
  'attendees',
  'official',
  'purpose',
  'objectives',
  'reportOf',
  'criticalDate',
  'criticalDateReason',
  'contact',
  'contactName',
  'jobTitle',
  'telephone',
  'email',
  'clearance',
] as const;
export type FieldName = (typeof fieldNames)[number];

const textQuoteSelector = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
const textPositionSelector = z.strictObject({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
const locatorSchema = z.strictObject({
  quote: textQuoteSelector,
  /** UTF-16 units of the whole text of the edition (`shared/evidence/text.ts`). */
  position: textPositionSelector.nullable(),
  /** Counted from 1, whatever is printed on it; null where the source has no pages. */
  page: z.number().int().positive().nullable(),
});
/** Exact words of a source: W3C Web Annotation selectors plus the page. */
export type Locator = z.infer<typeof locatorSchema>;

export const bearings = ['supports', 'contradicts', 'context'] as const;
/** How the words of a source bear on what cites them. */
export type Bearing = (typeof bearings)[number];

const citationSchema = z.strictObject({
  /** Unique in its block. Runs that bear it in `cited` are what it is about; where none does, the whole block is. */
  id: z.string().min(1),
  /** Id of a source of the evidence library. */
  evidenceId: z.string().min(1),
  /** SHA-256 of the file whose words were taken; null where that was not kept yet (format 2). */
  edition: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  bearing: z.enum(bearings),
  locator: locatorSchema,
});
/** A tie from a block, or from some of its words, to exact words of a source. */
export type Citation = z.infer<typeof citationSchema>;

export const plainBlockKinds = [
  'title',
  'label',
  'aim',
  'agendaItem',
  'heading',
  'point',
  'lineToTake',
  'likelyQuestion',
  'ask',
  'sensitivity',
  'person',
  'recommendation',
  'decision',
  'option',
  'implication',
  'clearer',
  'paragraph',
  'text',
  'quotation',
  'backgroundDocument',
  'guidance',
] as const;

/** What a detail says about the block it stands under; `structure.ts` names which block takes which. */
export const detailNames = [
  'itemAim',
  'lead',
  'minutes',
  'handling',
  'hopedForAnswer',
  'followUp',
  'answer',
  'ifPressed',
  'response',
  'role',
  'organisation',
  'reason',
  'advantages',
  'disadvantages',
  'effect',
  'signedOffBy',
  'clearedPart',
  'clearedOn',
] as const;
export type DetailName = (typeof detailNames)[number];

export const attendeeSides = ['ours', 'theirs'] as const;
export type AttendeeSide = (typeof attendeeSides)[number];

const blockBase = {
  id: z.string().min(1),
  /** Outline level: 1 to 3 for headings, otherwise 0 upwards; `structure.ts` bounds it by kind. */
  level: z.number().int().min(0).max(3),
  content: z.array(inlineSchema),
  citations: z.array(citationSchema),
  /** The standing line that its words were taken from, and the version of that when somebody last looked. */
  line: z.strictObject({ id: z.string().min(1), version: z.number().int().positive() }).optional(),
  /** Why it is withheld from the public: of a heading, with all that stands under it (`shared/document/exempt.ts`). */
  exempt: exemptionSchema.optional(),
};
const plainBlock = z.strictObject({
  ...blockBase,
  kind: z.enum(plainBlockKinds),
  /** A heading or label of the template: its words and its place are kept until somebody unlocks it. */
  locked: z.literal(true).optional(),
});
const fieldBlock = z.strictObject({
  ...blockBase,
  kind: z.literal('field'),
  field: z.enum(fieldNames),
  /** The label as the author wrote it, where it is not the usual one; without its colon. */
  label: z.string().nullable(),
});
const questionBlock = z.strictObject({
  ...blockBase,
  kind: z.literal('question'),
  /** The run-in label as the author wrote it, without its colon; null prints the usual one, "" none. */
  label: z.string().nullable(),
});
const appendixBlock = z.strictObject({
  ...blockBase,
  kind: z.literal('appendix'),
  /** What follows the word Appendix: "1", "A", "2b". Kept as given, because the attached file bears it. */
  designation: z.string().min(1),
});
const attendeeBlock = z.strictObject({
  ...blockBase,
  kind: z.literal('attendee'),
  side: z.enum(attendeeSides),
});
const detailBlock = z.strictObject({ ...blockBase, kind: z.literal('detail'), detail: z.enum(detailNames) });
const tableCell = z.strictObject({ content: z.array(inlineSchema) });
/** Its content is the caption. Every row has as many cells as the first, and there is at least one of each. */
const tableBlock = z.strictObject({
  ...blockBase,
  kind: z.literal('table'),
  headerRow: z.boolean(),
  headerColumn: z.boolean(),
  rows: z.array(z.array(tableCell).min(1)).min(1),
});
export const imageMediaTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
/** Its content is the caption; the bytes are an asset of the library. */
const imageBlock = z.strictObject({
  ...blockBase,
  kind: z.literal('image'),
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  asset: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.enum(imageMediaTypes),
  /** In pixels. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Read aloud in place of the picture; empty only where it is decorative, or not written yet. */
  alternativeText: z.string(),
  decorative: z.boolean(),
});
const knownBlock = z.discriminatedUnion('kind', [
  plainBlock,
  fieldBlock,
  questionBlock,
  appendixBlock,
  attendeeBlock,
  detailBlock,
  tableBlock,
  imageBlock,
]);
export type KnownBlock = z.infer<typeof knownBlock>;
export type AttendeeBlock = z.infer<typeof attendeeBlock>;
export type DetailBlock = z.infer<typeof detailBlock>;
export type TableBlock = z.infer<typeof tableBlock>;
export type TableCell = z.infer<typeof tableCell>;
export type ImageBlock = z.infer<typeof imageBlock>;
export type PlainBlock = z.infer<typeof plainBlock>;
export type FieldBlock = z.infer<typeof fieldBlock>;
export type QuestionBlock = z.infer<typeof questionBlock>;
export type AppendixBlock = z.infer<typeof appendixBlock>;
export type BlockKind = KnownBlock['kind'];

/** Something a newer Despatch wrote. Kept whole so that saving beside it can never lose it. */
export interface UnknownBlock {
  readonly kind: 'unknown';
  readonly id: string;
  readonly originalKind: string;
  readonly raw: unknown;
}
export type Block = KnownBlock | UnknownBlock;

export interface Section {
  readonly id: string;
  readonly role: SectionRole;
  readonly blocks: readonly Block[];
}
/** A section whose role or shape this version does not know, kept whole. */
export interface UnknownSection {
  readonly id: string;
  readonly role: 'unknown';
  readonly raw: unknown;
  readonly blocks: readonly UnknownBlock[];
}
export type AnySection = Section | UnknownSection;

export const classifications = ['OFFICIAL', 'OFFICIAL-SENSITIVE'] as const;
const markingSchema = z.strictObject({
  classification: z.enum(classifications),
  /** Written after the classification, each empty where there is none. */
  descriptor: z.string(),
  handling: z.string(),
});
/** Government Security Classifications; Despatch is for OFFICIAL and OFFICIAL-SENSITIVE. */
export type Marking = z.infer<typeof markingSchema>;
export { citationSchema, knownBlock as knownBlockSchema, locatorSchema, markingSchema };

export interface DespatchDocument {
  readonly format: number;
  readonly id: string;
  readonly kind: DocumentKind;
  /** null: nobody has chosen one yet, which is a finding, not a default. */
  readonly marking: Marking | null;
  readonly settings: DocumentSettings;
  readonly sections: readonly AnySection[];
}

export const documentShell = z.looseObject({
  format: z.number().int().positive(),
  id: z.string().min(1),
  kind: z.enum(documentKinds),
  /** Looked at apart: a marking that a newer version knows must not shut the whole document. */
  marking: z.unknown(),
  /** Absent in format 1. */
  settings: z.unknown().optional(),
  sections: z.array(z.looseObject({ id: z.string().min(1), role: z.string(), blocks: z.array(z.unknown()) })),
});
