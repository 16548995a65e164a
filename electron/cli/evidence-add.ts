/** `evidence add`: files become sources of the evidence library. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import type { Batch, IntakeRow } from '../../shared/contract/evidence-source-calls.ts';
import { filesInFolder } from '../library/evidence/files-in-folder.ts';
import { type CalledLibrary, withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';
import { nameWords, plural } from './words.ts';

/** As many as one call takes. */
const FILES_AT_ONCE = 5000;

/** A folder stands for its files; what is not there stays, so that the report says so. */
async function expand(given: string): Promise<string[]> {
  const found = statSync(given, { throwIfNoEntry: false });
  return found?.isDirectory() ? filesInFolder(given) : [given];
}

/** It has been added, as a source of its own, and looks like a new edition of another. */
const OFFERED = 'edition-offered';

function jsonRow(row: IntakeRow) {
  const { file, sourceId, title, kind, pages, words, status, reason, offer } = row;
  const about = { file, sourceId, title, kind, pages, words };
  if (offer === null) return { ...about, status, reason };
  return { ...about, status: OFFERED, reason: [reason, offered(row)].filter(Boolean).join(' ') };
}

/** What to do with an offer; "" where there is none. */
function offered({ sourceId, offer }: IntakeRow): string {
  if (offer === null) return '';
  return `It looks like a new edition of “${offer.title}”: "despatch evidence edition ${sourceId} --of ${offer.sourceId}" makes it one.`;
}

const statusWords: Readonly<Record<IntakeRow['status'], string>> = {
  waiting: 'waiting',
  working: 'working',
  added: 'added',
  newEdition: 'new edition',
  duplicate: 'there already',
  failed: 'failed',
  cancelled: 'cancelled',
};

function lines(row: IntakeRow): string[] {
  const { file, title, kind, pages, words, status, reason, offer } = row;
  const size = [
    kind ?? '',
    pages === null ? '' : plural(pages, 'page'),
    words === null ? '' : plural(words, 'word'),
  ];
  const about = [title === null ? '' : `“${title}”`, ...size].filter((part) => part !== '').join(', ');
  return [
    `${statusWords[status].padEnd(14)}${nameWords(file)}`,
    ...(about === '' ? [] : [`${' '.repeat(14)}${about}`]),
    ...(reason === null ? [] : [`${' '.repeat(14)}${reason}`]),
    ...(offer === null ? [] : [`${' '.repeat(14)}${offered(row)}`]),
  ];
}

function isTaken({ status }: IntakeRow): boolean {
  return status === 'added' || status === 'newEdition' || status === 'duplicate';
}

function sum(rows: readonly IntakeRow[]): string {
  const statuses = Object.keys(statusWords) as IntakeRow['status'][];
  const counts = statuses.flatMap((status) => {
    const count = rows.filter((row) => row.status === status).length;
    return count === 0 ? [] : [`${count} ${statusWords[status]}`];
  });
  return `${plural(rows.length, 'file')}: ${counts.join(', ')}.`;
}

export const run: RunVerb = async (command, io) => {
  const files = (await Promise.all(command.operands.map(expand))).flat();
  if (files.length === 0) {
    throw new DespatchError('input.notFound', { file: command.operand, reason: 'the folder holds no files' });
  }
  const interrupted = io.interruption?.() ?? new AbortController().signal;
  const rows = await withLibrary(command, io, 'later', async ({ grants, call }) => {
    const taken: IntakeRow[] = [];
    for (let from = 0; from < files.length && !interrupted.aborted; from += FILES_AT_ONCE) {
      const part = files.slice(from, from + FILES_AT_ONCE);
      const named = part.map((file, at) => {
        const grant = `input-${from + at}`;
        grants.give(grant, path.resolve(file), 'read');
        return { grant };
      });
      const progress = (done: number, label: string) =>
        void io.progress?.(`${Math.round((100 * (from + done * part.length)) / files.length)}% ${label}`);
      const batch = await addOrStop(
        call,
        { files: named, editionOf: command.options['edition-of'] },
        { signal: interrupted, progress },
      );
      for (const [at, row] of batch.rows.entries()) taken.push({ ...row, file: part[at] ?? row.file });
      // It is reported here; nobody need be told of it again.
      await call('evidence.dismiss', { batchId: batch.id });
    }
    await io.progress?.('');
    return taken;
  });
  return {
    json: rows.map(jsonRow),
    words: [...rows.flatMap(lines), '', sum(rows)],
    findings: !rows.every(isTaken),
    unusable: !rows.some(isTaken) && !interrupted.aborted,
  };
};

/** Stopped by a person, the call fails; its batch tells how far it came. */
async function addOrStop(
  call: CalledLibrary['call'],
  { files, editionOf }: { readonly files: { grant: string }[]; readonly editionOf: string | undefined },
  context: Parameters<CalledLibrary['call']>[2],
): Promise<Batch> {
  try {
    return await call('evidence.add', { files, ...(editionOf === undefined ? {} : { editionOf }) }, context);
  } catch (thrown) {
    if (!(thrown instanceof DespatchError) || thrown.code !== 'call.cancelled') throw thrown;
    const batch = (await call('evidence.batches', {})).find(({ id }) => id === thrown.details['batchId']);
    if (batch === undefined) throw thrown;
    return batch;
  }
}
