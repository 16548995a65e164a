/** References to and from reference managers. */
import path from 'node:path';
import type { CallContext } from '../../shared/contract/calls.ts';
import { DespatchError } from '../../shared/contract/errors.ts';
import type { ReferenceFormat, ReferenceRow, referenceCalls } from '../../shared/contract/reference-calls.ts';
import { writeBibtex } from '../../shared/evidence/references/bibtex.ts';
import { filledFrom, sameReference } from '../../shared/evidence/references/match.ts';
import { writeRis } from '../../shared/evidence/references/ris.ts';
import type { CslItem } from '../../shared/evidence/source.ts';
import type { Tables } from './db/store.ts';
import { addReference, referenceFile } from './evidence/reference-source.ts';
import { changeSource, detailsOf, findSource } from './evidence/source-rows.ts';
import { writeTarget } from './export/target.ts';
import type { FeatureHandlers, Services } from './handlers.ts';

const writers: Readonly<
  Record<ReferenceFormat, (items: readonly CslItem[], ids: readonly string[]) => string>
> = {
  'csl-json': (items, ids) =>
    `${JSON.stringify(
      items.map((item, at) => ({ id: ids[at], ...item })),
      null,
      2,
    )}\n`,
  ris: (items) => writeRis(items),
  bibtex: (items) => writeBibtex(items),
};

export function referencesHandlers(services: Services): FeatureHandlers<keyof typeof referenceCalls> {
  const { store, grants, originals, mint, now, evidenceNews } = services;
  return {
    'references.export': async ({ format, sourceIds, grant }) => {
      const file = grants.fileOf(grant, 'write');
      const sources = store().read((tables) => {
        const ids = sourceIds ?? tables.sources.list(false).map(({ id }) => id);
        return ids.map((id) => {
          const row = findSource(tables, id);
          const { csl } = detailsOf(row);
          return { id, csl: { ...csl, title: csl.title?.trim() || row.title } };
        });
      });
      const words = writers[format](
        sources.map(({ csl }) => csl),
        sources.map(({ id }) => id),
      );
      const bytes = Buffer.from(words);
      await writeTarget(file, bytes);
      return { fileName: path.basename(file), bytes: bytes.length, sources: sources.length };
    },

    'references.import': async ({ grant }, context) => {
      const file = grants.fileOf(grant, 'read');
      context.progress(0, 'Reading');
      const items = await services.readReferences(file, signalOf(context));
      // All that may be wanted are kept first; what is matched instead is swept away again, being spoken of by nobody.
      const files = items.map(referenceFile);
      const wanted = store().read((tables) => {
        const known = allSources(tables);
        return files.filter(({ item, edition }) => !isKnown(tables, known, item, edition));
      });
      for (const { bytes } of wanted) await originals.keep([await originals.takeInBytes(bytes)]);
      if (context.signal.aborted) throw new DespatchError('call.cancelled', { file });
      context.progress(0.8, 'Saving');
      const kept = new Set(wanted.map(({ edition }) => edition));
      const time = now().toISOString();
      const rows = store().write((tables) => {
        const known = allSources(tables);
        return files.flatMap(({ item, bytes, edition }): ReferenceRow[] => {
          const id =
            known.find((source) => sameReference(source.csl, item))?.id ?? tables.sources.ofEdition(edition);
          if (id !== undefined) return [fill(tables, known, id, item, time)];
          if (!kept.has(edition)) return [];
          const added = mint();
          addReference(tables, added, { item, bytes, edition }, time);
          known.push({ id: added, csl: item });
          const row = findSource(tables, added);
          return [{ title: row.title, sourceId: added, status: 'added', filled: [], differs: [] }];
        });
      });
      evidenceNews.changed();
      return { rows };
    },
  };
}

interface KnownSource {
  readonly id: string;
  csl: CslItem;
}

function allSources(tables: Tables): KnownSource[] {
  return tables.sources.list(false).map((row) => ({ id: row.id, csl: detailsOf(row).csl }));
}

function isKnown(tables: Tables, known: readonly KnownSource[], item: CslItem, edition: string): boolean {
  return known.some(({ csl }) => sameReference(csl, item)) || tables.sources.ofEdition(edition) !== undefined;
}

/** What the source lacks comes in; what it has stays. */
function fill(tables: Tables, known: KnownSource[], id: string, item: CslItem, time: string): ReferenceRow {
  const row = findSource(tables, id);
  const details = detailsOf(row);
  const { csl, filled, differs } = filledFrom(details.csl, item);
  if (filled.length > 0) {
    changeSource(tables, id, { ...details, csl }, time > row.updatedAt ? time : row.updatedAt);
    const there = known.find((source) => source.id === id);
    if (there) there.csl = csl;
  }
  const { title } = findSource(tables, id);
  return { title, sourceId: id, status: filled.length > 0 ? 'filled' : 'same', filled, differs };
}

/** In this process every signal is the platform's own. */
function signalOf({ signal }: CallContext): AbortSignal {
  return signal instanceof AbortSignal ? signal : new AbortController().signal;
}
