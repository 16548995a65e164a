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
import { sameAttributes } from '../../../shared/document/same-attributes.ts';
import type { Inline, Reference, TextRun } from '../../../shared/document/schema.ts';
import { $createReference, $isReference, type ReferenceNode } from '../inline/reference-node.ts';
import { $citedOf, $commentsOf, $linkOf, $setCited, $setComments, $setLink } from '../inline/run-state.ts';

/** The only formats a document knows; the repairs strip every other. */
export const KNOWN_FORMATS = IS_BOLD | IS_ITALIC;

export function $leavesOf(content: readonly Inline[]): LexicalNode[] {
  return content.map((inline) => {
    if (inline.type === 'break') return $createLineBreakNode();
    const format = (inline.bold ? IS_BOLD : 0) | (inline.italic ? IS_ITALIC : 0);
    const leaf =
      inline.type === 'reference'
        ? $createReference({ target: inline.target, show: inline.show }, format)
        : $createTextNode(inline.text).setFormat(format);
    if (inline.comments) $setComments(leaf, inline.comments);
    if (inline.cited) $setCited(leaf, inline.cited);
    if (inline.type === 'text' && $isTextNode(leaf) && inline.link !== undefined) $setLink(leaf, inline.link);
    return leaf;
  });
}

type Format = Pick<TextRun, 'bold' | 'italic' | 'comments' | 'cited'>;

function $formatOf(leaf: LexicalNode, format: number): Format {
  const comments = $commentsOf(leaf);
  const cited = $citedOf(leaf);
  return {
    ...(format & IS_BOLD ? { bold: true } : {}),
    ...(format & IS_ITALIC ? { italic: true } : {}),
    ...(comments.length > 0 ? { comments: [...comments] } : {}),
    ...(cited.length > 0 ? { cited: [...cited] } : {}),
  };
}

function $referenceFrom(leaf: ReferenceNode): Reference {
  return { type: 'reference', ...leaf.getReference(), ...$formatOf(leaf, leaf.getFormat()) };
}

/** Neighbours that bear the same become one run; leaves without characters vanish. */
export function $contentOf(leaves: readonly LexicalNode[]): Inline[] {
  const content: Inline[] = [];
  for (const leaf of leaves) {
    if ($isLineBreakNode(leaf)) content.push({ type: 'break' });
    else if ($isReference(leaf)) content.push($referenceFrom(leaf));
    else if ($isTextNode(leaf) && leaf.getTextContentSize() > 0) {
      const link = $linkOf(leaf);
      const run: TextRun = {
        type: 'text',
        text: leaf.getTextContent(),
        ...$formatOf(leaf, leaf.getFormat()),
        ...(link === null ? {} : { link }),
      };
      content.push(run);
    }
  }
  return joinRuns(content);
}

/** The same words with neighbouring runs that bear the same joined and empty runs dropped. */
export function joinRuns(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.type === 'text' && inline.text === '') continue;
    if (inline.type === 'text' && last?.type === 'text' && sameAttributes(last, inline)) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      joined.push(inline);
    }
  }
  return joined;
}
