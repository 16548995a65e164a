/** The words of editions, page by page and passage by passage, and the two indexes that a search looks into. */
import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { type ExtractedPage, type LineRole, lineRoles } from '../../../shared/evidence/extraction.ts';
import { passageLengths } from '../../../shared/evidence/passages.ts';
import { pageStarts, wholeText } from '../../../shared/evidence/text.ts';
import { parseStored } from './stored-json.ts';

export interface PageRow {
  /** Counted from 1. */
  readonly number: number;
  /** What the page calls itself; null where it has no name. */
  readonly label: string | null;
  /** Where it begins in the whole text, and its length, in UTF-16 units. */
  readonly start: number;
  readonly length: number;
}

export interface StoredPage extends PageRow {
  readonly text: string;
  /** What each line is; empty: all are text. */
  readonly roles: LineRole[];
}

/** What of a source is searched beside its words. */
export interface SearchedSource {
  readonly id: string;
  /** The edition that is meant today. */
  readonly edition: string;
  readonly title: string;
  readonly author: string;
  readonly organisation: string;
  /** Fields of the department's or the user's own. */
  readonly own: Readonly<Record<string, string>>;
  /** Words for what has none of its own; found like a passage of page 1. */
  readonly description: string;
}

interface Range {
  readonly first: number;
  readonly last: number;
}
type RawPage = PageRow & {
  readonly roles: string;
  readonly first: number;
  readonly passages: number;
};

const rolesSchema = z.array(z.enum(lineRoles));

function rolesOf(json: string): LineRole[] {
  const roles = rolesSchema.safeParse(parseStored(json));
  if (roles.success) return roles.data;
  throw new DespatchError('library.damaged', {
    reason: 'the roles of a page are not as this version writes them',
  });
}

export type PassagesRepository = ReturnType<typeof passagesRepository>;

export function passagesRepository(database: Database) {
  const nextId = database
    .prepare<[], number>('SELECT coalesce(max(last), 0) + 1 FROM passage_ranges')
    .pluck();
  const insertPage = database.prepare(
    `INSERT INTO pages (edition, number, label, start, length, roles, first_passage, passages)
     VALUES (:edition, :number, :label, :start, :length, :roles, :first, :passages)`,
  );
  const insertPassage = database.prepare('INSERT INTO passages (id, page, start, text) VALUES (?, ?, ?, ?)');
  const insertRange = database.prepare(
    'INSERT INTO passage_ranges (first, last, edition, described, indexed) VALUES (?, ?, ?, ?, 0)',
  );
  const rangesToIndex = database.prepare<[string], Range>(
    'SELECT first, last FROM passage_ranges WHERE edition = ? AND NOT indexed',
  );
  const indexedRanges = database.prepare<[string], Range>(
    'SELECT first, last FROM passage_ranges WHERE edition = ? AND indexed',
  );
  const setIndexed = database.prepare('UPDATE passage_ranges SET indexed = ? WHERE first = ?');
  const index = database.prepare(
    'INSERT INTO passage_index (rowid, text) SELECT id, text FROM passages WHERE id BETWEEN ? AND ?',
  );
  const unindex = database.prepare(
    `INSERT INTO passage_index (passage_index, rowid, text)
     SELECT 'delete', id, text FROM passages WHERE id BETWEEN ? AND ?`,
  );
  const removeText = database.prepare('DELETE FROM passage_ranges WHERE edition = ? AND NOT described');
  const removeRanges = database.prepare('DELETE FROM passage_ranges WHERE edition = ?');
  const removePages = database.prepare('DELETE FROM pages WHERE edition = ?');
  const removeDescriptions = database.prepare(
    `DELETE FROM passage_ranges WHERE described AND edition IN (SELECT id FROM editions WHERE source_id = ?)`,
  );

  const pageColumns = 'number, label, start, length, roles, first_passage AS first, passages';
  const onePage = database.prepare<[string, number], RawPage>(
    `SELECT ${pageColumns} FROM pages WHERE edition = ? AND number = ?`,
  );
  const allPages = database.prepare<[string], RawPage>(
    `SELECT ${pageColumns} FROM pages WHERE edition = ? ORDER BY number`,
  );
  const pageRows = database.prepare<[string], PageRow>(
    'SELECT number, label, start, length FROM pages WHERE edition = ? ORDER BY number',
  );
  const texts = database
    .prepare<[number, number], string>('SELECT text FROM passages WHERE id BETWEEN ? AND ? ORDER BY id')
    .pluck();

  const removeSourceWords = database.prepare('DELETE FROM source_words WHERE source_id = ?');
  const insertSourceWords = database.prepare(
    `INSERT INTO source_words (source_id, title, author, organisation, own)
     VALUES (:id, :title, :author, :organisation, :own)`,
  );

  const textOf = ({ first, passages }: RawPage) => texts.all(first, first + passages - 1).join('');

  function toPage(raw: RawPage): StoredPage {
    const { number, label, start, length, roles } = raw;
    return { number, label, start, length, roles: rolesOf(roles), text: textOf(raw) };
  }

  function remove(edition: string): void {
    removeRanges.run(edition);
    removePages.run(edition);
  }

  function makeFindable(edition: string): void {
    for (const { first, last } of rangesToIndex.all(edition)) {
      index.run(first, last);
      setIndexed.run(1, first);
    }
  }

  return {
    /** The words of an edition, whose row is there already, instead of any it had; a search finds them. */
    put(edition: string, pages: readonly ExtractedPage[]): void {
      // Before anything goes: ids tell the words of now from those of before (`textVersion`), and are not given twice.
      const begin = nextId.get() ?? 1;
      removeText.run(edition);
      removePages.run(edition);
      const starts = pageStarts(pages);
      let id = begin;
      for (const [at, { label, text, roles }] of pages.entries()) {
        const first = id;
        const start = starts[at] ?? 0;
        let done = 0;
        for (const length of passageLengths(text)) {
          insertPassage.run(id, at + 1, start + done, text.slice(done, done + length));
          done += length;
          id += 1;
        }
        insertPage.run({
          edition,
          number: at + 1,
          label,
          start,
          length: text.length,
          roles: JSON.stringify(roles),
          first,
          passages: id - first,
        });
      }
      if (id === begin) return;
      insertRange.run(begin, id - 1, edition, 0);
      makeFindable(edition);
    },

    /** A search finds the edition, which has become the present one or is back from the bin. Doing it twice is well. */
    makeFindable,
    /** No search finds the edition any more: it is past, or in the bin. Its words stay. */
    hide(edition: string): void {
      for (const { first, last } of indexedRanges.all(edition)) {
        unindex.run(first, last);
        setIndexed.run(0, first);
      }
    },
    /** The words of an edition, gone. Deleting the row of the edition does the same. */
    remove,

    /** @returns null where there is no such page. */
    page(edition: string, number: number): StoredPage | null {
      const raw = onePage.get(edition, number);
      return raw ? toPage(raw) : null;
    },
    /** In order, without their words. */
    pagesOf: (edition: string): PageRow[] => pageRows.all(edition),
    /** In order, as they were put. */
    extractedPages: (edition: string): StoredPage[] => allPages.all(edition).map(toPage),
    /** In which the positions of citations count; empty where the edition is not there. */
    wholeText: (edition: string): string =>
      wholeText(allPages.all(edition).map((raw) => ({ text: textOf(raw) }))),

    /** What of a source is searched, instead of what was; to be put anew whenever any of it changes, never for the bin. */
    putSource({ id, edition, own, description, ...named }: SearchedSource): void {
      removeSourceWords.run(id);
      removeDescriptions.run(id);
      insertSourceWords.run({ id, ...named, own: Object.values(own).join('\n') });
      if (description.trim() === '') return;
      const passage = nextId.get() ?? 1;
      insertPassage.run(passage, 1, 0, description);
      insertRange.run(passage, passage, edition, 1);
      makeFindable(edition);
    },
    /** No search finds the source by its name; `hide` its edition for its words. */
    removeSource(id: string): void {
      removeSourceWords.run(id);
      removeDescriptions.run(id);
    },
  };
}
