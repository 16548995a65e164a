/** Actions as a table: of a readout, and of the action list. */
import type { Part } from '../compose.ts';
import type { Exemption } from '../exemption.ts';
import { type Entry, sideOf } from './agenda.ts';
import type { Action } from './record.ts';
import { sayWhen, sentence, taskWords } from './sentences.ts';

const states: Readonly<Record<Action['state'], string>> = { open: 'Open', done: 'Done', dropped: 'Dropped' };

/** Earliest date first, those without a date last; in the order of the agenda where dates are the same. */
export function actionRows(entries: readonly Entry[], side: 'public' | 'exempt'): string[][] {
  const actions = entries.flatMap((entry) =>
    sideOf(entry, side)
      .actions.filter(({ what }) => what.trim() !== '')
      .map((action) => ({ action, entry })),
  );
  const far = '9999';
  return actions
    .toSorted(({ action: a }, { action: b }) => {
      const [one, other] = [a.due || far, b.due || far];
      return one === other ? 0 : one < other ? -1 : 1;
    })
    .map(({ action, entry }, at) => [
      String(at + 1),
      entry.number === '' ? entry.title : `${entry.number}. ${entry.title}`,
      sentence(taskWords(action.what)),
      action.owner.trim() === '' ? 'Not set' : action.owner.trim(),
      action.due === '' ? 'Not set' : sayWhen(action.due),
      states[action.state],
    ]);
}

/** Why actions are withheld, as their items say it. */
export function actionExemptions(entries: readonly Entry[]): Exemption[] {
  return entries
    .filter((entry) => actionRows([entry], 'exempt').length > 0)
    .flatMap(({ exemptions }) => exemptions);
}

/** Nothing where there are none. What is withheld says why, for whoever exports the document for the public. */
export function actionTable(entries: readonly Entry[], side: 'public' | 'exempt'): Part[] {
  const rows = actionRows(entries, side);
  if (rows.length === 0) return [];
  const exempt = side === 'exempt' ? actionExemptions(entries)[0] : undefined;
  return [
    { type: 'heading', words: 'Actions', level: 1, exempt },
    {
      type: 'table',
      caption: '',
      rows: [['No.', 'Item', 'Action', 'Owner', 'Due', 'State'], ...rows],
    },
  ];
}
