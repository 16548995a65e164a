/** Where the caret is, and what stands there. */
import type { AttendeeSide, BlockKind, DetailName, SectionRole } from '../../shared/document/schema.ts';

export interface BlockFocus {
  readonly blockId: string;
  readonly kind: BlockKind | 'unknown';
  readonly level: number;
  readonly sectionId: string;
  readonly sectionRole: SectionRole | 'unknown';
  /** The kinds this block can be turned into; none for a title, a field, a cell or what is locked. */
  readonly allowedKinds: readonly BlockKind[];
  /** Nothing is written in it yet. */
  readonly empty: boolean;
  /** A heading or label of the template, which is kept until somebody unlocks it. */
  readonly locked: boolean;
  /** It has evidence attached. */
  readonly cited: boolean;
  /** It is marked exempt itself, whatever it stands under. */
  readonly exempt: boolean;
  /** Of an attendee, or of the attendee whose cell this is. */
  readonly side: AttendeeSide | null;
  /** The block this one is a detail of, or else the block itself. */
  readonly ownerId: string;
  readonly ownerKind: BlockKind | 'unknown';
  /** The details that stand under the owner, in order. */
  readonly details: readonly DetailName[];
  /** Every block the selection touches, in reading order; one where there is but a caret. */
  readonly selectedIds: readonly string[];
  /** Whole blocks are selected, rather than words. */
  readonly blocksSelected: boolean;
  /** The words selected, where they stand in one block and are at most 1,000 characters; otherwise "". */
  readonly selectedText: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
