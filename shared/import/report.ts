/**
 * The import report: every liberty the importer took and every role it was not certain of, with the author's own
 * lines beside it, so that a person can accept it or have it undone (`undo.ts`).
 */
import * as z from 'zod';

const originalLine = z.strictObject({
  /** 1-based line of the source text (for Word files: the paragraph's position). */
  line: z.number().int().positive(),
  text: z.string(),
});

const undoSchema = z.discriminatedUnion('type', [
  /** Two pieces were joined with one space: split again where `before` meets `after`, the rest becoming `kind`. */
  z.strictObject({
    type: z.literal('split'),
    before: z.string(),
    after: z.string(),
    kind: z.enum(['point', 'paragraph', 'recommendation', 'text', 'aim', 'quotation']),
    level: z.number().int().min(0).max(3),
    /** Page numbers and running titles that stood between the pieces, as a text of their own. */
    between: z.string().optional(),
  }),
  /** Lines were left out as no words of the author's: put them back as text beside the block. */
  z.strictObject({ type: z.literal('putBack'), text: z.string().min(1), place: z.enum(['before', 'after']) }),
  /** A role was guessed: make it plain text, with the marker or label the importer took for structure put back. */
  z.strictObject({ type: z.literal('asText'), marker: z.string() }),
]);
export type ImportUndo = z.infer<typeof undoSchema>;

export const importRowSchema = z.strictObject({
  id: z.string().min(1),
  /** repair: the text was mended. uncertain: a role was guessed. notice: something to know, nothing to undo. */
  kind: z.enum(['repair', 'uncertain', 'notice']),
  /** A stable name for the reason: `rejoinedPageBreak`, `guessedHeading`, `renumbered`, `trackedChange`, … */
  code: z.string().min(1),
  /** What was done and why, for the reader, in one sentence. */
  message: z.string().min(1),
  original: z.array(originalLine),
  /** Where it happened; null when it concerns the file as a whole. */
  blockId: z.string().nullable(),
  /** null: there is nothing to undo. */
  undo: undoSchema.nullable(),
  state: z.enum(['pending', 'accepted', 'undone']),
});
export type ImportRow = z.infer<typeof importRowSchema>;
export type ImportRowState = ImportRow['state'];
