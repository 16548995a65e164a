/** The places a block or a section can be moved to without a mouse, by the names the outline has for them. */

import type { DespatchDocument } from '../../shared/document/schema.ts';
import type { BlockPlace } from '../editor/api.ts';
import type { Outline, OutlineEntry } from './outline.ts';

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly to: BlockPlace;
}

function called({ number, text }: OutlineEntry): string {
  return number === '' ? text : `${number} ${text}`;
}

/** The beginning and the end of everything the outline lists. */
export function blockPlaces(document: DespatchDocument, { entries, entryOf }: Outline): NamedPlace[] {
  return entries.flatMap((entry) => {
    const stretch = document.sections.flatMap((section) =>
      section.blocks
        .map((block, at) => ({ section, at, id: block.id }))
        .filter(({ id }) => entryOf.get(id) === entry.blockId),
    );
    const first = stretch[0];
    const last = stretch.at(-1);
    if (!first || !last) return [];
    const heading = first.section.blocks[first.at]?.kind === 'heading';
    const start = first.section.blocks[first.at + (heading ? 1 : 0)]?.id ?? null;
    const end = last.section.blocks[last.at + 1]?.id ?? null;
    return [
      {
        id: `start-${entry.blockId}`,
        name: `Beginning of ${called(entry)}`,
        to: { sectionId: first.section.id, beforeId: start },
      },
      {
        id: `end-${entry.blockId}`,
        name: `End of ${called(entry)}`,
        to: { sectionId: last.section.id, beforeId: end },
      },
    ];
  });
}

export interface SectionPlace {
  readonly id: string;
  readonly name: string;
  /** null: behind all others. */
  readonly beforeSectionId: string | null;
}

/** Before each section that the outline lists, and behind the last. */
export function sectionPlaces(document: DespatchDocument, { entries }: Outline): SectionPlace[] {
  const places = entries
    .filter(({ level }) => level === 1)
    .flatMap((entry) => {
      const section = document.sections.find(({ blocks }) => blocks.some(({ id }) => id === entry.blockId));
      return section && section.role !== 'front'
        ? [{ id: `before-${section.id}`, name: `Before ${called(entry)}`, beforeSectionId: section.id }]
        : [];
    });
  return [...places, { id: 'last', name: 'At the end of the document', beforeSectionId: null }];
}
