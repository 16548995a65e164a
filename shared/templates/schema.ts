/**
 * The file format of a document template, `NAME.despatch-template.json`: our own document JSON made easy to write by
 * hand. Ids, levels, empty words and the rows under an attendee may be left out.
 */
import * as z from 'zod';
import { inlineSchema } from '../document/inline.ts';
import { documentKinds, knownBlockSchema, markingSchema, sectionRoles } from '../document/schema.ts';
import { documentSettingsSchema } from '../document/settings-schema.ts';

export const TEMPLATE_VERSION = 1;
export const TEMPLATE_SUFFIX = '.despatch-template.json';
/** Of the file as it stands on the disk; the longest we ship has 15 kB. */
export const MAX_TEMPLATE_BYTES = 2_000_000;

const content = z.union([z.string(), z.array(inlineSchema)], {
  error: 'must be words, or a list of text, reference and break as in a document',
});
const written = {
  id: z.string().min(1).max(100).optional().describe('Only where a reference of this template points here.'),
  level: z.number().int().min(0).max(3).optional().describe('The lowest of the kind where left out.'),
  content: content.optional().describe('The words; empty where left out.'),
};
const given = { id: true, level: true, content: true, citations: true } as const;
const label = z.string().nullable().optional();

const [plain, field, question, appendix, attendee, detail, table] = knownBlockSchema.options;
/** No pictures: their bytes are kept in a library, which a file of a template has none of. */
const templateBlock = z.discriminatedUnion('kind', [
  plain.omit(given).extend(written),
  field.omit(given).extend({ ...written, label }),
  question.omit(given).extend({ ...written, label }),
  appendix.omit(given).extend(written),
  attendee.omit(given).extend(written),
  detail.omit(given).extend(written),
  table.omit(given).extend(written),
]);
export type TemplateBlock = z.infer<typeof templateBlock>;

const templateSection = z.strictObject({
  role: z.enum(sectionRoles),
  blocks: z.array(templateBlock).min(1).max(500),
});
export type TemplateSection = z.infer<typeof templateSection>;

const settings = documentSettingsSchema.omit({ template: true });

export const templateSchema = z.strictObject({
  $schema: z.string().optional().describe('For editors that check the file while it is written.'),
  version: z.literal(TEMPLATE_VERSION),
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'must be small letters, digits and single hyphens' })
    .max(80)
    .describe('Stays the same in every later version of the template, which then replaces this one.'),
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().max(300).default(''),
  department: z.string().trim().max(80).default(''),
  kind: z.enum(documentKinds),
  marking: markingSchema.nullable().default(null),
  settings: settings.partial().default({}),
  words: z
    .array(z.string().trim().min(1).max(100))
    .max(5000)
    .default([])
    .describe('Names and terms that spelling takes for right in every document of the library.'),
  sections: z.array(templateSection).min(1).max(500),
});
export type Template = z.infer<typeof templateSchema>;
