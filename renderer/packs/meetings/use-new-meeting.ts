/** The ways in which a meeting begins; each opens it. */
import { useMemo } from 'react';
import type { PackKind } from '../../../shared/pack/meeting.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';

export interface NewMeetings {
  ofCommittee(committeeId: string): void;
  /** The next one: with the standing items of the last. */
  nextAfter(meetingId: string): void;
  byItself(kind: PackKind, name: string): void;
}

export function useNewMeeting(): NewMeetings {
  const { client, go } = useServices();
  return useMemo(() => {
    const open = (make: Promise<{ meetingId: string }>) =>
      void make.then(({ meetingId }) => go({ screen: 'meeting', meetingId })).catch(notifyFailure);
    return {
      ofCommittee: (committeeId) => open(client.call('meetings.create', { committeeId })),
      nextAfter: (meetingId) => open(client.call('meetings.clone', { meetingId })),
      byItself: (kind, name) => open(client.call('meetings.create', { kind, name })),
    };
  }, [client, go]);
}
