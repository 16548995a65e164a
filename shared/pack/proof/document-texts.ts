/** What a document written here withholds and what it publishes, for the proof of its public copy. */
import { exemptBlocks, withoutExempt } from '../../document/exempt.ts';
import type { DespatchDocument } from '../../document/schema.ts';
import { blockText, knownBlocks } from '../../document/walk.ts';
import type { PrintDocument } from '../../print/blocks.ts';
import { drawnContents } from '../../print/drawn.ts';
import { printDocument } from '../../print/model.ts';
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

/**
 * Neither is taken from the public copy itself: that is what is to be proved. What is public is a document from which
 * the exempt blocks were taken out before anything was printed, with the sources it cites; what is exempt is the rest,
 * with its own.
 * @param item as in the report: "The document".
 */
export function documentProofTexts(
  document: DespatchDocument,
  item: string,
  { evidence }: Pick<PrintOptions, 'evidence'>,
): { readonly exempt: ProofText[]; readonly open: ProofText[] } {
  const exempt = exemptBlocks(document);
  const rest = {
    ...document,
    sections: document.sections.map((section) =>
      section.role === 'unknown'
        ? section
        : { ...section, blocks: section.blocks.filter(({ id }) => exempt.has(id)) },
    ),
  };
  const said = (text: string): ProofText => ({ type: 'text', item, kind: 'words', text });
  // A draft, because what a reference led to may be on the other side.
  const options = { evidence, draft: true };
  const hidden = [...knownBlocks(rest)];
  return {
    exempt: [
      ...hidden.map((block) => said(blockText(block))),
      ...hidden.flatMap((block) => (block.kind === 'image' ? [said(block.alternativeText)] : [])),
      ...(hidden.length > 0 ? [said(printedWords(printDocument(rest, options)))] : []),
    ],
    open: [said(printedWords(printDocument(withoutExempt(document, exempt), options)))],
  };
}
