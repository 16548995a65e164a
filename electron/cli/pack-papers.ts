/** Papers of a meeting file, read where they stand, each by a process that may die of it. */
import { createHash } from 'node:crypto';
import { createReadStream, promises } from 'node:fs';
import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import { recognise } from '../../shared/import/recognise.ts';
import type { Paper } from '../../shared/pack/meeting.ts';
import { openedPackage } from '../../shared/portable/opened.ts';
import { isCiting } from '../../shared/print/evidence-notices.ts';
import { printEvidence } from '../library/evidence/print-evidence.ts';
import { extractInChild, readPackageInChild, type StartExtractor } from '../library/import/extract.ts';
import { paperFileKind } from '../library/meetings/paper-file-kind.ts';
import type { OpenedDocument, OpenedPaper } from '../library/pack/opened-paper.ts';
import { picturesOf } from '../library/portable/packed-pictures.ts';
import { askedEvidence } from './evidence-options.ts';

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
    const prefix = `original-${sha256.slice(0, 12)}-`;
    const parts = await readPackageInChild(startExtractor, { file, folder: scratch, prefix }, options);
    return { ...common, ...(await despatchDocument(parts, source.path)) };
  }
  const read = await extractInChild(startExtractor, file, options);
  // The same file gives the same document, and the same pack the same bytes.
  let count = 0;
  const { document, report } = recognise(read, { mint: () => `${sha256.slice(0, 12)}-${++count}` });
  const imported = report.map(({ code, message, original, blockId }) => ({
    code,
    message,
    original,
    blockId,
  }));
  return { ...common, document, pictures: () => null, evidence: undefined, imported };
}

async function despatchDocument(
  parts: Awaited<ReturnType<typeof readPackageInChild>>,
  file: string,
): Promise<Pick<OpenedDocument, 'document' | 'pictures' | 'evidence' | 'imported'>> {
  const document = openedPackage(parts, file);
  const pictures = new Map(picturesOf(parts, file).map(({ sha256, bytes }) => [sha256, bytes]));
  const sources = parts.sources.map(({ id, details, editions }) => ({
    id,
    csl: details.csl,
    published: details.published,
    marking: details.marking,
    paged: editions[0]?.paged === true,
  }));
  const { choice, style } = await askedEvidence({});
  const evidence = isCiting(document)
    ? await printEvidence(choice, style, { sources, pages: {} })
    : undefined;
  return { document, pictures: (asset) => pictures.get(asset) ?? null, evidence, imported: null };
}

async function refuseNoFile(file: string, name: string): Promise<void> {
  const found = await orUnreadable(name, () => promises.stat(file));
  if (!found.isFile()) throw new DespatchError('input.notAFile', { file: name });
}

async function orUnreadable<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof DespatchError) throw thrown;
    const reason = (thrown as NodeJS.ErrnoException).code ?? String(thrown);
    throw new DespatchError(
      reason === 'ENOENT' ? 'input.notFound' : 'input.unreadable',
      { file, reason },
      { cause: thrown },
    );
  }
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
