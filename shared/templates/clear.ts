/** The skeleton of a document: what stays when its words go. */
import type { AnySection, Block, DespatchDocument, KnownBlock } from '../document/schema.ts';
import { blockRules } from '../document/structure.ts';

/** What the next document of the same form will say again. */
const kept: ReadonlySet<Block['kind']> = new Set(['heading', 'label', 'guidance']);

/**
 * Keeps headings, labels and guidance with their words; of every run of other blocks one of each kind, empty; of
 * tables the header cells; no pictures, no marking. Fields all stay, empty.
 */
export function cleared(document: DespatchDocument): DespatchDocument {
  const sections: AnySection[] = [];
  // A long section is continued in the next, so a run of points may be as well.
  let run: string[] = [];
  for (const section of document.sections) {
    if (section.role === 'unknown') continue;
    const blocks: KnownBlock[] = [];
    const previous = sections.at(-1);
    const [first] = section.blocks;
    const starts = first?.kind === 'heading' && first.level === 1;
    if (starts || previous?.role !== section.role) run = [];
    let keepsDetails = false;
    for (const block of section.blocks) {
      if (block.kind === 'unknown' || block.kind === 'image') continue;
      if (kept.has(block.kind)) {
        blocks.push({ ...block, citations: [] });
        if (block.kind !== 'guidance') run = [];
        keepsDetails = false;
      } else if (block.kind === 'detail') {
        if (keepsDetails) blocks.push(emptied(block));
      } else {
        const form = formOf(block);
        keepsDetails = !run.includes(form) && blockRules[block.kind].details !== null;
        if (run.includes(form)) continue;
        run.push(form);
        blocks.push(emptied(block));
      }
    }
    if (blocks.length > 0) sections.push({ ...section, blocks });
  }
  return { ...document, marking: null, sections };
}

/** Blocks of one form after one another say the same kind of thing. */
function formOf(block: KnownBlock): string {
  if (block.kind === 'field') return `field ${block.field}`;
  if (block.kind === 'attendee') return `attendee ${block.side}`;
  // Each table is laid out for what it shows.
  if (block.kind === 'table') return `table ${block.id}`;
  return block.kind;
}

function emptied<One extends KnownBlock>(block: One): One {
  const bare = { ...block, level: blockRules[block.kind].minLevel, content: [], citations: [] };
  if (block.kind !== 'table') return bare;
  const rows = block.rows.map((row, at) =>
    row.map((cell, column) => {
      const header = (block.headerRow && at === 0) || (block.headerColumn && column === 0);
      return header ? cell : { content: [] };
    }),
  );
  return { ...bare, rows };
}
