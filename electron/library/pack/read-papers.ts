/** Reading all papers of an edition, each whatever becomes of the others, and what the pack is then made of. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { ItemNumber } from '../../../shared/pack/agenda-numbers.ts';
import type { AgendaItem } from '../../../shared/pack/meeting.ts';
import { type PackPaper, packPapers } from '../../../shared/pack/pack-papers.ts';
import type { BuildContext, BuildOrder } from './build-order.ts';
import { itemWordOf } from './edition.ts';
import { type FailedPaper, failureOf, PapersFailed } from './failed-papers.ts';
import { leftOutPaper } from './left-out.ts';
import { orNoRoom } from './no-room.ts';
import { type PreparedPaper, type Preparing, preparePaper } from './prepare.ts';

/** In the order of the pack. */
export type FoundPapers = readonly FoundPaper[];
type FoundPaper = { readonly of: PackPaper } & (
  | { readonly read: PreparedPaper; readonly failed: null }
  | { readonly read: null; readonly failed: FailedPaper }
);

/** @throws DespatchError whatever is no fault of a paper: `call.cancelled`, `output.*`, `pack.noRoom`, `pack.stopped` */
export async function readPapers(
  items: readonly ItemNumber<AgendaItem>[],
  { meeting, edition, folder }: Pick<BuildOrder, 'meeting' | 'edition' | 'folder'>,
  { tools, signal, progress }: Omit<BuildContext, 'proved'>,
): Promise<FoundPapers> {
  const preparing: Preparing = { tools, folder, signal, itemWord: itemWordOf(meeting) };
  const wanted = packPapers(items).filter(
    (paper) => paper.paper.source.type !== 'toFollow' && edition.has(paper),
  );
  const found: FoundPaper[] = [];
  for (const [at, paper] of wanted.entries()) {
    refuseCancelled(signal);
    progress(at / wanted.length, `Reading “${paper.paper.title}”`);
    found.push(await readPaper(paper, at, preparing));
  }
  refuseCancelled(signal);
  return found;
}

async function readPaper(of: PackPaper, at: number, preparing: Preparing): Promise<FoundPaper> {
  const called = `${preparing.itemWord} ${of.number}`;
  try {
    const read = await orNoRoom({ file: of.paper.title, item: called }, () =>
      preparePaper(of, at, preparing),
    );
    return { of, read, failed: null };
  } catch (thrown) {
    refuseCancelled(preparing.signal);
    const failed = failureOf(thrown, of, called);
    if (failed === null) throw thrown;
    return { of, read: null, failed };
  }
}

/**
 * What the pack is made of: the papers that could be read, and a page in the place of those left out.
 * @throws PapersFailed where none may be left out, or the edition cannot do without one.
 */
export async function withoutFailed(
  found: FoundPapers,
  { meeting, edition, folder, leaveOutUnreadable }: BuildOrder,
): Promise<PreparedPaper[]> {
  const failed = found.flatMap((each) => each.failed ?? []);
  const read = found.flatMap((each) => each.read ?? []);
  if (failed.length === 0) return read;
  const become = failed.map(({ of }) => edition.without(of));
  const nothing = read.length === 0 && become.every((each) => each === 'nothing');
  if (!leaveOutUnreadable || nothing || become.includes('refused')) throw new PapersFailed(failed, read);
  const papers: PreparedPaper[] = [];
  for (const [at, each] of found.entries()) {
    if (each.read) papers.push(each.read);
    else if (edition.without(each.of) === 'notice') {
      const called = `${itemWordOf(meeting)} ${each.of.number}`;
      papers.push(await leftOutPaper(each.failed, at, { meeting, called, folder }));
    }
  }
  return papers;
}

function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new DespatchError('call.cancelled');
}
