/** What a standing line and its use in a document say: their words without dress, so that the two can be compared. */
import * as z from 'zod';
import {
  type AnySection,
  type BlockKind,
  type DetailBlock,
  detailNames,
  type Inline,
  type KnownBlock,
  type Reference,
} from '../document/schema.ts';
import { blockRules, detailRules } from '../document/structure.ts';
import type { LineWords } from './line.ts';

export const saidSchema = z.strictObject({
  text: z.string(),
  details: z.array(z.strictObject({ detail: z.enum(detailNames), text: z.string() })),
});
export type Said = z.infer<typeof saidSchema>;

/** The words of a cross-reference. */
export type Say = (reference: Reference) => string;
const nothing: Say = () => '';

/** A block that was taken from a standing line, with the details that stand under it. */
export interface LineUse {
  readonly block: KnownBlock;
  readonly line: NonNullable<KnownBlock['line']>;
  readonly details: readonly DetailBlock[];
}

/** The details that stand under the block at a place of its section. */
export function detailsUnder(blocks: AnySection['blocks'], at: number): DetailBlock[] {
  const details: DetailBlock[] = [];
  for (const block of blocks.slice(at + 1)) {
    if (block.kind !== 'detail') break;
    details.push(block);
  }
  return details;
}

export function usesIn({ blocks }: Pick<AnySection, 'blocks'>): LineUse[] {
  return blocks.flatMap((block, at) =>
    block.kind === 'unknown' || !block.line
      ? []
      : { block, line: block.line, details: detailsUnder(blocks, at) },
  );
}

function textOf(content: readonly Inline[], say: Say): string {
  return content
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : say(inline)))
    .join('');
}

export function saidByLine({ content, details }: Pick<LineWords, 'content' | 'details'>): Said {
  return {
    text: textOf(content, nothing),
    details: details.map(({ detail, content: words }) => ({ detail, text: textOf(words, nothing) })),
  };
}

export function saidByUse({ block, details }: Pick<LineUse, 'block' | 'details'>, say: Say): Said {
  return {
    text: textOf(block.content, say),
    details: details.map(({ detail, content }) => ({ detail, text: textOf(content, say) })),
  };
}

/** The details a kind of block can have under it, of those a line has. */
export function takesDetail(kind: BlockKind, detail: DetailBlock['detail']): boolean {
  return blockRules[kind].details?.names.includes(detail) ?? false;
}

/** As somebody reads it: its words, then, in the order of `detailNames`, each detail on a line of its own behind its name. */
export function spelledOut({ text, details }: Said, kind?: BlockKind): string {
  const written = details.filter(
    ({ detail, text: words }) => words.trim() !== '' && (kind === undefined || takesDetail(kind, detail)),
  );
  const inOrder = written.toSorted(
    (one, other) => detailNames.indexOf(one.detail) - detailNames.indexOf(other.detail),
  );
  const lines = inOrder.map(({ detail, text: words }) => `${detailRules[detail].label}: ${words.trim()}`);
  return [text.trim(), ...lines].join('\n');
}

/** Whether a use says what the line says, as far as a block of its kind can. */
export function saysTheSame(use: Said, line: Said, kind: BlockKind): boolean {
  return spelledOut(use, kind) === spelledOut(line, kind);
}
