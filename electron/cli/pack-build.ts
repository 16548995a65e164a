/** `pack build`: from a meeting file to finished packs, without a library. */

import { promises } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import { type ItemNumber, numberItems } from '../../shared/pack/agenda-numbers.ts';
import { parseMeetingFile } from '../../shared/pack/from-file.ts';
import type { AgendaItem, Meeting } from '../../shared/pack/meeting.ts';
import { inherited, type PackPaper, packPapers } from '../../shared/pack/pack-papers.ts';
import type { Audience } from '../../shared/pack/plan.ts';
import type { Proof } from '../../shared/pack/proof-report.ts';
import type { Publication } from '../../shared/pack/publication.ts';
import { paperState } from '../../shared/pack/supplement.ts';
import { decodeText } from '../extractor/decode.ts';
import { fileError } from '../extractor/read-file.ts';
import { removedAtExit } from '../library/export/removed-at-exit.ts';
import { outputFailure, writeTarget } from '../library/export/target.ts';
import { type Build, buildPack } from '../library/pack/build.ts';
import type { BuildOrder } from '../library/pack/build-order.ts';
import { wholePack } from '../library/pack/edition.ts';
import { PapersFailed } from '../library/pack/failed-papers.ts';
import { orNoRoom } from '../library/pack/no-room.ts';
import type { PackTools } from '../library/pack/opened-paper.ts';
import { consolidated, supplement, supplementLetter } from '../library/pack/supplement-edition.ts';
import {
  askedFiles,
  contentsOf,
  openPackTargets,
  type PackOutput,
  proofBytes,
  refuseInputs,
} from './pack-outputs.ts';
import { paperHash } from './pack-papers.ts';
import { publicationOf, readRecord } from './pack-record.ts';
import { packRefused, packSaid } from './pack-said.ts';
import { withPackTools } from './pack-tools.ts';
import type { RunVerb } from './run-verb.ts';

export const run: RunVerb = async (command, io) => {
  const { operand, options } = command;
  const asked = askedFiles(options);
  const meeting = await readMeeting(operand);
  const earlierFile = options['supplement-to'];
  const earlier = earlierFile === undefined ? [] : (await readRecord(earlierFile, meeting)).publications;
  refuseInputs(asked, operand, meeting, earlierFile === undefined ? [] : [earlierFile]);
  const write = openPackTargets(asked);
  const signal = io.interruption?.() ?? new AbortController().signal;
  const scratch = await orNoRoom({ folder: os.tmpdir() }, makeScratch);
  const finished = removedAtExit(scratch);
  const from = path.dirname(path.resolve(operand));
  const progress = (done: number, label: string) => void io.progress?.(`${Math.round(100 * done)}% ${label}`);
  const proofs: Proof[] = [];
  try {
    const proved = (proof: Proof) => proofs.push(proof);
    const leaveOutUnreadable = options['leave-out-unreadable'] !== undefined;
    const making = { meeting, asked, earlier, from, scratch, file: operand, leaveOutUnreadable };
    const made = await withPackTools(io, { from, scratch }, (tools) =>
      orNoRoom({ folder: os.tmpdir() }, () => make(making, { tools, signal, progress, proved })),
    );
    if (signal.aborted) throw new DespatchError('call.cancelled');
    const written = await write(contentsOf(made.build, made.consolidated));
    await io.progress?.('');
    return packSaid({ meeting, earlier, written, ...made });
  } catch (thrown) {
    await io.progress?.('');
    if (thrown instanceof PapersFailed) return packRefused(meeting, earlier, thrown);
    // The report of a leak is what the clerk needs to find it; nothing else is written.
    const [proof] = proofs;
    const file = asked.get('proof');
    const isLeak = thrown instanceof DespatchError && thrown.code === 'pack.leak';
    if (isLeak && proof && file !== undefined) await writeTarget(file, proofBytes(proof));
    throw thrown;
  } finally {
    await promises.rm(scratch, { recursive: true, force: true });
    finished();
  }
};

/** A folder for what is made on the way. @throws DespatchError `output.*` */
async function makeScratch(): Promise<string> {
  const prefix = path.join(os.tmpdir(), 'despatch-pack-');
  return promises.mkdtemp(prefix).catch((thrown) => {
    throw outputFailure(prefix, thrown);
  });
}

/** @throws DespatchError `input.*`, `meeting.invalid` */
async function readMeeting(file: string): Promise<Meeting> {
  let bytes: Buffer;
  try {
    bytes = await promises.readFile(file);
  } catch (thrown) {
    throw fileError(file, thrown, false);
  }
  // Notepad still writes UTF-16 where somebody chooses “Unicode”.
  return parseMeetingFile(decodeText(bytes, file).text, path.basename(file));
}

interface Making {
  readonly meeting: Meeting;
  /** The meeting file. */
  readonly file: string;
  readonly asked: ReadonlyMap<PackOutput, string>;
  /** What was published before; empty: nothing. */
  readonly earlier: readonly Publication[];
  readonly from: string;
  readonly scratch: string;
  readonly leaveOutUnreadable: boolean;
}
interface Context {
  readonly tools: PackTools;
  readonly signal: AbortSignal;
  progress(done: number, label: string): void;
  proved(proof: Proof): void;
}

interface Made {
  readonly build: Build;
  readonly publication: Publication;
  readonly consolidated: Build | null;
}

async function make(making: Making, context: Context): Promise<Made> {
  const { meeting, asked, earlier } = making;
  const audiences = audiencesOf(asked.has('pdf'), asked.has('public'));
  if (earlier.length === 0) {
    const build = await buildPack(await order(making, 'pack', wholePack(meeting), audiences), context);
    return { build, publication: publicationOf(build, { letter: null, prefix: '' }), consolidated: null };
  }
  const items = numberItems<AgendaItem>(inherited(meeting.items));
  const changed = await changedPapers(items, making);
  const edition = supplement({
    meeting,
    items,
    publications: earlier,
    has: ({ paper }) => changed.has(paper.id),
  });
  const build = await buildPack(await order(making, 'supplement', edition, audiences), context);
  const publication = publicationOf(build, supplementLetter({ publications: earlier, meeting }));
  const both = audiencesOf(asked.has('consolidated'), asked.has('consolidated-public'));
  if (both.length === 0) return { build, publication, consolidated: null };
  const all = consolidated({ meeting, items, publications: [...earlier, publication] });
  return {
    build,
    publication,
    consolidated: await buildPack(await order(making, 'consolidated', all, both), context),
  };
}

function audiencesOf(restricted: boolean, open: boolean): Audience[] {
  return [...(restricted ? (['restricted'] as const) : []), ...(open ? (['public'] as const) : [])];
}

async function order(
  { meeting, asked, scratch, leaveOutUnreadable }: Making,
  name: string,
  edition: BuildOrder['edition'],
  audiences: readonly Audience[],
): Promise<BuildOrder> {
  const folder = path.join(scratch, name);
  await promises.mkdir(folder);
  const publicFile = asked.get(name === 'consolidated' ? 'consolidated-public' : 'public') ?? '';
  const publicName = path.basename(publicFile);
  const date = new Date().toISOString();
  return { meeting, edition, audiences, folder, publicName, date, leaveOutUnreadable };
}

/** Papers that were never published, or from other bytes. @throws DespatchError `meeting.invalid` where there are none */
async function changedPapers(
  items: readonly ItemNumber<AgendaItem>[],
  { earlier, from, file }: Making,
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  for (const paper of packPapers(items)) {
    if (paper.paper.source.type === 'toFollow') continue;
    const sha256 = await hashOfPaper(paper, from);
    if (paperState(earlier, paper.paper.id, { sha256, revision: null }) !== 'same')
      changed.add(paper.paper.id);
  }
  if (changed.size === 0) {
    const reason = 'no document in it is new or has changed since what was published';
    throw new DespatchError('meeting.invalid', { file: path.basename(file), reason });
  }
  return changed;
}

/** null: it cannot be read, which is told with its item when it is built. */
async function hashOfPaper({ paper }: PackPaper, from: string): Promise<string | null> {
  if (paper.source.type !== 'path') return null;
  return paperHash(path.resolve(from, paper.source.path)).catch(() => null);
}
