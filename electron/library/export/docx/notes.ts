/** Notes as Word's own, which it numbers, moves along with the words and leads to and from. */
import { type IPropertiesOptions, NumberFormat, type Paragraph, TextRun } from 'docx';
import type { WordContext } from './context.ts';
import { paragraph } from './paragraphs.ts';
import { wordRuns } from './runs.ts';

type Notes = Pick<IPropertiesOptions, 'footnotes' | 'endnotes'>;

/** @param context with links of its own: the notes are another part of the file. */
export function wordNotes(context: WordContext): Notes {
  const { notes, notesAt } = context.print;
  if (notes.length === 0) return {};
  const style = notesAt === 'foot' ? 'footnote' : 'endnote';
  const made: Record<string, { children: Paragraph[] }> = {};
  for (const { number, content } of notes) {
    made[number] = { children: [paragraph(style, [new TextRun(' '), ...wordRuns(content, context)])] };
  }
  return notesAt === 'foot' ? { footnotes: made } : { endnotes: made };
}

/** Word counts endnotes in Roman numerals if it is not told. */
export const endnoteProperties = { numberFormat: { type: NumberFormat.DECIMAL } } as const;
