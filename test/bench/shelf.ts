/** An evidence library of generated sources, made once and kept in .cache, and queries as somebody types them. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { decodeTrie } from 'cspell-trie-lib';
import { connect, LIBRARY_FILE } from '../../electron/library/db/connection.ts';
import { migrations } from '../../electron/library/db/migrations/index.ts';
import { passagesRepository } from '../../electron/library/db/passages-repository.ts';
import { sourceKinds } from '../../shared/evidence/source.ts';
import { dice } from './generate.ts';

const PAGES_PER_SOURCE = 50;
const WORDS_PER_PAGE = 400;
const VOCABULARY = 40_000;

const PIECE_BYTES = 256 * 1024 * 1024;
/** As FTS5 has them where nobody sets them. */
const USUAL_PIECE_BYTES = 1024 * 1024;
const USUAL_AUTOMERGE = 4;

/** Words that half of any English text consists of, the commonest first. */
const common = (
  'the of and to in a is that for it on as with be by are this was at from or an have not which will their has been ' +
  'they more were there can other all we who into its these also would should our per cent about than local children ' +
  'services government new work people support such no public where what year flood care report education health ' +
  'authorities policy need funding when some so only may england under those information through review while each'
).split(' ');

/** English words by how common they are, which after the first hundred is left to chance. */
function vocabulary(roll: () => number): string[] {
  const require = createRequire(import.meta.url);
  const file = path.join(path.dirname(require.resolve('@cspell/dict-en-gb-mit')), 'en_GB.trie.gz');
  const plain: string[] = [];
  for (const word of decodeTrie(gunzipSync(readFileSync(file))).words()) {
    if (/^[a-z]{3,12}$/.test(word)) plain.push(word);
  }
  const rest = Array.from({ length: VOCABULARY }, () => plain[Math.floor(roll() * plain.length)] ?? 'quay');
  return [...common, ...rest];
}

/** Draws words as often as Zipf's law has them: the nth commonest 1/n as often as the first. */
export function zipf(words: readonly string[], roll: () => number): () => string {
  const range = Math.log(words.length + 1);
  return () => words[Math.floor(Math.exp(roll() * range)) - 1] ?? 'the';
}

export function drawer(seed?: number): () => string {
  const words = vocabulary(dice());
  return zipf(words, dice(seed));
}

function pageText(word: () => string, roll: () => number): string {
  const lines: string[] = [];
  for (let count = 0; count < WORDS_PER_PAGE; ) {
    const length = 8 + Math.floor(roll() * 20);
    const sentence = Array.from({ length }, word).join(' ');
    const figure = roll() < 0.2 ? ` £${(roll() * 900).toFixed(1)} million` : '';
    lines.push(
      `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${figure}.${roll() < 0.2 ? '\n' : ' '}`,
    );
    count += length;
  }
  return lines.join('');
}

/** @returns the folder of a library of at least so many passages. */
export function shelfOf(passages: number): string {
  // One that was made with other tables is another.
  const tables = createHash('sha256')
    .update(migrations.map(({ up }) => up).join())
    .digest('hex')
    .slice(0, 8);
  const cache = path.join(import.meta.dirname, '..', '..', '.cache', 'bench');
  const folder = path.join(cache, `shelf-${passages}-${tables}`);
  if (existsSync(path.join(folder, LIBRARY_FILE))) return folder;
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const database = connect({ folder: unfinished, nativeBinding: null, now: () => new Date() });
  const usual = quickly(database);
  const source = database.prepare(
    `INSERT INTO sources (id, kind, title, author, organisation, issued, classification, published, details, edition,
       superseded_by, added_at, updated_at, deleted_at)
     VALUES (?, ?, ?, ?, ?, ?, NULL, 1, '{}', ?, NULL, '', '', NULL)`,
  );
  const edition = database.prepare(
    `INSERT INTO editions (id, source_id, number, file_name, media_type, bytes, added_at, text_state, paged, pages,
       words, outline, notices)
     VALUES (?, ?, 1, 'file.pdf', 'application/pdf', 1, '', 'text', 1, ?, 1, '[]', '[]')`,
  );
  const count = database.prepare<[], number>('SELECT coalesce(max(last), 0) FROM passage_ranges').pluck();
  const repository = passagesRepository(database);
  const roll = dice();
  const word = drawer();
  const add = (number: number): void => {
    const id = `source-${number}`;
    const hash = createHash('sha256').update(id).digest('hex');
    const title = Array.from({ length: 6 }, word).join(' ');
    const organisation = `Department ${number % 40}`;
    const kind = sourceKinds[number % sourceKinds.length] ?? 'pdf';
    source.run(id, kind, title, word(), organisation, `${2000 + (number % 26)}`, hash);
    edition.run(hash, id, PAGES_PER_SOURCE);
    const pages = Array.from({ length: PAGES_PER_SOURCE }, () => ({
      label: null,
      text: pageText(word, roll),
      roles: [],
    }));
    repository.put(hash, pages);
    repository.putSource({
      id,
      edition: hash,
      title,
      author: word(),
      organisation,
      own: {},
      description: '',
    });
  };
  database.transaction(() => {
    for (let number = 0; (count.get() ?? 0) < passages; number += 1) add(number);
  })();
  usual();
  database.close();
  renameSync(unfinished, folder);
  return folder;
}

/**
 * Writes without a journal, and to the index in a few large pieces that nothing merges on the way: what is half made is
 * thrown away. A million passages take two minutes instead of fifteen.
 * @returns sets what is kept in the file as the application has it.
 */
function quickly(database: Database): () => void {
  const set = (name: string, value: number) =>
    // As text of SQL: a bound number would be a fraction, which FTS5 refuses.
    database.exec(`INSERT INTO passage_index (passage_index, rank) VALUES ('${name}', ${value})`);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -500000');
  set('automerge', 0);
  set('hashsize', PIECE_BYTES);
  return () => {
    set('automerge', USUAL_AUTOMERGE);
    set('hashsize', USUAL_PIECE_BYTES);
    database.pragma('journal_mode = WAL');
  };
}

/** The bare database of a library. */
export function bareDatabase(folder: string): Database {
  return new SqliteDatabase(path.join(folder, LIBRARY_FILE), { readonly: true });
}
