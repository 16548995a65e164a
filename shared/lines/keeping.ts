/** From a block of a document to a standing line, and back to a block of whatever kind may stand there. */
import type { BlockKind, Inline } from '../document/schema.ts';
import type { LineKind, LineWords } from './line.ts';
import type { LineUse, Say } from './said.ts';

/** What a block of a kind is as a standing line; null: none is made of it. */
export function lineKindOf(kind: BlockKind): LineKind | null {
  switch (kind) {
    case 'lineToTake':
    case 'likelyQuestion':
    case 'point':
    case 'person':
      return kind;
    case 'text':
    case 'paragraph':
    case 'quotation':
    case 'sensitivity':
      return 'fact';
    default:
      return null;
  }
}

const wanted: Readonly<Record<LineKind, readonly BlockKind[]>> = {
  lineToTake: ['lineToTake', 'point', 'text', 'paragraph'],
  // Whatever else it became would be without its answer.
  likelyQuestion: ['likelyQuestion'],
  point: ['point', 'lineToTake', 'text', 'paragraph'],
  person: ['person', 'text', 'paragraph', 'point'],
  fact: ['point', 'text', 'paragraph', 'lineToTake'],
};

/** The kind of block that a line becomes where these may stand; null: none of them would do. */
export function blockKindFor(line: LineKind, allowed: readonly BlockKind[]): BlockKind | null {
  return wanted[line].find((kind) => allowed.includes(kind)) ?? null;
}

/** Without what only its document understands: comments go, a cross-reference is its words. */
function standing(content: readonly Inline[], say: Say): Inline[] {
  return content.flatMap((inline): Inline[] => {
    if (inline.type === 'break') return [inline];
    const { comments: _, ...rest } = inline;
    if (rest.type === 'text') return [rest];
    const { target: __, show: ___, ...dress } = rest;
    const text = say({ type: 'reference', target: rest.target, show: rest.show });
    return text === '' ? [] : [{ ...dress, type: 'text', text }];
  });
}

/** What a block says, with the details under it and all that they rest on, as a line keeps it. */
export function wordsToKeep({ block, details }: Pick<LineUse, 'block' | 'details'>, say: Say): LineWords {
  return {
    content: standing(block.content, say),
    citations: [...block.citations],
    details: details
      .filter(({ content }) => content.length > 0)
      .map(({ detail, content, citations }) => ({
        detail,
        content: standing(content, say),
        citations: [...citations],
      })),
  };
}

/** As much of the words as names a line in a list. */
export function titleFrom(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 60) return line;
  const cut = line.slice(0, 60);
  const space = cut.lastIndexOf(' ');
  return `${(space > 30 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, '')}…`;
}
