/** What a finished pack is told to programs as: every item and document with its first and last page. */
import type { ItemNumber } from './agenda-numbers.ts';
import type { AgendaItem, Paper } from './meeting.ts';
import type { PackPlan } from './plan.ts';
import { type Publication, publishedPapers } from './publication.ts';
import { type PageRange, printedNumber } from './ranges.ts';

interface Reported {
  readonly title: string;
  /** As printed; null: it has no pages. */
  readonly first: number | string | null;
  readonly last: number | string | null;
  readonly exempt: boolean;
}
export interface ReportedDocument extends Reported {
  readonly appendix: boolean;
  /** It could not be read: what stands there is a page that says so. */
  readonly leftOut: boolean;
  /** How many of its pages are in the file; 0: it stands in an earlier publication, or is to follow. */
  readonly pages: number;
  /** Letter of the supplement it was last published in; null: the pack itself, or not at all. */
  readonly supplement: string | null;
}
export interface ReportedItem extends Reported {
  readonly number: string;
  readonly documents: readonly ReportedDocument[];
  readonly items: readonly ReportedItem[];
}

export interface ReportSource {
  /** Of the restricted pack. */
  readonly plan: Pick<PackPlan, 'papers' | 'items'>;
  /** Ids of papers that could not be read. */
  readonly leftOut: ReadonlySet<string>;
  /** What was published before. */
  readonly earlier: readonly Publication[];
  /** Of this one, where it is a supplement. */
  readonly letter: string | null;
}

function reported(range: PageRange | undefined): Pick<Reported, 'first' | 'last'> {
  if (!range) return { first: null, last: null };
  return { first: printedNumber(range.first), last: printedNumber(range.last) };
}

export function reportedItems(
  items: readonly ItemNumber<AgendaItem>[],
  source: ReportSource,
): ReportedItem[] {
  const earlier = publishedPapers(source.earlier, 'restricted');
  const document = (paper: Paper, item: AgendaItem): ReportedDocument => {
    const here = source.plan.papers.get(paper.id);
    const before = earlier.get(paper.id)?.at(-1);
    return {
      title: paper.title,
      ...reported(here ?? before),
      exempt: (paper.exempt ?? item.exempt) !== null,
      appendix: paper.appendix,
      leftOut: here !== undefined && source.leftOut.has(paper.id),
      pages: here?.leaves ?? 0,
      supplement: here ? source.letter : (before?.publication.letter ?? null),
    };
  };
  const all = (level: readonly ItemNumber<AgendaItem>[]): ReportedItem[] =>
    level.map(({ item, number, items: under }) => {
      const documents = item.papers.map((paper) => document(paper, item));
      const below = all(under);
      const here = source.plan.items.get(item.id);
      const placed = [...documents, ...below].filter(({ first }) => first !== null);
      return {
        number,
        title: item.title,
        first: here ? reported(here).first : (placed[0]?.first ?? null),
        last: here ? reported(here).last : (placed.at(-1)?.last ?? null),
        exempt: item.exempt !== null,
        documents,
        items: below,
      };
    });
  return all(items);
}
