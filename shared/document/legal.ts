/** Whether a document obeys the table of structure; what importer, editor and library all promise to produce. */
import { citationFaults } from './citations.ts';
import type { Block, DespatchDocument } from './schema.ts';
import { blockRules, MAX_BLOCKS_PER_SECTION, sectionRules } from './structure.ts';

/** Every breach of the structure in words for a developer or a log; empty when the document is legal. */
export function structureFaults(document: DespatchDocument): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  const claim = (id: string) => {
    if (seen.has(id)) faults.push(`the id ${id} is used twice`);
    seen.add(id);
  };
  let titles = 0;
  for (const section of document.sections) {
    claim(section.id);
    if (section.role === 'unknown') continue;
    const rule = sectionRules[section.role];
    if (!rule.documentKinds.includes(document.kind)) {
      faults.push(`a ${section.role} section stands in a ${document.kind}`);
    }
    if (section.blocks.length === 0) faults.push(`section ${section.id} is empty`);
    if (section.blocks.length > MAX_BLOCKS_PER_SECTION) {
      faults.push(`section ${section.id} holds ${section.blocks.length} blocks`);
    }
    for (const [at, block] of section.blocks.entries()) {
      claim(block.id);
      if (block.kind === 'unknown') continue;
      faults.push(...citationFaults(block));
      if (block.kind === 'title') titles += 1;
      if (!rule.blocks.includes(block.kind)) {
        faults.push(`a ${block.kind} stands in a ${section.role} section`);
      }
      const { minLevel, maxLevel } = blockRules[block.kind];
      if (block.level < minLevel || block.level > maxLevel) {
        faults.push(`${block.kind} ${block.id} has level ${block.level}`);
      }
      if (block.kind === 'heading' && block.level === 1 && at > 0) {
        faults.push(`heading ${block.id} of level 1 does not start its section`);
      }
      if (block.kind === 'table') {
        const width = block.rows[0]?.length;
        if (block.rows.some((row) => row.length !== width))
          faults.push(`table ${block.id} is not rectangular`);
      }
    }
    faults.push(...detailFaults(section.blocks));
  }
  if (titles !== 1) faults.push(`the document has ${titles} titles`);
  return faults;
}

/** Details belong to the nearest block before them that is none; under a row they stand complete and in order. */
function detailFaults(blocks: readonly Block[]): string[] {
  const faults: string[] = [];
  let at = 0;
  while (at < blocks.length) {
    const parent = blocks[at] as Block;
    const rule =
      parent.kind === 'unknown' || parent.kind === 'detail' ? null : blockRules[parent.kind].details;
    let end = at + 1;
    while (blocks[end]?.kind === 'detail') end += 1;
    const under = blocks.slice(parent.kind === 'detail' ? at : at + 1, end);
    const names = under.map((block) => (block.kind === 'detail' ? block.detail : null));
    if (rule?.form === 'row') {
      if (names.join() !== rule.names.join()) {
        faults.push(
          `${parent.kind} ${parent.id} has the details ${names.join() || 'none'}, not ${rule.names.join()}`,
        );
      }
    } else if (parent.kind !== 'unknown') {
      for (const [index, name] of names.entries()) {
        if (name === null || !rule?.names.includes(name)) {
          faults.push(`detail ${under[index]?.id} (${name}) stands under a ${parent.kind}`);
        }
      }
    }
    at = end;
  }
  return faults;
}
