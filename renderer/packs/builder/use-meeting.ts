/** One meeting while it is worked on: its newest state, every step back, and its way to the disk. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { PaperState } from '../../../shared/contract/meeting-calls.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { canonical } from '../../saving/canonical.ts';
import { type SaveState, Saving } from '../../saving/saving.ts';
import { type History, redone, startOf, stepped, undone } from '../agenda/history.ts';
import type { Items } from '../agenda/tree.ts';
import { Newest } from './newest.ts';

/** A pause in typing, after which it is saved; whatever is no typing is saved at once. */
const PAUSE_MS = 500;

export type Opened = CallOutput<'meetings.open'>;

export interface StepName {
  /** As a person says it, for undo: "Move item". */
  readonly name: string;
  /** Of typing: what it goes on in, so that keys in one field are one step. */
  readonly merge?: string;
}

export interface MeetingActions {
  /** A change that gives the same object is none. @returns whether there was one. */
  change(make: (meeting: Meeting) => Meeting, step: StepName): boolean;
  changeItems(make: (items: Items) => Items, step: StepName): boolean;
  /** @returns the name of the step taken back; null: there was none. */
  undo(): string | null;
  redo(): string | null;
  /** @throws DespatchError why it is not on disk. */
  flush(): Promise<void>;
  /** After a conflict: this window's meeting replaces the stored one. */
  overwrite(): Promise<void>;
  /** Looks again how its papers stand. */
  lookAtPapers(): void;
}

export interface MeetingSession extends MeetingActions {
  readonly meeting: Meeting;
  readonly papers: ReadonlyMap<string, PaperState>;
  readonly saveState: SaveState;
  /** The names of the next steps back and forth; null: none. */
  readonly canUndo: string | null;
  readonly canRedo: string | null;
}

export function useMeeting(opened: Opened): MeetingSession {
  const { client } = useServices();
  const [history, setHistory] = useState(() => startOf(opened.meeting));
  const latest = useRef<History<Meeting>>(history);
  const [papers, setPapers] = useState(() => byPaper(opened.papers));
  const [saveState, setSaveState] = useState<SaveState>({ status: 'saved', at: null });
  const pause = useRef<ReturnType<typeof setTimeout> | null>(null);

  const [saving] = useState(() => {
    const meetingId = opened.meeting.id;
    return new Saving<Meeting, Opened>({
      revision: opened.revision,
      waiting: new Newest(),
      conflictCode: 'meeting.revisionConflict',
      async save(baseRevision, meeting) {
        const { papers: states, ...acknowledged } = await client.call('meetings.save', {
          meeting,
          baseRevision,
        });
        setPapers(byPaper(states));
        return acknowledged;
      },
      readStored: () => client.call('meetings.open', { meetingId }),
      holds: (stored, meeting) => canonical(stored.meeting) === canonical(meeting),
      now: () => new Date().toISOString(),
      later(run, delayMs) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      onState: setSaveState,
    });
  });

  const settle = useCallback(() => {
    if (pause.current === null) return;
    clearTimeout(pause.current);
    pause.current = null;
    saving.change(latest.current.present);
  }, [saving]);
  useEffect(
    () => () => {
      settle();
      saving.dispose();
    },
    [saving, settle],
  );

  const actions = useMemo<MeetingActions>(() => {
    const show = (next: History<Meeting>, typing: boolean) => {
      latest.current = next;
      setHistory(next);
      if (pause.current !== null) clearTimeout(pause.current);
      pause.current = setTimeout(settle, typing ? PAUSE_MS : 0);
      saving.typed();
    };
    const change: MeetingActions['change'] = (make, { name, merge }) => {
      const before = latest.current;
      const next = make(before.present);
      if (next === before.present) return false;
      const step = { name, merge: merge ?? null, at: performance.now() };
      show(stepped(before, next, step), merge !== undefined);
      return true;
    };
    const meetingId = opened.meeting.id;
    return {
      change,
      changeItems: (make, step) =>
        change((meeting) => {
          const items = make(meeting.items);
          return items === meeting.items ? meeting : { ...meeting, items: [...items] };
        }, step),
      undo() {
        const name = latest.current.past.at(-1)?.name ?? null;
        if (name !== null) show(undone(latest.current), false);
        return name;
      },
      redo() {
        const name = latest.current.future.at(-1)?.name ?? null;
        if (name !== null) show(redone(latest.current), false);
        return name;
      },
      async flush() {
        settle();
        await saving.flush();
      },
      async overwrite() {
        settle();
        await saving.replace(latest.current.present);
      },
      lookAtPapers: () =>
        void client
          .call('meetings.papers', { meetingId })
          .then((states) => setPapers(byPaper(states)))
          .catch(notifyFailure),
    };
  }, [client, opened, saving, settle]);

  return {
    meeting: history.present,
    papers,
    saveState,
    canUndo: history.past.at(-1)?.name ?? null,
    canRedo: history.future.at(-1)?.name ?? null,
    ...actions,
  };
}

function byPaper(states: readonly PaperState[]): ReadonlyMap<string, PaperState> {
  return new Map(states.map((state) => [state.paperId, state]));
}
