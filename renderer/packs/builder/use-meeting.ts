/** One meeting while it is worked on, and how its papers stand. */
import { useMemo, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { PaperState } from '../../../shared/contract/meeting-calls.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { useServices } from '../../app/services.ts';
import type { Items } from '../agenda/tree.ts';
import { type Saved, type StepName, useSaved } from '../saved/use-saved.ts';

export type Opened = CallOutput<'meetings.open'>;

export interface MeetingSession extends Omit<Saved<Meeting>, 'state'> {
  readonly meeting: Meeting;
  readonly papers: ReadonlyMap<string, PaperState>;
  changeItems(make: (items: Items) => Items, step: StepName): boolean;
}

export function useMeeting(opened: Opened): MeetingSession {
  const { client } = useServices();
  const [papers, setPapers] = useState(() => byPaper(opened.papers));
  const meetingId = opened.meeting.id;
  const { state: meeting, ...saved } = useSaved<Meeting>({
    state: opened.meeting,
    revision: opened.revision,
    async save(baseRevision, state) {
      const call = await client.call('meetings.save', { meeting: state, baseRevision });
      setPapers(byPaper(call.papers));
      return call;
    },
    async readStored() {
      const stored = await client.call('meetings.open', { meetingId });
      return { state: stored.meeting, revision: stored.revision };
    },
  });
  const { change } = saved;
  const changeItems = useMemo<MeetingSession['changeItems']>(
    () => (make, step) =>
      change((now) => {
        const items = make(now.items);
        return items === now.items ? now : { ...now, items: [...items] };
      }, step),
    [change],
  );
  return { ...saved, meeting, papers, changeItems };
}

function byPaper(states: readonly PaperState[]): ReadonlyMap<string, PaperState> {
  return new Map(states.map((state) => [state.paperId, state]));
}
