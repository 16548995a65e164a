/** A reader's highlight, with or without a note: it hangs on words of a paper, not on a page of one pack. */
import * as z from 'zod';
import { locatorSchema } from '../document/schema.ts';

export const noteColours = ['yellow', 'green', 'blue', 'pink'] as const;

const passageSchema = z.strictObject({
  /** null: it hangs on front sheet or cover. */
  paperId: z.string().min(1).max(200).nullable(),
  /** In the text of the paper: position from its beginning, page counted from 1 in it. */
  locator: locatorSchema,
});
/** Words of one page of a paper. */
export type NotePassage = z.infer<typeof passageSchema>;

/** Pages that one note runs over at most. */
export const MOST_NOTE_PAGES = 50;

export const readerNoteSchema = passageSchema.extend({
  id: z.string().min(1).max(200),
  /** Of words that run on over pages: those of every page after the first. */
  more: z
    .array(passageSchema)
    .max(MOST_NOTE_PAGES - 1)
    .default([]),
  colour: z.enum(noteColours),
  /** Empty: a highlight alone. */
  text: z.string().max(20_000),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ReaderNote = z.infer<typeof readerNoteSchema>;

/** All words that a note hangs on, in their order. */
export function passagesOf({ paperId, locator, more }: ReaderNote): readonly NotePassage[] {
  return [{ paperId, locator }, ...more];
}

/** What it is about, as one reads it. */
export function quotedIn(note: ReaderNote): string {
  return passagesOf(note)
    .map(({ locator }) => locator.quote.exact)
    .join(' … ');
}
