/** A document made from another one: the same words under new ids. */
import type { Mint } from '../document/build.ts';
import type { AnySection, Block, DespatchDocument, Inline, KnownBlock } from '../document/schema.ts';

/** The words of a block, and of the cells of a table, through a function. */
export function withContent<One extends KnownBlock>(
  block: One,
  change: (content: readonly Inline[]) => Inline[],
): One {
  const changed = { ...block, content: change(block.content) };
  if (block.kind !== 'table') return changed;
  return {
    ...changed,
    rows: block.rows.map((row) => row.map((cell) => ({ content: change(cell.content) }))),
  };
}

/** Comments are said about one document and stay with it. */
export function withoutComments(content: readonly Inline[]): Inline[] {
  return content.map((inline) => {
    if (inline.type === 'break') return inline;
    const { comments: _, ...rest } = inline;
    return rest;
  });
}

/**
 * References follow the blocks they point to; one that was broken stays broken.
 * @param document without unknown parts.
 */
export function copied(document: DespatchDocument, mint: Mint): DespatchDocument {
  const ids = new Map<string, string>();
  for (const { blocks } of document.sections) for (const { id } of blocks) ids.set(id, mint());
  const recast = (content: readonly Inline[]) =>
    withoutComments(content).map((inline) =>
      inline.type === 'reference' ? { ...inline, target: ids.get(inline.target) ?? inline.target } : inline,
    );
  const blockOf = (block: Block): Block =>
    block.kind === 'unknown' ? block : { ...withContent(block, recast), id: ids.get(block.id) ?? mint() };
  const sectionOf = (section: AnySection): AnySection =>
    section.role === 'unknown' ? section : { ...section, id: mint(), blocks: section.blocks.map(blockOf) };
  return { ...document, id: mint(), sections: document.sections.map(sectionOf) };
}
