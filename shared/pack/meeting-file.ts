/**
 * The meeting file of `pack build`: what a clerk, or another program, writes by hand. Files are named relative to it.
 * Its JSON Schema is `docs/schemas/meeting.schema.json`, made from this (`npm run schemas`); what each field is for is
 * told in `docs/meeting-packs.md`.
 */
import * as z from 'zod';
import { markingSchema } from '../document/schema.ts';
import { exemptionRegimes } from './exemption.ts';
import { countries, itemPurposes, layoutSchema, packKinds } from './meeting.ts';

const line = z.string().max(1000);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'it is not a date written as 2026-01-31');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'it is not a time written as 14:00');

const fileExemptionSchema = z.strictObject({
  regime: z.enum(exemptionRegimes),
  paragraph: z
    .union([z.number().int().positive(), z.string().regex(/^\d{1,2}$/)])
    .describe('Number of the paragraph of Schedule 12A: England 1 to 7, Wales 12 to 18'),
  publicInterest: z.string().max(5000).optional().describe('Why the public interest is in keeping it'),
});
export type FileExemption = z.infer<typeof fileExemptionSchema>;

const fileDocumentSchema = z.strictObject({
  file: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .describe('PDF, Word, text or .despatch, relative to the meeting file'),
  title: line.min(1),
  appendix: z.boolean().optional(),
  exempt: fileExemptionSchema.optional(),
  toFollow: z.boolean().optional().describe('It is promised and not here yet; it then needs no file'),
});
export type FileDocument = z.infer<typeof fileDocumentSchema>;

const fileLateSchema = z.strictObject({
  urgency: z.string().min(1).max(5000).describe('Why the chair takes it as urgent (s.100B(4)(b))'),
  lateness: z.string().max(5000).optional().describe('Why it could not be published in time'),
});

export interface FileItem {
  readonly number?: string | undefined;
  readonly title: string;
  readonly purpose?: (typeof itemPurposes)[number] | undefined;
  readonly lead?: string | undefined;
  readonly minutes?: number | undefined;
  readonly note?: string | undefined;
  readonly publicNote?: string | undefined;
  readonly expected?: readonly string[] | undefined;
  readonly hidden?: boolean | undefined;
  readonly exempt?: FileExemption | undefined;
  readonly late?: z.infer<typeof fileLateSchema> | undefined;
  readonly documents?: readonly FileDocument[] | undefined;
  readonly items?: readonly FileItem[] | undefined;
}

const fileItemSchema: z.ZodType<FileItem> = z.strictObject({
  number: z
    .union([z.string().min(1).max(20), z.number().int().nonnegative().transform(String)])
    .optional()
    .describe('As printed; without it, the next'),
  title: line.min(1),
  purpose: z.enum(itemPurposes).optional(),
  lead: line.optional(),
  minutes: z.number().int().positive().max(1440).optional(),
  note: z.string().max(50_000).optional().describe('For staff: never in any pack'),
  publicNote: z.string().max(5000).optional().describe('Printed under the title'),
  expected: z.array(line).max(200).optional().describe('Who is expected for it'),
  hidden: z.boolean().optional().describe('Neither printed nor counted'),
  exempt: fileExemptionSchema.optional(),
  late: fileLateSchema.optional(),
  documents: z.array(fileDocumentSchema).max(500).optional(),
  get items() {
    return z.array(fileItemSchema).max(200).optional();
  },
});

export const meetingFileSchema = z.strictObject({
  $schema: z.string().optional(),
  committee: line.min(1),
  kind: z.enum(packKinds),
  body: z
    .enum(['committee', 'executive', 'council'])
    .optional()
    .describe('Without it executive, if all that is exempt is under Executive2012-England; else committee'),
  country: z.enum(countries),
  date,
  time,
  venue: z.string().max(2000),
  contact: z.strictObject({ name: line, telephone: line.optional(), email: line.optional() }).optional(),
  properOfficer: line.optional(),
  publicationDate: date.optional(),
  marking: z.union([z.string().max(200), markingSchema]).optional(),
  members: z
    .array(
      z.union([line, z.strictObject({ name: line.min(1), role: line.optional(), party: line.optional() })]),
    )
    .max(300)
    .optional(),
  layout: layoutSchema.partial().optional(),
  items: z.array(fileItemSchema).min(1, 'a meeting needs at least one item').max(300),
});
export type MeetingFile = z.infer<typeof meetingFileSchema>;
