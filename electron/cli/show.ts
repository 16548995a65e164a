import { parseDocument } from '../../shared/document/parse.ts';
import type { Block, DespatchDocument, KnownBlock } from '../../shared/document/schema.ts';
import { QUESTION_LABEL } from '../../shared/document/structure.ts';
import { fieldLabel, plainText } from '../../shared/document/walk.ts';
import { markingLine } from '../../shared/print/marking.ts';
import { numberDocument } from '../../shared/print/numbering.ts';
import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';

const STEP = '  ';

/** What stands before the words of a block: its printed number, or a sign of its kind. */
function opening(block: KnownBlock, number: string | undefined): string {
  if (number !== undefined) return `${number} `;
  if (block.kind === 'field') return `${fieldLabel(block)}: `;
  if (block.kind === 'question') return `? ${block.label ?? QUESTION_LABEL}: `;
  if (block.kind === 'quotation') return '> ';
  return block.kind === 'point' || block.kind === 'backgroundDocument' ? '• ' : '';
}

function depth(block: KnownBlock): number {
  if (block.kind === 'heading') return block.level - 1;
  return ['title', 'field', 'label'].includes(block.kind) ? 0 : block.level + 1;
}

function line(block: Block, numbers: ReadonlyMap<string, string>): string {
  if (block.kind === 'unknown') return `[${block.originalKind}: written by a newer Despatch]`;
  const words = plainText(block.content).replace(/\n/g, ' / ');
  return STEP.repeat(depth(block)) + opening(block, numbers.get(block.id)) + words;
}

function documentLines(document: DespatchDocument): string[] {
  const numbers = numberDocument(document);
  const marking = document.marking === null ? [] : [markingLine(document.marking), ''];
  return [
    ...marking,
    ...document.sections.flatMap(({ blocks }, at) => [
      ...(at === 0 ? [] : ['']),
      ...blocks.map((block) => line(block, numbers).trimEnd()),
    ]),
  ];
}

/** `show`: a document for reading in a terminal, or all of it as JSON. */
export const run: RunVerb = async (command, io) => {
  const { document } = await withLibrary(command, io, 'refuse', ({ call }) =>
    call('documents.open', { documentId: command.operand }),
  );
  return { json: document, words: documentLines(parseDocument(document).document) };
};
