/** Notes and highlights of readers of packs. */
import type { Database } from 'better-sqlite3';
import { type ReaderNote, readerNoteSchema } from '../../../shared/pack/reader-note.ts';
import { parseBody } from './stored-body.ts';

export type NotesRepository = ReturnType<typeof notesRepository>;

export function notesRepository(database: Database) {
  const ofMeeting = database
    .prepare<[string], string>(
      `SELECT body FROM pack_notes WHERE meeting_id = ? ORDER BY body ->> 'createdAt', rowid`,
    )
    .pluck();
  const find = database.prepare<[string], string>('SELECT body FROM pack_notes WHERE id = ?').pluck();
  const put = database.prepare(
    'INSERT INTO pack_notes (id, meeting_id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const change = database.prepare('UPDATE pack_notes SET body = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM pack_notes WHERE id = ?');
  const toNote = (body: string): ReaderNote => parseBody(readerNoteSchema, body, 'a note');

  return {
    /** In the order they were made. */
    ofMeeting: (meetingId: string): ReaderNote[] => ofMeeting.all(meetingId).map(toNote),
    find(id: string): ReaderNote | undefined {
      const body = find.get(id);
      return body === undefined ? undefined : toNote(body);
    },
    /** One of the same id stays as it is. */
    insert(meetingId: string, note: ReaderNote): void {
      put.run(note.id, meetingId, JSON.stringify(note));
    },
    change(note: ReaderNote): void {
      change.run(JSON.stringify(note), note.id);
    },
    remove(id: string): void {
      remove.run(id);
    },
  };
}
