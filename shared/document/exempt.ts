/**
 * Which blocks are withheld from the public. A heading that is exempt takes with it all that stands under it, up to the
 * next heading that is not deeper or a section of another kind; any other block takes the details that stand under it.
 */
import type { Exemption } from '../pack/exemption.ts';
import type { DespatchDocument, KnownBlock } from './schema.ts';

interface Reach {
  readonly exemption: Exemption;
  readonly level: number;
}

/** By block id, in reading order: the block's own exemption, or that of what it stands under. */
export function exemptBlocks(document: DespatchDocument): ReadonlyMap<string, Exemption> {
  const exempt = new Map<string, Exemption>();
  let heading: Reach | null = null;
  let role: string | null = null;
  for (const section of document.sections) {
    if (section.role !== role) heading = null;
    role = section.role;
    let owner: Exemption | null = null;
    for (const block of section.blocks) {
      const own = block.kind === 'unknown' ? undefined : block.exempt;
      if (block.kind === 'heading' && (heading === null || block.level <= heading.level)) {
        heading = own ? { exemption: own, level: block.level } : null;
      }
      if (block.kind !== 'detail') owner = own ?? null;
      const why = own ?? owner ?? heading?.exemption;
      if (why) exempt.set(block.id, why);
    }
  }
  return exempt;
}

/** Every exemption that a document calls on, in reading order; empty: all of it may be published. */
export function exemptionsIn(document: DespatchDocument): readonly Exemption[] {
  return [...exemptBlocks(document).values()];
}

/** Whether a block may be marked exempt: a document cannot hide that it exists, nor guidance be published. */
export function canBeExempt(kind: KnownBlock['kind']): boolean {
  return kind !== 'title' && kind !== 'guidance';
}

/**
 * The document as the public may see it, exempt blocks left out. Numbers must be counted in the whole one.
 * @param exempt as `exemptBlocks` says.
 */
export function withoutExempt(
  document: DespatchDocument,
  exempt: ReadonlyMap<string, Exemption> = exemptBlocks(document),
): DespatchDocument {
  if (exempt.size === 0) return document;
  const sections = document.sections.map((section) => {
    if (section.role === 'unknown' || !section.blocks.some(({ id }) => exempt.has(id))) return section;
    return { ...section, blocks: section.blocks.filter(({ id }) => !exempt.has(id)) };
  });
  return { ...document, sections };
}
