/** The words of documents for searching, block by block. Brought up to date before a search, never at a save. */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { HIT_BEGINS, HIT_ENDS } from './search-repository.ts';

export interface WordsOfBlock {
  readonly blockId: string;
  readonly text: string;
}

export interface FoundBlock {
  readonly documentId: string;
  readonly sectionId: string;
  readonly blockId: string;
  /** With HIT_BEGINS and HIT_ENDS around what was found. */
  readonly marked: string;
}

export type UsedWordsRepository = ReturnType<typeof usedWordsRepository>;

export function usedWordsRepository(database: Database) {
  const stale = database.prepare<[], { id: string; revision: number }>(
    `SELECT id, documents.revision FROM documents LEFT JOIN read_documents ON document_id = id
     WHERE deleted_at IS NULL AND read_documents.revision IS NOT documents.revision ORDER BY updated_at DESC`,
  );
  const bodies = database.prepare<[string], { id: string; body: string; hash: string | null }>(
    `SELECT sections.id, body, hash FROM sections LEFT JOIN read_sections
       ON read_sections.document_id = sections.document_id AND section_id = sections.id
     WHERE sections.document_id = ?`,
  );
  // What was read of a section goes with this, by the keys of the tables.
  const forget = database.prepare('DELETE FROM read_sections WHERE document_id = ? AND section_id = ?');
  const note = database.prepare('INSERT INTO read_sections (document_id, section_id, hash) VALUES (?, ?, ?)');
  const add = database.prepare(
    'INSERT INTO block_words (document_id, section_id, block_id, text) VALUES (?, ?, ?, ?)',
  );
  const noteDocument = database.prepare(
    'INSERT OR REPLACE INTO read_documents (document_id, revision) VALUES (?, ?)',
  );
  const find = database.prepare<[string, number], FoundBlock>(
    `SELECT block_words.document_id AS documentId, section_id AS sectionId, block_id AS blockId,
       highlight(block_index, 0, '${HIT_BEGINS}', '${HIT_ENDS}') AS marked
     FROM block_index JOIN block_words ON block_words.id = block_index.rowid
       JOIN documents ON documents.id = block_words.document_id AND deleted_at IS NULL
     WHERE block_index MATCH ? ORDER BY bm25(block_index), documents.updated_at DESC, block_words.id LIMIT ?`,
  );

  return {
    /** Documents that were saved since they were read; last saved first. */
    stale: () => stale.all(),
    /**
     * Reads the sections of a document that are no longer as they were read.
     * @param wordsIn the words of a section by its stored JSON.
     */
    readAgain(
      { id: documentId, revision }: { readonly id: string; readonly revision: number },
      wordsIn: (body: string) => readonly WordsOfBlock[],
    ): void {
      for (const { id, body, hash } of bodies.all(documentId)) {
        const now = createHash('sha256').update(body).digest('base64');
        if (now === hash) continue;
        forget.run(documentId, id);
        note.run(documentId, id, now);
        for (const { blockId, text } of wordsIn(body)) add.run(documentId, id, blockId, text);
      }
      noteDocument.run(documentId, revision);
    },
    /** @param match in the language of FTS5. */
    find: (match: string, limit: number): FoundBlock[] => find.all(match, limit),
  };
}
