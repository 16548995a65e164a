/** A committee, or a minister's standing meeting, with what its meetings begin from. */
import * as z from 'zod';
import { markingSchema } from '../document/schema.ts';
import { reportStepsSchema, usualSteps } from './deadlines/count-back.ts';
import {
  agendaItemSchema,
  contactSchema,
  countries,
  defaultLayout,
  layoutSchema,
  type MeetingBody,
  meetingBodies,
  memberSchema,
  type PackKind,
  packKinds,
} from './meeting.ts';

const id = z.string().min(1).max(200);
const line = z.string().max(1000);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What a person put right in the bundled bank holidays: days that are none here, and days that are one. */
export const holidayEditsSchema = z.strictObject({
  added: z.array(z.strictObject({ date: day, name: line })).max(500),
  removed: z.array(day).max(500),
});
export type HolidayEdits = z.infer<typeof holidayEditsSchema>;

export const committeeSchema = z.strictObject({
  format: z.literal(1),
  id,
  /** Never empty once it is saved. */
  name: line,
  kind: z.enum(packKinds),
  country: z.enum(countries),
  body: z.enum(meetingBodies),
  members: z.array(memberSchema).max(300),
  venue: z.string().max(2000),
  /** When it usually begins: HH:MM, or empty. */
  time: z.string().regex(/^(\d{2}:\d{2})?$/),
  /** Name and office of who signs the agenda. */
  properOfficer: line,
  contact: contactSchema,
  /** Id of the template that its reports are made from; null: the plain one. */
  template: id.nullable(),
  /** Clear days between notice and meeting; null: what the country's law asks. */
  noticeDays: z.number().int().positive().max(365).nullable(),
  /** Members that must be there; null: a quarter of them. */
  quorum: z.number().int().positive().max(300).nullable(),
  marking: markingSchema.nullable(),
  layout: layoutSchema,
  /** What every agenda begins with; their ids are those of the committee, meetings take copies. */
  standardItems: z.array(agendaItemSchema).max(100),
  bankHolidays: holidayEditsSchema,
  /** When a report must be where, counted back from the day on which the agenda goes out. */
  steps: reportStepsSchema,
});
export type Committee = z.infer<typeof committeeSchema>;

export function newCommittee(
  id: string,
  { name, kind, body = 'committee' }: { name: string; kind: PackKind; body?: MeetingBody },
): Committee {
  return {
    format: 1,
    id,
    name,
    kind,
    country: 'England',
    body,
    members: [],
    venue: '',
    time: '',
    properOfficer: '',
    contact: { name: '', telephone: '', email: '' },
    template: null,
    noticeDays: null,
    quorum: null,
    marking: null,
    // A minister turns pages one after another; a council prints on both sides.
    layout: kind === 'ministerial' ? { ...defaultLayout, cover: true, dividers: true } : defaultLayout,
    standardItems: [],
    bankHolidays: { added: [], removed: [] },
    steps: [...usualSteps],
  };
}
