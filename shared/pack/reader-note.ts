/** A reader's highlight, with or without a note: it hangs on words of a paper, not on a page of one pack. */
import * as z from 'zod';
import { locatorSchema } from '../document/schema.ts';

export const noteColours = ['yellow', 'green', 'blue', 'pink'] as const;

export const readerNoteSchema = z.strictObject({
  id: z.string().min(1).max(200),
  /** null: it hangs on front sheet or cover. */
  paperId: z.string().min(1).max(200).nullable(),
  /** In the text of the paper: position from its beginning, page counted from 1 in it. */
  locator: locatorSchema,
  colour: z.enum(noteColours),
  /** Empty: a highlight alone. */
  text: z.string().max(20_000),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ReaderNote = z.infer<typeof readerNoteSchema>;
