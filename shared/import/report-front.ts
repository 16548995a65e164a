/** The title block of a committee report: which of its unlabelled lines is committee, date and title. */
import { fieldBlock } from '../document/build.ts';
import type { FieldName } from '../document/schema.ts';
import type { DocumentBuilder } from './builder.ts';
import { readTitle } from './fields.ts';
import { doubt, isAddressLine, isDate, isProse, splitBeforeDate } from './lines.ts';
import type { Passage } from './rejoin.ts';
import { withoutBold } from './runs.ts';

const body =
  /\b(?:committee|cabinet|council|board|panel|forum|commission|executive|assembly|scrutiny|authority|partnership)\b/i;

/** A date on its own, or a committee and the date of its meeting in one line. @returns the fields it became. */
export function takeCommitteeOrDate(passage: Passage, build: DocumentBuilder): readonly FieldName[] {
  if (passage.line.marker) return [];
  if (isDate(passage.text)) {
    build.put('front', fieldBlock(build.mint, 'date', passage.content), passage);
    return ['date'];
  }
  const parts = splitBeforeDate(passage);
  if (!parts || !body.test(parts.words)) return [];
  build.put('front', fieldBlock(build.mint, 'committee', withoutBold(parts.before)), passage);
  build.put('front', fieldBlock(build.mint, 'date', withoutBold(parts.date)), { ...passage, joins: [] });
  return ['committee', 'date'];
}

function isCommitteeAlone({ text }: Passage): boolean {
  return text.length <= 80 && /\b(?:committee|cabinet|panel|scrutiny board|full council)$/i.test(text);
}

/** The council itself stands over many a report; its name is never the title. */
function isOrganisation({ text }: Passage): boolean {
  return text.length <= 80 && /\b(?:council|authority)$/i.test(text);
}

/**
 * An unlabelled line of the title block: the committee's name, the title, or text.
 * @returns the field it became, if any.
 * @param others how many more such lines follow before the first section.
 */
export function takeFrontLine(
  passage: Passage,
  build: DocumentBuilder,
  found: { committee: boolean; titleKnown: boolean },
  others: number,
): FieldName | null {
  if (!found.committee && isCommitteeAlone(passage) && others > 0) {
    const why = 'This line was taken for the name of the committee.';
    build.put(
      'front',
      fieldBlock(build.mint, 'committee', withoutBold(passage.content)),
      passage,
      doubt('guessedCommittee', why, ''),
    );
    return 'committee';
  }
  const title = build.hasTitle ? null : readTitle(passage);
  if (title && !found.titleKnown) {
    build.plain('front', 'title', passage, 0, null, withoutBold(title.content));
    return null;
  }
  const could = !isProse(passage.text) && !isAddressLine(passage.text);
  if (!build.hasTitle && !found.titleKnown && could && !(isOrganisation(passage) && others > 0)) {
    const why = 'This line was taken for the title; other lines of the title block could be it, too.';
    const guess = others > 0 ? doubt('guessedTitle', why, '') : null;
    build.plain('front', 'title', passage, 0, guess, withoutBold(passage.content));
    return null;
  }
  const why = 'This line of the title block bears no label that Despatch knows, so it stays text.';
  build.plain('front', 'text', passage, 0, doubt('unrecognisedLine', why, null));
  return null;
}
