/** A document for reading in a terminal. */
import type { Block, DespatchDocument, KnownBlock } from '../../shared/document/schema.ts';
import { detailRules, QUESTION_LABEL } from '../../shared/document/structure.ts';
import { fieldLabel } from '../../shared/document/walk.ts';
import { Shown } from '../../shared/print/exempt.ts';
import { markingLine } from '../../shared/print/marking.ts';
import { numberDocument } from '../../shared/print/numbering.ts';
import { wordingOf } from '../../shared/print/wording.ts';
import type { WithWords } from '../../shared/print/words.ts';
import { contentWords } from '../../shared/references/words.ts';

const STEP = '  ';

type WordsOf = (part: WithWords) => string;

/** What stands before the words of a block: its printed number, or a sign of its kind. */
function opening(block: KnownBlock, number: string | undefined): string {
  if (number !== undefined) return `${number} `;
  switch (block.kind) {
    case 'field':
      return `${fieldLabel(block)}: `;
    case 'detail':
      return `${detailRules[block.detail].label}: `;
    case 'question':
      return `? ${block.label ?? QUESTION_LABEL}: `;
    case 'guidance':
      return '[Guidance] ';
    case 'quotation':
      return '> ';
    case 'point':
    case 'backgroundDocument':
      return '• ';
    default:
      return '';
  }
}

function depth(block: KnownBlock): number {
  if (block.kind === 'heading') return block.level - 1;
  if (block.kind === 'detail') return block.level + 2;
  return ['title', 'field', 'label'].includes(block.kind) ? 0 : block.level + 1;
}

/** What a block holds beside its own words, a line each. */
function parts(block: KnownBlock, wordsOf: WordsOf): string[] {
  if (block.kind === 'image') return [`[Picture: ${block.alternativeText}]`];
  if (block.kind !== 'table') return [];
  return block.rows.map((row) => row.map(({ content }) => wordsOf({ id: block.id, content })).join(' | '));
}

function linesOf(block: Block, numbers: ReadonlyMap<string, string>, wordsOf: WordsOf): string[] {
  if (block.kind === 'unknown') return [`[${block.originalKind}: written by a newer Despatch]`];
  const own = opening(block, numbers.get(block.id)) + wordsOf(block);
  const rest = parts(block, wordsOf);
  return [...(own === '' && rest.length > 0 ? [] : [own]), ...rest].map((line) =>
    (STEP.repeat(depth(block)) + line).trimEnd(),
  );
}

/** All the words of a document, with its numbers; references say what they are printed as. */
export function documentLines(document: DespatchDocument): string[] {
  const numbers = numberDocument(document);
  const wording = wordingOf(new Shown(document, 'restricted', []), new Set(), { draft: true }, null);
  const wordsOf: WordsOf = (part) =>
    contentWords(part.content, (reference) => wording.wordsOf(reference, part).text).replace(/\n/g, ' / ');
  const marking = document.marking === null ? [] : [markingLine(document.marking), ''];
  return [
    ...marking,
    ...document.sections.flatMap(({ blocks }, at) => [
      ...(at === 0 ? [] : ['']),
      ...blocks.flatMap((block) => linesOf(block, numbers, wordsOf)),
    ]),
  ];
}
