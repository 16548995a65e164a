/** One source becomes the newest edition of another; one that documents cite may take the other's place instead. */
import { toErrorData } from '../../../shared/contract/errors.ts';
import { explain } from '../../../shared/contract/messages.ts';
import { notifyFailure } from '../../app/failures.ts';
import type { LibraryClient } from '../../client/client.ts';
import { notify } from '../../ui/toasts.tsx';

interface Named {
  readonly id: string;
  readonly title: string;
}

/** Says what it did, or why not. @param changed called whenever sources have. @returns whether it is an edition now. */
export async function makeEdition(
  client: LibraryClient,
  source: Named,
  of: Named,
  changed: () => void,
): Promise<boolean> {
  try {
    await client.call('evidence.makeEdition', { sourceId: source.id, of: of.id });
    changed();
    notify({
      tone: 'done',
      title: `“${of.title}” has a new edition`,
      body: 'Whatever cites the earlier one is listed under “To look at”.',
    });
    return true;
  } catch (thrown) {
    const error = toErrorData(thrown);
    if (error.code === 'evidence.cited') offerPlace(client, source, of, changed, error);
    else notifyFailure(thrown);
    return false;
  }
}

function offerPlace(
  client: LibraryClient,
  source: Named,
  of: Named,
  changed: () => void,
  error: ReturnType<typeof toErrorData>,
): void {
  const supersede = async (by: string | null) => {
    await client.call('evidence.supersede', { sourceId: of.id, by });
    changed();
  };
  const take = async () => {
    const before = (await client.call('evidence.get', { sourceId: of.id })).supersededBy;
    await supersede(source.id);
    notify({
      tone: 'done',
      title: `“${of.title}” is superseded by “${source.title}”`,
      body: 'Whatever cites the earlier one is listed under “To look at”.',
      actions: [{ label: 'Undo', run: () => void supersede(before).catch(notifyFailure) }],
    });
  };
  const { what, why, next } = explain(error);
  notify({
    tone: 'error',
    title: what,
    body: `${why} ${next}`,
    actions: [{ label: 'Let it take its place', run: () => void take().catch(notifyFailure) }],
  });
}
