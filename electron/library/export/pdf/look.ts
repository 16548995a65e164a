/** What `sheet` in common.typ reads beside the layout: how the pages look, and of what day the file is. */
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import type { PdfChoice } from '../../../../shared/print/pdf-choice.ts';

/** Points. */
const SIZE = 12;
/** Of a speaking copy, which is read at arm's length; below 16 points it is no large print. */
const SPEAKING_SIZES: readonly number[] = [20, 18, 16];
const SPEAKING_PAGES = 2;

export interface Look {
  readonly lineNumbers: boolean;
  readonly draftMark: boolean;
  /** Year, month, day in UTC. */
  readonly date: readonly [number, number, number] | null;
  /** Of all measures. */
  readonly scale: number;
}

/** @param made written into files for the archive, which must say when they were made, and into no other. */
function lookOf({ standard, lineNumbers, draftMark }: PdfChoice, made: Date, size: number): Look {
  const archived = standard === 'a-2a';
  const date = archived
    ? ([made.getUTCFullYear(), made.getUTCMonth() + 1, made.getUTCDate()] as const)
    : null;
  return { lineNumbers, draftMark, date, scale: size / SIZE };
}

/** The looks to be tried one after another, until one `suffices`. */
export function looksOf(
  { speaking }: PrintDocument,
  choice: PdfChoice,
  made: Date,
): readonly [Look, ...Look[]] {
  const [largest = SIZE, ...smaller] = speaking === true ? SPEAKING_SIZES : [SIZE];
  const look = (size: number) => lookOf(choice, made, size);
  return [look(largest), ...smaller.map(look)];
}

export function suffices({ speaking }: PrintDocument, pages: number): boolean {
  return speaking !== true || pages <= SPEAKING_PAGES;
}

/** Of tries that do not suffice, the largest first: the largest that has no page more than the smallest. */
export function leastPages<Try extends { readonly pages: number }>(tries: readonly Try[]): Try | undefined {
  const fewest = Math.min(...tries.map(({ pages }) => pages));
  return tries.find(({ pages }) => pages === fewest);
}

/** What a page preview shows: never for the archive, and in the usual size. */
export const previewLook = (choice: PdfChoice): Look =>
  lookOf({ ...choice, standard: 'ua-1' }, new Date(0), SIZE);
