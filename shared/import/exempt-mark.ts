/** As `shared/print/exempt.ts` prints it before a withheld passage; a hyphen where somebody typed it again. */
export const exemptMark = /\[Exempt\s+[-–—]\s+paragraph\s+(\d{1,2})(?:,\s+reason\s+(\d{1,3}))?\][^\S\n]*/iu;

/** The first in a text. The pattern is not compiled for a text that cannot hold one. */
export function exemptMarkIn(text: string): RegExpExecArray | null {
  return text.includes('[') ? exemptMark.exec(text) : null;
}
