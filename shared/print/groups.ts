/** Blocks with the details that stand under them, because neither reaches paper without the other. */
import type { AnySection, DetailBlock, KnownBlock, Section } from '../document/schema.ts';
import { isPrinted } from './words.ts';

export interface Group {
  /** A detail itself only where it has nothing to stand under, which no editor of ours makes. */
  readonly block: KnownBlock;
  readonly details: readonly DetailBlock[];
}

/** Sections are never changed in place, so only those typed in are grouped again. */
const grouped = new WeakMap<Section, readonly Group[]>();

/** The blocks of a section that are no details, each with those that follow it; blocks of a newer version left out. */
export function groupsOf(section: Section): readonly Group[] {
  const known = grouped.get(section);
  if (known) return known;
  const groups = [...inGroups(section)];
  grouped.set(section, groups);
  return groups;
}

function* inGroups(section: Section): Generator<Group> {
  let block: KnownBlock | null = null;
  let details: DetailBlock[] = [];
  for (const each of section.blocks) {
    if (each.kind === 'detail' && block !== null) {
      details.push(each);
      continue;
    }
    if (block !== null) yield { block, details };
    block = each.kind === 'unknown' ? null : each;
    details = [];
  }
  if (block !== null) yield { block, details };
}

/** The same for a whole document, section by section. */
export function* groupsOfAll(
  sections: readonly AnySection[],
): Generator<{ readonly section: Section; readonly group: Group }> {
  for (const section of sections) {
    if (section.role === 'unknown') continue;
    for (const group of groupsOf(section)) yield { section, group };
  }
}

/** Whether anything of it reaches paper: a question without words is still asked where its answer is written. */
export function isGroupPrinted({ block, details }: Group): boolean {
  return isPrinted(block) || (block.kind !== 'guidance' && details.some(isPrinted));
}
