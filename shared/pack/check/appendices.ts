/** Appendices that reports speak of and that are not there, and those that nobody speaks of. */
import { appendixReferences } from '../../checks/appendix-references.ts';
import type { CheckedItem, CheckedPaper, PackRule } from './context.ts';
import { capital, folded, pageWords } from './words.ts';

interface Mention {
  readonly word: string;
  readonly paper: CheckedPaper;
  readonly pages: number[];
  readonly blockId: string | null;
}

const named = /\b(?:appendix|annex)\s+([A-Za-z]\d{0,2}|\d{1,3}[A-Za-z]?|[IVXivx]{2,5})(?![\p{L}\p{N}])/iu;
/** As the head of a page: nothing else but its name may follow. */
const headed =
  /^\s*(?:[Aa]ppendix|APPENDIX|[Aa]nnex|ANNEX)\s+([A-Za-z]\d{0,2}|\d{1,3}[A-Za-z]?|[IVX]{2,5})(?![\p{L}\p{N}])\s*(?:$|[-–—:(]|\.\s+\p{Lu}|\p{Lu})/u;
/** Lines of a page that are its head. */
const HEAD = 4;

/** What a paper is called as an appendix, by its title, its file name, or the head of its first page; upper case. */
function designationOf(paper: CheckedPaper): string | null {
  const { source, title } = paper.paper;
  const file = source.type === 'file' ? source.name : source.type === 'path' ? source.path : '';
  const inName = named.exec(title) ?? named.exec(file.replace(/[_-]+/g, ' '));
  if (inName?.[1] !== undefined) return inName[1].toUpperCase();
  const first = paper.lines.find(({ text }) => text.trim() !== '')?.page ?? null;
  for (const { text } of paper.lines.filter(({ page }) => page === first).slice(0, HEAD)) {
    const found = headed.exec(text)?.[1];
    if (found !== undefined) return found.toUpperCase();
  }
  return null;
}

/** Appendices that a report brings with itself: headings of a document, heads of pages of a PDF. */
function within(paper: CheckedPaper): Set<string> {
  const found = new Set<string>();
  let page: number | null = null;
  let line = 0;
  for (const { text, page: of, kind } of paper.lines) {
    if (of !== page) line = 0;
    page = of;
    line += 1;
    const isHead = kind === null ? line <= HEAD && of !== 1 : kind === 'heading' || kind === 'title';
    const designation = isHead ? headed.exec(text)?.[1] : undefined;
    if (designation !== undefined) found.add(designation.toUpperCase());
  }
  return found;
}

function mentionsOf(papers: readonly CheckedPaper[]): Map<string, Mention> {
  const found = new Map<string, Mention>();
  for (const paper of papers) {
    for (const { text, page, blockId } of paper.passages) {
      for (const { word, designation } of appendixReferences(text)) {
        const mention = found.get(designation);
        if (!mention) found.set(designation, { word, paper, pages: page === null ? [] : [page], blockId });
        else if (mention.paper === paper && page !== null && mention.pages.at(-1) !== page)
          mention.pages.push(page);
      }
    }
  }
  return found;
}

/** "C" and "3" are the third; what counts in no order is the first. */
function ordinal(designation: string): number {
  if (/^\d/.test(designation)) return Number.parseInt(designation, 10);
  return /^[A-Z]$/.test(designation) ? designation.charCodeAt(0) - 64 : 1;
}

interface Appendices {
  readonly papers: readonly CheckedPaper[];
  readonly designations: ReadonlySet<string>;
  /** Papers that do not say which appendix they are. */
  readonly unnamed: number;
}

function appendicesOf({ papers }: CheckedItem): Appendices {
  const own = papers.filter(({ paper }) => paper.appendix);
  const designations = own.map(designationOf);
  const others = papers.filter(({ paper }) => !paper.appendix);
  const inReports = others.flatMap((paper) => [...within(paper), designationOf(paper) ?? '']);
  return {
    papers: own,
    designations: new Set([...designations.flatMap((designation) => designation ?? []), ...inReports]),
    unnamed: designations.filter((designation) => designation === null).length,
  };
}

export const appendixMissing: PackRule = {
  name: 'appendix-missing',
  *check({ items }) {
    for (const item of items) {
      const reports = item.papers.filter(({ paper }) => !paper.appendix);
      const mentions = mentionsOf(reports);
      if (mentions.size === 0) continue;
      const { designations, papers, unnamed } = appendicesOf(item);
      for (const [designation, { word, paper, pages, blockId }] of mentions) {
        if (designations.has(designation)) continue;
        // Files without a letter or number of their own are taken in their order.
        if (unnamed > 0 && ordinal(designation) <= papers.length) continue;
        const where = pages.length === 0 ? 'The paper' : `${capital(pageWords(pages))} of the paper`;
        const speaks = pages.length > 1 ? 'speak' : 'speaks';
        const message = `${where} ${speaks} of ${word} ${designation}, which is not among the papers of the item. Add the file, or correct the words.`;
        yield { severity: 'warning', at: paper, pages, blockId, message };
      }
    }
  },
};

export const appendixNotReferenced: PackRule = {
  name: 'appendix-not-referenced',
  *check({ items }) {
    for (const item of items) {
      const { papers } = appendicesOf(item);
      if (papers.length === 0) continue;
      const reports = item.papers.filter(({ paper, passages }) => !paper.appendix && passages.length > 0);
      if (reports.length === 0) continue;
      const spoken = mentionsOf(item.papers);
      const words = reports
        .map(({ passages }) => folded(passages.map(({ text }) => text).join(' ')))
        .join(' ');
      for (const at of papers) {
        const designation = designationOf(at);
        const isNamed = words.includes(folded(at.paper.title));
        if (isNamed || (designation === null ? spoken.size > 0 : spoken.has(designation))) continue;
        const message =
          'No report of the item speaks of this appendix. Refer to it where it matters, or leave it out.';
        yield { severity: 'note', at, message };
      }
    }
  },
};
