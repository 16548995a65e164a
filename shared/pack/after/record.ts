/**
 * What happened at a meeting, as its clerk wrote it down: stored beside the meeting, one JSON of some kilobytes. Minutes,
 * readout, action list and decision notices are written from it and the agenda; nothing that the agenda says is repeated
 * here. What is exempt of it follows the agenda, and the marks below where an item was taken partly in public.
 */
import * as z from 'zod';
import { exemptionSchema } from '../exemption.ts';

const id = z.string().min(1).max(200);
const line = z.string().max(1000);
const words = z.string().max(50_000);
/** YYYY-MM-DD; empty: none. */
const isoDate = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/);
/** HH:MM, 24 hours; empty: not noted. */
const clock = z.string().regex(/^(\d{2}:\d{2})?$/);

export const attendances = ['present', 'apologies', 'absent'] as const;
/** member: of the body. other: officers, speakers, members of other bodies. */
export const attendeeParts = ['member', 'substitute', 'other'] as const;

const attendeeSchema = z.strictObject({
  id,
  name: line,
  /** "Chair", "Director of Harbours"; may be empty. */
  role: line,
  /** Political group of a member, organisation of anybody else; may be empty. */
  party: line,
  part: z.enum(attendeeParts),
  attendance: z.enum(attendances),
  /** Of a substitute: the name of the member they stood in for. */
  substituteFor: line,
  /** Who came late or left early. */
  arrived: clock,
  left: clock,
});
export type Attendee = z.infer<typeof attendeeSchema>;

/**
 * The words of the codes of conduct: disclosable pecuniary interests (Localism Act 2011, section 31), other registrable
 * and non-registrable interests (Model Councillor Code of Conduct 2020), personal and prejudicial interests (Wales),
 * other: as `nature` says.
 */
export const interestKinds = [
  'disclosablePecuniary',
  'otherRegistrable',
  'nonRegistrable',
  'personal',
  'prejudicial',
  'other',
] as const;
export type InterestKind = (typeof interestKinds)[number];

const declarationSchema = z.strictObject({
  id,
  /** Name of who declared it. */
  member: line,
  /** The agenda item it bears on; null: none of them in particular. */
  itemId: id.nullable(),
  kind: z.enum(interestKinds),
  nature: line,
  leftRoom: z.boolean(),
  /** A dispensation to take part, and by whom it was granted; empty: none. */
  dispensation: line,
});
export type Declaration = z.infer<typeof declarationSchema>;

const resolutionSchema = z.strictObject({
  id,
  /** What follows "RESOLVED: That", without its full stop: "the winter timetable be agreed". */
  text: words,
  /** Withheld from the public although the item is not. */
  exempt: z.boolean(),
});
export type Resolution = z.infer<typeof resolutionSchema>;

export const actionStates = ['open', 'done', 'dropped'] as const;
const actionSchema = z.strictObject({
  id,
  what: words,
  owner: line,
  due: isoDate,
  state: z.enum(actionStates),
  exempt: z.boolean(),
});
export type Action = z.infer<typeof actionSchema>;

const count = z.number().int().nonnegative().max(10_000);
const voteSchema = z.strictObject({
  inFavour: count,
  against: count,
  abstained: count,
  /** A recorded vote: who voted how. Empty: it was not recorded. */
  named: z.array(z.strictObject({ name: line, vote: z.enum(['for', 'against', 'abstained']) })).max(300),
});
export type Vote = z.infer<typeof voteSchema>;

/** For the decision notice: S.I. 2012/2089, regulation 12(2), and what standing orders say of call-in. */
const decisionSchema = z.strictObject({
  /** Who decided: the body, or the name and office of a member or officer. Empty: the body that met. */
  madeBy: line,
  reasons: words,
  /** Options considered and rejected. */
  rejected: words,
  key: z.boolean(),
  /** Last day on which it may be called in; empty: it cannot be, or not yet known. */
  callInUntil: isoDate,
});

/** deferred: to a later meeting. withdrawn: by who brought it. notReached: the meeting ended before it. */
export const outcomes = ['resolved', 'noted', 'deferred', 'withdrawn', 'notReached'] as const;
export type Outcome = (typeof outcomes)[number];

const itemRecordSchema = z.strictObject({
  itemId: id,
  /** null: nobody has said yet. */
  outcome: z.enum(outcomes).nullable(),
  /** The discussion, paragraphs with an empty line between them; withheld where the agenda has the item as exempt. */
  minute: words,
  /** What was said of exempt information; withheld from the public. */
  exemptMinute: words,
  /**
   * What the public minutes say in place of what is withheld: the summary of the proper officer that Local Government
   * Act 1972, section 100C(2) asks for. It is public even where the item is exempt.
   */
  publicSummary: words,
  /** Why what is marked exempt here is, where the agenda did not say. */
  exemption: exemptionSchema.nullable(),
  mover: line,
  seconder: line,
  resolutions: z.array(resolutionSchema).max(200),
  vote: voteSchema.nullable(),
  actions: z.array(actionSchema).max(200),
  decision: decisionSchema.nullable(),
});
export type ItemRecord = z.infer<typeof itemRecordSchema>;

export const recordSchema = z.strictObject({
  format: z.literal(1),
  meetingId: id,
  /** Name of who presided. */
  chair: line,
  began: clock,
  ended: clock,
  attendees: z.array(attendeeSchema).max(1000),
  declarations: z.array(declarationSchema).max(500),
  /** In any order, one for each item; an item without one has nothing noted yet. */
  items: z
    .array(itemRecordSchema)
    .max(2000)
    .refine((items) => new Set(items.map(({ itemId }) => itemId)).size === items.length),
  /** When the minutes were approved as a correct record; empty: they are a draft. */
  approvedOn: isoDate,
});
export type MeetingRecord = z.infer<typeof recordSchema>;

export function newItemRecord(itemId: string): ItemRecord {
  return {
    itemId,
    outcome: null,
    minute: '',
    exemptMinute: '',
    publicSummary: '',
    exemption: null,
    mover: '',
    seconder: '',
    resolutions: [],
    vote: null,
    actions: [],
    decision: null,
  };
}
