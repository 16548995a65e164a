/** What Word files still had in them: changes that nobody accepted, comments, hidden words, numbers that moved. */
import { count, quote } from '../../checks/words.ts';
import type { CheckedPaper, PackContext, PackRule, PackRuleFinding } from './context.ts';
import type { ImportedRow } from './input.ts';

function* imported(
  { papers }: PackContext,
  codes: readonly string[],
): Generator<{ at: CheckedPaper; rows: ImportedRow[]; first: ImportedRow }> {
  for (const at of papers) {
    if (at.content?.type !== 'document' || at.content.imported === null) continue;
    const rows = at.content.imported.filter(({ code }) => codes.includes(code));
    const [first] = rows;
    if (first) yield { at, rows, first };
  }
}

const wordsOf = ({ original }: ImportedRow) => original.map(({ text }) => text).join(' ');

function rule(
  name: string,
  severity: PackRuleFinding['severity'],
  codes: readonly string[],
  say: (rows: readonly ImportedRow[], first: string) => string,
): PackRule {
  return {
    name,
    *check(context) {
      for (const { at, rows, first } of imported(context, codes))
        yield { severity, at, blockId: first.blockId, message: say(rows, quote(wordsOf(first))) };
    },
  };
}

export const trackedChanges = rule(
  'tracked-changes',
  'error',
  ['trackedInsertion', 'trackedDeletion'],
  (rows, first) =>
    `The Word file has ${count(rows.length, 'tracked change')} that nobody has accepted or rejected, the first at ${first}. The pack would print it as if all were accepted. Decide on each in Word and add the file again.`,
);

export const wordComments = rule(
  'word-comments',
  'error',
  ['comment'],
  (rows, first) =>
    `The Word file has ${count(rows.length, 'comment')}, the first ${first}, which would stand among the words of the pack. Take them out in Word and add the file again.`,
);

export const hiddenText = rule(
  'hidden-text',
  'warning',
  ['hiddenText'],
  (rows, first) =>
    `The Word file has hidden text in ${count(rows.length, 'place')}, the first ${first}. The pack leaves it out; see whether members were to read it.`,
);

/** A heading that gets a number and had none loses nothing. */
const hadNumber = /^[\s#*]*\(?(?:\d|[a-z]{1,4}[.)])/iu;

/** The numbers are printed anew, so that what the source had twice or left out is told here. */
export const renumbered: PackRule = {
  name: 'paragraph-numbers-moved',
  *check(context) {
    for (const { at, rows: all } of imported(context, ['renumbered'])) {
      const rows = all.filter((row) => hadNumber.test(wordsOf(row)));
      const [first] = rows;
      if (!first) continue;
      const more = rows.length === 1 ? '' : ` That happens in ${count(rows.length, 'place')}.`;
      yield { severity: 'warning', at, blockId: first.blockId, message: `${first.message}${more}` };
    }
  },
};
