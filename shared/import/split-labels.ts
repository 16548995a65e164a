/** Paragraphs that hold several labelled values, as Word files with line breaks and converted files do. */
import { plainText } from '../document/walk.ts';
import { labelBefore } from './first-signs.ts';
import { isQuoted } from './lines.ts';
import type { Passage } from './rejoin.ts';
import { sliceRuns, trimRuns } from './runs.ts';
import { isKnownLine } from './vocabulary.ts';

const contactLabel =
  /(?<=\s)(?:job title|telephone(?: no\.?| number)?|tel(?: no)?\.?|phone|mobile|e-?mail(?: address)?)\s*:/gi;
/** No contact is longer; a longer paragraph is prose that happens to say "telephone:". */
const LONGEST_CONTACT = 600;

function cutAt(passage: Passage, starts: readonly number[]): Passage[] {
  return starts.map((start, at) => {
    const content = trimRuns(sliceRuns(passage.content, start, starts[at + 1]));
    const text = plainText(content);
    return {
      ...passage,
      line: at === 0 ? passage.line : { ...passage.line, marker: null },
      content,
      text,
      firstPiece: text,
      lastPiece: text,
      joins: at === 0 ? passage.joins : [],
    };
  });
}

/** Where a quotation begins that stands in lines of its own below what announces it; null where there is none. */
function quotationStart({ text, line }: Passage): number | null {
  const announced = line.aside || !text.includes('\n') ? -1 : text.search(/:\s*\n/);
  if (announced < 0) return null;
  const start = text.indexOf('\n', announced) + 1;
  return isQuoted(text.slice(start)) ? start : null;
}

/** One passage for each line of a paragraph whose lines all bear labels; the passage itself otherwise. */
export function splitLabelledLines(passage: Passage): Passage[] {
  const lines = passage.text.split('\n');
  const quotation = quotationStart(passage);
  if (quotation !== null) return cutAt(passage, [0, quotation]);
  const separate =
    lines.length > 1 &&
    !passage.line.aside &&
    lines.every((line) => labelBefore(line.trim(), 60) !== undefined) &&
    lines.slice(1).every((line) => isKnownLine(line.trim().slice(0, 150)));
  if (!separate) return [passage];
  let offset = 0;
  return cutAt(
    passage,
    lines.map((line) => {
      const start = offset;
      offset += line.length + 1;
      return start;
    }),
  );
}

/** The details of a contact that stand one after the other in a paragraph. */
export function splitContactDetails(passage: Passage): Passage[] {
  const { text } = passage;
  if (passage.line.marker || text.length > LONGEST_CONTACT) return [passage];
  const starts = [...text.matchAll(contactLabel)].map(({ index }) => index);
  return starts.length === 0 ? [passage] : cutAt(passage, [0, ...starts]);
}
