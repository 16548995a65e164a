/** What a check says. Rules stand one to a file beside this one and are registered in `run.ts`. */
import * as z from 'zod';

export const severities = ['error', 'warning', 'note'] as const;

export const findingSchema = z.strictObject({
  /** Stable kebab-case name of the rule. */
  rule: z.string().min(1),
  /** error: must not leave the building so. warning: look before it does. note: worth knowing. */
  severity: z.enum(severities),
  /** Where it is; for something missing, the empty field that waits for it, or else the title. */
  blockId: z.string(),
  /** One or two en-GB sentences: what is wrong, and what to do. Quotes the words concerned. */
  message: z.string().min(1),
  /** The characters concerned, where a rule knows them: places in the block's own words, or in those of a cell. */
  place: z
    .strictObject({
      cell: z.strictObject({ row: z.number().int(), column: z.number().int() }).nullable(),
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
    })
    .optional(),
});
export type Finding = z.infer<typeof findingSchema>;
export type Severity = Finding['severity'];
