/** Undo and redo of a meeting: what it was before each step, and what the step was called. */

/** More steps than anybody takes back; what is older is forgotten. */
const MOST = 500;
/** So long after the last key, typing in the same field begins a new step. */
const PAUSE_MS = 1_500;

export interface Step<State> {
  /** As a person says it: "Move item 4 up". */
  readonly name: string;
  /** The state that the step led away from. */
  readonly state: State;
  /** Steps with the same one, soon after each other, are one: `title of ID`. null: always a step of its own. */
  readonly merge: string | null;
  readonly at: number;
}

export interface History<State> {
  readonly present: State;
  /** The newest last. */
  readonly past: readonly Step<State>[];
  /** The next to be done again last. */
  readonly future: readonly Step<State>[];
}

export function startOf<State>(present: State): History<State> {
  return { present, past: [], future: [] };
}

/** @param step.at milliseconds, on any clock. */
export function stepped<State>(
  history: History<State>,
  state: State,
  step: Pick<Step<State>, 'name' | 'merge' | 'at'>,
): History<State> {
  if (state === history.present) return history;
  const last = history.past.at(-1);
  if (last && step.merge !== null && last.merge === step.merge && step.at - last.at < PAUSE_MS) {
    return { present: state, past: [...history.past.slice(0, -1), { ...last, at: step.at }], future: [] };
  }
  const past = [...history.past, { ...step, state: history.present }].slice(-MOST);
  return { present: state, past, future: [] };
}

export function undone<State>({ present, past, future }: History<State>): History<State> {
  const last = past.at(-1);
  if (!last) return { present, past, future };
  return {
    present: last.state,
    past: past.slice(0, -1),
    future: [...future, { ...last, state: present, merge: null }],
  };
}

export function redone<State>({ present, past, future }: History<State>): History<State> {
  const next = future.at(-1);
  if (!next) return { present, past, future };
  return {
    present: next.state,
    past: [...past, { ...next, state: present }],
    future: future.slice(0, -1),
  };
}
