/** Papers of a meeting file, read where they stand, each by a process that may die of it. */

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, promises } from 'node:fs';
import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import type { Paper } from '../../shared/pack/meeting.ts';
import { fileError } from '../extractor/read-file.ts';
import { extractInChild, readPackageInChild, type StartExtractor } from '../library/import/extract.ts';
import { paperFileKind } from '../library/meetings/paper-file-kind.ts';
import { openedDespatch, openedText } from '../library/pack/open-file.ts';
import type { OpenedPaper } from '../library/pack/opened-paper.ts';

const TIMEOUT_MS = 5 * 60_000;

export interface PaperFolder {
  /** Of the meeting file. */
  readonly from: string;
  /** Of the temporary files of this run. */
  readonly scratch: string;
  readonly startExtractor: StartExtractor;
}

/** @throws DespatchError `input.*`, `package.*` */
export async function openPaperFile(
  { source }: Paper,
  { from, scratch, startExtractor }: PaperFolder,
  signal: AbortSignal,
): Promise<OpenedPaper> {
  if (source.type !== 'path') throw new Error(`A meeting file has no papers of type ${source.type}.`);
  const file = path.resolve(from, source.path);
  const name = path.basename(file);
  await refuseNoFile(file, source.path);
  const kind = await orUnreadable(source.path, () => paperFileKind(file, name));
  if (kind === 'pdf') return { type: 'pdf', file, name };
  const { sha256, bytes } = await orUnreadable(source.path, () => hashOf(file));
  const options = { signal, timeoutMs: TIMEOUT_MS };
  const common = { type: 'document', name, sha256, bytes } as const;
  if (kind === 'despatch') {
    // One file may be several papers.
    const prefix = `original-${randomUUID()}-`;
    const parts = await readPackageInChild(startExtractor, { file, folder: scratch, prefix }, options);
    return { ...common, ...(await openedDespatch(parts, source.path)) };
  }
  return { ...common, ...openedText(await extractInChild(startExtractor, file, options), sha256) };
}

async function refuseNoFile(file: string, name: string): Promise<void> {
  const found = await orUnreadable(name, () => promises.stat(file));
  if (!found.isFile()) throw new DespatchError('input.notAFile', { file: name });
}

async function orUnreadable<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    throw fileError(file, thrown, false);
  }
}

/** SHA-256 of a file, lower-case hexadecimal. @throws what reading it throws */
export async function paperHash(file: string): Promise<string> {
  return (await hashOf(file)).sha256;
}

async function hashOf(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
