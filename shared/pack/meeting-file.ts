/**
 * The meeting file of `pack build`: what a clerk, or another program, writes by hand. Files are named relative to it.
 * Its JSON Schema is `docs/schemas/meeting.schema.json`, made from this.
 */
import * as z from 'zod';
import { markingSchema } from '../document/schema.ts';
import { exemptionSchema } from './exemption.ts';
import { contactSchema, countries, itemPurposes, layoutSchema, packKinds } from './meeting.ts';

const line = z.string().max(1000);

const fileDocumentSchema = z.strictObject({
  file: z.string().min(1).max(4000).describe('PDF, Word, text or .despatch, relative to the meeting file'),
  title: line.min(1),
  appendix: z.boolean().optional(),
  exempt: exemptionSchema.optional(),
});

interface FileItem {
  readonly number?: string | undefined;
  readonly title: string;
  readonly purpose?: (typeof itemPurposes)[number] | undefined;
  readonly lead?: string | undefined;
  readonly minutes?: number | undefined;
  readonly note?: string | undefined;
  readonly exempt?: z.infer<typeof exemptionSchema> | undefined;
  readonly documents?: readonly z.infer<typeof fileDocumentSchema>[] | undefined;
  readonly items?: readonly FileItem[] | undefined;
}

const fileItemSchema: z.ZodType<FileItem> = z.strictObject({
  number: z.union([z.string().min(1).max(20), z.number().int().nonnegative().transform(String)]).optional(),
  title: line.min(1),
  purpose: z.enum(itemPurposes).optional(),
  lead: line.optional(),
  minutes: z.number().int().positive().max(1440).optional(),
  note: z.string().max(5000).optional(),
  exempt: exemptionSchema.optional(),
  documents: z.array(fileDocumentSchema).max(500).optional(),
  get items() {
    return z.array(fileItemSchema).max(200).optional();
  },
});

export const meetingFileSchema = z.strictObject({
  $schema: z.string().optional(),
  committee: line.min(1),
  kind: z.enum(packKinds),
  country: z.enum(countries),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  time: z.string().regex(/^\d{2}:\d{2}$/),
  venue: z.string().max(2000),
  contact: contactSchema,
  properOfficer: line,
  publicationDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  marking: z.union([z.string().max(200), markingSchema]).optional(),
  layout: layoutSchema.partial().optional(),
  items: z.array(fileItemSchema).max(300),
});
export type MeetingFile = z.infer<typeof meetingFileSchema>;
