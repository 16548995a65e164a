/** Something that is saved whole while it is worked on: its newest state, every step back, and its way to the disk. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { canonical } from '../../saving/canonical.ts';
import { type Acknowledgement, type SaveState, Saving } from '../../saving/saving.ts';
import { type History, redone, startOf, stepped, undone } from '../agenda/history.ts';
import { Newest } from './newest.ts';

/** A pause in typing, after which it is saved; whatever is no typing is saved at once. */
const PAUSE_MS = 500;

export interface StepName {
  /** As a person says it, for undo: "Move item". */
  readonly name: string;
  /** Of typing: what it goes on in, so that keys in one field are one step. */
  readonly merge?: string;
}

export interface SavedParts<State> {
  readonly state: State;
  readonly revision: number;
  save(baseRevision: number, state: State): Promise<Acknowledgement>;
  readStored(): Promise<{ readonly state: State; readonly revision: number }>;
}

export interface SavedActions<State> {
  /** A change that gives the same object is none. @returns whether there was one. */
  change(make: (state: State) => State, step: StepName): boolean;
  /** @returns the name of the step taken back; null: there was none. */
  undo(): string | null;
  redo(): string | null;
  /** @throws DespatchError why it is not on disk. */
  flush(): Promise<void>;
  /** After a conflict: what this window has replaces what is stored. */
  overwrite(): Promise<void>;
}

export interface Saved<State> extends SavedActions<State> {
  readonly state: State;
  readonly saveState: SaveState;
  /** The names of the next steps back and forth; null: none. */
  readonly canUndo: string | null;
  readonly canRedo: string | null;
}

/** @param parts as they were when it was opened; later ones are not looked at. */
export function useSaved<State>(parts: SavedParts<State>): Saved<State> {
  const [history, setHistory] = useState(() => startOf(parts.state));
  const latest = useRef<History<State>>(history);
  const [saveState, setSaveState] = useState<SaveState>({ status: 'saved', at: null });
  const pause = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [saving] = useState(
    () =>
      new Saving<State, { readonly state: State; readonly revision: number }>({
        revision: parts.revision,
        waiting: new Newest(),
        conflictCode: 'meeting.revisionConflict',
        save: (baseRevision, state) => parts.save(baseRevision, state),
        readStored: () => parts.readStored(),
        holds: (stored, state) => canonical(stored.state) === canonical(state),
        now: () => new Date().toISOString(),
        later(run, delayMs) {
          const timer = setTimeout(run, delayMs);
          return () => clearTimeout(timer);
        },
        onState: setSaveState,
      }),
  );

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

  const actions = useMemo<SavedActions<State>>(() => {
    const show = (next: History<State>, typing: boolean) => {
      latest.current = next;
      setHistory(next);
      if (pause.current !== null) clearTimeout(pause.current);
      pause.current = setTimeout(settle, typing ? PAUSE_MS : 0);
      saving.typed();
    };
    return {
      change(make, { name, merge }) {
        const before = latest.current;
        const next = make(before.present);
        if (next === before.present) return false;
        const step = { name, merge: merge ?? null, at: performance.now() };
        show(stepped(before, next, step), merge !== undefined);
        return true;
      },
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
    };
  }, [saving, settle]);

  return {
    state: history.present,
    saveState,
    canUndo: history.past.at(-1)?.name ?? null,
    canRedo: history.future.at(-1)?.name ?? null,
    ...actions,
  };
}
