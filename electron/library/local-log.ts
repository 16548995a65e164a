/** Faults of ours, kept beside the library for whoever mends them. It never holds a word of a document. */
import { appendFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

export const LOG_FILE = 'despatch.log';

/** One older file of the same size is kept beside it. */
const MAX_LOG_BYTES = 1_000_000;

export interface LocalLog {
  /** @param during what the product was doing, for example the name of a call. */
  fault(during: string, thrown: unknown): void;
}

/** Errors the engine and SQLite word themselves; the words of others may quote the text they choked on. */
const wordedByTheEngine = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SqliteError']);

/** Name and stack, and the message only where it cannot quote a document. */
function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `a ${typeof thrown} was thrown`;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ` [${thrown.code}]` : '';
  const words = wordedByTheEngine.has(thrown.name) ? `: ${thrown.message}` : '';
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at .+:\d+/.test(line));
  const cause = thrown.cause === undefined ? [] : [`  because of ${describe(thrown.cause)}`];
  return [`${thrown.name}${code}${words}`, ...frames, ...cause].join('\n');
}

/** A log in this folder. A log that cannot be written must not hide what it was to tell, so it stays silent. */
export function openLocalLog(folder: string, now: () => Date): LocalLog {
  const file = path.join(folder, LOG_FILE);
  return {
    fault(during, thrown) {
      try {
        const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
        if (size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
        appendFileSync(file, `${now().toISOString()} ${during}: ${describe(thrown)}\n`, { mode: 0o600 });
      } catch {}
    },
  };
}
