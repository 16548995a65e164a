/** What a block is, without its words and without Lexical. */
import type {
  AttendeeSide,
  BlockKind,
  Citation,
  DetailName,
  FieldName,
  ImageBlock,
  KnownBlock,
  TableBlock,
} from '../../../shared/document/schema.ts';
import { blockRules } from '../../../shared/document/structure.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';

/** Everything a block holds besides its words. Never changed in place: nodes of older states share it. */
export interface BlockState {
  /** Empty only until the repairs of the same update mint one. */
  readonly id: string;
  readonly kind: BlockKind;
  readonly level: number;
  readonly citations: readonly Citation[];
  /** The standing line its words were taken from. */
  readonly line: LineReference | null;
  /** Why it is withheld from the public. */
  readonly exempt: Exemption | null;
  readonly field: FieldName | null;
  readonly label: string | null;
  readonly designation: string | null;
  /** A heading or label of the template, kept as it is until unlocked. */
  readonly locked: boolean;
  readonly side: AttendeeSide | null;
  readonly detail: DetailName | null;
  readonly table: TableParts | null;
  readonly image: ImageParts | null;
}
export type LineReference = NonNullable<KnownBlock['line']>;
export type TableParts = Pick<TableBlock, 'headerRow' | 'headerColumn' | 'rows'>;
export type ImageParts = Pick<
  ImageBlock,
  'asset' | 'mediaType' | 'width' | 'height' | 'alternativeText' | 'decorative'
>;

/** The kinds whose body is more than words (`bodies.ts`). */
export type BodyKind = Extract<BlockKind, 'table' | 'image'>;

export function bodyKindOf({ kind }: BlockState): BodyKind | null {
  return kind === 'table' || kind === 'image' ? kind : null;
}

/** The state of a new block of this kind, at the shallowest level it has. */
export function blankState(kind: BlockKind, id = ''): BlockState {
  const { minLevel } = blockRules[kind];
  return {
    id,
    kind,
    level: minLevel,
    citations: [],
    line: null,
    exempt: null,
    field: null,
    label: null,
    designation: null,
    locked: false,
    side: null,
    detail: null,
    table: null,
    image: null,
  };
}

export function stateOf(block: KnownBlock): BlockState {
  return {
    id: block.id,
    kind: block.kind,
    level: block.level,
    citations: block.citations,
    line: block.line ?? null,
    exempt: block.exempt ?? null,
    field: block.kind === 'field' ? block.field : null,
    label: block.kind === 'field' || block.kind === 'question' ? block.label : null,
    designation: block.kind === 'appendix' ? block.designation : null,
    locked: 'locked' in block && block.locked === true,
    side: block.kind === 'attendee' ? block.side : null,
    detail: block.kind === 'detail' ? block.detail : null,
    table: block.kind === 'table' ? tableParts(block) : null,
    image: block.kind === 'image' ? imageParts(block) : null,
  };
}

function tableParts({ headerRow, headerColumn, rows }: TableBlock): TableParts {
  return { headerRow, headerColumn, rows };
}

function imageParts(block: ImageBlock): ImageParts {
  const { asset, mediaType, width, height, alternativeText, decorative } = block;
  return { asset, mediaType, width, height, alternativeText, decorative };
}

/** A title or a field: always there, never turned into anything else, emptied rather than deleted. */
export function isFixed(state: BlockState): boolean {
  return state.kind === 'title' || state.kind === 'field';
}

/** What is never deleted and stays what it is: title and fields may be emptied, what is locked not even that. */
export function isHeld(state: BlockState): boolean {
  return isFixed(state) || state.locked;
}
