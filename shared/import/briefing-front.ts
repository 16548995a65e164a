/** Unlabelled lines in the title block of a brief: when and where. */
import { fieldBlock } from '../document/build.ts';
import type { FieldName } from '../document/schema.ts';
import type { DocumentBuilder } from './builder.ts';
import { doubt, readWhen } from './lines.ts';
import type { Passage } from './rejoin.ts';
import { sliceRuns, trimRuns, withoutBold } from './runs.ts';

const placeWord =
  /\b(?:room|house|street|building|hall|office|centre|tower|square|parliament|whitehall|teams|zoom|video|phone|telephone|virtual|online)\b/i;
const LONGEST_PLACE = 120;

function put(
  field: FieldName,
  passage: Passage,
  from: number,
  to: number,
  sure: boolean,
  build: DocumentBuilder,
): void {
  const content = withoutBold(trimRuns(sliceRuns(passage.content, from, to)));
  const why = `This line bears no label; these words were taken for the ${field} of the meeting.`;
  const part = from === 0 ? passage : { ...passage, joins: [] };
  build.put(
    'front',
    fieldBlock(build.mint, field, content),
    part,
    sure ? null : doubt('guessedField', why, ''),
  );
}

/**
 * Takes "Tuesday 3 March 2026, 14:00 to 14:45, Room 3.12" apart, and a place on a line of its own below.
 * @param found fields that the title block already has.
 * @returns what it became; empty when the line is neither.
 */
export function takeWhenAndWhere(
  passage: Passage,
  found: ReadonlySet<FieldName>,
  build: DocumentBuilder,
): readonly FieldName[] {
  const { text } = passage;
  if (passage.line.marker) return [];
  const when = readWhen(text);
  if (when) {
    const whole = when.dateEnd === text.length;
    put('date', passage, 0, when.dateEnd, whole, build);
    if (when.timeStart !== null) put('time', passage, when.timeStart, when.timeEnd, false, build);
    if (when.rest !== null) put('place', passage, when.rest, text.length, false, build);
    return [
      'date',
      ...(when.timeStart === null ? [] : (['time'] as const)),
      ...(when.rest === null ? [] : (['place'] as const)),
    ];
  }
  const follows = found.has('date') && !found.has('place');
  if (!follows || text.length > LONGEST_PLACE || !placeWord.test(text) || text.includes(':')) return [];
  put('place', passage, 0, text.length, false, build);
  return ['place'];
}
