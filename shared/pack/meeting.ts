/**
 * A meeting as it is stored and built from: who meets, when, and the items with their papers. A ministerial pack is the
 * same thing with other words. The file that people write by hand (`meeting-file.ts`) becomes one of these.
 */
import * as z from 'zod';
import { markingSchema } from '../document/schema.ts';
import { exemptionSchema } from './exemption.ts';

export const packKinds = ['committee', 'ministerial'] as const;
export type PackKind = (typeof packKinds)[number];

export const countries = ['England', 'Wales', 'Scotland', 'Northern Ireland'] as const;
export type Country = (typeof countries)[number];

const id = z.string().min(1).max(200);
const line = z.string().max(1000);
/** YYYY-MM-DD; empty: not set yet. */
const isoDate = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/);
/** HH:MM, 24 hours; empty: not set yet. */
const clock = z.string().regex(/^(\d{2}:\d{2})?$/);

export const contactSchema = z.strictObject({ name: line, telephone: line, email: line });
export type Contact = z.infer<typeof contactSchema>;

export const layoutSchema = z.strictObject({
  /** Whether the pages of cover and front sheet bear numbers and are counted. */
  numberFrontSheet: z.boolean(),
  /** Every document begins on an odd sheet side; the versos that come of it are blank and say so. */
  startDocumentsOnRightHandPage: z.boolean(),
  /** Whether a blank verso says that it is left blank intentionally. */
  blankPagesSaySo: z.boolean(),
  /** The number of the first numbered page. */
  firstNumber: z.number().int().positive(),
  cover: z.boolean(),
  /** A sheet with its name before each item that has papers. */
  dividers: z.boolean(),
  /** same: the public pack keeps the page numbers of the restricted one, and says which pages are withheld; closed: they close up. */
  publicNumbers: z.enum(['same', 'closed']),
  /** continuing: pages of supplements go on behind the last published; prefixed: they are A1, A2, B1. */
  supplementNumbers: z.enum(['continuing', 'prefixed']),
  /** Notes that readers of supplied files left in them. */
  keepAnnotations: z.boolean(),
});
export type PackLayout = z.infer<typeof layoutSchema>;
export const defaultLayout: PackLayout = {
  numberFrontSheet: false,
  startDocumentsOnRightHandPage: true,
  blankPagesSaySo: true,
  firstNumber: 1,
  cover: false,
  dividers: false,
  publicNumbers: 'same',
  supplementNumbers: 'continuing',
  keepAnnotations: false,
};

export const paperSchema = z.strictObject({
  id,
  title: line,
  /**
   * document: one written here. file: a PDF, Word or text file; of a library its original, kept by the SHA-256 of its
   * bytes (lower-case hexadecimal), of a meeting file the path as written. toFollow: promised, not here yet.
   */
  source: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('document'), documentId: id }),
    z.strictObject({ type: z.literal('file'), name: line, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    z.strictObject({ type: z.literal('path'), path: z.string().min(1).max(4000) }),
    z.strictObject({ type: z.literal('toFollow') }),
  ]),
  appendix: z.boolean(),
  exempt: exemptionSchema.nullable(),
});
export type Paper = z.infer<typeof paperSchema>;

export const itemPurposes = ['decision', 'discussion', 'noting'] as const;

export interface AgendaItem {
  readonly id: string;
  /** As given; null: numbered by itself, in order, which hidden items do not take part in. */
  readonly number: string | null;
  /** Neither printed nor counted. */
  readonly hidden: boolean;
  /** Comes with every meeting of the committee: apologies, declarations, minutes. */
  readonly standing: boolean;
  readonly title: string;
  readonly purpose: (typeof itemPurposes)[number] | null;
  readonly lead: string;
  readonly minutes: number | null;
  /** Printed under the title. */
  readonly note: string;
  /** For staff; never leaves the library. */
  readonly staffNotes: string;
  /** Who is expected for this item, one a line. */
  readonly expected: readonly string[];
  readonly exempt: z.infer<typeof exemptionSchema> | null;
  /** Taken late: why it is urgent (s.100B(4)(b)) and why it is late; null where it is in time. */
  readonly late: { readonly urgency: string; readonly lateness: string } | null;
  readonly papers: readonly Paper[];
  readonly items: readonly AgendaItem[];
}

export const agendaItemSchema: z.ZodType<AgendaItem> = z.strictObject({
  id,
  number: z.string().min(1).max(20).nullable(),
  hidden: z.boolean(),
  standing: z.boolean(),
  title: line,
  purpose: z.enum(itemPurposes).nullable(),
  lead: line,
  minutes: z.number().int().positive().max(1440).nullable(),
  note: z.string().max(5000),
  staffNotes: z.string().max(50_000),
  expected: z.array(line).max(200),
  exempt: exemptionSchema.nullable(),
  late: z.strictObject({ urgency: z.string().max(5000), lateness: z.string().max(5000) }).nullable(),
  papers: z.array(paperSchema).max(500),
  get items() {
    return z.array(agendaItemSchema).max(200);
  },
});

/** `role`: Chair, Vice-Chair, portfolio; `party`: political group. Both may be empty. */
export const memberSchema = z.strictObject({ name: line, role: line, party: line });
export type Member = z.infer<typeof memberSchema>;

export const meetingBodies = ['committee', 'executive', 'council'] as const;
export type MeetingBody = (typeof meetingBodies)[number];

export const meetingSchema = z.strictObject({
  format: z.literal(1),
  id,
  kind: z.enum(packKinds),
  /** Name of the committee, or of the minister's meeting. */
  committee: line,
  /** Its defaults and members in the library; null for a meeting that stands by itself. */
  committeeId: id.nullable(),
  country: z.enum(countries),
  /** Whether it is a meeting of the executive (the 2012 Regulations) and of the full council (a summons). */
  body: z.enum(meetingBodies),
  date: isoDate,
  time: clock,
  venue: z.string().max(2000),
  contact: contactSchema,
  /** Name and office of who signs the agenda. */
  properOfficer: line,
  publicationDate: isoDate,
  /** null: the highest of its parts alone. */
  marking: markingSchema.nullable(),
  layout: layoutSchema,
  members: z.array(memberSchema).max(300),
  items: z.array(agendaItemSchema).max(300),
});
export type Meeting = z.infer<typeof meetingSchema>;
