/** The library of standing lines. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { LineUseRow, lineCalls } from '../../../shared/contract/line-calls.ts';
import { fitOf } from '../../../shared/lines/find.ts';
import type { StandingLine } from '../../../shared/lines/line.ts';
import { saidByLine, saidByUse, spelledOut, usesIn } from '../../../shared/lines/said.ts';
import { standingOf } from '../../../shared/lines/standing.ts';
import { isNewVersion, tidied } from '../../../shared/lines/versions.ts';
import { printedTargets } from '../../../shared/references/targets.ts';
import { referenceText } from '../../../shared/references/words.ts';
import type { StoredLine, StoredUse } from '../db/lines-repository.ts';
import type { Tables } from '../db/store.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { parsedDocument } from '../stored-document.ts';
import { factOf } from './line-facts.ts';
import { searchDocuments } from './search-documents.ts';

const MOST_LISTED = 1000;

export function lineHandlers(services: Services): FeatureHandlers<keyof typeof lineCalls> {
  const { store, now, mint, evidenceNews } = services;
  const time = () => now().toISOString();

  function setDeletedAt(lineId: string, when: string | null): void {
    store().write((tables) => {
      const { deleted } = findLine(tables, lineId);
      if (deleted === (when === null)) tables.lines.setDeletedAt(lineId, when);
    });
    evidenceNews.changed();
  }

  return {
    'lines.list': async ({ query = '', kind, tag, deleted = false, limit = MOST_LISTED }) =>
      store().read(({ lines }) => {
        const all = lines.list(deleted);
        const uses = lines.useCounts();
        const found = all
          .filter((line) => (kind === undefined || line.kind === kind) && hasTag(line, tag))
          .map((line) => ({ line, fit: fitOf(line, query) }))
          .filter(({ fit }) => fit > 0)
          // The sort is stable: what fits equally well stands last changed first.
          .toSorted((one, other) => other.fit - one.fit)
          .slice(0, limit);
        return {
          lines: found.map(({ line }) => ({
            id: line.id,
            kind: line.kind,
            title: line.title,
            tags: line.tags,
            version: line.version,
            updatedAt: line.updatedAt,
            author: line.author,
            text: spelledOut(saidByLine(line)),
            citations: [line, ...line.details].reduce((sum, { citations }) => sum + citations.length, 0),
            uses: uses.get(line.id) ?? 0,
          })),
          tags: tagsOf(deleted ? lines.list(false) : all),
        };
      }),

    'lines.get': async ({ lineId }) =>
      store().read((tables) => ({
        ...findLine(tables, lineId),
        versions: tables.lines.versions(lineId),
      })),

    'lines.known': async ({ ids }) =>
      store().read(({ lines }) => [...new Set(ids)].flatMap((id) => lines.find(id) ?? [])),

    'lines.add': async ({ body, by }) => {
      const line: StandingLine = {
        ...tidied(body),
        id: mint(),
        version: 1,
        revision: 1,
        updatedAt: time(),
        author: by,
      };
      store().write(({ lines }) => lines.put(line));
      evidenceNews.changed();
      return line;
    },

    'lines.change': async ({ lineId, revision, body: given, by }) => {
      const changed = store().write((tables) => {
        const { line: before } = findLine(tables, lineId);
        if (before.revision !== revision) throw new DespatchError('line.changed', { name: before.title });
        const body = tidied(given);
        const isNew = isNewVersion(before, body);
        const line: StandingLine = {
          ...body,
          id: lineId,
          version: before.version + (isNew ? 1 : 0),
          revision: revision + 1,
          updatedAt: time(),
          author: isNew ? by : before.author,
        };
        tables.lines.put(line);
        return line;
      });
      evidenceNews.changed();
      return changed;
    },

    'lines.remove': async ({ lineId }) => {
      setDeletedAt(lineId, time());
      return {};
    },
    'lines.restore': async ({ lineId }) => {
      setDeletedAt(lineId, null);
      return {};
    },

    'lines.uses': async ({ lineId }) =>
      store().read((tables) => {
        const stored = findLine(tables, lineId);
        return byDocument(tables.lines.uses(lineId)).flatMap(([documentId, uses]) =>
          usesInDocument(tables, documentId, uses, stored),
        );
      }),

    'documents.search': (input, context) => searchDocuments(store(), input, context),
  };
}

/** @throws DespatchError `line.notFound` */
function findLine({ lines }: Tables, lineId: string): StoredLine {
  const found = lines.find(lineId);
  if (!found) throw new DespatchError('line.notFound', { lineId });
  return found;
}

function hasTag({ tags }: StandingLine, tag: string | undefined): boolean {
  return tag === undefined || tags.includes(tag);
}

function tagsOf(lines: readonly StandingLine[]): string[] {
  return [...new Set(lines.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b, 'en-GB'));
}

function byDocument(uses: readonly StoredUse[]): [string, StoredUse[]][] {
  const groups = new Map<string, StoredUse[]>();
  for (const use of uses) groups.set(use.documentId, [...(groups.get(use.documentId) ?? []), use]);
  return [...groups];
}

/** As last saved; a document that this version cannot read is left out. */
function usesInDocument(
  tables: Tables,
  documentId: string,
  uses: readonly StoredUse[],
  stored: StoredLine,
): LineUseRow[] {
  const row = tables.documents.find(documentId);
  if (!row) return [];
  const fact = factOf(stored);
  try {
    const { document } = parsedDocument(tables, documentId);
    const targets = printedTargets(document);
    const found = new Map(document.sections.flatMap(usesIn).map((use) => [use.block.id, use]));
    return uses.flatMap(({ blockId, version, usedBy, usedAt }) => {
      const use = found.get(blockId);
      if (!use) return [];
      const said = saidByUse(use, (reference) => referenceText(reference, targets) ?? '');
      const { kind } = use.block;
      return {
        documentId,
        documentTitle: row.title,
        documentKind: row.kind,
        updatedAt: row.updatedAt,
        blockId,
        text: spelledOut(said),
        version,
        standing: standingOf({ kind, version, said }, fact),
        usedBy,
        usedAt,
      };
    });
  } catch (thrown) {
    if (thrown instanceof DespatchError && thrown.code.startsWith('document.')) return [];
    throw thrown;
  }
}
