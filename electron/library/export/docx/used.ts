/**
 * Which of the styles that only some documents need a document does need. Each takes its share of the time in which a
 * file is written, and a style nobody uses only lengthens the list that Word shows.
 */
import type { PrintBlock, PrintDocument, TableKind } from '../../../../shared/print/blocks.ts';
import type { ParagraphStyle } from './looks.ts';

/** The style of the cells that begin the rows of each table. */
export const firstCells: Readonly<Record<TableKind, ParagraphStyle>> = {
  table: 'headerCell',
  attendees: 'attendee',
  implications: 'implication',
  clearance: 'clearer',
  evidence: 'evidencePoint',
};

function stylesOf(block: PrintBlock): ParagraphStyle[] {
  switch (block.type) {
    case 'numbered':
    case 'bulleted':
    case 'question': {
      const detail = block.type === 'question' ? 'questionDetail' : 'detail';
      const own = block.type === 'question' ? 'question' : block.kind;
      return [own, ...block.details.map((each) => (each.detail === 'answer' ? 'answer' : detail))];
    }
    case 'heading':
      return block.list === 'annex' ? ['annex'] : [];
    case 'field':
      return block.form === 'address' ? ['address'] : block.form === 'sentence' ? ['reportOf'] : [];
    case 'loose':
      return ['detail', 'answer'];
    case 'person':
      return ['person', 'personRole'];
    case 'decision':
      return ['decision', 'decisionBoxes'];
    case 'table':
      return [
        ...(['caption', 'cell', 'headerCell', 'tableGap'] as const),
        firstCells[block.kind],
        ...(block.kind === 'evidence' ? (['evidenceCell'] as const) : []),
      ];
    case 'image':
      return ['caption', 'figure'];
    case 'appendix':
      return ['appendix'];
    case 'entry':
      return ['entry'];
    default:
      return [];
  }
}

const everywhere: readonly ParagraphStyle[] = [
  ...(['title', 'heading1', 'heading2', 'heading3', 'text', 'field', 'label', 'quotation'] as const),
  ...(['marking', 'pageNumber'] as const),
];
const usual: Readonly<Record<PrintDocument['kind'], readonly ParagraphStyle[]>> = {
  briefing: ['aim', 'point', 'question'],
  report: [
    ...(['committee', 'date', 'reportOf'] as const),
    ...(['recommendation', 'paragraph', 'backgroundDocument', 'appendix'] as const),
  ],
  submission: ['address', 'recommendation', 'paragraph', 'backgroundDocument', 'appendix'],
};

/** The styles that every document of its kind has, so that they are there for who goes on in Word, and those it uses. */
export function usedStyles(print: PrintDocument): ReadonlySet<ParagraphStyle> {
  const used = new Set([...everywhere, ...usual[print.kind]]);
  if (print.notes.length > 0) used.add(print.notesAt === 'foot' ? 'footnote' : 'endnote');
  for (const block of print.blocks) for (const style of stylesOf(block)) used.add(style);
  return used;
}
