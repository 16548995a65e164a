/** The title block of a committee report: which of its unlabelled lines is committee, date and title. */
import { fieldBlock } from '../document/build.ts';
import type { DocumentBuilder } from './builder.ts';
import { doubt, isDate, splitBeforeDate } from './lines.ts';
import type { Passage } from './rejoin.ts';
import { withoutBold } from './runs.ts';

const body =
  /\b(?:committee|cabinet|council|board|panel|forum|commission|executive|assembly|scrutiny|authority|partnership)\b/i;

/** A date on its own, or a committee and the date of its meeting in one line. */
export function takeCommitteeOrDate(passage: Passage, build: DocumentBuilder): boolean {
  if (passage.line.marker) return false;
  if (isDate(passage.text)) {
    build.put('front', fieldBlock(build.mint, 'date', passage.content), passage);
    return true;
  }
  const parts = splitBeforeDate(passage);
  if (!parts || !body.test(parts.words)) return false;
  build.put('front', fieldBlock(build.mint, 'committee', withoutBold(parts.before)), passage);
  build.put('front', fieldBlock(build.mint, 'date', withoutBold(parts.date)), { ...passage, joins: [] });
  return true;
}

function isCommitteeAlone({ text }: Passage): boolean {
  return text.length <= 80 && /\b(?:committee|cabinet|panel|scrutiny board|full council)$/i.test(text);
}

/**
 * An unlabelled line of the title block: the committee's name, the title, or text.
 * @param others how many more such lines follow before the first section.
 */
export function takeFrontLine(
  passage: Passage,
  build: DocumentBuilder,
  found: { committee: boolean; titleKnown: boolean },
  others: number,
): void {
  if (!found.committee && isCommitteeAlone(passage) && others > 0) {
    const why = 'This line was taken for the name of the committee.';
    build.put(
      'front',
      fieldBlock(build.mint, 'committee', withoutBold(passage.content)),
      passage,
      doubt('guessedCommittee', why, ''),
    );
    return;
  }
  if (!build.hasTitle && !found.titleKnown) {
    const why = 'This line was taken for the title; other lines of the title block could be it, too.';
    const guess = others > 0 ? doubt('guessedTitle', why, '') : null;
    build.plain('front', 'title', passage, 0, guess, withoutBold(passage.content));
    return;
  }
  const why = 'This line of the title block bears no label that Despatch knows, so it stays text.';
  build.plain('front', 'text', passage, 0, doubt('unrecognisedLine', why, null));
}
