/** What has been typed and is not on disk yet: the newest state of every section touched since. */
import type { AnySection, Marking } from '../../shared/document/schema.ts';
import type { DocumentSettings } from '../../shared/document/settings.ts';

/** One save. A key is there only where that part changed. */
export interface Changes {
  readonly sections: readonly AnySection[];
  readonly order?: readonly string[];
  readonly marking?: Marking | null;
  readonly settings?: DocumentSettings;
}

export class SaveQueue {
  #sections = new Map<string, AnySection>();
  #order: readonly string[] | undefined;
  #marking: { readonly value: Marking | null } | undefined;
  #settings: DocumentSettings | undefined;

  get isEmpty(): boolean {
    const nothing = this.#order === undefined && this.#marking === undefined && this.#settings === undefined;
    return nothing && this.#sections.size === 0;
  }

  add(changes: Changes): void {
    for (const section of changes.sections) this.#sections.set(section.id, section);
    if (changes.order !== undefined) this.#order = changes.order;
    if (changes.marking !== undefined) this.#marking = { value: changes.marking };
    if (changes.settings !== undefined) this.#settings = changes.settings;
  }

  /** Empties the queue into one save; null when there is nothing to save. */
  take(): Changes | null {
    if (this.isEmpty) return null;
    // A section touched and then deleted must not be sent beside an order that no longer names it.
    const kept = this.#order ? new Set(this.#order) : null;
    const sections = [...this.#sections.values()].filter(({ id }) => kept === null || kept.has(id));
    const changes: Changes = {
      sections,
      ...(this.#order ? { order: this.#order } : {}),
      ...(this.#marking ? { marking: this.#marking.value } : {}),
      ...(this.#settings ? { settings: this.#settings } : {}),
    };
    this.#sections = new Map();
    this.#order = undefined;
    this.#marking = undefined;
    this.#settings = undefined;
    return changes;
  }

  /** A save failed: its changes go back beneath whatever was typed since. */
  putBack(failed: Changes): void {
    const newer = this.take();
    this.add(failed);
    if (newer) this.add(newer);
  }
}
