/** Words taken from a source: what a citation is made of, a drag carries and the reader's own window hands on. */
import * as z from 'zod';
import { type Locator, locatorSchema } from '../document/schema.ts';
import { editionId, sourceId } from './source.ts';

export const takenPassageSchema = z.strictObject({
  evidenceId: sourceId,
  edition: editionId,
  locator: locatorSchema,
});
export type TakenPassage = z.infer<typeof takenPassageSchema>;

/** Characters before and after a quotation that tell it from the same words elsewhere. */
export const CONTEXT_LENGTH = 32;

export interface PassagePlace {
  readonly sourceId: string;
  readonly edition: string;
  /** Where the words begin, counted from 1; null where the source has no pages of paper. */
  readonly page: number | null;
  /** The whole text of the edition, or a part of it in which the words stand. */
  readonly text: string;
  /** Where `text` begins in the whole text, in UTF-16 units. */
  readonly start: number;
}

/** In the whole text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a range with what a citation needs to find them again. White space at the ends of the range is no part
 * of them, and a character of two units is never cut.
 * @returns null where the range holds no words of this text.
 */
export function takePassage(place: PassagePlace, range: TextRange): TakenPassage | null {
  const { text } = place;
  const from = wholeCharacter(text, clamp(Math.min(range.start, range.end) - place.start, text), -1);
  const to = wholeCharacter(text, clamp(Math.max(range.start, range.end) - place.start, text), 1);
  const chosen = text.slice(from, to);
  const exact = chosen.trim();
  if (exact === '') return null;
  const start = from + chosen.length - chosen.trimStart().length;
  const end = start + exact.length;
  const locator: Locator = {
    quote: {
      type: 'TextQuoteSelector',
      exact,
      prefix: text.slice(wholeCharacter(text, Math.max(0, start - CONTEXT_LENGTH), 1), start),
      suffix: text.slice(end, wholeCharacter(text, Math.min(text.length, end + CONTEXT_LENGTH), -1)),
    },
    position: { type: 'TextPositionSelector', start: place.start + start, end: place.start + end },
    page: place.page,
  };
  return { evidenceId: place.sourceId, edition: place.edition, locator };
}

function clamp(at: number, text: string): number {
  return Math.min(text.length, Math.max(0, at));
}

/** A place between two characters; one within a character moves to its end (1) or beginning (-1). */
function wholeCharacter(text: string, at: number, way: 1 | -1): number {
  const within = isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
  return within ? at + way : at;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
