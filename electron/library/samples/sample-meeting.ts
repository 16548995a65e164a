/** The sample meeting of `resources/sample-library/meeting`, with its committee and its papers, as a clerk would have it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mint } from '../../../shared/document/build.ts';
import { type Committee, newCommittee } from '../../../shared/pack/committee.ts';
import { parseMeetingFile } from '../../../shared/pack/from-file.ts';
import type { AgendaItem, Meeting, Paper } from '../../../shared/pack/meeting.ts';
import { copyOf } from '../../../shared/pack/new-meeting.ts';
import { papersOf } from '../../../shared/pack/papers-of.ts';
import { usualItems } from '../../../shared/pack/standard-items.ts';
import type { MeetingFile } from '../db/meetings-repository.ts';
import type { Tables } from '../db/store.ts';
import type { Services } from '../handlers.ts';
import { paperFileKind } from '../meetings/paper-file-kind.ts';

const FOLDER = 'meeting';

export interface SampleMeeting {
  readonly meeting: Meeting;
  /** Those its papers take, by their paths in the meeting file. */
  readonly files: ReadonlyMap<string, MeetingFile>;
}

/**
 * Keeps the bytes of its files; nothing of it is in the database yet.
 * @param library the folder of the sample library.
 * @param documents file names of sample documents that papers take as what was written here.
 */
export async function readSampleMeeting(
  { originals, mint }: Pick<Services, 'originals' | 'mint'>,
  library: string,
  documents: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<SampleMeeting> {
  const folder = path.join(library, FOLDER);
  const read = parseMeetingFile(readFileSync(path.join(folder, 'meeting.json'), 'utf8'), 'meeting.json');
  const meeting = { ...read, id: mint(), items: read.items.map((item) => copyOf(item, mint)) };
  const files = new Map<string, MeetingFile>();
  for (const { paper } of papersOf(meeting)) {
    if (paper.source.type !== 'path' || documents.has(path.basename(paper.source.path))) continue;
    const file = path.join(folder, paper.source.path);
    const arrived = await originals.takeIn(file, signal);
    const name = path.basename(file);
    const kind = await paperFileKind(arrived.file, name);
    await originals.keep([arrived]);
    const { hash: sha256, bytes } = arrived;
    // Our own file, which nobody changes, is not looked at again.
    files.set(paper.source.path, { sha256, name, kind, bytes, cameFrom: null });
  }
  return { meeting, files };
}

/**
 * To be run in a write transaction. A committee of that name is taken as somebody has made it.
 * @param documents ids of the sample documents by their file names.
 */
export function enterSampleMeeting(
  tables: Tables,
  { meeting, files }: SampleMeeting,
  documents: ReadonlyMap<string, string>,
  { mint, time }: { mint: Mint; time: string },
): void {
  const known = tables.committees
    .list(false, time.slice(0, 10))
    .find(({ committee }) => committee.name === meeting.committee);
  const committee = known?.committee ?? committeeOf(meeting, mint);
  if (!known) tables.committees.insert(committee, time);
  const sourced = (paper: Paper): Paper => ({ ...paper, source: sourceOf(paper.source, files, documents) });
  const items = (list: readonly AgendaItem[]): AgendaItem[] =>
    list.map((item) => ({ ...item, papers: item.papers.map(sourced), items: items(item.items) }));
  tables.meetings.insert({ ...meeting, committeeId: committee.id, items: items(meeting.items) }, time);
  for (const file of files.values()) tables.meetings.putFile(meeting.id, file, time);
}

function committeeOf(meeting: Meeting, mint: Mint): Committee {
  const { committee: name, kind, body, country, members, venue, time, properOfficer, contact } = meeting;
  return {
    ...newCommittee(mint(), { name, kind, body }),
    ...{ country, members, venue, time, properOfficer, contact },
    standardItems: usualItems(kind, body, mint),
  };
}

function sourceOf(
  source: Paper['source'],
  files: ReadonlyMap<string, MeetingFile>,
  documents: ReadonlyMap<string, string>,
): Paper['source'] {
  if (source.type !== 'path') return source;
  const documentId = documents.get(path.basename(source.path));
  if (documentId !== undefined) return { type: 'document', documentId };
  const file = files.get(source.path);
  if (!file) throw new Error(`The sample meeting has no file ${source.path}.`);
  return { type: 'file', name: file.name, sha256: file.sha256 };
}
