import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIBRARY_FILE } from '../../../../electron/library/db/connection.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { context } from '../scratch.ts';
import { openEvidence, textFile } from './evidence-library.ts';

const adder = fileURLToPath(new URL('./adder.ts', import.meta.url));

/** Adds the files in a process of its own, which is killed after it has said something so often; 0: while it starts. */
function addUntilKilled(folder: string, files: readonly string[], afterSigns: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [adder, '0', folder, ...files], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let signs = 0;
    const kill = () => signs >= afterSigns && child.kill('SIGKILL');
    child.stdout.on('data', (chunk: Buffer) => {
      signs += chunk.length;
      kill();
    });
    child.on('spawn', kill);
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}

/** As a power cut in the middle, at that very sign: whoever waits for a sign from outside may come too late to kill. */
function addUntilItsEnd(folder: string, files: readonly string[], signs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [adder, String(signs), folder, ...files], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}

interface Row {
  readonly id: string;
  readonly words: number;
  readonly text: string | null;
}

/** Every source has its original to the byte, and words that a search finds. */
function check(folder: string): void {
  const database = new Database(path.join(folder, LIBRARY_FILE), { readonly: true });
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    const rows = database
      .prepare<[], Row>(
        `SELECT editions.id, words, group_concat(text, '') AS text FROM sources JOIN editions ON editions.id = sources.edition
         LEFT JOIN passage_ranges ON passage_ranges.edition = editions.id AND indexed
         LEFT JOIN passages ON passages.id BETWEEN first AND last GROUP BY editions.id`,
      )
      .all();
    for (const { id, text } of rows) {
      const original = readFileSync(path.join(folder, 'originals', id.slice(0, 2), id));
      expect(createHash('sha256').update(original).digest('hex')).toBe(id);
      expect(text?.trim()).toBe(original.toString('utf8').trim());
    }
    const orphans = database.prepare(
      'SELECT count(*) FROM editions WHERE source_id NOT IN (SELECT id FROM sources)',
    );
    expect(orphans.pluck().get()).toBe(0);
  } finally {
    database.close();
  }
}

test('whatever is added in whatever order, and killed whenever, no source is without original or words', async () => {
  const folder = scratchFolder();
  const files = Array.from({ length: 40 }, (_, at) =>
    // Every fifth has the bytes of another.
    textFile(
      folder,
      `paper ${at}.txt`,
      `Words of paper ${at % 5 === 4 ? at - 1 : at} on herring and quays.\n`,
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(files, { minLength: 12 }),
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 2 }),
      async (some, kills) => {
        const library = path.join(scratchFolder(), 'library');
        openEvidence(library).close();
        for (const signs of kills) {
          await addUntilKilled(library, some, signs);
          check(library);
        }
        const opened = openEvidence(library);
        const left = await opened.handlers['evidence.batches']({}, context);
        for (const { id } of left) await opened.handlers['evidence.resume']({ batchId: id }, context);
        await opened.add(some);
        const listed = await opened.handlers['evidence.list']({}, context);
        expect(listed).toHaveLength(new Set(some.map((file) => readFileSync(file, 'utf8'))).size);
        opened.close();
        check(library);
      },
    ),
    { numRuns: 4 },
  );
}, 240_000);

test('a batch that was killed is found unfinished, and resuming it does the rest and nothing twice', async () => {
  const folder = scratchFolder();
  const library = path.join(folder, 'library');
  const files = Array.from({ length: 120 }, (_, at) =>
    textFile(folder, `${at}.txt`, `Words of number ${at}.\n`),
  );
  openEvidence(library).close();
  await addUntilItsEnd(library, files, 90);
  const opened = openEvidence(library);
  const [batch] = await opened.handlers['evidence.batches']({}, context);
  expect(batch).toMatchObject({ finishedAt: null, running: false });
  expect(batch?.rows).toHaveLength(120);
  const before = await opened.handlers['evidence.list']({}, context);
  expect(before.length).toBeLessThan(120);
  const resumed = await opened.handlers['evidence.resume']({ batchId: batch?.id ?? '' }, context);
  expect(resumed.finishedAt).not.toBeNull();
  expect(resumed.rows.every(({ status }) => status === 'added')).toBe(true);
  const after = await opened.handlers['evidence.list']({}, context);
  expect(after).toHaveLength(120);
  const kept = new Set(after.map(({ id }) => id));
  for (const { id } of before) expect(kept.has(id)).toBe(true);
}, 120_000);
