/** Templates: those that Despatch brings, and the files that somebody put into the library's folder of templates. */
import * as z from 'zod';
import { documentKinds } from '../document/schema.ts';

const id = z.string().min(1).max(200);
const file = z.string().min(1).max(300);
const content = z.enum(['kept', 'cleared']);

const templateSummary = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  department: z.string(),
  kind: z.enum(documentKinds),
  /** Its file in the library's folder of templates; null: Despatch brings it. */
  file: file.nullable(),
  /** Its outline: `partsOf` in `shared/templates/parts.ts`. */
  parts: z.array(z.strictObject({ title: z.string(), holds: z.array(z.string()) })),
});
export type TemplateSummary = z.infer<typeof templateSummary>;

const brokenTemplate = z.strictObject({ file, reason: z.string() });
export type BrokenTemplate = z.infer<typeof brokenTemplate>;

const created = z.strictObject({ documentId: id });

export const templateCalls = {
  'templates.list': {
    input: z.strictObject({}),
    output: z.strictObject({ templates: z.array(templateSummary), broken: z.array(brokenTemplate) }),
  },
  /**
   * Copies a checked file into the library. One of the same id goes to the bin and is named in `replaced`.
   * Fails with `template.invalid`, or `template.taken` where Despatch itself brings one of that id.
   */
  'templates.add': {
    input: z.strictObject({ grant: id }),
    output: z.strictObject({ template: templateSummary, replaced: file.nullable() }),
  },
  /** To the bin; `templates.restore` takes `binned` and brings the file back. Broken files as well. */
  'templates.remove': { input: z.strictObject({ file }), output: z.strictObject({ binned: file }) },
  'templates.restore': { input: z.strictObject({ binned: file }), output: z.strictObject({ file }) },
  /** `pictures`: how many the document has, which no template can keep. */
  'templates.saveFrom': {
    input: z.strictObject({
      documentId: id,
      name: z.string().trim().min(1).max(80),
      description: z.string().trim().max(300),
      department: z.string().trim().max(80),
      content,
      lockHeadings: z.boolean(),
    }),
    output: z.strictObject({ template: templateSummary, pictures: z.number().int().nonnegative() }),
  },
  'documents.createFrom': {
    input: z.union([
      z.strictObject({ templateId: id, guidance: z.boolean() }),
      /** Comments are never copied. */
      z.strictObject({ documentId: id, content }),
    ]),
    output: created,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
