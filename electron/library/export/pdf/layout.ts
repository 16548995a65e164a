/** What the Typst templates read: the print model with runs of list items gathered into lists that nest. */
import type {
  PrintBlock,
  PrintBulleted,
  PrintDetail,
  PrintDocument,
  PrintImage,
  PrintInline,
  PrintNumbered,
  PrintTable,
} from '../../../../shared/print/blocks.ts';
import { printedText } from '../../../../shared/print/words.ts';
import { noPictures, type Pictures } from '../pictures.ts';
import { type LaidTable, layOutTable } from './table.ts';

interface Item {
  readonly id: string;
  readonly marker: string;
  readonly level: number;
  readonly content: readonly PrintInline[];
  readonly details: readonly PrintDetail[];
  readonly together: boolean;
  readonly exempt?: true | undefined;
  branch: Branch | null;
}
interface Branch {
  readonly level: number;
  readonly items: Item[];
}
interface PrintList {
  readonly type: string;
  readonly branch: Branch;
  /** Its only item announces what follows the list. */
  readonly leadsIn: boolean;
  /** It is kept on one page. */
  whole: boolean;
}
interface LaidImage extends PrintImage {
  /** As the compiler knows it; null where a draft lacks the bytes. */
  readonly path: string | null;
}
type Plain = Exclude<PrintBlock, ListBlock | PrintTable | PrintImage>;
export interface Layout {
  readonly title: string;
  readonly marking: string | null;
  /** Ids of what references lead to, as keys. */
  readonly anchors: Readonly<Record<string, true>>;
  /** By their numbers. */
  readonly notes: Readonly<Record<string, readonly PrintInline[]>>;
  readonly notesAt: 'foot' | 'end';
  readonly blocks: readonly (Plain | PrintList | LaidTable | LaidImage)[];
}

/** Longer lists are set in pieces: Typst lays out a list with footnotes again for each of them (design.md). */
const MAX_ITEMS = 40;
/**
 * With footnotes lists are shorter still, in characters, and kept on one page: 270 notes in lists of 40 take six times
 * as long, and where the end of a page parts a list, Typst may leave a footnote on the page before its mark.
 */
const MAX_NOTED = 320;

interface Listed {
  readonly list: string;
  readonly item: Item;
  readonly leadsIn: boolean;
}

type ListBlock = PrintNumbered | PrintBulleted;

function isListed(block: PrintBlock | undefined): block is ListBlock {
  return block?.type === 'numbered' || block?.type === 'bulleted';
}

function listed(block: ListBlock): Listed {
  const { id, level, content, details, together, exempt } = block;
  const marker = block.type === 'numbered' ? block.marker : '';
  return {
    list: block.kind,
    item: { id, marker, level, content, details, together, ...(exempt ? { exempt } : {}), branch: null },
    leadsIn: block.type === 'numbered' && block.leadsIn,
  };
}

/** Where Typst finds the bytes of a picture, from the root of its workspace. */
export function picturePath({ asset, mediaType }: Pick<PrintImage, 'asset' | 'mediaType'>): string {
  return `/pictures/${asset}.${mediaType.replace('image/', '')}`;
}

function laid(block: Exclude<PrintBlock, ListBlock>, pictures: Pictures): Plain | LaidTable | LaidImage {
  if (block.type === 'table') return layOutTable(block);
  if (block.type !== 'image') return block;
  return { ...block, path: pictures(block.asset) ? picturePath(block) : null };
}

/** Hangs an item where its level belongs; false when it is higher than the whole branch. */
function hang(branch: Branch, item: Item): boolean {
  if (item.level < branch.level) return false;
  const last = branch.items.at(-1);
  if (item.level === branch.level || !last) {
    branch.items.push(item);
    return true;
  }
  if (last.branch) return hang(last.branch, item);
  last.branch = { level: item.level, items: [item] };
  return true;
}

const lengthOf = ({ content, details }: Item): number =>
  [content, ...details.map((detail) => detail.content)].map(printedText).join('').length;

/** Gathers neighbouring items of one list; order and words are those of the model. */
export function layOut(print: PrintDocument, pictures = noPictures): Layout {
  const blocks: Layout['blocks'][number][] = [];
  const noted = print.notesAt === 'foot' && print.notes.length > 0;
  let open = null as PrintList | null;
  let length = 0;
  for (const [at, block] of print.blocks.entries()) {
    if (!isListed(block)) {
      blocks.push(laid(block, pictures));
      open = null;
      continue;
    }
    const { list, item, leadsIn: announces } = listed(block);
    const next = print.blocks[at + 1];
    // What it announces is no item of the list: set by itself, it can be kept with it on one page.
    const leadsIn = announces && next !== undefined && !(isListed(next) && next.kind === list);
    const own = noted ? lengthOf(item) : 0;
    const long = noted ? length + own > MAX_NOTED : open !== null && open.branch.items.length >= MAX_ITEMS;
    const full = open !== null && long && item.level === open.branch.level;
    if (!leadsIn && open?.type === list && !full && hang(open.branch, item)) {
      length += own;
      open.whole = noted && length <= MAX_NOTED;
      continue;
    }
    length = own;
    // By itself, an item may be longer before the end of a page parts it.
    const whole = noted && length <= 2 * MAX_NOTED;
    open = { type: list, branch: { level: item.level, items: [item] }, leadsIn, whole };
    blocks.push(open);
  }
  const { title, marking, notesAt } = print;
  const anchors = Object.fromEntries([...print.anchors].map((id) => [id, true as const]));
  const notes = Object.fromEntries(print.notes.map(({ number, content }) => [number, content]));
  return { title, marking, anchors, notes, notesAt, blocks };
}
