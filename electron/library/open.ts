/** The library as one object: its file, its files' grants, and a handler for every call. Plain Node. */
import type { CallContext, Handlers } from '../../shared/contract/calls.ts';
import { committeeCalls } from '../../shared/contract/committee-calls.ts';
import { DespatchError, toErrorData } from '../../shared/contract/errors.ts';
import { evidenceReadingCalls } from '../../shared/contract/evidence-reading-calls.ts';
import { evidenceSearchCalls } from '../../shared/contract/evidence-search-calls.ts';
import { evidenceStandingCalls } from '../../shared/contract/evidence-standing-calls.ts';
import { lineCalls } from '../../shared/contract/line-calls.ts';
import { meetingCalls } from '../../shared/contract/meeting-calls.ts';
import { noticeCalls } from '../../shared/contract/notice-calls.ts';
import { packCalls } from '../../shared/contract/pack-calls.ts';
import { portableCalls } from '../../shared/contract/portable-calls.ts';
import { referenceCalls } from '../../shared/contract/reference-calls.ts';
import { sampleCalls } from '../../shared/contract/sample-calls.ts';
import { templateCalls } from '../../shared/contract/template-calls.ts';
import type { Mint } from '../../shared/document/build.ts';
import { assetHandlers } from './asset-handlers.ts';
import { commentHandlers } from './comment-handlers.ts';
import { libraryExists } from './db/connection.ts';
import { openStore, type Store } from './db/store.ts';
import { documentHandlers } from './document-handlers.ts';
import { Anchors } from './evidence/anchors.ts';
import { KeptStyles } from './evidence/csl/kept-styles.ts';
import { Intake } from './evidence/intake.ts';
import { EvidenceNews } from './evidence/news.ts';
import { Originals } from './evidence/originals.ts';
import { noReader, ReadingProcess, type StartReader } from './evidence/reading-process.ts';
import { sourceHandlers } from './evidence/source-handlers.ts';
import { WatchedFolders } from './evidence/watched-folders.ts';
import { createGrants, type Grants } from './grants.ts';
import type { Services } from './handlers.ts';
import {
  readPackageInChild,
  readReferencesInChild,
  readStyleInChild,
  type StartExtractor,
} from './import/extract.ts';
import { ExtractorPool } from './import/extractor-pool.ts';
import { late, namesOf } from './late.ts';
import type { StartAssembler } from './pack/assembler-companion.ts';
import { previewHandlers } from './preview/handlers.ts';
import type { StartTypesetter } from './preview/running-typesetter.ts';
import { noTypesetter, PreviewTypesetter } from './preview/typesetter.ts';
import { productVersion } from './product-version.ts';
import { spellingHandlers } from './spelling-handlers.ts';
import { styleHandlers } from './style-handlers.ts';

/** Processes that read evidence at the same time. */
const EXTRACTORS = 2;
/** A style is small; one that takes longer never ends. */
const STYLE_TIMEOUT_MS = 20_000;

/** Thousands of references take a second. */
const REFERENCES_TIMEOUT_MS = 60_000;
/** Some gigabytes from a slow stick. */
const PACKAGE_TIMEOUT_MS = 15 * 60_000;

export interface LibraryOptions {
  readonly folder: string;
  readonly mint: Mint;
  readonly now: () => Date;
  /** Reads a foreign file where it can do no harm. @throws DespatchError `input.*`, `call.cancelled` */
  readonly extract: Services['extract'];
  /** Starts a process that reads evidence; absent where none is taken in. */
  readonly startExtractor?: StartExtractor;
  /** Makes pages to look at; absent where nobody looks. */
  readonly startTypesetter?: StartTypesetter;
  /** Draws pages of foreign PDFs; absent where nobody looks. */
  readonly startReader?: StartReader;
  /** Takes PDFs apart and puts packs together; absent where no packs are built. */
  readonly startAssembler?: StartAssembler;
  /** A better-sqlite3 compiled for this runtime; null or absent for its own. */
  readonly nativeBinding?: string | null;
  /** Whether watched folders are looked at, and leftovers of a crash swept away, as long as it is open. */
  readonly watch?: boolean;
  /**
   * Where there is no library yet: `make` one at once, make it `later`, with the first document, so that a failed
   * import leaves nothing behind, or `refuse` with `library.notFound`.
   */
  readonly missing?: 'make' | 'later' | 'refuse';
}

export interface Library {
  readonly handlers: Handlers;
  readonly grants: Grants;
  /** Cancels what takes its time, so that calls that are running come to their end. */
  settle(): void;
  close(): void;
}

/** @throws DespatchError `library.*` */
export function openLibrary(options: LibraryOptions): Library {
  const { folder, mint, now, extract, nativeBinding = null, missing = 'make' } = options;
  const { startTypesetter = noTypesetter, startReader = noReader, startExtractor = noExtractor } = options;
  const { startAssembler } = options;
  let opened: Store | undefined;
  const store = (): Store => {
    opened ??= openStore({ folder, nativeBinding, now });
    return opened;
  };
  const exists = libraryExists(folder);
  if (!exists && missing === 'refuse') throw new DespatchError('library.notFound', { folder });
  if (exists || missing === 'make') store();

  const grants = createGrants();
  const services: Services = {
    store,
    folder,
    grants,
    mint,
    now,
    version: productVersion(),
    extract,
    readPackage: (asked, signal) =>
      readPackageInChild(startExtractor, asked, { signal, timeoutMs: PACKAGE_TIMEOUT_MS }),
    readReferences: (file, signal) =>
      readReferencesInChild(startExtractor, file, { signal, timeoutMs: REFERENCES_TIMEOUT_MS }),
    readStyle: (file, signal) =>
      readStyleInChild(startExtractor, file, { signal, timeoutMs: STYLE_TIMEOUT_MS }),
    originals: new Originals(folder),
    evidenceNews: new EvidenceNews(),
  };
  const extractors = new ExtractorPool(startExtractor, EXTRACTORS);
  const intake = new Intake(services, extractors);
  const folders = new WatchedFolders(services, intake);
  const anchors = new Anchors(store);
  const styles = new KeptStyles(folder);
  const typesetter = new PreviewTypesetter(
    startTypesetter,
    (asset) => store().read(({ assets }) => assets.get(asset)?.bytes ?? null),
    {},
    {
      revision: () => services.evidenceNews.revision,
      style: (id) => styles.chosen(id),
      of: async (citations) =>
        (await import('./evidence/export-evidence.ts')).exportEvidence(
          citations,
          services,
          anchors,
          inBackground,
        ),
    },
  );
  const reader = new ReadingProcess(startReader);
  const packs = new Originals(folder, 'packs');
  if (options.watch && store().readOnly) folders.cannotStart();
  else if (options.watch) {
    folders.start();
    void intake.sweep();
    void packs.sweep(new Set(store().read((tables) => tables.packs.hashes())), now());
  }
  return {
    handlers: {
      'library.state': async () => {
        const { readOnly } = store();
        return { readOnly: readOnly && toErrorData(readOnly) };
      },
      ...documentHandlers(services),
      ...assetHandlers(services),
      ...previewHandlers(typesetter),
      ...spellingHandlers(services),
      ...commentHandlers(services),
      ...styleHandlers(services, anchors),
      ...sourceHandlers(services, intake, folders),
      ...late(['documents.import', 'documents.setImportRowState'], async () =>
        (await import('./import-handlers.ts')).importHandlers(services),
      ),
      ...late(['documents.check'], async () =>
        (await import('./check-handlers.ts')).checkHandlers(services, anchors),
      ),
      ...late(['documents.export'], async () =>
        (await import('./export-handlers.ts')).exportHandlers(
          services,
          anchors,
          startAssembler ?? noAssembler,
        ),
      ),
      ...late(namesOf(portableCalls), async () =>
        (await import('./portable-handlers.ts')).portableHandlers(services),
      ),
      ...late(namesOf(referenceCalls), async () =>
        (await import('./references-handlers.ts')).referencesHandlers(services),
      ),
      ...late(namesOf(sampleCalls), async () =>
        (await import('./samples/sample-handlers.ts')).sampleHandlers(services, intake),
      ),
      ...late(namesOf(templateCalls), async () =>
        (await import('./template-handlers.ts')).templateHandlers(services),
      ),
      ...late(namesOf(evidenceSearchCalls), async () =>
        (await import('./evidence/search-handlers.ts')).searchHandlers(services),
      ),
      ...late(namesOf(evidenceReadingCalls), async () =>
        (await import('./evidence/reading-handlers.ts')).readingHandlers(services, reader),
      ),
      ...late(namesOf(evidenceStandingCalls), async () =>
        (await import('./evidence/standing-handlers.ts')).standingHandlers(services, anchors),
      ),
      ...late(namesOf(lineCalls), async () =>
        (await import('./lines/line-handlers.ts')).lineHandlers(services),
      ),
      ...late(namesOf({ ...committeeCalls, ...meetingCalls, ...noticeCalls, ...packCalls }), async () =>
        (await import('./meetings/handlers.ts')).meetingsHandlers(services, {
          anchors,
          packs,
          reader,
          extractors,
          startAssembler,
        }),
      ),
    },
    grants,
    settle() {
      folders.stop();
      intake.cancel();
      services.evidenceNews.release();
    },
    close() {
      typesetter.stop();
      folders.stop();
      intake.stop();
      reader.stop();
      opened?.close();
    },
  };
}

/** Nobody is told of it, and nobody stops it. */
const inBackground: CallContext = { signal: new AbortController().signal, progress: () => {} };

const noAssembler: StartAssembler = () => {
  throw new Error('nothing is proved here');
};

const noExtractor: StartExtractor = () => {
  throw new Error('nothing is taken in here');
};
