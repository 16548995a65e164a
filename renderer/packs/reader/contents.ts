/** The agenda as the way through a pack: items, and their papers under them. */
import type { KeptPlan } from '../../../shared/pack/kept-pack.ts';

export interface ContentsRow {
  readonly id: string;
  /** "6"; empty for papers and for items without a number. */
  readonly number: string;
  readonly title: string;
  readonly depth: number;
  readonly isPaper: boolean;
  /** Counted from 1; null: nothing of it is in this pack. */
  readonly page: number | null;
  /** Printed numbers: "5 – 18"; empty where it bears none. */
  readonly pages: string;
  readonly withheld: boolean;
}

export function contentsOf({ items, papers }: KeptPlan): ContentsRow[] {
  return items.flatMap(({ itemId, number, title, depth, leaf }) => {
    const own = papers.filter((paper) => paper.itemId === itemId);
    const row: ContentsRow = {
      id: itemId,
      number,
      title,
      depth,
      isPaper: false,
      page: leaf === null ? null : leaf + 1,
      pages: '',
      withheld: false,
    };
    return [
      row,
      ...own.map(
        (paper): ContentsRow => ({
          id: paper.paperId,
          number: '',
          title: paper.title,
          depth: depth + 1,
          isPaper: true,
          page: paper.leaves === null ? null : paper.leaves[0] + 1,
          pages: rangeWords(paper.numbers),
          withheld: paper.withheld,
        }),
      ),
    ];
  });
}

function rangeWords(numbers: readonly [string, string] | null): string {
  if (numbers === null) return '';
  const [first, last] = numbers;
  return first === last ? first : `${first} – ${last}`;
}

/** The row that a page belongs to: the last that begins on it or before; -1 before the first. */
export function rowAt(rows: readonly ContentsRow[], page: number): number {
  return rows.findLastIndex((row) => row.page !== null && row.page <= page);
}

/** Where the item before or after begins; null where there is none. */
export function itemStep(rows: readonly ContentsRow[], page: number, way: 1 | -1): number | null {
  const starts = [...new Set(rows.flatMap((row) => (row.isPaper || row.page === null ? [] : [row.page])))];
  const found = way === 1 ? starts.find((start) => start > page) : starts.findLast((start) => start < page);
  return found ?? null;
}

/** The item that a page belongs to; null before the first. */
export function itemAt(rows: readonly ContentsRow[], page: number): ContentsRow | null {
  return rows.findLast((row) => !row.isPaper && row.page !== null && row.page <= page) ?? null;
}

/** "6 Dredging" */
export function rowName({ number, title }: ContentsRow): string {
  return number === '' ? title : `${number} ${title}`;
}
