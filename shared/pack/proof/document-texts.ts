/** What a document written here withholds and what it publishes, for the proof of its public copy. */
import { exemptBlocks, withoutExempt } from '../../document/exempt.ts';
import type { Block, DespatchDocument } from '../../document/schema.ts';
import { blockRules } from '../../document/structure.ts';
import { blockText, knownBlocks } from '../../document/walk.ts';
import type { PrintDocument } from '../../print/blocks.ts';
import { drawnContents } from '../../print/drawn.ts';
import { printDocument } from '../../print/model.ts';
import { numberDocument } from '../../print/numbering.ts';
import type { PrintOptions } from '../../print/wording.ts';
import { printedText } from '../../print/words.ts';
import type { ProofText } from '../proof-report.ts';

/** Everything of it that has words, numbers and labels included. */
function printedWords({ title, marking, blocks, notes }: PrintDocument): string {
  const beside = blocks.flatMap((block) => [
    'label' in block ? block.label : '',
    'marker' in block ? (block.marker ?? '') : '',
    'details' in block ? block.details.map(({ label }) => label).join('\n') : '',
    block.type === 'decision' ? block.choices.join('\n') : '',
    block.type === 'image' ? (block.alternativeText ?? '') : '',
  ]);
  const drawn = [...drawnContents(blocks)].map(({ content }) => printedText(content));
  return [title, marking ?? '', ...drawn, ...beside, ...notes.map(({ content }) => printedText(content))]
    .filter(Boolean)
    .join('\n');
}

/** How a report calls each withheld block, without its words: "paragraph 7.", "heading, block 12 of the document". */
export function blockItems(document: DespatchDocument): ReadonlyMap<string, string> {
  const exempt = exemptBlocks(document);
  const numbers = numberDocument(document);
  const items = new Map<string, string>();
  let at = 0;
  for (const { id, kind } of knownBlocks(document)) {
    at += 1;
    if (!exempt.has(id)) continue;
    const name = blockRules[kind].name.toLowerCase();
    const number = numbers.get(id)?.replace(/[.)]$/u, '');
    items.set(
      id,
      number === undefined ? `${name}, block ${at} of the document` : `${name} ${number}, block ${at}`,
    );
  }
  return items;
}

/** Without the words of the law, which the public copy says too. */
function unmarked(block: Block): Block {
  return block.kind === 'unknown' ? block : { ...block, exempt: undefined };
}

/**
 * Neither is taken from the public copy itself: that is what is to be proved. What is public is a document from which
 * the exempt blocks were taken out before anything was printed, with the sources it cites; what is exempt is the rest,
 * with its own.
 * @param item as in the report: "the document".
 * @param items of single blocks, by their ids, where the report is to name them.
 */
export function documentProofTexts(
  document: DespatchDocument,
  item: string,
  { evidence }: Pick<PrintOptions, 'evidence'>,
  items: ReadonlyMap<string, string> = new Map(),
): { readonly exempt: ProofText[]; readonly open: ProofText[] } {
  const exempt = exemptBlocks(document);
  const rest = {
    ...document,
    sections: document.sections.map((section) =>
      section.role === 'unknown'
        ? section
        : { ...section, blocks: section.blocks.filter(({ id }) => exempt.has(id)).map(unmarked) },
    ),
  };
  const said = (text: string, own = item): ProofText => ({ type: 'text', item: own, kind: 'words', text });
  // A draft, because what a reference led to may be on the other side.
  const options = { evidence, draft: true };
  const hidden = [...knownBlocks(rest)];
  return {
    exempt: [
      ...hidden.map((block) => said(blockText(block), items.get(block.id))),
      ...hidden.flatMap((block) =>
        block.kind === 'image' ? [said(block.alternativeText, items.get(block.id))] : [],
      ),
      ...(hidden.length > 0 ? [said(printedWords(printDocument(rest, options)))] : []),
    ],
    open: [said(printedWords(printDocument(withoutExempt(document, exempt), options)))],
  };
}
