import { useCallback, useEffect, useState } from 'react';
import type { CommitteeSummary } from '../../../shared/contract/committee-calls.ts';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import type { MeetingSummary } from '../../../shared/contract/meeting-calls.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { notify } from '../../ui/toasts.tsx';
import { meetingName } from './list-model.ts';

export interface Meetings {
  /** null while they are being read for the first time. */
  readonly kept: readonly MeetingSummary[] | null;
  readonly removed: readonly MeetingSummary[];
  readonly committees: readonly CommitteeSummary[];
  readonly removedCommittees: readonly CommitteeSummary[];
  readonly error: ErrorData | null;
  reload(): void;
  remove(meeting: MeetingSummary): void;
  restore(meeting: MeetingSummary): void;
  removeCommittee(committee: CommitteeSummary): void;
  restoreCommittee(committee: CommitteeSummary): void;
}

type Lists = Pick<Meetings, 'removed' | 'committees' | 'removedCommittees'> & { kept: Meetings['kept'] };
const nothing: Lists = { kept: null, removed: [], committees: [], removedCommittees: [] };

export function useMeetings(): Meetings {
  const { client } = useServices();
  const [lists, setLists] = useState(nothing);
  const [error, setError] = useState<ErrorData | null>(null);

  const load = useCallback(async () => {
    try {
      const [kept, removed, committees, removedCommittees] = await Promise.all([
        client.call('meetings.list', {}),
        client.call('meetings.list', { deleted: true }),
        client.call('committees.list', {}),
        client.call('committees.list', { deleted: true }),
      ]);
      setLists({ kept, removed, committees, removedCommittees });
      setError(null);
    } catch (thrown) {
      setError(toErrorData(thrown));
    }
  }, [client]);

  useEffect(() => {
    void load();
    // Another program, such as the command line, may have changed the library meanwhile.
    const onFocus = () => void load();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [load]);

  /** @returns whether it was done. */
  const change = async (run: () => Promise<unknown>): Promise<boolean> => {
    try {
      await run();
      return true;
    } catch (thrown) {
      notifyFailure(thrown);
      return false;
    } finally {
      await load();
    }
  };
  const moved = async (run: () => Promise<unknown>, title: string, undo: () => Promise<unknown>) => {
    if (!(await change(run))) return;
    notify({ tone: 'info', title, actions: [{ label: 'Undo', run: () => void change(undo) }] });
  };

  return {
    ...lists,
    error,
    reload: () => void load(),
    remove(meeting) {
      const { id: meetingId } = meeting;
      void moved(
        () => client.call('meetings.remove', { meetingId }),
        `“${meetingName(meeting)}” is in the bin`,
        () => client.call('meetings.restore', { meetingId }),
      );
    },
    restore: ({ id: meetingId }) => void change(() => client.call('meetings.restore', { meetingId })),
    removeCommittee({ id: committeeId, name }) {
      void moved(
        () => client.call('committees.remove', { committeeId }),
        `“${name}” is in the bin`,
        () => client.call('committees.restore', { committeeId }),
      );
    },
    restoreCommittee: ({ id: committeeId }) =>
      void change(() => client.call('committees.restore', { committeeId })),
  };
}
