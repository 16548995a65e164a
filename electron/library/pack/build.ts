/** A meeting → finished packs: papers made ready, pages planned, sheets typeset, put together, and the public one proved. */
import path from 'node:path';
import type { ItemNumber } from '../../../shared/pack/agenda-numbers.ts';
import { numberItems } from '../../../shared/pack/agenda-numbers.ts';
import type { Assembled, AssemblyPart } from '../../../shared/pack/assembly.ts';
import { highestMarking } from '../../../shared/pack/highest-marking.ts';
import type { AgendaItem, Meeting } from '../../../shared/pack/meeting.ts';
import { inherited } from '../../../shared/pack/pack-papers.ts';
import type { Audience, PackPlan } from '../../../shared/pack/plan.ts';
import type { Proof } from '../../../shared/pack/proof-report.ts';
import { markingLine } from '../../../shared/print/marking.ts';
import type { BuildContext, BuildOrder } from './build-order.ts';
import { itemWordOf, plannedItems } from './edition.ts';
import { type FailedPaper, failureInAssembly } from './failed-papers.ts';
import { assemblyJob } from './job.ts';
import { orNoRoom } from './no-room.ts';
import type { PreparedPaper } from './prepare.ts';
import { passagesByName, proofJob } from './proof-job.ts';
import { refuseLeaks } from './proving.ts';
import { type FoundPapers, readPapers, withoutFailed } from './read-papers.ts';
import { type SheetSet, sheetSets } from './sheet-set.ts';

export interface BuiltFile extends Assembled {
  readonly audience: Audience;
  readonly file: string;
  readonly plan: PackPlan;
  /** What `notices` speak of. */
  readonly parts: readonly AssemblyPart[];
  /** Of a public pack that withholds something, and of any other public pack. */
  readonly proof: Proof | null;
}

export interface Build {
  /** As numbered and printed. */
  readonly items: readonly ItemNumber<AgendaItem>[];
  /** Of this edition, in order. */
  readonly papers: readonly PreparedPaper[];
  /** Those that could not be read and are left out. */
  readonly failed: readonly FailedPaper[];
  readonly files: readonly BuiltFile[];
  /** Of the restricted pack, whether or not it was asked for. */
  readonly plan: PackPlan;
}

/** Shares of the work, as people wait for it. */
const shares = { papers: 0.45, sheets: 0.1, assembly: 0.35 } as const;

/**
 * @throws PapersFailed with every paper that cannot be read; DespatchError `pack.changed`, `pack.leak` with `place`,
 *   `pack.stopped`, `pack.noRoom` with what there was no room for, `export.*`, `output.*`, `call.cancelled`
 */
export async function buildPack(order: BuildOrder, context: BuildContext): Promise<Build> {
  const items = numberItems<AgendaItem>(inherited(order.meeting.items));
  const share = (done: number, label: string) => context.progress(shares.papers * done, label);
  let found = await readPapers(items, order, { ...context, progress: share });
  for (;;) {
    const readable = found;
    const papers = await orNoRoom({ place: 'the pages in place of papers left out' }, () =>
      withoutFailed(readable, order),
    );
    try {
      return { ...(await buildOf(papers, items, order, context)), failed: failedIn(found) };
    } catch (thrown) {
      // Some files can be looked at and not be taken apart. Each round leaves out one more.
      const failed = failureInAssembly(thrown, papers);
      if (failed === null) throw thrown;
      found = withFailed(found, failed);
    }
  }
}

function failedIn(found: FoundPapers): FailedPaper[] {
  return found.flatMap(({ failed }) => failed ?? []);
}

function withFailed(found: FoundPapers, failed: FailedPaper): FoundPapers {
  return found.map((each) =>
    each.read?.paper.id === failed.of.paper.id ? { of: each.of, read: null, failed } : each,
  );
}

async function buildOf(
  papers: readonly PreparedPaper[],
  items: readonly ItemNumber<AgendaItem>[],
  order: BuildOrder,
  context: BuildContext,
): Promise<Omit<Build, 'failed'>> {
  const { meeting, edition, audiences, folder } = order;
  const { progress } = context;
  const byId = new Map(papers.map((paper) => [paper.paper.id, paper]));
  const passages = new Map(papers.map((paper) => [paper.paper.id, paper.passages]));
  const withheld = papers.some(({ whole, open }) => whole !== open);
  progress(shares.papers, 'Typesetting the agenda');
  const planned = plannedItems(items, (id) => {
    const paper = byId.get(id);
    return paper ? { pages: paper.whole.pages, publicPages: paper.open?.pages ?? null } : null;
  });
  const copyNames = withheld
    ? { restricted: 'Restricted pack', public: 'Public pack' }
    : { restricted: '', public: '' };
  const sets = await orNoRoom({ place: 'the agenda' }, () =>
    sheetSets({ meeting, edition, items, planned, papers: byId, passages, copyNames, folder }, [
      ...new Set<Audience>(['restricted', ...audiences]),
    ]),
  );
  const files: BuiltFile[] = [];
  const share = shares.assembly / audiences.length;
  for (const [at, audience] of audiences.entries()) {
    const set = sets.get(audience);
    if (!set) throw new Error(audience);
    const from = shares.papers + shares.sheets + share * at;
    files.push(
      await putTogether({ order, items, papers: byId, audience, set }, context, (done) =>
        progress(from + share * done, `Putting the ${audience} pack together`),
      ),
    );
  }
  progress(1, 'Done');
  const plan = sets.get('restricted')?.plan;
  if (!plan) throw new Error('restricted');
  return { items, papers, files, plan };
}

interface Putting {
  readonly order: BuildOrder;
  readonly items: readonly ItemNumber<AgendaItem>[];
  readonly papers: ReadonlyMap<string, PreparedPaper>;
  readonly audience: Audience;
  readonly set: SheetSet;
}

async function putTogether(
  { order, items, papers, audience, set }: Putting,
  context: BuildContext,
  done: (share: number) => void,
): Promise<BuiltFile> {
  const { tools, signal, progress } = context;
  const { meeting, edition, folder } = order;
  const { plan, front, sheets, said } = set;
  const file = path.join(folder, `${audience}.pdf`);
  const shown = [...papers.values()].filter(({ open }) => audience === 'restricted' || open !== null);
  const job = assemblyJob({
    audience,
    items,
    papers,
    plan,
    sheets,
    names: { front: meeting.kind === 'ministerial' ? 'Running order' : 'Agenda', cover: edition.coverName },
    about: {
      title: front.title,
      author: meeting.properOfficer.split(/\r?\n/)[0]?.trim() || meeting.contact.name,
      subject: `${itemWordOf(meeting)}s 1 to ${items.at(-1)?.number ?? ''}`,
      language: 'en-GB',
      marking: markingOf(meeting, shown, audience),
      date: order.date,
      keepAnnotations: meeting.layout.keepAnnotations,
      output: file,
    },
  });
  const assembled = await orNoRoom({ place: `the ${audience} pack` }, () =>
    tools.assemble(job, signal, (at, of) => done(at / of)),
  );
  let proof: Proof | null = null;
  if (audience === 'public') {
    progress(
      shares.papers + shares.sheets + shares.assembly,
      'Proving that nothing exempt is in the public pack',
    );
    const proving = proofJob({
      publicFile: file,
      publicName: order.publicName,
      date: order.date,
      papers: [...papers.values()],
      sheets: said,
      bookmarks: job.bookmarks,
    });
    proof = await tools.prove(proving, signal);
    context.proved?.(proof);
    const passages = passagesByName([...papers.values()]);
    refuseLeaks(proof, {
      passageOf: (item) => passages.get(item),
      paperOn(page) {
        const of = plan.leaves.find(({ number, fallbackLabel }) => (number ?? fallbackLabel) === page)?.of;
        return of?.type === 'paper' ? of.paper : null;
      },
    });
  }
  return { ...assembled, audience, file, plan, parts: job.parts, proof };
}

/**
 * The meeting's own, or that of the part that is marked highest. A meeting's marking beyond OFFICIAL is for what it
 * withholds, so it does not go on the public copy.
 */
function markingOf({ marking }: Meeting, shown: readonly PreparedPaper[], audience: Audience): string | null {
  const own = audience === 'public' && marking?.classification !== 'OFFICIAL' ? null : marking;
  const highest = highestMarking([own, ...shown.map((paper) => paper.marking)]);
  return highest && markingLine(highest);
}
