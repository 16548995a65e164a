/** What is pasted, piece by piece: runs of words, some of which know what kind of block they were. */
import type { Citation, Inline, KnownBlock, TableBlock } from '../../../shared/document/schema.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import { blockWithoutComments } from '../inline/uncommented.ts';
import { type BlockState, stateOf } from '../nodes/block-state.ts';

/** line: whatever stands here. item: of the list that belongs here. heading: a sub-heading where one may stand. */
export type Role = 'line' | 'item' | 'heading' | 'quotation';

export interface Foreign {
  readonly role: Role;
  /** Depth in a list from 0; of a heading from 0 for the highest that was pasted. */
  readonly level: number;
  /** Where the words were part of a Despatch block; absent: none. */
  readonly citations?: readonly Citation[];
  readonly exempt?: Exemption | null;
}
/** A table of another program; the content of its fragment is the caption. */
export interface ForeignTable {
  readonly role: 'table';
  readonly level: 0;
  readonly table: Pick<TableBlock, 'headerRow' | 'headerColumn' | 'rows'>;
  readonly exempt?: Exemption | null;
}
/** A picture whose bytes came along. */
export interface ForeignPicture {
  readonly role: 'picture';
  readonly level: 0;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly alternativeText: string;
}

export interface Fragment {
  /** What the block was, where it comes from a Despatch sheet; a role otherwise. */
  readonly origin: BlockState | Foreign | ForeignTable | ForeignPicture;
  readonly content: readonly Inline[];
}

function fragment(block: KnownBlock): Fragment {
  return { origin: { ...stateOf(block), locked: false }, content: block.content };
}

/** A block as it is put down elsewhere: without comments, which stand in one place only, and without its lock. */
export function fragmentOf(block: KnownBlock): Fragment {
  return fragment(blockWithoutComments(block));
}

/** The same of a block that stands nowhere else: what others said of it goes with it. */
export function movedFragment(block: KnownBlock): Fragment {
  return fragment(block);
}

export function citationsOf({ origin }: Fragment): readonly Citation[] {
  return ('citations' in origin ? origin.citations : undefined) ?? [];
}

/** Why its words are withheld from the public, which goes where they go. */
export function exemptOf({ origin }: Fragment): Exemption | null {
  return ('exempt' in origin ? origin.exempt : undefined) ?? null;
}

/** Whether it is a block of its own whatever stands at the caret, because its body is more than words. */
export function isBody({ origin }: Fragment): boolean {
  if ('role' in origin) return origin.role === 'table' || origin.role === 'picture';
  return origin.kind === 'table' || origin.kind === 'image';
}
