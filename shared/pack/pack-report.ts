/** What a finished pack is told to programs as: every item and document with its first and last page. */
import type { ItemNumber } from './agenda-numbers.ts';
import type { KeptPlan } from './kept-pack.ts';
import type { AgendaItem } from './meeting.ts';
import { printedNumber } from './ranges.ts';

export interface ReportedDocument {
  readonly title: string;
  readonly appendix: boolean;
  /** As printed; null: it has no pages in this pack. */
  readonly first: number | string | null;
  readonly last: number | string | null;
  readonly pages: number;
  readonly exempt: boolean;
}
export interface ReportedItem {
  readonly number: string;
  readonly title: string;
  readonly first: number | string | null;
  readonly last: number | string | null;
  readonly exempt: boolean;
  readonly documents: readonly ReportedDocument[];
  readonly items: readonly ReportedItem[];
}

interface Range {
  readonly first: string;
  readonly last: string;
}

/** @param itemRanges as printed, by item id, sub-items included. */
export function reportedItems(
  items: readonly ItemNumber<AgendaItem>[],
  { papers }: Pick<KeptPlan, 'papers'>,
  itemRanges: ReadonlyMap<string, Range>,
): ReportedItem[] {
  const byId = new Map(papers.map((paper) => [paper.paperId, paper]));
  return items.map(({ item, number, items: under }) => {
    const range = itemRanges.get(item.id);
    return {
      number,
      title: item.title,
      first: range ? printedNumber(range.first) : null,
      last: range ? printedNumber(range.last) : null,
      exempt: item.exempt !== null,
      documents: item.papers.map((paper): ReportedDocument => {
        const kept = byId.get(paper.id);
        const [first = null, last = null] = kept?.numbers ?? [];
        return {
          title: paper.title,
          appendix: paper.appendix,
          first: first === null ? null : printedNumber(first),
          last: last === null ? null : printedNumber(last),
          pages: kept?.leaves ? kept.leaves[1] - kept.leaves[0] + 1 : 0,
          exempt: (paper.exempt ?? item.exempt) !== null,
        };
      }),
      items: reportedItems(under, { papers }, itemRanges),
    };
  });
}
