/** What is withheld: whether the law allows it, its reasons, and public words that give it away. */
import { quote } from '../../checks/words.ts';
import { exemptBlocks } from '../../document/exempt.ts';
import { knownBlocks } from '../../document/walk.ts';
import type { Exemption } from '../exemption.ts';
import { exemptionFault, exemptParagraph, paragraphList } from '../exemption-words.ts';
import { grouped } from '../grouped.ts';
import type { CheckedItem, CheckedPaper, PackContext, PackRule, PackRuleFinding } from './context.ts';
import { folded } from './words.ts';

interface Withheld {
  readonly at: CheckedItem | CheckedPaper;
  readonly exemption: Exemption;
  readonly blockId: string | null;
}

/** Each exemption where somebody picked it: of items, of papers, of blocks of documents. */
function* withheld({ items }: PackContext): Generator<Withheld> {
  for (const item of items) {
    if (item.item.exempt) yield { at: item, exemption: item.item.exempt, blockId: null };
    for (const paper of item.papers) {
      if (paper.paper.exempt) yield { at: paper, exemption: paper.paper.exempt, blockId: null };
      if (paper.content?.type !== 'document') continue;
      for (const block of knownBlocks(paper.content.document))
        if (block.exempt) yield { at: paper, exemption: block.exempt, blockId: block.id };
    }
  }
}

/** Of which the same is to be said: an item or a paper by itself, all such passages of a paper together. */
interface Told {
  readonly at: CheckedItem | CheckedPaper;
  readonly fault: string;
  readonly exemptions: readonly Exemption[];
  readonly blockIds: readonly string[];
}

/** @param faultOf null: nothing is to be said. */
function told(context: PackContext, faultOf: (exemption: Exemption) => string | null): Told[] {
  const faulty = [...withheld(context)].flatMap((one) => {
    const fault = faultOf(one.exemption);
    return fault === null ? [] : [{ ...one, fault }];
  });
  return [...grouped(faulty, ({ at }) => at)].flatMap(([at, own]) => [
    ...own
      .filter(({ blockId }) => blockId === null)
      .map(({ fault, exemption }) => ({ at, fault, exemptions: [exemption], blockIds: [] })),
    ...[...grouped(own, ({ fault, blockId }) => (blockId === null ? null : fault))].flatMap(
      ([fault, passages]) =>
        fault === null
          ? []
          : {
              at,
              fault,
              exemptions: passages.map(({ exemption }) => exemption),
              blockIds: passages.flatMap(({ blockId }) => blockId ?? []),
            },
    ),
  ]);
}

export const exemptionNotLawful: PackRule = {
  name: 'exemption-not-lawful',
  *check(context) {
    for (const { at, fault, blockIds } of told(context, (one) => exemptionFault(one, context.meeting))) {
      const what = blockIds.length > 1 ? `${blockIds.length} passages` : 'It';
      yield {
        severity: 'error',
        at,
        blockIds,
        message: `${what} cannot be withheld as chosen: ${fault}. Pick the paragraph again.`,
      };
    }
  },
};

const untested = ({ publicInterest, ...exemption }: Exemption) =>
  publicInterest.trim() === '' && exemptParagraph(exemption)?.publicInterestTest !== false;

export const publicInterestMissing: PackRule = {
  name: 'public-interest-missing',
  *check(context) {
    for (const { at, exemptions, blockIds } of told(context, (one) => (untested(one) ? '' : null))) {
      const paragraphs = paragraphList(exemptions.map(({ paragraph }) => paragraph));
      const message =
        blockIds.length > 1
          ? `${blockIds.length} passages are exempt by ${paragraphs}, and nothing says why the public interest in withholding them outweighs that in disclosing them. Write the public interest test of each.`
          : `Exempt: ${paragraphs}, and nothing says why the public interest in withholding it outweighs that in disclosing it. Write the public interest test.`;
      yield { severity: 'error', at, blockIds, message };
    }
  },
};

/** Shorter titles ("Appendix 2", "Contract") stand in other sentences without giving anything away. */
const TELLING_WORDS = 3;
const TELLING_CHARACTERS = 16;

function isTelling(title: string): boolean {
  return title.length >= TELLING_CHARACTERS && title.split(' ').length >= TELLING_WORDS;
}

export const exemptTitleInPublic: PackRule = {
  name: 'exempt-title-in-public',
  *check(context) {
    // The titles of items are printed for the public, exempt or not: the law asks for it.
    const printed = new Set(context.items.map(({ item }) => folded(item.title)));
    const secret = context.papers.filter(({ exempt, paper }) => exempt && isTelling(folded(paper.title)));
    const wanted = secret.map(({ paper }) => ({ title: paper.title, words: folded(paper.title) }));
    const titles = wanted.filter(({ words }) => !printed.has(words));
    if (titles.length === 0) return;
    for (const item of context.items) {
      if (item.exempt) continue;
      const own = folded(`${item.item.title}. ${item.item.note}`);
      for (const { title, words } of titles) {
        if (` ${own} `.includes(` ${words} `))
          yield { severity: 'warning', at: item, message: gives('The front sheet', title) };
      }
      for (const paper of item.papers) if (!paper.exempt) yield* inPaper(paper, titles);
    }
  },
};

function gives(where: string, title: string): string {
  return `${where} is public and names ${quote(title)}, the title of an exempt paper. See whether that may be known; if not, change the words.`;
}

function* inPaper(
  paper: CheckedPaper,
  titles: readonly { title: string; words: string }[],
): Generator<PackRuleFinding> {
  const found = new Set<string>();
  const { content } = paper;
  const left = content?.type === 'document' ? exemptBlocks(content.document) : null;
  const open = paper.passages.filter(({ blockId }) => blockId === null || !left?.has(blockId));
  const passages = open.map((passage) => ({ passage, words: ` ${folded(passage.text)} ` }));
  for (const { title, words } of titles) {
    if (found.has(title)) continue;
    if (` ${folded(paper.paper.title)} `.includes(` ${words} `)) {
      found.add(title);
      yield { severity: 'warning', at: paper, message: gives('The title of the paper', title) };
      continue;
    }
    const hit = passages.find((each) => each.words.includes(` ${words} `));
    if (!hit) continue;
    found.add(title);
    const { page, blockId } = hit.passage;
    const where = page === null ? 'The paper' : `Page ${page} of the paper`;
    yield {
      severity: 'warning',
      at: paper,
      pages: page === null ? [] : [page],
      blockId,
      message: gives(where, title),
    };
  }
}
