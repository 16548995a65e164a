/** Taking sources in and keeping what is known of them. */
import { createHash } from 'node:crypto';
import { promises } from 'node:fs';
import path from 'node:path';
import type { CallContext, CallInput } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { evidenceSourceCalls, SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';
import type { SourceListRow, SourceRow } from '../db/sources-repository.ts';
import type { Tables } from '../db/store.ts';
import { writeTarget } from '../export/target.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { filesInFolder } from './files-in-folder.ts';
import type { Intake, IntakeFile } from './intake.ts';
import type { ArrivedFile } from './originals.ts';
import {
  absorbSource,
  binSource,
  changeSource,
  detailsOf,
  findSource,
  restoreSource,
  wholeSource,
} from './source-rows.ts';
import { isSpokenOf } from './spoken-of.ts';
import type { WatchedFolders } from './watched-folders.ts';

type SourceCall = keyof typeof evidenceSourceCalls;
type ChosenFile = CallInput<'evidence.add'>['files'][number];

/** How long a window waits for news before it asks again, in ms. */
const NEWS_MS = 30_000;

export function sourceHandlers(
  services: Services,
  intake: Intake,
  folders: WatchedFolders,
): FeatureHandlers<SourceCall> {
  const { store, grants, now, originals, evidenceNews } = services;
  const time = () => now().toISOString();

  /** One change of the library that whoever waits is told of. */
  function write<Result>(work: (tables: Tables) => Result): Result {
    const result = store().write(work);
    evidenceNews.changed();
    return result;
  }

  /** Other processes say nothing; the file does. */
  let version: number | undefined;
  function lookElsewhere(): void {
    const found = store().version();
    if (version !== undefined && found !== version) evidenceNews.changed();
    version = found;
  }

  /** @param arrived those of bytes, which are kept at once, because nothing else has them. */
  async function chosen(file: ChosenFile, arrived: ArrivedFile[]): Promise<IntakeFile[]> {
    if ('bytes' in file) {
      const bytes = await originals.takeInBytes(file.bytes);
      arrived.push(bytes);
      await originals.keep([bytes]);
      return [{ path: '', name: path.basename(file.name), original: bytes.hash }];
    }
    const granted = grants.fileOf(file.grant, 'read');
    const found = await promises.stat(granted).catch(() => null);
    const files = found?.isDirectory() ? await filesInFolder(granted) : [granted];
    return files.map((one) => ({ path: one, name: path.basename(one) }));
  }

  function nameOf(file: ChosenFile): string {
    return path.basename('bytes' in file ? file.name : grants.fileOf(file.grant, 'read'));
  }

  async function begun(files: readonly ChosenFile[], editionOf: string | null): Promise<string> {
    const named: IntakeFile[] = [];
    const arrived: ArrivedFile[] = [];
    try {
      for (const file of files) named.push(...(await chosen(file, arrived)));
      return intake.begin(named, { folder: null, editionOf });
    } catch (thrown) {
      for (const one of arrived) await originals.forget(one, (hash) => isSpokenOf(store(), hash));
      throw thrown;
    }
  }

  return {
    'evidence.add': async ({ files, editionOf = null }, context) => {
      if (editionOf !== null) store().read((tables) => findSource(tables, editionOf));
      const refused = intake.refused(files.map(nameOf));
      if (refused) return refused;
      return intake.run(await begun(files, editionOf), watching(context));
    },
    'evidence.batches': async () => intake.batches(),
    'evidence.resume': async ({ batchId }, context) => intake.run(batchId, watching(context)),
    'evidence.dismiss': async ({ batchId }) => {
      intake.dismiss(batchId);
      return {};
    },

    'evidence.list': async ({ deleted = false }) =>
      store()
        .read(({ sources }) => sources.list(deleted))
        .map(toSummary),
    'evidence.get': async ({ sourceId }) =>
      store().read((tables) => wholeSource(tables, findSource(tables, sourceId))),
    'evidence.change': async ({ sourceId, updatedAt, details }) =>
      write((tables) => {
        const row = findSource(tables, sourceId);
        if (row.updatedAt !== updatedAt) throw new DespatchError('evidence.changed', { name: row.title });
        changeSource(tables, sourceId, details, later(time(), updatedAt));
        return wholeSource(tables, findSource(tables, sourceId));
      }),
    'evidence.remove': async ({ sourceId }) => {
      write((tables) => binSource(tables, findSource(tables, sourceId), time()));
      return {};
    },
    'evidence.restore': async ({ sourceId }) => {
      write((tables) => restoreSource(tables, findSource(tables, sourceId), time()));
      return {};
    },
    'evidence.makeEdition': async ({ sourceId, of }) =>
      write((tables) => {
        const [source, into] = [findSource(tables, sourceId), findSource(tables, of)];
        if (source.id === into.id) {
          throw new DespatchError('call.invalid', { reason: 'a source cannot be an edition of itself' });
        }
        const documents = tables.sources.citing(sourceId);
        if (documents > 0) {
          throw new DespatchError('evidence.cited', { name: source.title, other: into.title, documents });
        }
        absorbSource(tables, source, into, time());
        return wholeSource(tables, findSource(tables, of));
      }),
    'evidence.supersede': async ({ sourceId, by }) =>
      write((tables) => {
        const row = findSource(tables, sourceId);
        if (by !== null) refuseCircle(tables, row, by);
        tables.sources.setSupersededBy(sourceId, by, time());
        return wholeSource(tables, findSource(tables, sourceId));
      }),

    'evidence.saveOriginal': async ({ edition, grant }) => {
      const target = grants.fileOf(grant, 'write');
      const name = store().read(({ sources }) => {
        const sourceId = sources.ofEdition(edition);
        if (sourceId === undefined) throw new DespatchError('evidence.notFound');
        return sources.editions(sourceId).find(({ id }) => id === edition)?.fileName ?? edition;
      });
      const bytes = await promises.readFile(originals.pathOf(edition)).catch(() => null);
      if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== edition) {
        throw new DespatchError('evidence.originalMissing', { file: name });
      }
      await writeTarget(target, bytes);
      return { fileName: path.basename(target), bytes: bytes.length };
    },

    'evidence.folders': async () => folders.list(),
    'evidence.watch': async ({ grant }) => folders.add(grants.fileOf(grant, 'read')),
    'evidence.unwatch': async ({ folderId }) => {
      folders.remove(folderId);
      return {};
    },
    'evidence.changes': async ({ since }, context) => ({
      revision: await evidenceNews.wait(since, {
        withinMs: NEWS_MS,
        signal: watching(context).signal,
        look: lookElsewhere,
      }),
    }),
  };
}

/** In this process every signal is the platform's own. */
function watching({ signal, progress }: CallContext) {
  return { signal: signal instanceof AbortSignal ? signal : new AbortController().signal, progress };
}

/** Two changes within a millisecond must not look like one. */
function later(time: string, than: string): string {
  return time > than ? time : new Date(Date.parse(than) + 1).toISOString();
}

/** @throws DespatchError `evidence.circle`, `evidence.notFound` */
function refuseCircle(tables: Tables, source: SourceRow, by: string): void {
  for (let next: string | null = by; next !== null; next = findSource(tables, next).supersededBy) {
    if (next === source.id) throw new DespatchError('evidence.circle', { name: source.title });
  }
}

function toSummary(row: SourceListRow): SourceSummary {
  const { published, marking, reviewBy } = detailsOf(row);
  const { details: _details, deletedAt: _deletedAt, ...rest } = row;
  return { ...rest, published, marking, reviewBy };
}
