/** Which rows of a long list are chosen, by mouse and by keys, as lists of files do it everywhere. */

export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** The row that keys start from; null: none yet. */
  readonly active: string | null;
  /** The other end of what Shift chooses. */
  readonly anchor: string | null;
}

export interface Held {
  readonly shift: boolean;
  readonly ctrl: boolean;
}

export const nothingChosen: Selection = { chosen: new Set(), active: null, anchor: null };

export function only(id: string): Selection {
  return { chosen: new Set([id]), active: id, anchor: id };
}

/** A click on a row. */
export function press(selection: Selection, ids: readonly string[], id: string, held: Held): Selection {
  if (held.shift) return extended(selection, ids, id, held.ctrl);
  if (!held.ctrl) return only(id);
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { chosen, active: id, anchor: id };
}

/** @param by rows down, negative up; goes to the first or last row rather than past it. */
export function move(selection: Selection, ids: readonly string[], by: number, held: Held): Selection {
  if (ids.length === 0) return nothingChosen;
  const at = selection.active === null ? -1 : ids.indexOf(selection.active);
  const wanted = at === -1 ? (by > 0 ? 0 : ids.length - 1) : at + by;
  const id = ids[Math.max(0, Math.min(ids.length - 1, wanted))];
  if (id === undefined) return selection;
  if (held.shift) return extended(selection, ids, id, held.ctrl);
  // Ctrl moves without choosing, so that Space can add.
  if (held.ctrl) return { ...selection, active: id };
  return only(id);
}

/** Ctrl+Space: the active row in or out. */
export function toggleActive(selection: Selection, ids: readonly string[]): Selection {
  if (selection.active === null) return selection;
  return press(selection, ids, selection.active, { shift: false, ctrl: true });
}

export function all(selection: Selection, ids: readonly string[]): Selection {
  return { ...selection, chosen: new Set(ids), active: selection.active ?? ids[0] ?? null };
}

/**
 * What is left of a selection when the list has changed. Where nothing is, the row that came into the place of the
 * active one is chosen: after removing a row one goes on with the next.
 */
export function kept(selection: Selection, before: readonly string[], ids: readonly string[]): Selection {
  const present = new Set(ids);
  const chosen = new Set([...selection.chosen].filter((id) => present.has(id)));
  const { active, anchor } = selection;
  if (active === null || present.has(active)) {
    if (chosen.size === selection.chosen.size) return selection;
    return { chosen, active, anchor: anchor !== null && present.has(anchor) ? anchor : active };
  }
  if (chosen.size > 0) {
    const [first = null] = ids.filter((id) => chosen.has(id));
    return { chosen, active: first, anchor: first };
  }
  const at = before.indexOf(active);
  const next =
    before.slice(at + 1).find((id) => present.has(id)) ??
    before
      .slice(0, Math.max(0, at))
      .reverse()
      .find((id) => present.has(id));
  return next === undefined ? nothingChosen : only(next);
}

function extended(selection: Selection, ids: readonly string[], id: string, adding: boolean): Selection {
  const anchor = selection.anchor ?? selection.active ?? id;
  const [from, to] = [ids.indexOf(anchor), ids.indexOf(id)];
  const range = from === -1 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { chosen: new Set(adding ? [...selection.chosen, ...range] : range), active: id, anchor };
}

/**
 * The row that what was typed leads to: the next one that begins with it, from the active row on and round; a single
 * letter typed again goes on to the next.
 */
export function typedTo(
  rows: readonly { readonly id: string; readonly title: string }[],
  active: string | null,
  typed: string,
): string | null {
  const wanted = fold(typed);
  if (wanted === '' || rows.length === 0) return null;
  const repeated = [...wanted].every((letter) => letter === wanted[0]);
  const sought = repeated ? (wanted[0] ?? '') : wanted;
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === active),
  );
  const first = repeated ? at + 1 : at;
  for (let step = 0; step < rows.length; step += 1) {
    const row = rows[(first + step) % rows.length];
    if (row && fold(row.title).startsWith(sought)) return row.id;
  }
  return null;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .toLowerCase();
}
