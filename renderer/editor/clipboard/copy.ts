/** What a selection puts on the clipboard: our blocks, HTML for Word and Outlook, and plain text. */
import type { RangeSelection } from 'lexical';
import type { Inline, KnownBlock } from '../../../shared/document/schema.ts';
import { plainText } from '../../../shared/document/walk.ts';
import { $blockFrom } from '../convert/from-lexical.ts';
import { runInLabel } from '../marks/words.ts';
import { stateOf } from '../nodes/block-state.ts';
import { $edgesOf, $isAtStart, $selectedBlocks, type Edge } from '../operations/locate.ts';
import { FRAGMENT_TYPE, fragmentOf, writeFragments } from './fragment.ts';

/** How many characters of the block's content stand before an edge; a line break counts as one. */
function $charactersBefore(edge: Edge): number {
  let count = 0;
  for (const [at, leaf] of edge.block.getChildren().entries()) {
    if (edge.key === edge.block.getKey() && at >= edge.offset) break;
    if (leaf.getKey() === edge.key) return count + edge.offset;
    count += leaf.getTextContentSize();
  }
  return count;
}

function cut(content: readonly Inline[], from: number, to: number): Inline[] {
  const kept: Inline[] = [];
  let at = 0;
  for (const inline of content) {
    const size = inline.type === 'text' ? inline.text.length : 1;
    const start = Math.max(0, from - at);
    const end = Math.min(size, to - at);
    if (end > start) {
      kept.push(inline.type === 'text' ? { ...inline, text: inline.text.slice(start, end) } : inline);
    }
    at += size;
  }
  return kept;
}

/** The selected part of every selected block, in reading order. */
export function $selectedContent(selection: RangeSelection): KnownBlock[] {
  const edges = $edgesOf(selection);
  if (!edges || selection.isCollapsed()) return [];
  const { start, end } = edges;
  const nodes = $selectedBlocks(selection);
  const kept = nodes.flatMap((node) => {
    const block = $blockFrom(node);
    const from = node.is(start.block) ? $charactersBefore(start) : 0;
    const to = node.is(end.block) ? $charactersBefore(end) : Number.POSITIVE_INFINITY;
    return [{ ...block, content: cut(block.content, from, to) }];
  });
  // A selection that ends before the first character of a block does not mean that block.
  return kept.length > 1 && $isAtStart(end) ? kept.slice(0, -1) : kept;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function inlineHtml(inline: Inline): string {
  if (inline.type !== 'text') return '<br>';
  const text = escaped(inline.text);
  const slanted = inline.italic ? `<em>${text}</em>` : text;
  return inline.bold ? `<strong>${slanted}</strong>` : slanted;
}

/** Numbers are left out: Word has its own, and pasted ones would be wrong after the next edit. */
function blockHtml(block: KnownBlock): string {
  const words = block.content.map(inlineHtml).join('');
  const label = runInLabel(stateOf(block));
  const labelled = label === '' ? words : `<strong>${escaped(label)}:</strong> ${words}`;
  if (block.kind === 'title') return `<h1>${words}</h1>`;
  if (block.kind === 'heading') return `<h${block.level + 1}>${words}</h${block.level + 1}>`;
  if (block.kind === 'quotation') return `<blockquote>${words}</blockquote>`;
  if (block.kind === 'label') return `<p><strong>${words}</strong></p>`;
  if (['point', 'question', 'aim', 'recommendation', 'backgroundDocument'].includes(block.kind)) {
    const list = block.kind === 'recommendation' ? 'ol' : 'ul';
    const depth = block.level + 1;
    return [`<${list}>`.repeat(depth), `<li>${labelled}</li>`, `</${list}>`.repeat(depth)].join('');
  }
  return `<p>${labelled}</p>`;
}

/** @param whole whether the words are pasted as blocks elsewhere; a part of one block is mere words. */
export function clipboardData(blocks: readonly KnownBlock[], whole: boolean): ReadonlyMap<string, string> {
  const text = blocks.map(({ content }) => plainText(content)).join('\n');
  const html = whole
    ? blocks.map(blockHtml).join('')
    : blocks.map(({ content }) => content.map(inlineHtml).join('')).join('<br>');
  return new Map([
    ['text/plain', text],
    ['text/html', html],
    [FRAGMENT_TYPE, writeFragments(blocks.map(fragmentOf))],
  ]);
}
