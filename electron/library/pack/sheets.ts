/** Typesetting the sheets of a pack that are nobody's document, and standing them by until it is put together. */
import path from 'node:path';
import { notForPublication } from '../../../shared/pack/exemption-words.ts';
import type { LeafContent, PlanLeaf } from '../../../shared/pack/plan-model.ts';
import { pagesWords } from '../../../shared/pack/ranges.ts';
import { FRONT_TARGET, lineTarget, paperTarget } from '../../../shared/pack/target-names.ts';
import type { FrontSheet } from '../../../shared/print/front-sheet-model.ts';
import { type SheetTemplate, type TypesetSheet, typesetSheet } from '../export/pdf/sheet.ts';
import type { PreparedPaper } from './prepare.ts';
import { standBy } from './stand-by.ts';

export interface StoodSheet {
  readonly file: string;
  readonly pages: number;
  readonly lines: TypesetSheet['lines'];
}

/** @param name of the file, without its ending. */
export async function standSheet(
  folder: string,
  name: string,
  template: SheetTemplate,
  data: { readonly title: string },
): Promise<StoodSheet> {
  const { pdf, pages, lines } = await typesetSheet(template, data);
  const file = path.join(folder, `${name}.pdf`);
  await standBy(file, pdf);
  return { file, pages, lines };
}

export const BLANK_WORDS = 'This page is intentionally left blank';

interface Divided {
  readonly name: string;
  readonly title: string;
  readonly note: string;
}

export function dividers(title: string, sheets: readonly Divided[]): { readonly title: string } {
  return { title, sheets } as { readonly title: string };
}

export function blanks(title: string, pages: number, words: string): { readonly title: string } {
  return { title, pages, words } as { readonly title: string };
}

/** What stands in the place of each paper that is withheld, or of the end of one that is shorter in public. */
export function notices(
  { title }: Pick<FrontSheet, 'title'>,
  leaves: readonly PlanLeaf[],
  papers: ReadonlyMap<string, PreparedPaper>,
  itemWord: string,
): { readonly title: string } {
  const sheets = leaves.flatMap(({ of }) => {
    if (of.type === 'withdrawn') return [withdrawnNotice(of, itemWord)];
    if (of.type !== 'withheld' && of.type !== 'replaced') return [];
    const paper = papers.get(of.paper);
    if (!paper) return [];
    return [of.type === 'withheld' ? noticeOf(of, paper, itemWord) : replacedNotice(of, paper, itemWord)];
  });
  return { title, sheets } as { readonly title: string };
}

interface Notice {
  readonly name: string;
  readonly heading: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly target: string;
  readonly link: string;
}

function noticeOf(
  { range, why }: Extract<LeafContent, { type: 'withheld' }>,
  { paper, item, number, exempt, passages }: PreparedPaper,
  itemWord: string,
): Notice {
  const name = `${itemWord} ${number}`;
  const many = range.first !== range.last;
  const link = { target: lineTarget(item.id), link: 'Back to the agenda' };
  if (why === 'shorter') {
    const heading = `${pagesWords(range)} ${many ? 'are' : 'is'} left out of this copy`;
    const lines = [
      `“${paper.title}” is shorter here than in the copy for members, because parts of it are not for publication. Its page numbers are kept free so that all others stay the same.`,
      notForPublication(passages),
    ];
    return { name, heading, title: item.title, lines, ...link };
  }
  const heading = `${pagesWords(range)} ${many ? 'are' : 'is'} not for publication`;
  const lines = [
    exempt === null ? '' : notForPublication([exempt]),
    publicInterest(exempt?.publicInterest ?? ''),
  ];
  // Of an exempt item the public is told the title of the item alone.
  const title =
    item.exempt !== null || paper.title === item.title ? item.title : `${item.title}: ${paper.title}`;
  return { name, heading, title, lines: lines.filter((line) => line !== ''), ...link };
}

function replacedNotice(
  { range, by, letter }: Extract<LeafContent, { type: 'replaced' }>,
  { paper, item, number }: PreparedPaper,
  itemWord: string,
): Notice {
  const many = range.first !== range.last;
  const heading = `${pagesWords(range)} ${many ? 'were' : 'was'} replaced`;
  const supplement = letter === '' ? '' : ` by supplement ${letter}`;
  const lines = [`What stood here was replaced${supplement}. Read ${pagesWords(by).toLowerCase()} instead.`];
  const title =
    item.exempt !== null || paper.title === item.title ? item.title : `${item.title}: ${paper.title}`;
  return {
    name: `${itemWord} ${number}`,
    heading,
    title,
    lines,
    target: paperTarget(paper.id),
    link: `Go to ${pagesWords(by).toLowerCase()}`,
  };
}

function withdrawnNotice(
  { range, title, number }: Extract<LeafContent, { type: 'withdrawn' }>,
  itemWord: string,
): Notice {
  const many = range.first !== range.last;
  return {
    name: number === '' ? '' : `${itemWord} ${number}`,
    heading: `${pagesWords(range)} ${many ? 'were' : 'was'} withdrawn`,
    title,
    lines: ['What stood here was published before and is no longer a paper of this meeting.'],
    target: FRONT_TARGET,
    link: 'Back to the agenda',
  };
}

/** Longer than this it would not fit on its page; the front sheet has it in full. */
const MOST = 1500;

function publicInterest(written: string): string {
  const words = written.trim();
  if (words === '') return '';
  return words.length > MOST
    ? 'Why the public interest is in keeping it stands on the front sheet.'
    : `Public interest: ${words}`;
}
