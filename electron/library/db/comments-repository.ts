/** The comment threads of each document, one to a row. */
import type { Database } from 'better-sqlite3';
import { type Thread, threadSchema } from '../../../shared/comments/thread.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { parseStored } from './stored-json.ts';

export type CommentsRepository = ReturnType<typeof commentsRepository>;

export function commentsRepository(database: Database) {
  const all = database
    .prepare<[string], string>(
      'SELECT body FROM comment_threads WHERE document_id = ? ORDER BY created_at, id',
    )
    .pluck();
  const find = database
    .prepare<[string, string], string>('SELECT body FROM comment_threads WHERE document_id = ? AND id = ?')
    .pluck();
  const put = database.prepare(
    `INSERT INTO comment_threads (document_id, id, body, created_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (document_id, id) DO UPDATE SET body = excluded.body`,
  );
  const remove = database.prepare('DELETE FROM comment_threads WHERE document_id = ? AND id = ?');

  return {
    /** Oldest first. @throws DespatchError `library.damaged` */
    all: (documentId: string): Thread[] => all.all(documentId).map(parseThread),
    /** @throws DespatchError `library.damaged` */
    find(documentId: string, threadId: string): Thread | null {
      const body = find.get(documentId, threadId);
      return body === undefined ? null : parseThread(body);
    },
    put(documentId: string, thread: Thread): void {
      put.run(documentId, thread.id, JSON.stringify(thread), thread.createdAt);
    },
    remove(documentId: string, threadId: string): void {
      remove.run(documentId, threadId);
    },
  };
}

function parseThread(body: string): Thread {
  const thread = threadSchema.safeParse(parseStored(body));
  if (thread.success) return thread.data;
  throw new DespatchError('library.damaged', { reason: 'a comment has lost its shape' });
}
