/** What `pack build --json` prints: `docs/schemas/pack.schema.json`. Its `record` is what `--supplement-to` reads. */
import * as z from 'zod';
import { assemblyNoticeSchema } from './assembly.ts';
import { packFindingSchema } from './check/finding.ts';
import type { ReportedItem } from './pack-report.ts';
import { proofSchema } from './proof-report.ts';
import { recordSchema } from './publication.ts';

const count = z.number().int().nonnegative();
const printed = z
  .union([z.number().int(), z.string()])
  .nullable()
  .describe('As printed; a string where it is no bare number, such as "A3"; null: it has no pages');
const reported = { title: z.string(), first: printed, last: printed, exempt: z.boolean() };

const documentSchema = z.strictObject({
  ...reported,
  appendix: z.boolean(),
  leftOut: z.boolean().describe('It could not be read: a page that says so stands in its place'),
  pages: count.describe('Pages of this file; 0: it is to follow, or stands in an earlier publication'),
  supplement: z.string().nullable().describe('Letter of the supplement it was last published in'),
});
const itemSchema: z.ZodType<ReportedItem> = z.strictObject({
  ...reported,
  number: z.string(),
  documents: z.array(documentSchema),
  get items() {
    return z.array(itemSchema);
  },
});

export const packOutputSchema = z.strictObject({
  pages: count.nullable().describe('Of the restricted file; null: none was made'),
  lastNumber: count.nullable(),
  supplement: z.string().nullable().describe('Letter of the supplement; null: it is none'),
  items: z.array(itemSchema),
  findings: z.array(packFindingSchema),
  unreadable: z.array(
    z.strictObject({
      item: z.string(),
      document: z.string(),
      file: z.string(),
      reason: z.string(),
      code: z.string(),
    }),
  ),
  written: z.array(
    z.strictObject({
      format: z.string().describe('pdf, or json of the proof'),
      file: z.string(),
      bytes: count,
    }),
  ),
  files: z.array(
    z.strictObject({
      kind: z.enum(['pack', 'consolidated']),
      audience: z.enum(['restricted', 'public']),
      pages: count,
      bytes: count,
      sha256: z.string(),
      proved: proofSchema.shape.result.nullable(),
      limits: z.array(z.string()),
      notices: z.array(assemblyNoticeSchema),
    }),
  ),
  record: recordSchema.nullable().describe('What --supplement-to reads; null: nothing was published'),
});
export type PackOutput = z.infer<typeof packOutputSchema>;

export function packOutputJsonSchema(): object {
  return {
    ...z.toJSONSchema(packOutputSchema, { io: 'output' }),
    title: 'What pack build --json prints',
    description: 'Keep it: a supplement is made to it. See docs/meeting-packs.md.',
  };
}
