/**
 * What must stand on one page where there are footnotes. Typst keeps a line, or a block that no page may part, on one
 * page with its first note. But it moves a block that is "sticky" to what follows without its notes, parts a sticky
 * block from what follows where the note of that has no room, and leaves a note behind where the rule against lone
 * lines moves its mark. So nothing with a note is sticky to what follows; what follows a sticky block is sticky too
 * where it has a note, and a seal after it ends that at once; and lines that bear notes may stand alone.
 */
import type { PrintBlock, PrintDocument, PrintInline } from '../../../../shared/print/blocks.ts';
import { linesOf } from '../../../../shared/print/row-length.ts';
import { printedText } from '../../../../shared/print/words.ts';
import { type Held, nothingHeld } from './apart.ts';

/** How a block is set; what is absent is as without footnotes. */
export interface Keeping {
  /** No page ends within it. */
  readonly whole?: true;
  /** It goes where the sticky block before it goes, and there it ends. */
  readonly sealed?: true;
  /** Lone lines are not prevented. */
  readonly loose?: true;
  /** Nothing of it is sticky to what follows. */
  readonly unheld?: true;
  /** Points that it needs with all its notes; where they are not left, the next page takes it. */
  readonly room?: number;
}

/** Signs in a line of the text, rather too few. */
const SIGNS = 68;
const SIGNS_OF_LEVEL = 6;
/** Up to here a paragraph with a note is kept on one page, or up to there where it follows a heading. */
const WHOLE = 640;
const WHOLE_UNDER_HEADING = 1500;

interface Weighed {
  readonly block: PrintBlock;
  readonly signs: number;
  /** In a line. */
  readonly perLine: number;
  /** Where its notes are marked, in signs from its beginning. */
  readonly marks: readonly number[];
}

function contentsOf(block: PrintBlock): (readonly PrintInline[])[] {
  const details = 'details' in block ? block.details : [];
  return [block.content, ...details.map(({ content }) => content)];
}

function weigh(block: PrintBlock): Weighed {
  const level = 'level' in block && block.type !== 'heading' ? block.level + 1 : 0;
  const marks: number[] = [];
  let signs = 0;
  for (const inline of contentsOf(block).flat()) {
    if (inline.type === 'note') marks.push(signs);
    else signs += inline.type === 'break' ? SIGNS : inline.text.length;
  }
  return { block, signs, perLine: Math.max(20, SIGNS - level * SIGNS_OF_LEVEL), marks };
}

/** Whether no page should end after it. */
function keepsNext(block: PrintBlock, next: PrintBlock | undefined): boolean {
  if (next === undefined) return false;
  if (block.type === 'heading' || block.type === 'label') return true;
  if (block.type === 'text') return block.leadsIn;
  if (block.type !== 'numbered' && block.type !== 'bulleted') return false;
  const hasBranch = next.type === block.type && next.kind === block.kind && next.level > block.level;
  return hasBranch || (block.type === 'numbered' && block.leadsIn);
}

/** Points, rather too many: of a line, between parts, of a line of a note, between notes and above the first. */
const LINE = 16;
const GAP = 12;
const NOTE_SIGNS = 80;
const NOTE_LINE = 13.5;
const NOTE_GAP = 6;
const ABOVE_NOTES = 28;
/** More than this is most of a page. */
const MOST_ROOM = 560;

function notesRoom(contents: readonly (readonly PrintInline[])[], print: PrintDocument): number {
  const own = new Set(contents.flat().flatMap((inline) => (inline.type === 'note' ? [inline.number] : [])));
  const lengths = print.notes.flatMap(({ number, content }) =>
    own.has(number) ? [printedText(content).length + 3] : [],
  );
  const lines = lengths.reduce((sum, length) => sum + Math.ceil(length / NOTE_SIGNS), 0);
  return lengths.length === 0 ? 0 : ABOVE_NOTES + lines * NOTE_LINE + lengths.length * NOTE_GAP;
}

/** Of a block with all its notes, or of the beginning of a table that is too long for a page; points. */
function roomFor({ block, perLine }: Weighed, print: PrintDocument): number {
  if (block.type !== 'table') {
    const lines = contentsOf(block).map((content) => Math.ceil(printedText(content).length / perLine) + 1);
    return lines.reduce((sum, own) => sum + own * LINE + GAP, 0) + notesRoom(contentsOf(block), print);
  }
  const rows = [
    ...(block.header ? [block.header] : []),
    ...(block.together ? block.rows : block.rows.slice(0, 1)),
  ];
  const contents = [block.content, ...rows.flatMap((row) => row.map(({ content }) => content))];
  const height = rows.reduce((sum, row) => sum + linesOf(row, block.columns) * LINE + GAP, 3 * LINE);
  return height + notesRoom(contents, print);
}

/** @param follows it must stand with what is before it. */
function keep({ block, signs, perLine, marks }: Weighed, follows: boolean): Keeping | null {
  if (marks.length === 0) return null;
  const unheld = { unheld: true } as const;
  // Headings are blocks already, whatever is said here.
  if (block.type === 'heading' || block.type === 'label')
    return follows ? { ...unheld, sealed: true } : unheld;
  const opens = marks.some((at) => at < 3 * perLine);
  const most = follows && opens ? WHOLE_UNDER_HEADING : WHOLE;
  // Of several notes Typst would keep only the first with a block.
  if (marks.length === 1 && signs <= most) {
    return { ...unheld, whole: true, ...(follows ? { sealed: true } : {}) };
  }
  const closes = marks.some((at) => at > signs - 3 * perLine);
  return opens || closes ? { ...unheld, loose: true } : unheld;
}

/** More than a third of a page in large type; whoever speaks cannot turn the page in the middle of a point. */
const WHOLE_IN_LARGE_TYPE = 500;

/** By the ids of blocks; none where nothing is marked at the foot of a page. Linear in their number. */
export function keepingOf(print: PrintDocument, held: Held = nothingHeld): ReadonlyMap<string, Keeping> {
  const kept = new Map<string, Keeping>();
  if (print.speaking === true) {
    for (const block of print.blocks) {
      const spoken = block.type === 'bulleted' || block.type === 'question';
      if (spoken && weigh(block).signs <= WHOLE_IN_LARGE_TYPE) kept.set(block.id, { whole: true });
    }
    return kept;
  }
  if (print.notesAt !== 'foot' || print.notes.length === 0) return kept;
  let before: PrintBlock | undefined;
  for (const block of print.blocks) {
    const weighed = weigh(block);
    const room = held.blocks.has(block.id) ? roomFor(weighed, print) : 0;
    const keeping =
      room > 0 && room <= MOST_ROOM
        ? ({ unheld: true, whole: true, room } as const)
        : keep(weighed, before !== undefined && keepsNext(before, block));
    if (keeping) kept.set(block.id, keeping);
    before = block;
  }
  return kept;
}
