/** Tells every place where the printed number is not the one the source had. Nothing is changed silently. */
import type { DespatchDocument } from '../document/schema.ts';
import { numberDocument } from '../print/numbering.ts';
import type { DocumentBuilder, SourceNumber } from './builder.ts';
import { readMarker } from './markers.ts';
import type { ListMarker } from './source.ts';

interface Difference {
  readonly printed: ListMarker;
  /** Equal for numbers that differ in the same way, which are told once. */
  readonly shift: string;
}

function differenceOf(
  { marker }: SourceNumber,
  printedText: string,
  previous: ListMarker[],
): Difference | null {
  const printed = readMarker(`${printedText} Words`, previous)?.marker;
  if (!printed) return null;
  previous.push(printed);
  if (previous.length > 3) previous.shift();
  if (!marker) return { printed, shift: 'none' };
  // "i" is a letter or a numeral by what it is compared with.
  const bare = (text: string) => text.replace(/[().]/g, '');
  const same = marker.text === printed.text || bare(marker.text) === bare(printed.text);
  if (same) return { printed, shift: '' };
  if (marker.style === printed.style && marker.prefix === '' && marker.value === printed.value) {
    return { printed, shift: '' };
  }
  return { printed, shift: `${marker.style} ${marker.prefix} ${marker.value - printed.value}` };
}

/** Adds a notice wherever the source's numbers stop agreeing with those that will be printed. */
export function tellRenumbered(document: DespatchDocument, build: DocumentBuilder): void {
  const printedNumbers = numberDocument(document);
  const levels = new Map<string, number>();
  for (const { blocks } of document.sections) {
    for (const block of blocks) if (block.kind !== 'unknown') levels.set(block.id, block.level);
  }
  const shifts = new Map<string, string>();
  const previous: ListMarker[] = [];
  for (const number of build.numbers) {
    const printedText = printedNumbers.get(number.blockId);
    const difference = printedText === undefined ? null : differenceOf(number, printedText, previous);
    if (!difference || printedText === undefined) continue;
    const list = `${number.kind} ${levels.get(number.blockId) ?? 0}`;
    const { shift } = difference;
    const before = shifts.get(list) ?? '';
    // Lists below a point start afresh each time; only the main count can come back into step.
    const inStepAgain = shift === '' && before !== '' && before !== 'none' && list.endsWith(' 0');
    if (inStepAgain || (shift !== '' && shift !== before))
      build.notice('renumbered', messageOf(number, printedText), number.original, number.blockId);
    shifts.set(list, shift);
  }
}

function messageOf({ marker }: SourceNumber, printed: string): string {
  if (!marker) return `The source gives this heading no number; it is printed as “${printed}”.`;
  if (marker.text === printed)
    return `From “${printed}” on the printed numbers are those of the source again.`;
  return `The source numbers this “${marker.text}”; it is printed as “${printed}”, and what follows counts on from there. References in the text are left as they are.`;
}
