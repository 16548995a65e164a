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
import { defaultPdf, hasContents, type PdfChoice } from '../../../../shared/print/pdf-choice.ts';
import { noPictures, type Pictures } from '../pictures.ts';
import { type Held, nothingHeld } from './apart.ts';
import { type Keeping, keepingOf } from './keeping.ts';
import { type LaidTable, layOutTable } from './table.ts';

interface Item {
  readonly id: string;
  readonly marker: string;
  readonly level: number;
  readonly content: readonly PrintInline[];
  readonly details: readonly PrintDetail[];
  readonly together: boolean;
  readonly exempt?: true | undefined;
  /** It announces what follows the list. */
  readonly leadsIn: boolean;
  readonly keeping: Keeping;
  branch: Branch | null;
}
interface Branch {
  readonly level: number;
  readonly items: Item[];
}
interface PrintList {
  readonly type: string;
  readonly branch: Branch;
}
const unkept: Keeping = {};

/** Where the list of contents stands: before the first heading, on pages that end with it. */
interface Contents {
  readonly type: 'contents';
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
  readonly blocks: readonly (
    | PrintList
    | ((Plain | LaidTable | LaidImage | Contents) & { readonly keeping: Keeping })
  )[];
}

type ListBlock = PrintNumbered | PrintBulleted;

function isListed(block: PrintBlock | undefined): block is ListBlock {
  return block?.type === 'numbered' || block?.type === 'bulleted';
}

function itemOf(block: ListBlock, keeping: Keeping): Item {
  const { id, level, content, details, together, exempt } = block;
  const numbered = block.type === 'numbered';
  const marker = numbered ? block.marker : '';
  const leadsIn = numbered && block.leadsIn;
  return {
    id,
    marker,
    level,
    content,
    details,
    together,
    leadsIn,
    keeping,
    ...(exempt ? { exempt } : {}),
    branch: null,
  };
}

/** Where Typst finds the bytes of a picture, from the root of its workspace. */
export function picturePath({ asset, mediaType }: Pick<PrintImage, 'asset' | 'mediaType'>): string {
  return `/pictures/${asset}.${mediaType.replace('image/', '')}`;
}

function laid(
  block: Exclude<PrintBlock, ListBlock>,
  pictures: Pictures,
  held: Held,
): Plain | LaidTable | LaidImage {
  if (block.type === 'table') return layOutTable(block, held.rows.get(block.id));
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

/** Gathers neighbouring items of one list; order and words are those of the model. */
export function layOut(
  print: PrintDocument,
  pictures = noPictures,
  contents: PdfChoice['contents'] = defaultPdf.contents,
  held: Held = nothingHeld,
): Layout {
  const blocks: Layout['blocks'][number][] = [];
  const keeping = keepingOf(print, held);
  let open = null as PrintList | null;
  let listsContents = hasContents(print, contents);
  for (const block of print.blocks) {
    if (listsContents && block.type === 'heading') {
      blocks.push({ type: 'contents', keeping: unkept });
      listsContents = false;
    }
    const kept = keeping.get(block.id) ?? unkept;
    if (!isListed(block)) {
      blocks.push({ ...laid(block, pictures, held), keeping: kept });
      open = null;
      continue;
    }
    const item = itemOf(block, kept);
    if (open?.type === block.kind && hang(open.branch, item)) continue;
    open = { type: block.kind, branch: { level: item.level, items: [item] } };
    blocks.push(open);
  }
  const { title, marking, notesAt } = print;
  const anchors = Object.fromEntries([...print.anchors].map((id) => [id, true as const]));
  const notes = Object.fromEntries(print.notes.map(({ number, content }) => [number, content]));
  return { title, marking, anchors, notes, notesAt, blocks };
}
