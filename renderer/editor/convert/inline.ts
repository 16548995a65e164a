/** Words of a block ↔ Lexical leaves. */
import {
  $createLineBreakNode,
  $createTextNode,
  $isLineBreakNode,
  $isTextNode,
  IS_BOLD,
  IS_ITALIC,
  type LexicalNode,
} from 'lexical';
import type { Inline, TextRun } from '../../../shared/document/schema.ts';

/** The only formats a document knows; the repairs strip every other. */
export const KNOWN_FORMATS = IS_BOLD | IS_ITALIC;

export function $leavesOf(content: readonly Inline[]): LexicalNode[] {
  return content.map((inline) => {
    if (inline.type !== 'text') return $createLineBreakNode();
    const format = (inline.bold ? IS_BOLD : 0) | (inline.italic ? IS_ITALIC : 0);
    return $createTextNode(inline.text).setFormat(format);
  });
}

function textRun(text: string, format: number): TextRun {
  const run: TextRun = { type: 'text', text };
  if (format & IS_BOLD) run.bold = true;
  if (format & IS_ITALIC) run.italic = true;
  return run;
}

/** Neighbours of one format become one run; leaves without characters vanish. */
export function $contentOf(leaves: readonly LexicalNode[]): Inline[] {
  const content: Inline[] = [];
  for (const leaf of leaves) {
    if ($isLineBreakNode(leaf)) content.push({ type: 'break' });
    else if ($isTextNode(leaf) && leaf.getTextContentSize() > 0) {
      content.push(textRun(leaf.getTextContent(), leaf.getFormat()));
    }
  }
  return joinRuns(content);
}

/** The same words with neighbouring runs of one format joined and empty runs dropped. */
export function joinRuns(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.type === 'text' && inline.text === '') continue;
    if (
      inline.type === 'text' &&
      last?.type === 'text' &&
      last.bold === inline.bold &&
      last.italic === inline.italic
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      joined.push(inline);
    }
  }
  return joined;
}
