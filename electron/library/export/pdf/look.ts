/** What `sheet` in common.typ reads beside the layout: how the pages look, and of what day the file is. */
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import type { PdfChoice } from '../../../../shared/print/pdf-choice.ts';

/** Points. */
const SIZE = 12;
/** Of a speaking copy: the largest in which it has no more than two pages, or the last. */
const SPEAKING_SIZES: readonly number[] = [20, 18, 16, 14];
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

/** The looks to be tried one after another, each with the pages that it may have at most. */
export function looksOf(
  { speaking }: PrintDocument,
  choice: PdfChoice,
  made: Date,
): readonly { readonly look: Look; readonly most: number }[] {
  const sizes = speaking === true ? SPEAKING_SIZES : [SIZE];
  return sizes.map((size, at) => ({
    look: lookOf(choice, made, size),
    most: at + 1 < sizes.length ? SPEAKING_PAGES : Number.POSITIVE_INFINITY,
  }));
}

/** What a page preview shows: never for the archive, and in the usual size. */
export const previewLook = (choice: PdfChoice): Look =>
  lookOf({ ...choice, standard: 'ua-1' }, new Date(0), SIZE);
