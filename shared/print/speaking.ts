/** The speaking copy: what somebody says and asks at the table, and nothing they do not. */
import { DespatchError } from '../contract/errors.ts';
import type { PrintBlock, PrintDocument, PrintHeading, PrintInline } from './blocks.ts';

/** Before each question, whatever its label in the brief. */
const QUESTION_MARK = 'Q';

const spoken: ReadonlySet<string> = new Set(['point', 'lineToTake']);

function isSpoken(block: PrintBlock): boolean {
  return block.type === 'question' || (block.type === 'bulleted' && spoken.has(block.kind));
}

/** Without notes and without links to what is not in this copy. */
function wordsOf(content: readonly PrintInline[]): PrintInline[] {
  return content.flatMap((inline): PrintInline[] => {
    if (inline.type === 'note') return [];
    if (inline.type !== 'reference') return [inline];
    const { text, bold, italic } = inline;
    return [{ type: 'text', text, ...(bold && { bold }), ...(italic && { italic }) }];
  });
}

function spokenBlock(block: PrintBlock): PrintBlock {
  const content = wordsOf(block.content);
  if (block.type === 'question') return { ...block, content, details: [], label: QUESTION_MARK };
  if (block.type === 'bulleted') return { ...block, content, details: [] };
  return { ...block, content };
}

/**
 * The points and questions of a document under their headings, with nothing that was said about them, no notes and no
 * sources.
 * @throws DespatchError `export.nothingToSay` where it has neither.
 */
export function speakingCopy(print: PrintDocument): PrintDocument {
  const blocks: PrintBlock[] = [];
  /** Headings under which nothing was found yet. */
  let waiting: PrintHeading[] = [];
  for (const block of print.blocks) {
    if (block.type === 'title') blocks.push(spokenBlock(block));
    else if (block.type === 'heading') {
      waiting = [...waiting.filter(({ level }) => level < block.level), { ...block, startsPage: false }];
    } else if (isSpoken(block)) {
      blocks.push(...waiting.map(spokenBlock), spokenBlock(block));
      waiting = [];
    }
  }
  if (!blocks.some(isSpoken)) throw new DespatchError('export.nothingToSay', {});
  return {
    ...print,
    blocks: withoutGaps(blocks),
    threads: [],
    notes: [],
    citations: [],
    anchors: new Set(),
    speaking: true,
  };
}

/** No heading may be more than one level deeper than the one before (ISO 14289-1, 7.4.2). */
function withoutGaps(blocks: readonly PrintBlock[]): PrintBlock[] {
  let level = 0;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    level = Math.min(block.level, level + 1);
    return { ...block, level: level <= 1 ? 1 : level === 2 ? 2 : 3 };
  });
}
