/** What the Typst templates read: the print model with runs of list items gathered into lists that nest. */
import type { Inline } from '../../../../shared/document/schema.ts';
import type { PrintBlock, PrintDocument } from '../../../../shared/print/model.ts';

interface Item {
  readonly id: string;
  readonly marker: string;
  readonly level: number;
  readonly content: readonly Inline[];
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
}
export interface Layout {
  readonly title: string;
  readonly marking: string | null;
  readonly blocks: readonly (PrintBlock | PrintList)[];
}

/** Longer lists are set in pieces: Typst lays out a list with footnotes again for each of them (design.md). */
const MAX_ITEMS = 40;

interface Listed {
  readonly list: string;
  readonly item: Item;
  readonly leadsIn: boolean;
}

function listed(block: PrintBlock): Listed | null {
  const { id, content } = block;
  switch (block.type) {
    case 'numbered':
      return {
        list: block.list,
        item: { id, marker: block.marker, level: block.level, content, branch: null },
        leadsIn: block.leadsIn,
      };
    case 'point':
      return {
        list: 'point',
        item: { id, marker: '', level: block.level, content, branch: null },
        leadsIn: false,
      };
    case 'backgroundDocument':
      return { list: block.type, item: { id, marker: '', level: 0, content, branch: null }, leadsIn: false };
    default:
      return null;
  }
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
export function layOut(print: PrintDocument): Layout {
  const blocks: (PrintBlock | PrintList)[] = [];
  let open = null as PrintList | null;
  for (const [at, block] of print.blocks.entries()) {
    const entry = listed(block);
    if (!entry) {
      blocks.push(block);
      open = null;
      continue;
    }
    const { list, item } = entry;
    const next = print.blocks[at + 1];
    // What it announces is no item of the list: set by itself, it can be kept with it on one page.
    const leadsIn = entry.leadsIn && next !== undefined && listed(next)?.list !== list;
    const full = open !== null && open.branch.items.length >= MAX_ITEMS && item.level === open.branch.level;
    if (!leadsIn && open?.type === list && !full && hang(open.branch, item)) continue;
    open = { type: list, branch: { level: item.level, items: [item] }, leadsIn };
    blocks.push(open);
  }
  return { title: print.title, marking: print.marking, blocks };
}
