/** The end of a committee report: appendices, background documents, and the contact's unlabelled lines. */
import { appendixBlock, fieldBlock } from '../document/build.ts';
import type { FieldName } from '../document/schema.ts';
import type { DocumentBuilder } from './builder.ts';
import { readAnyLabel } from './fields.ts';
import { doubt, markerOf, withMarkerShown } from './lines.ts';
import type { Passage } from './rejoin.ts';
import { sliceRuns, trimRuns } from './runs.ts';

const appendixLine = /^appendix\s+(\d{1,3}[a-z]?|[a-z]\d{0,2}|[ivx]{1,5})(?:\s*[-–—:.]\s*|\s+|$)/i;
const LONGEST_ENTRY = 300;

export interface AppendixLine {
  readonly designation: string;
  /** Characters before the appendix's own title. */
  readonly length: number;
}

export function readAppendix({ text }: Passage): AppendixLine | null {
  const match = text.length > LONGEST_ENTRY ? null : appendixLine.exec(text);
  return match?.[1] ? { designation: match[1], length: match[0].length } : null;
}

/** The number a listed entry had, which nothing prints any more. */
function leftOut(passage: Passage) {
  const { marker } = passage.line;
  if (!marker || marker.style === 'bullet') return null;
  const why = `The number “${marker.text}” was left out: these entries print none.`;
  return doubt('documentNumber', why, marker.text);
}

/** An entry of the list of background documents and appendices. */
export function putListedDocument(
  passage: Passage,
  appendix: AppendixLine | null,
  build: DocumentBuilder,
): void {
  const { text, content } = passage;
  if (appendix) {
    const title = trimRuns(sliceRuns(content, appendix.length));
    const guess = leftOut(passage);
    const marker = `${markerOf(passage)} ${text.slice(0, appendix.length).trim()}`;
    build.put(
      'documents',
      appendixBlock(build.mint, title, appendix.designation),
      passage,
      guess && { ...guess, marker },
    );
  } else if (text.length > LONGEST_ENTRY || /^(?:none|n\/a|there are none|nil)\.?$/i.test(text)) {
    build.plain('documents', 'text', passage, 0, null, withMarkerShown(passage));
  } else {
    build.plain('documents', 'backgroundDocument', passage, 0, leftOut(passage));
  }
}

function fieldByValue(text: string, found: ReadonlySet<FieldName>): FieldName | null {
  if (text.length > 120) return null;
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && !found.has('email')) return 'email';
  if (/^\+?[\d()\s-]{9,20}$/.test(text) && !found.has('telephone')) return 'telephone';
  const words = text.split(' ');
  const name =
    words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word));
  return name && !found.has('contactName') ? 'contactName' : null;
}

/**
 * A line of the contact section whose label is unknown or missing, taken for what it looks like.
 * @returns the field it became; null when it looks like nothing and has not been taken.
 */
export function putGuessedContact(
  passage: Passage,
  found: ReadonlySet<FieldName>,
  build: DocumentBuilder,
): FieldName | null {
  if (passage.line.marker) return null;
  const labelled = readAnyLabel(passage);
  if (labelled) {
    const value = passage.text.slice(labelled.marker.length).trim();
    if (found.has('contactName') || !/^\p{Lu}/u.test(value)) return null;
    const why = `“${labelled.label}” is no label that Despatch knows; it was taken for the contact’s name.`;
    const block = fieldBlock(build.mint, 'contactName', labelled.content, labelled.label);
    build.put('contact', block, passage, doubt('guessedField', why, labelled.marker));
    return 'contactName';
  }
  const field = fieldByValue(passage.text, found);
  if (!field) return null;
  const why = 'This line bears no label; it was taken for what it looks like.';
  build.put(
    'contact',
    fieldBlock(build.mint, field, passage.content),
    passage,
    doubt('guessedField', why, ''),
  );
  return field;
}
