/** Citations that came back in a Word file: their sources are found in this library, or entered by their references. */

import type { Citation, DespatchDocument } from '../../../shared/document/schema.ts';
import { knownBlocks } from '../../../shared/document/walk.ts';
import type { KeptCitations } from '../../../shared/import/kept-schema.ts';
import { repointed } from '../../../shared/portable/repoint.ts';
import type { Tables } from '../db/store.ts';
import type { Services } from '../handlers.ts';
import { addReference, type ReferenceFile, referenceFile } from './reference-source.ts';

function citationsIn(document: DespatchDocument): Citation[] {
  return [...knownBlocks(document)].flatMap(({ citations }) => citations);
}

/** The library's own source, by the very file the words were taken from before its id, which a stranger could have chosen. */
function sourceHere(
  tables: Tables,
  { evidenceId, edition }: Pick<Citation, 'evidenceId' | 'edition'>,
): string | null {
  const byFile = edition === null ? undefined : tables.sources.ofEdition(edition);
  return byFile ?? (tables.sources.find(evidenceId) ? evidenceId : null);
}

export class ReturnedSources {
  readonly #files: ReadonlyMap<string, ReferenceFile>;

  private constructor(files: ReadonlyMap<string, ReferenceFile>) {
    this.#files = files;
  }

  /** Puts the references that this library lacks on the disk, before the transaction that speaks of them. */
  static async of(
    document: DespatchDocument,
    kept: KeptCitations | undefined,
    services: Pick<Services, 'store' | 'originals'>,
  ): Promise<ReturnedSources> {
    const csl = new Map(kept?.sources.map((source) => [source.id, source.csl]));
    const missing = services
      .store()
      .read((tables) => citationsIn(document).filter((citation) => sourceHere(tables, citation) === null));
    const files = new Map<string, ReferenceFile>();
    for (const { evidenceId } of missing) {
      const item = csl.get(evidenceId);
      if (item && !files.has(evidenceId)) files.set(evidenceId, referenceFile(item));
    }
    const { originals } = services;
    for (const { bytes } of files.values()) await originals.keep([await originals.takeInBytes(bytes)]);
    return new ReturnedSources(files);
  }

  /** To be run in the write transaction that inserts the document. */
  enter(tables: Tables, document: DespatchDocument, time: string): DespatchDocument {
    const entered = new Map<string, string>();
    const idOf = (evidenceId: string, edition: string | null): string => {
      const here = sourceHere(tables, { evidenceId, edition }) ?? entered.get(evidenceId);
      if (here !== undefined) return here;
      const file = this.#files.get(evidenceId);
      if (!file) return evidenceId;
      const known = tables.sources.ofEdition(file.edition);
      if (known === undefined) addReference(tables, evidenceId, file, time);
      const id = known ?? evidenceId;
      entered.set(evidenceId, id);
      return id;
    };
    return repointed(document, idOf);
  }

  get entered(): number {
    return this.#files.size;
  }
}
