/** Whether a font is in the file: on another computer other letters stand in for one that is not. */
import type { PDFDict } from 'pdf-lib';
import { asDict, dictAt, entryOf, itemsAt, nameAt } from './look.ts';

/** Six capitals before the name say that it is a subset (ISO 32000-1, 9.6.4). */
const SUBSET = /^[A-Z]{6}\+/;

/** @returns the name of one that is not; null: it is in the file, or is drawn by it. */
export function missingFont(font: PDFDict): string | null {
  // What it draws stands in the file itself.
  if (nameAt(font, 'Subtype') === 'Type3') return null;
  const described = asDict(itemsAt(font, 'DescendantFonts')[0]) ?? font;
  const descriptor = dictAt(described, 'FontDescriptor');
  const inFile =
    descriptor !== undefined &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => entryOf(descriptor, key) !== undefined);
  if (inFile) return null;
  return (nameAt(font, 'BaseFont') ?? '').replace(SUBSET, '') || 'a font without a name';
}
