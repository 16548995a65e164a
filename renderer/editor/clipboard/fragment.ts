/** What travels over the clipboard: runs of words, some of which know what kind of block they were. */
import * as z from 'zod';
import { type Inline, type KnownBlock, knownBlockSchema } from '../../../shared/document/schema.ts';
import { blockFrom } from '../convert/from-lexical.ts';
import { blockWithoutComments } from '../inline/uncommented.ts';
import { type BlockState, stateOf } from '../nodes/block-state.ts';

/** Blocks copied from a Despatch sheet; other programs read the HTML and text beside it. */
export const FRAGMENT_TYPE = 'application/x-despatch-blocks';

/** line: whatever stands here. item: of the list that belongs here. heading: a sub-heading where one may stand. */
export type Role = 'line' | 'item' | 'heading';

export interface Fragment {
  /** What the block was, where it comes from a Despatch sheet; a role otherwise. */
  readonly origin: BlockState | { readonly role: Role; readonly level: number };
  readonly content: readonly Inline[];
}

const payloadSchema = z.array(knownBlockSchema);

/** A copy of what the template locks is the author's own. */
export function fragmentOf(block: KnownBlock): Fragment {
  const bare = blockWithoutComments(block);
  return { origin: { ...stateOf(bare), locked: false }, content: bare.content };
}

export function writeFragments(fragments: readonly Fragment[]): string {
  const blocks = fragments.flatMap(({ origin, content }) =>
    'role' in origin ? [] : blockFrom(origin, [...content]),
  );
  return JSON.stringify(blocks);
}

/** The fragments in a clipboard payload; null where it is none of ours, because any page may write this type. */
export function readFragments(payload: string): Fragment[] | null {
  try {
    const parsed = payloadSchema.safeParse(JSON.parse(payload));
    return parsed.success ? parsed.data.map(fragmentOf) : null;
  } catch {
    return null;
  }
}
