/** What was published, as `pack build --json` prints it and `--supplement-to` reads it. */

import { promises } from 'node:fs';
import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import type { Meeting } from '../../shared/pack/meeting.ts';
import { type PackRecord, type Publication, recordSchema } from '../../shared/pack/publication.ts';
import { fileError } from '../extractor/read-file.ts';
import type { Build } from '../library/pack/build.ts';
import { keptPlan } from '../library/pack/kept-plan.ts';

/** @throws DespatchError `input.*`, `meeting.invalid` for what is no record, or one of another meeting */
export async function readRecord(file: string, meeting: Meeting): Promise<PackRecord> {
  const refuse = (reason: string) =>
    new DespatchError('meeting.invalid', { file: path.basename(file), reason });
  let raw: unknown;
  try {
    raw = JSON.parse(await promises.readFile(file, 'utf8'));
  } catch (thrown) {
    if (thrown instanceof SyntaxError) throw refuse('it is not JSON');
    throw fileError(file, thrown, false);
  }
  const record = raw instanceof Object && 'record' in raw ? raw.record : raw;
  const parsed = recordSchema.safeParse(record);
  if (!parsed.success) throw refuse('it is not what “pack build --json” prints');
  const { committee, date } = parsed.data;
  if (committee !== meeting.committee || date !== meeting.date) {
    throw refuse(`it is of another meeting: ${committee}, ${date}`);
  }
  return parsed.data;
}

export interface Published {
  readonly letter: string | null;
  readonly prefix: string;
}

export function publicationOf(
  { items, plan, papers, files }: Build,
  { letter, prefix }: Published,
): Publication {
  const open = files.find(({ audience }) => audience === 'public')?.plan;
  return {
    letter,
    prefix,
    restricted: { plan: keptPlan(items, plan), lastNumber: plan.lastNumber },
    public: open ? { plan: keptPlan(items, open), lastNumber: open.lastNumber } : null,
    // What was left out was not published: it is new to the next supplement.
    sources: papers
      .filter(({ opened }) => opened !== null)
      .map(({ paper, sha256 }) => ({ paperId: paper.id, sha256, revision: null })),
  };
}

export function recordOf(meeting: Meeting, publications: readonly Publication[]): PackRecord {
  const { committee, date, publicationDate } = meeting;
  return { format: 'despatch-pack-1', committee, date, publicationDate, publications: [...publications] };
}
