/** The user's own words: spelt right because he says so. */
import type { Database } from 'better-sqlite3';

export type WordsRepository = ReturnType<typeof wordsRepository>;

export function wordsRepository(database: Database) {
  const all = database.prepare<[], string>('SELECT word FROM words ORDER BY word').pluck();
  const add = database.prepare('INSERT INTO words (word, added_at) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const remove = database.prepare('DELETE FROM words WHERE word = ?');
  return {
    /** In the order of their code points. */
    all: (): string[] => all.all(),
    add(word: string, time: string): void {
      add.run(word, time);
    },
    remove(word: string): void {
      remove.run(word);
    },
  };
}
