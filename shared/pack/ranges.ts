/** Page numbers as front sheets, notices and cover letters write them. */

/** Printed numbers, so "12a" and "A3" are among them. */
export interface PageRange {
  readonly first: string;
  readonly last: string;
}

/** "5 - 18", "5": as councils print it, which is also how a page's label names several. */
export function rangeWords({ first, last }: PageRange): string {
  return first === last ? first : `${first} - ${last}`;
}

/** "Pages 5 - 18", "Page 5". */
export function pagesWords(range: PageRange): string {
  return `${range.first === range.last ? 'Page' : 'Pages'} ${rangeWords(range)}`;
}

/** A number for programs; a string where it is none, such as "A3". */
export function printedNumber(printed: string): number | string {
  return /^\d+$/.test(printed) ? Number(printed) : printed;
}
