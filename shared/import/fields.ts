/** Labelled lines ("Attendees: TBC"), and the lines below a label that belong to it. */
import type { DocumentKind, FieldName, Inline } from '../document/schema.ts';
import { fieldRules } from '../document/structure.ts';
import { startsWithAny } from './first-signs.ts';
import { LetterPattern } from './letters.ts';
import { joinPassages, type Passage } from './rejoin.ts';
import { joinRuns, sliceRuns, textRun, trimRuns } from './runs.ts';
import { fieldNamed, isKnownLine, isTitleLabel } from './vocabulary.ts';

export interface ReadField {
  readonly field: FieldName;
  /** As the author wrote it, where it is not the usual one. */
  readonly label: string | null;
  /** What stood before the value, colon included. */
  readonly marker: string;
  readonly content: readonly Inline[];
  /** Only a label, without colon or value: what stands below may be its value. */
  readonly bare: boolean;
}

/** Longer lists under one label are no longer its value; and each line copies those before it. */
const MOST_LINES = 60;

type Place = 'front' | 'contact' | 'closing';

const runIn = /^([^:\n]{1,60}?)\s*:\s*/;
/** Any line that looks labelled, known or not, is a field of its own. */
const labelled = new LetterPattern(String.raw`^[\p{Lu}][^:\n]{0,40}:\s`);
const tabbed = /^\s*([^\t:]{1,60})\t/;
const unpunctuated = new LetterPattern(
  String.raw`^(Report (?:of|by)|REPORT (?:OF|BY)|Cleared by|Approved by|Local Members?[’']? Interests?)\s+(?=(?:the )?[\p{Lu}\p{N}])`,
);
const unpunctuatedOpenings = ['Report ', 'REPORT ', 'Cleared ', 'Approved ', 'Local Member'] as const;

function named(label: string, kind: DocumentKind, places: readonly Place[]): FieldName | undefined {
  for (const place of places) {
    const field = fieldNamed(label, kind, place);
    if (field !== undefined) return field;
  }
  return undefined;
}

/** Reads a passage as a labelled field that may stand in one of these places; null when it is none. */
export function readField(passage: Passage, kind: DocumentKind, places: readonly Place[]): ReadField | null {
  const { text } = passage;
  const match =
    (text.includes(':') ? runIn.exec(text) : null) ??
    (startsWithAny(text, unpunctuatedOpenings) ? unpunctuated.exec(text) : null);
  let length = match?.[0].length ?? 0;
  let label = match?.[1];
  if (label === undefined) {
    const original = passage.original[0]?.text ?? '';
    const tabLabel = original.includes('\t') ? tabbed.exec(original)?.[1]?.trim() : undefined;
    if (tabLabel && text.startsWith(tabLabel)) {
      label = tabLabel;
      length = tabLabel.length;
    }
  }
  const bare = label === undefined;
  if (label === undefined) {
    if (text.length > 60) return null;
    label = text.trim();
    length = text.length;
  }
  const field = named(label, kind, places);
  if (field === undefined) return null;
  return {
    field,
    label: label === fieldRules[field].label ? null : label,
    marker: text.slice(0, length).trim(),
    content: trimRuns(sliceRuns(passage.content, length)),
    bare,
  };
}

/** Any run-in label, known or not, of a contact section: "Assistant Director: Kate Example". */
export function readAnyLabel(passage: Passage): { label: string; marker: string; content: Inline[] } | null {
  const match = runIn.exec(passage.text);
  const label = match?.[1]?.trim();
  if (!match || !label || label.split(/\s+/).length > 6) return null;
  return { label, marker: match[0].trim(), content: trimRuns(sliceRuns(passage.content, match[0].length)) };
}

function withNumberShown(passage: Passage): Passage {
  const { marker } = passage.line;
  if (!marker || marker.style === 'bullet') return passage;
  const content = joinRuns([textRun(marker.text, false, false)], passage.content);
  const text = `${marker.text} ${passage.text}`;
  const alone = passage.joins.length === 0;
  const firstPiece = `${marker.text} ${passage.firstPiece}`;
  return { ...passage, content, text, firstPiece, lastPiece: alone ? text : passage.lastPiece };
}

export interface Gathered {
  readonly passage: Passage;
  /** How many of the following passages were taken. */
  readonly taken: number;
}

function sameList(first: Passage, next: Passage): boolean {
  const [one, other] = [first.line.marker, next.line.marker];
  if (!one || !other) return false;
  if (next.line.indent >= first.line.indent + 2) return true;
  return one.style === other.style && (one.style === 'bullet' || other.value > one.value);
}

/**
 * The value of a field with the lines below that belong to it: a list directly under an empty label, or lines
 * without a gap. Numbers stay in the words, bullets do not.
 * @param from position of the first passage below the field.
 * @param stops whether a following passage starts something of its own.
 */
export function gatherValue(
  field: ReadField,
  passage: Passage,
  passages: readonly Passage[],
  from: number,
  stops: (next: Passage) => boolean,
): Gathered {
  const value = field.content;
  const empty = value.length === 0;
  const text = passage.text.slice(passage.text.length - plainLength(value));
  let gathered: Passage = {
    ...passage,
    content: value,
    text,
    firstPiece: passage.joins.length > 0 ? passage.firstPiece : text,
    lastPiece: passage.joins.length > 0 ? passage.lastPiece : text,
  };
  let taken = 0;
  let first: Passage | null = null;
  const end = Math.min(passages.length, from + MOST_LINES);
  for (let at = from; at < end; at += 1) {
    const next = passages[at] as Passage;
    if (next.line.heading !== null || next.line.aside || isKnownLine(next.text) || stops(next)) break;
    // Between a label and its value there is no seam where a page number could be put back.
    if (empty && first === null && next.furniture.length > 0) break;
    const listed: boolean = empty && (first === null ? next.line.marker !== null : sameList(first, next));
    const adjoining: boolean =
      next.line.marker === null &&
      !labelled.test(next.text) &&
      !next.line.gapBefore &&
      first?.line.marker == null;
    const only: boolean = empty && first === null && next.line.marker === null;
    if (!listed && !adjoining && !only) break;
    gathered = joinPassages(gathered, withNumberShown(next), 'gatheredLines');
    first = listed ? next : (first ?? next);
    taken += 1;
  }
  return { passage: gathered, taken };
}

/** More than this under a heading is a section of its own. */
const MOST_UNDER_HEADING = 12;

/**
 * The lines under a heading as one value, down to the next heading.
 * @param below the passages after the heading.
 * @returns null where there are none, or too many, or some that must keep their place.
 */
export function gatherUnder(heading: Passage, below: readonly Passage[]): Gathered | null {
  const end = below.findIndex(({ line, text }) => line.heading !== null || isKnownLine(text));
  const lines = end < 0 ? below : below.slice(0, end);
  if (lines.length === 0 || lines.length > MOST_UNDER_HEADING) return null;
  if (lines.some(({ line, furniture }) => line.aside || line.quoted || furniture.length > 0)) return null;
  const empty: Passage = { ...heading, content: [], text: '', firstPiece: '', lastPiece: '', joins: [] };
  let passage = empty;
  for (const next of lines) passage = joinPassages(passage, withNumberShown(next), 'gatheredLines');
  return { passage, taken: lines.length };
}

function plainLength(content: readonly Inline[]): number {
  let length = 0;
  for (const inline of content) length += inline.type === 'text' ? inline.text.length : 1;
  return length;
}

/** The title after a label of its own ("Subject: Mill Lane"); null for any other line. */
export function readTitle(passage: Passage): { marker: string; content: Inline[] } | null {
  const match = runIn.exec(passage.text);
  if (!match?.[1] || !isTitleLabel(match[1])) return null;
  const content = trimRuns(sliceRuns(passage.content, match[0].length));
  return content.length === 0 ? null : { marker: match[0].trim(), content };
}
