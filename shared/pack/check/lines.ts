/** A paper as lines of words, whether it is a PDF, a Word file or a document written here, so that rules read one thing. */

import type { DespatchDocument, KnownBlock } from '../../document/schema.ts';
import { knownBlocks } from '../../document/walk.ts';
import { spokenPassages } from '../../evidence/spoken.ts';
import { printedTargets } from '../../references/targets.ts';
import { referenceText } from '../../references/words.ts';
import type { PaperContent } from './input.ts';

export interface PaperLine {
  readonly text: string;
  /** Of the paper, from 1; null in documents, whose pages are made later. */
  readonly page: number | null;
  readonly blockId: string | null;
  /** What its block is; null in a PDF, whose lines are lines of print, so that sentences run on from one to the next. */
  readonly kind: KnownBlock['kind'] | null;
}

export function linesOf(content: PaperContent): readonly PaperLine[] {
  if (content.type === 'pdf')
    return content.inspection.pages.flatMap(({ text }, at) =>
      text.split('\n').map((line) => ({ text: line, page: at + 1, blockId: null, kind: null })),
    );
  return content.type === 'document' ? documentLines(content.document) : [];
}

function documentLines(document: DespatchDocument): PaperLine[] {
  const lines: PaperLine[] = [];
  for (const block of knownBlocks(document)) {
    // Guidance is the template's, and never leaves with the document.
    if (block.kind === 'guidance') continue;
    const text = spokenPassages(block, (reference) => referenceText(reference, printedTargets(document)))
      .map((passage) => passage.text)
      .join(' ')
      .replaceAll('\n', ' ');
    // The printed word is not among its own.
    const printed = block.kind === 'appendix' ? `Appendix ${block.designation}: ${text}` : text;
    lines.push({ text: printed, page: null, blockId: block.id, kind: block.kind });
  }
  return lines;
}

/** Runs of words that sentences do not reach beyond: a page of a PDF, a block of a document. */
export interface Passage {
  readonly text: string;
  readonly page: number | null;
  readonly blockId: string | null;
}

export function passagesOf(content: PaperContent): readonly Passage[] {
  if (content.type === 'pdf')
    return content.inspection.pages.map(({ text }, at) => ({
      text: text.replaceAll('\n', ' '),
      page: at + 1,
      blockId: null,
    }));
  return linesOf(content);
}
