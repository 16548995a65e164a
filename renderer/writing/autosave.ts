/** Autosave of a document: only what was touched since travels. */
import { serialiseSection } from '../../shared/document/parse.ts';
import type { AnySection, DespatchDocument } from '../../shared/document/schema.ts';
import { canonical } from '../saving/canonical.ts';
import { type Acknowledgement, Saving, type SavingParts } from '../saving/saving.ts';
import { type Changes, SaveQueue } from './save-queue.ts';

export interface SaveRequest extends Changes {
  readonly baseRevision: number;
}
export interface StoredVersion {
  readonly document: DespatchDocument;
  readonly revision: number;
}

export interface AutosaveParts
  extends Pick<SavingParts<Changes, StoredVersion>, 'revision' | 'readStored' | 'now' | 'later' | 'onState'> {
  save(request: SaveRequest): Promise<Acknowledgement>;
}

export class Autosave extends Saving<Changes, StoredVersion> {
  constructor({ save, ...parts }: AutosaveParts) {
    super({
      ...parts,
      waiting: new SaveQueue(),
      conflictCode: 'document.revisionConflict',
      save: (baseRevision, changes) => save({ baseRevision, ...changes }),
      holds: ({ document }, changes) => holds(document, changes),
    });
  }

  /** After a conflict: writes this window's whole document over the stored one. */
  overwrite(mine: DespatchDocument): Promise<void> {
    return this.replace({
      sections: mine.sections,
      order: mine.sections.map(({ id }) => id),
      marking: mine.marking,
      settings: mine.settings,
    });
  }
}

/** Whether a stored document already says exactly what was to be saved. */
function holds(stored: DespatchDocument, changes: Changes): boolean {
  const sections = new Map(stored.sections.map((section) => [section.id, section]));
  const sameSection = (section: AnySection) => {
    const other = sections.get(section.id);
    return other !== undefined && same(serialiseSection(other), serialiseSection(section));
  };
  return (
    changes.sections.every(sameSection) &&
    (changes.order === undefined ||
      same(
        changes.order,
        stored.sections.map(({ id }) => id),
      )) &&
    (changes.marking === undefined || same(changes.marking, stored.marking)) &&
    (changes.settings === undefined || same(changes.settings, stored.settings))
  );
}

function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}
