/** Files of papers that are others now where they were added from; which to have is for the clerk to say, once for each. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import * as z from 'zod';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { useRemembered } from '../../ui/remembered.ts';
import { notify } from '../../ui/toasts.tsx';
import { paperChanged } from '../agenda/moves.ts';
import type { MeetingSession } from './use-meeting.ts';

export type ChangedFile = CallOutput<'meetings.changedFiles'>[number];

export interface ChangedFiles {
  /** By paper: those that nobody has decided on yet. */
  readonly open: ReadonlyMap<string, ChangedFile>;
  /** Looks anew. @returns how many are open. @throws DespatchError as the call */
  look(): Promise<number>;
  /** The copy in the library stays the paper until the file changes again. */
  keep(paperId: string): void;
  take(paperId: string): void;
}

const keptSchema = z.array(z.string()).max(1000);
const MOST_KEPT = 1000;
const keyOf = ({ paperId, changedAt }: ChangedFile) => `${paperId} ${changedAt ?? ''}`;
const none: readonly ChangedFile[] = [];

export function useChangedFiles(session: MeetingSession): ChangedFiles {
  const { client } = useServices();
  const { meeting, flush, changeItems } = session;
  const [found, setFound] = useState(none);
  const [kept, setKept] = useRemembered('packs.kept-copies', keptSchema, []);
  const decided = useRef(kept);
  decided.current = kept;
  const meetingId = meeting.id;

  const look = useCallback(async () => {
    await flush();
    const files = await client.call('meetings.changedFiles', { meetingId });
    const changed = files.filter(({ state }) => state === 'changed');
    setFound(changed);
    return changed.filter((file) => !decided.current.includes(keyOf(file))).length;
  }, [client, flush, meetingId]);

  // Files are written in other programs: whoever comes back from one may have changed some.
  useEffect(() => {
    const lookAgain = () =>
      void look().catch(() => {
        // A meeting that cannot be saved says so above the agenda; before a build it is looked again.
      });
    lookAgain();
    window.addEventListener('focus', lookAgain);
    return () => window.removeEventListener('focus', lookAgain);
  }, [look]);

  const take = async (paperId: string) => {
    await flush();
    const { source, name, reason, status } = await client.call('meetings.takeChanged', {
      meetingId,
      paperId,
    });
    if (source === null) {
      notify({ tone: 'error', title: `“${name}” was not taken`, body: reason ?? '' });
      return;
    }
    changeItems((now) => paperChanged(now, paperId, { source }), { name: 'Take the new file' });
    setFound((now) => now.filter((file) => file.paperId !== paperId));
    notify({
      tone: 'done',
      title: `“${name}” is taken as it is now`,
      body: status === 'duplicate' ? (reason ?? '') : 'Undo brings back the copy from when it was added.',
    });
  };

  const open = useMemo(
    () =>
      new Map(
        found.filter((file) => !kept.includes(keyOf(file))).map((file) => [file.paperId, file] as const),
      ),
    [found, kept],
  );
  return {
    open,
    look,
    keep(paperId) {
      const file = open.get(paperId);
      if (file) setKept((now) => [...now, keyOf(file)].slice(-MOST_KEPT));
    },
    take: (paperId) => void take(paperId).catch(notifyFailure),
  };
}
