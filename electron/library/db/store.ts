/** The open library file: its repositories, and the two kinds of transaction. */

import { DespatchError } from '../../../shared/contract/errors.ts';
import { type AssetsRepository, assetsRepository } from './assets-repository.ts';
import { type CommentsRepository, commentsRepository } from './comments-repository.ts';
import { type CommitteesRepository, committeesRepository } from './committees-repository.ts';
import { type ConnectionOptions, connectOrRead } from './connection.ts';
import { type DocumentsRepository, documentsRepository } from './documents-repository.ts';
import { type EditionsRepository, editionsRepository } from './editions-repository.ts';
import { guarded } from './failure.ts';
import { type ImportReportRepository, importReportRepository } from './import-report-repository.ts';
import { type IntakeRepository, intakeRepository } from './intake-repository.ts';
import { type LinesRepository, linesRepository } from './lines-repository.ts';
import { type LinksRepository, linksRepository } from './links-repository.ts';
import { type MeetingsRepository, meetingsRepository } from './meetings-repository.ts';
import { type NotesRepository, notesRepository } from './notes-repository.ts';
import { type PacksRepository, packsRepository } from './packs-repository.ts';
import { type PassagesRepository, passagesRepository } from './passages-repository.ts';
import { type SearchRepository, searchRepository } from './search-repository.ts';
import { type SourcesRepository, sourcesRepository } from './sources-repository.ts';
import { type UsedWordsRepository, usedWordsRepository } from './used-words-repository.ts';
import { type WordsRepository, wordsRepository } from './words-repository.ts';

export interface Tables {
  readonly assets: AssetsRepository;
  readonly comments: CommentsRepository;
  readonly committees: CommitteesRepository;
  readonly documents: DocumentsRepository;
  readonly editions: EditionsRepository;
  readonly importReport: ImportReportRepository;
  readonly intake: IntakeRepository;
  readonly lines: LinesRepository;
  readonly links: LinksRepository;
  readonly meetings: MeetingsRepository;
  readonly notes: NotesRepository;
  readonly packs: PacksRepository;
  readonly passages: PassagesRepository;
  readonly search: SearchRepository;
  readonly sources: SourcesRepository;
  readonly usedWords: UsedWordsRepository;
  readonly words: WordsRepository;
}

export interface Store {
  /** Why nothing in it may be changed, `library.readOnly`; null: it may. */
  readonly readOnly: DespatchError | null;
  /** One consistent view, whatever other processes write meanwhile. */
  read<Result>(work: (tables: Tables) => Result): Result;
  /** All or nothing, on disk when it returns. @throws DespatchError `library.readOnly` */
  write<Result>(work: (tables: Tables) => Result): Result;
  /** Another number than before once another process has written. */
  version(): number;
  close(): void;
}

/** @throws DespatchError `library.*`, as do all its methods. */
export function openStore(options: ConnectionOptions): Store {
  const { folder } = options;
  const connection = connectOrRead(options);
  const { database } = connection;
  const readOnly =
    connection.readOnly === null
      ? null
      : new DespatchError('library.readOnly', { folder, reason: connection.readOnly });
  return guarded(folder, () => {
    const tables = {
      assets: assetsRepository(database),
      comments: commentsRepository(database),
      committees: committeesRepository(database),
      documents: documentsRepository(database),
      editions: editionsRepository(database),
      importReport: importReportRepository(database),
      intake: intakeRepository(database),
      lines: linesRepository(database),
      links: linksRepository(database),
      meetings: meetingsRepository(database),
      notes: notesRepository(database),
      packs: packsRepository(database),
      passages: passagesRepository(database),
      search: searchRepository(database),
      sources: sourcesRepository(database),
      usedWords: usedWordsRepository(database),
      words: wordsRepository(database),
    };
    return {
      readOnly,
      read: (work) => guarded(folder, () => database.transaction(() => work(tables)).deferred()),
      // Immediate: the lock is taken before the revision is read, so that nobody saves in between.
      write(work) {
        if (readOnly) throw readOnly;
        return guarded(folder, () => database.transaction(() => work(tables)).immediate());
      },
      version: () => guarded(folder, () => Number(database.pragma('data_version', { simple: true }))),
      close: () => connection.close(),
    };
  });
}
