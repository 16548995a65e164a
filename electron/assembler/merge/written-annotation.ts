/** Annotations as they stand in the pack: links that lead within it or to an address, and comments. */
import type { PDFDict } from 'pdf-lib';
import type { Box } from '../objects/look.ts';
import { entryOf, key, numbersOf, textAt } from '../objects/look.ts';
import { array, number, ref, text, uri } from '../objects/syntax.ts';
import { WITHIN_PACK } from './actions.ts';
import type { Copier } from './copier.ts';
import { type Shift, shiftPoints } from './shift.ts';

interface Place {
  readonly page: number;
  /** Of the parent tree. */
  readonly key: number;
  /** Of all that lies on the page; null: none. */
  readonly shift?: Shift | null;
}

/** Of links everything that acts is written anew; what names the program that made them is left behind. */
const LINK = new Set(
  ['Type', 'Subtype', 'A', 'Dest', 'P', 'PA', 'Parent', 'M', 'NM', 'Contents', 'OC'].map(key),
);
const WHERE = ['Rect', 'QuadPoints'] as const;
const MOVED_LINK = new Set([...LINK, ...WHERE.map(key)]);
const COMMENT = new Set(['P', 'A', 'Dest', 'Sound', 'Movie', 'FS', 'RichMediaContent'].map(key));

/** @param aim `/Dest …` or `/A …`. @param says what it leads to, for those who do not see where. */
export function writtenLink(dict: PDFDict, aim: string, says: string, place: Place, copier: Copier): string {
  const own = textAt(dict, 'Contents') ?? '';
  // Typst describes a link by its address. Within the pack that is no word for a reader, and has the title of a paper in it.
  const contents = own === '' || WITHIN_PACK.test(own) ? says : own;
  const where = place.shift ? shiftedPlace(dict, place.shift) : '';
  const rest = copier.entries(dict, place.shift ? MOVED_LINK : LINK);
  return `<</Type/Annot/Subtype/Link${aim}/Contents ${text(contents)}${placed(place)}${where}${rest}>>`;
}

/** Its rectangle, and the lines of words it lies on (12.5.6.5). */
function shiftedPlace(dict: PDFDict, shift: Shift): string {
  return WHERE.map((entry) => {
    const numbers = numbersOf(dict.context, entryOf(dict, entry));
    return numbers ? `/${entry} ${array(shiftPoints(shift, numbers).map(number))}` : '';
  }).join('');
}

export function writtenComment(dict: PDFDict, place: Place, copier: Copier): string {
  return `<<${copier.entries(dict, COMMENT)}${placed(place)}>>`;
}

export function newLink(rect: Box, aim: string, says: string, place: Place): string {
  return `<</Type/Annot/Subtype/Link/Rect ${array(rect.map(number))}/Border[0 0 0]/F 4${aim}/Contents ${text(says)}${placed(place)}>>`;
}

function placed({ page, key: parent }: Place): string {
  return `/P ${ref(page)}/StructParent ${parent}`;
}

export function addressAim(address: string): string {
  return `/A<</Type/Action/S/URI/URI ${uri(address)}>>`;
}
