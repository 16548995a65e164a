/** Files that become papers: their bytes are kept as they are, and where they came from is looked at again. */
import { createHash } from 'node:crypto';
import { createReadStream, promises } from 'node:fs';
import path from 'node:path';
import type { CallContext } from '../../../shared/contract/calls.ts';
import { DespatchError, toErrorData } from '../../../shared/contract/errors.ts';
import type { AddedFile } from '../../../shared/contract/meeting-calls.ts';
import { explain } from '../../../shared/contract/messages.ts';
import { titleOfFile } from '../../../shared/pack/paper-title.ts';
import { papersOf } from '../../../shared/pack/papers-of.ts';
import type { MeetingRow } from '../db/meetings-repository.ts';
import type { ArrivedFile } from '../evidence/originals.ts';
import { isSpokenOf } from '../evidence/spoken-of.ts';
import type { Services } from '../handlers.ts';
import { paperFileKind } from './paper-file-kind.ts';

/** A file on a disk, or bytes that came with a name. */
export type ComingFile = { readonly path: string } | { readonly name: string; readonly bytes: Uint8Array };

const nameOf = (file: ComingFile) => ('path' in file ? path.basename(file.path) : path.basename(file.name));

export interface KeptFile {
  /** What became of the file, in words where it was not added. */
  readonly told: AddedFile;
  /** Its bytes, where the meeting did not have them yet. */
  readonly fresh: ArrivedFile | null;
}

/**
 * Keeps one file for a meeting; what is wrong with it, or that there is no room for it, is its answer.
 * @throws DespatchError other `library.*`, `call.cancelled`
 */
export async function keepPaperFile(
  { store, originals, now }: Services,
  meeting: MeetingRow,
  file: ComingFile,
  signal: AbortSignal,
): Promise<KeptFile> {
  const name = nameOf(file);
  const titled = titleOfFile(name);
  let arrived: ArrivedFile | undefined;
  try {
    arrived =
      'path' in file
        ? await originals.takeIn(file.path, signal)
        : await takeInBytes(originals, name, file.bytes);
    const kind = await paperFileKind(arrived.file, name);
    await originals.keep([arrived]);
    const { hash: sha256, bytes } = arrived;
    const cameFrom = 'path' in file ? path.resolve(file.path) : null;
    const isNew = store().write(({ meetings }) => {
      const isKnown = meetings.files(meeting.id).has(sha256);
      meetings.putFile(meeting.id, { sha256, name, kind, bytes, cameFrom }, now().toISOString());
      return !isKnown;
    });
    const there = papersOf(meeting.meeting).find(
      ({ paper }) => paper.source.type === 'file' && paper.source.sha256 === sha256,
    );
    const told: AddedFile = {
      name,
      status: there ? 'duplicate' : 'added',
      source: { type: 'file', name, sha256 },
      kind,
      bytes,
      ...titled,
      paperId: there?.paper.id ?? null,
      reason: there
        ? `The meeting has this file already: “${there.paper.title}” of “${there.item.title}”.`
        : null,
    };
    return { told, fresh: isNew ? arrived : null };
  } catch (thrown) {
    if (arrived) await originals.forget(arrived, (hash) => isSpokenOf(store(), hash));
    if (!(thrown instanceof DespatchError) || !isOfTheFile(thrown)) throw thrown;
    const { why, next } = explain(toErrorData(thrown));
    // Where its kind is the matter, the reason says what to do; the general advice is about importing.
    const advice = ['input.unsupported', 'input.misnamed'].includes(thrown.code) ? '' : ` ${next}`;
    const nothing = { source: null, kind: null, bytes: null, paperId: null };
    return {
      told: { name, status: 'failed', ...nothing, ...titled, reason: `${why}${advice}` },
      fresh: null,
    };
  }
}

/** A smaller file may find room where this one did not. */
function isOfTheFile({ code }: DespatchError): boolean {
  return code.startsWith('input.') || code === 'library.full';
}

/** Takes files back that came for papers which there will not be. */
export async function forgetPaperFiles(
  { store, originals }: Services,
  meetingId: string,
  fresh: readonly ArrivedFile[],
): Promise<void> {
  store().write(({ meetings }) => {
    for (const { hash } of fresh) meetings.deleteFile(meetingId, hash);
  });
  for (const one of fresh) await originals.forget(one, (hash) => isSpokenOf(store(), hash));
}

function takeInBytes(
  originals: Services['originals'],
  name: string,
  bytes: Uint8Array,
): Promise<ArrivedFile> {
  if (bytes.length === 0) throw new DespatchError('input.empty', { file: name, reason: 'it holds no bytes' });
  return originals.takeInBytes(bytes);
}

export interface ChangedFile {
  readonly paperId: string;
  readonly name: string;
  readonly state: 'changed' | 'gone';
  /** ISO 8601, UTC. */
  readonly changedAt: string | null;
}

/** Papers whose file is another one now, or is no longer where it came from. Reads every file once. */
export async function changedFiles({ store }: Services, row: MeetingRow, { signal, progress }: CallContext) {
  const files = store().read(({ meetings }) => meetings.files(row.id));
  const papers = papersOf(row.meeting);
  const changed: ChangedFile[] = [];
  for (const [at, { paper }] of papers.entries()) {
    if (signal.aborted) throw new DespatchError('call.cancelled');
    if (paper.source.type !== 'file') continue;
    const { sha256, name } = paper.source;
    const cameFrom = files.get(sha256)?.cameFrom ?? null;
    if (cameFrom === null) continue;
    progress(at / papers.length, name);
    const now = await hashOf(cameFrom);
    if (now === null) changed.push({ paperId: paper.id, name, state: 'gone', changedAt: null });
    else if (now.sha256 !== sha256)
      changed.push({ paperId: paper.id, name, state: 'changed', changedAt: now.changedAt });
  }
  return changed;
}

/** null: nothing can be read there. */
async function hashOf(file: string): Promise<{ sha256: string; changedAt: string } | null> {
  try {
    const found = await promises.stat(file);
    if (!found.isFile()) return null;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) hash.update(chunk);
    return { sha256: hash.digest('hex'), changedAt: found.mtime.toISOString() };
  } catch {
    return null;
  }
}

/** @throws DespatchError `call.invalid` where a paper has no file on a disk. */
export function cameFromOf({ store }: Services, row: MeetingRow, paperId: string): string {
  const paper = papersOf(row.meeting).find((each) => each.paper.id === paperId)?.paper;
  const sha256 = paper?.source.type === 'file' ? paper.source.sha256 : '';
  const cameFrom = store().read(({ meetings }) => meetings.files(row.id).get(sha256)?.cameFrom ?? null);
  if (cameFrom === null)
    throw new DespatchError('call.invalid', { reason: 'the paper is no file that came from a disk' });
  return cameFrom;
}
