/** Builds and checks packs of meetings of the library: its papers, and the processes that work on them. */
import { promises } from 'node:fs';
import path from 'node:path';
import type { CallContext } from '../../../shared/contract/calls.ts';
import { DespatchError, toErrorData } from '../../../shared/contract/errors.ts';
import { numberItems } from '../../../shared/pack/agenda-numbers.ts';
import { assemblyNoticeWords } from '../../../shared/pack/assembly-notice-words.ts';
import { defaultCheckSettings, type PaperContent } from '../../../shared/pack/check/input.ts';
import { checkPack } from '../../../shared/pack/check/run.ts';
import type { Inspection } from '../../../shared/pack/inspection.ts';
import type { AgendaItem, Meeting, Paper } from '../../../shared/pack/meeting.ts';
import { packPapers } from '../../../shared/pack/pack-papers.ts';
import type { Proof } from '../../../shared/pack/proof-report.ts';
import type { PageRange } from '../../../shared/pack/ranges.ts';
import { abortSignal } from '../abort-signal.ts';
import type { PackRow } from '../db/packs-repository.ts';
import type { Anchors } from '../evidence/anchors.ts';
import type { Services } from '../handlers.ts';
import type { StartAssembler } from '../pack/assembler-companion.ts';
import { assemble } from '../pack/assembling.ts';
import { type Build, buildPack } from '../pack/build.ts';
import { Inspector } from '../pack/inspecting.ts';
import { keptPlan } from '../pack/kept-plan.ts';
import { orNoRoom } from '../pack/no-room.ts';
import { proveNoLeak, sharedWordsNotices } from '../pack/proving.ts';
import { editionOf } from './editions.ts';
import { LibraryPapers, presentSources } from './library-papers.ts';
import {
  type BuildPacks,
  type BuiltPack,
  type CheckPack,
  PackRefused,
  type PackWorkshop,
} from './pack-builder.ts';

export function libraryWorkshop(services: Services, anchors: Anchors, start: StartAssembler): PackWorkshop {
  const workshop = { services, anchors, start };
  const at = { folder: services.folder };
  return {
    build: (order, context) =>
      orNoRoom(at, () => inWorkshop(workshop, order, (room) => buildInto(room, order, context))),
    check: (order, context) =>
      orNoRoom(at, () => inWorkshop(workshop, order, (room) => checkIn(room, order, context))),
  };
}

interface Workshop {
  readonly services: Services;
  readonly anchors: Anchors;
  readonly start: StartAssembler;
}
interface Room extends Workshop {
  readonly folder: string;
  readonly papers: LibraryPapers;
  inspect(file: string, name: string, signal: AbortSignal): Promise<Inspection>;
  closeInspector(): Promise<void>;
}
interface Place {
  readonly meeting: Meeting;
  readonly folder: string;
  readonly prefix: string;
}

async function inWorkshop<Result>(
  workshop: Workshop,
  { meeting, folder: above, prefix }: Place,
  work: (room: Room) => Promise<Result>,
): Promise<Result> {
  const folder = path.join(above, `${prefix}workshop`);
  await promises.mkdir(folder, { recursive: true, mode: 0o700 });
  const { services, anchors, start } = workshop;
  const inspector = new Inspector(start);
  try {
    return await work({
      ...workshop,
      folder,
      papers: new LibraryPapers(services, anchors, { meetingId: meeting.id, folder }),
      inspect: async (file, name, signal) => {
        const inspection = await inspector.inspect(file, name, signal);
        // An original is called by its hash: other bytes there are not what was added.
        if (inspection.sha256 === path.basename(file)) return inspection;
        throw new DespatchError('evidence.originalMissing', { file: name });
      },
      closeInspector: () => inspector.close(),
    });
  } finally {
    await inspector.close();
  }
}

async function buildInto(
  { services, start, folder, papers, inspect, closeInspector }: Room,
  order: Parameters<BuildPacks>[0],
  context: CallContext,
): Promise<BuiltPack[]> {
  const { meeting, edition, letter, prefix, refuse } = editionOf(order);
  refuse(services.store().read((tables) => presentSources(tables, meeting)));
  const proofs: Proof[] = [];
  const built = await buildPack(
    {
      meeting,
      edition,
      audiences: order.audiences,
      folder,
      publicName: `${meeting.committee}.pdf`,
      date: services.now().toISOString(),
      leaveOutUnreadable: order.leaveOutUnreadable,
    },
    {
      signal: abortSignal(context),
      progress: context.progress,
      proved: (proof) => proofs.push(proof),
      tools: {
        open: (paper, signal) => papers.open(paper, signal),
        inspect,
        assemble: async (job, signal, progress) => {
          // It may hold the largest of the papers still.
          await closeInspector();
          return assemble(job, { start, signal, progress });
        },
        prove: (job, signal) => proveNoLeak(job, { start, signal }),
      },
    },
  ).catch((thrown) => {
    const proof = proofs.at(-1);
    if (!proof || !(thrown instanceof DespatchError) || thrown.code !== 'pack.leak') throw thrown;
    throw new PackRefused(thrown.details, proof);
  });

  // Somebody may have saved a document meanwhile.
  const leftOut = new Set(built.failed.map(({ of }) => of.paper.id));
  const sources = papers.sources.filter(({ paperId }) => !leftOut.has(paperId));
  refuse(sources);
  built.files.forEach(refuseUnproved);
  return built.files.map(({ audience, file, sha256, bytes, pages, plan, proof, notices, parts }) => ({
    audience,
    file,
    sha256,
    bytes,
    pages,
    letter,
    prefix,
    lastNumber: plan.lastNumber,
    plan: keptPlan(built.items, plan),
    sources,
    proof,
    notices: [
      ...leftOutNotices(built),
      ...(proof ? sharedWordsNotices(proof) : []),
      ...assemblyNoticeWords(notices, parts),
    ],
  }));
}

function leftOutNotices({ failed, papers }: Build): string[] {
  return failed.map(({ of, item, file, reason }) => {
    const held = papers.some(({ paper }) => paper.id === of.paper.id);
    const become = held ? 'A page in its place says so.' : 'What was published of it stands.';
    return `“${file}” (${item}) could not be read and is left out. ${become} ${reason}.`;
  });
}

/** Nothing of a public pack is kept that was not searched, these very bytes, and found clean as far as it can be read. */
function refuseUnproved({ audience, sha256, proof }: Build['files'][number]): void {
  if (audience !== 'public') return;
  if (proof && proof.result !== 'leaks' && proof.sha256 === sha256) return;
  throw new DespatchError('pack.leak', {
    place: proof?.findings[0]?.where ?? 'a place that could not be read back',
  });
}

async function checkIn(room: Room, { meeting, pack }: Parameters<CheckPack>[0], context: CallContext) {
  const papers = packPapers(numberItems<AgendaItem>(meeting.items)).map(({ paper }) => paper);
  const contents = new Map<string, PaperContent>();
  for (const [at, paper] of papers.entries()) {
    if (context.signal.aborted) throw new DespatchError('call.cancelled');
    context.progress(at / papers.length, `Reading “${paper.title}”`);
    if (paper.source.type !== 'toFollow') contents.set(paper.id, await contentOf(room, paper, context));
  }
  context.progress(1, 'Checking');
  const { committeeId } = meeting;
  const committee = room.services
    .store()
    .read(({ committees }) => (committeeId === null ? undefined : committees.find(committeeId)?.committee));
  return checkPack({
    meeting,
    contents,
    ranges: pack && rangesOf(pack),
    lastNumber: pack?.lastNumber ?? null,
    settings: {
      ...defaultCheckSettings,
      clearDays: committee?.noticeDays ?? null,
      holidays: committee?.bankHolidays ?? null,
    },
  });
}

/** What is wrong with a paper is a finding; whatever else goes wrong ends the check. */
async function contentOf(
  { papers, inspect }: Room,
  paper: Paper,
  context: CallContext,
): Promise<PaperContent> {
  const signal = abortSignal(context);
  try {
    const opened = await papers.open(paper, signal);
    if (opened.type === 'pdf')
      return { type: 'pdf', inspection: await inspect(opened.file, opened.name, signal) };
    const { document, imported, sha256, bytes } = opened;
    return { type: 'document', document, imported, sha256, bytes };
  } catch (thrown) {
    if (!(thrown instanceof DespatchError) || !ofOnePaper.test(thrown.code)) throw thrown;
    return { type: 'failed', error: toErrorData(thrown) };
  }
}
const ofOnePaper = /^(?:input|document|package|evidence|image)\./;

function rangesOf({ plan }: PackRow): Map<string, PageRange> {
  return new Map(
    plan.papers.flatMap(({ paperId, numbers }) =>
      numbers === null ? [] : [[paperId, { first: numbers[0], last: numbers[1] }] as const],
    ),
  );
}
