/** What the check of a whole pack says. Rules stand one kind to a file beside this one and are registered in `run.ts`. */
import * as z from 'zod';
import { findingSchema } from '../../checks/finding.ts';

const { rule, severity, message } = findingSchema.shape;

export const packFindingSchema = z.strictObject({
  rule,
  /** error: must not be published so. warning: look before it is. note: worth knowing. */
  severity,
  /** One to three en-GB sentences: what is wrong, and what to do. Quotes the words concerned. */
  message,
  /** null: it concerns the meeting as a whole. */
  item: z.strictObject({ id: z.string(), number: z.string(), title: z.string() }).nullable(),
  /** null: it concerns the item as a whole. */
  paper: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  /** Where in the paper: pages of it, counted from 1, and the blocks of a document written here. */
  place: z
    .strictObject({
      pages: z.array(z.number().int().positive()),
      /** As a reader finds them, without their words: "Paragraph 12". */
      blocks: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    })
    .nullable(),
});
export type PackFinding = z.infer<typeof packFindingSchema>;

/**
 * The finding in one line, with its place: "Agenda Item 6, “Budget”: It has no title."
 * @param itemWord as the pack calls its items: "Tab" in a ministerial one.
 */
export function sayPackFinding({ item, paper, message }: PackFinding, itemWord = 'Agenda Item'): string {
  const where = [
    ...(item ? [`${itemWord} ${item.number}`] : []),
    ...(paper ? [`“${paper.title}”`] : []),
  ].join(', ');
  return where === '' ? message : `${where}: ${message}`;
}
