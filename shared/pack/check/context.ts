/** The agenda laid out flat for the rules: what is printed, in order, with its numbers. */
import { blockNames } from '../../document/block-names.ts';
import { numberDocument } from '../../print/numbering.ts';
import { type ItemNumber, numberItems } from '../agenda-numbers.ts';
import type { Exemption } from '../exemption.ts';
import type { AgendaItem, Paper } from '../meeting.ts';
import type { PackFinding } from './finding.ts';
import type { PackCheckInput, PaperContent } from './input.ts';
import { linesOf, type PaperLine, type Passage, passagesOf } from './lines.ts';

export interface CheckedPaper {
  readonly paper: Paper;
  readonly item: CheckedItem;
  /** null: nobody has looked at it. */
  readonly content: PaperContent | null;
  /** Its own, or that of an item it stands under. */
  readonly exempt: Exemption | null;
  readonly lines: readonly PaperLine[];
  readonly passages: readonly Passage[];
  /** Of a document written here, what each of its blocks is called. */
  readonly blockNames: ReadonlyMap<string, string>;
}

export interface CheckedItem {
  readonly item: AgendaItem;
  readonly number: string;
  /** Its own, or that of an item it stands under. */
  readonly exempt: Exemption | null;
  readonly papers: readonly CheckedPaper[];
  /** Items below it that are printed. */
  readonly below: number;
}

export interface PackContext extends PackCheckInput {
  /** Printed items and what stands under them, in the order of the agenda. */
  readonly items: readonly CheckedItem[];
  readonly papers: readonly CheckedPaper[];
}

export type PackRuleFinding = Omit<PackFinding, 'rule' | 'item' | 'paper' | 'place'> & {
  /** Exactly what it is about; neither: the meeting. */
  readonly at?: CheckedItem | CheckedPaper;
  readonly pages?: readonly number[];
  readonly blockId?: string | null;
  /** Where it is one finding about several. */
  readonly blockIds?: readonly string[];
};

export interface PackRule {
  /** Stable kebab-case name. */
  readonly name: string;
  check(context: PackContext): Iterable<PackRuleFinding>;
}

export function packContext(input: PackCheckInput): PackContext {
  const items: CheckedItem[] = [];
  const visit = (numbered: readonly ItemNumber<AgendaItem>[], above: Exemption | null) => {
    for (const { item, number, items: below } of numbered) {
      const exempt = item.exempt ?? above;
      const papers: CheckedPaper[] = [];
      const checked: CheckedItem = { item, number, exempt, papers, below: below.length };
      for (const paper of item.papers) papers.push(checkedPaper(paper, checked, input));
      items.push(checked);
      visit(below, exempt);
    }
  };
  visit(numberItems<AgendaItem>(input.meeting.items), null);
  return { ...input, items, papers: items.flatMap((item) => item.papers) };
}

function checkedPaper(paper: Paper, item: CheckedItem, input: PackCheckInput): CheckedPaper {
  const content = input.contents.get(paper.id) ?? null;
  let lines: readonly PaperLine[] | undefined;
  let passages: readonly Passage[] | undefined;
  let names: ReadonlyMap<string, string> | undefined;
  return {
    paper,
    item,
    content,
    exempt: paper.exempt ?? item.exempt,
    get lines() {
      lines ??= content === null ? [] : linesOf(content);
      return lines;
    },
    get passages() {
      passages ??= content === null ? [] : passagesOf(content);
      return passages;
    },
    get blockNames() {
      names ??=
        content?.type === 'document'
          ? blockNames(content.document, numberDocument(content.document))
          : new Map();
      return names;
    },
  };
}
