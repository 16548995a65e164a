/** As `shared/print/exempt.ts` prints it before a withheld passage; a hyphen where somebody typed it again. */
export const exemptMark = /\[Exempt\s+[-–—]\s+paragraph\s+(\d{1,2})\][^\S\n]*/iu;
