/** What both grammars ask of a single passage. */
import type { Inline } from '../document/schema.ts';
import type { Doubt } from './builder.ts';
import type { Passage } from './rejoin.ts';
import { joinRuns, sliceRuns, textRun, trimRuns } from './runs.ts';
import { isQuestionLabel } from './vocabulary.ts';

const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+(?:the\\s+)?)?';
const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const datePattern = `${weekday}(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month},?\\s+\\d{4}|\\d{1,2}/\\d{1,2}/\\d{4})`;
const wholeDate = new RegExp(`^${datePattern}$`, 'i');
const endingDate = new RegExp(`^(.{3,150}?)\\s*[-–—|,:]\\s*(${datePattern})$`, 'i');

/** Whether the whole line is one date. */
export function isDate(text: string): boolean {
  return wholeDate.test(text);
}

const clock = '\\d{1,2}(?:[:.]\\d{2})?\\s?(?:am|pm|noon|hrs)?';
const startingDate = new RegExp(
  `^(${datePattern})(?:\\s*[,;|–—-]?\\s*((?:at |from )?\\d{1,2}(?:[:.]\\d{2}|\\s?[ap]m)(?:\\s?[ap]m)?(?:\\s*(?:–|—|-|to|until)\\s*${clock})?))?(?:\\s*[,;|–—-]\\s*(?=\\S)|$)`,
  'i',
);

export interface When {
  readonly dateEnd: number;
  readonly timeStart: number | null;
  readonly timeEnd: number;
  /** Where words begin that are neither date nor time; null where there are none. */
  readonly rest: number | null;
}

/** A line that begins with a date, perhaps a time after it; null for any other. Positions are offsets. */
export function readWhen(text: string): When | null {
  const match = text.length > 250 ? null : startingDate.exec(text);
  if (!match?.[1]) return null;
  const timeStart = match[2] === undefined ? null : text.indexOf(match[2], match[1].length);
  return {
    dateEnd: match[1].length,
    timeStart,
    timeEnd: timeStart === null ? 0 : timeStart + (match[2]?.length ?? 0),
    rest: match[0].length < text.length ? match[0].length : null,
  };
}

/** "Select Committee - Tuesday 1 September 2020" in its two parts; null where no date ends the line. */
export function splitBeforeDate(
  passage: Passage,
): { before: Inline[]; date: Inline[]; words: string } | null {
  const match = endingDate.exec(passage.text);
  if (!match?.[1] || !match[2]) return null;
  const { content, text } = passage;
  return {
    before: trimRuns(sliceRuns(content, 0, match[1].length)),
    date: trimRuns(sliceRuns(content, text.length - match[2].length)),
    words: match[1],
  };
}

/** A sentence, and no title or name that happens to end with a full stop. */
export function isProse(text: string): boolean {
  return text.length > 250 || (text.length > 60 && /[.!?;:,]["'”’)]?$/.test(text));
}

/** "To: …", "Copied to: …": where a paper goes and comes from. */
export function isAddressLine(text: string): boolean {
  return /^(?:to|from|cc|copied to|copy to|copies to|our ref(?:erence)?|your ref(?:erence)?|ref(?:erence)?|scs|author)\s*:/i.test(
    text,
  );
}

/** A passage opened and closed by quotation marks of one kind, or marked as a quotation by the source. */
export function isQuotation(passage: Passage): boolean {
  if (passage.line.quoted) return true;
  if (passage.line.marker) return false;
  return isQuoted(passage.text);
}

/** Words between quotation marks of one kind, perhaps with their source after them. */
export function isQuoted(words: string): boolean {
  const text = words.trim();
  const pairs: Readonly<Record<string, string>> = { '‘': '’', '“': '”', '"': '"', "'": "'" };
  const closing = pairs[text[0] ?? ''];
  if (!closing || text.length < 20) return false;
  const end = text.lastIndexOf(closing);
  return end > 0 && /^[.,;]?(?:\s*\([^()]{1,80}\))?[.]?$/.test(text.slice(end + 1));
}

export interface RunInQuestion {
  readonly label: string;
  readonly marker: string;
  readonly content: Inline[];
}

/** A question told apart by its run-in label, wherever it stands; its content is empty where it is only a label. */
export function readQuestion(passage: Passage): RunInQuestion | null {
  const match = /^([^:.\n]{1,60}[:.])\s*/.exec(passage.text);
  const marker = match?.[1];
  if (!match || !marker || !isQuestionLabel(marker, passage.line.marker !== null)) return null;
  return {
    label: marker.slice(0, -1).trim(),
    marker,
    content: trimRuns(sliceRuns(passage.content, match[0].length)),
  };
}

/** The words with the number or letter the source gives them; a bullet is no word and is left out. */
export function withMarkerShown(passage: Passage): Inline[] {
  const { marker } = passage.line;
  if (!marker || marker.style === 'bullet') return [...passage.content];
  return joinRuns([textRun(marker.text, false, false)], passage.content);
}

export function doubt(code: string, message: string, marker: string | null): Doubt {
  return { code, message, marker };
}

/** The marker as undoing a guess puts it back. */
export function markerOf(passage: Passage): string {
  return passage.line.marker?.text ?? '';
}
