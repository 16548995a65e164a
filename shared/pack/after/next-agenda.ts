/** What the next agenda takes over: the minutes to confirm, what is still to be done, and what was put off. */
import type { Mint } from '../../document/build.ts';
import type { AgendaItem, Meeting } from '../meeting.ts';
import { newItem } from '../new-item.ts';
import { entriesOf, sideOf } from './agenda.ts';
import type { MeetingRecord } from './record.ts';
import { actionWords, sayWhen } from './sentences.ts';

export interface Held {
  readonly meeting: Meeting;
  readonly record: MeetingRecord;
  /** Id of the document that its minutes are; null: they are not written here. */
  readonly minutesId: string | null;
}

/** Notes are printed; a longer list is cut, and says so. */
const mostOfNote = 5000;
const minutes = /\bminutes\s+of\b|^minutes\b|\breadout\b/i;
const matters = /\bmatters\s+(?:outstanding|arising)\b|\bactions?\s+from\b/i;

interface OpenAction {
  readonly words: string;
  readonly exempt: boolean;
}

function openActions(held: readonly Held[]): OpenAction[] {
  return held.flatMap(({ meeting, record }) =>
    entriesOf(meeting, record).flatMap((entry) =>
      (['public', 'exempt'] as const).flatMap((side) =>
        sideOf(entry, side)
          .actions.filter(({ state, what }) => state === 'open' && what.trim() !== '')
          .map((action) => ({
            words: `${actionWords(action).slice(0, -1)}; ${sayWhen(meeting.date)}${entry.number === '' ? '' : `, item ${entry.number}`}.`,
            exempt: side === 'exempt',
          })),
      ),
    ),
  );
}

function cut(lines: readonly string[], most: number): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    // The last line says how many are missing.
    if (length > most - 60)
      return [...kept, `and ${lines.length - kept.length} more in the list of actions.`].join('\n');
    kept.push(line);
  }
  return kept.join('\n');
}

function minutesFields(last: Held, ministerial: boolean, mint: Mint): Partial<AgendaItem> {
  const day = last.meeting.date === '' ? '' : ` held on ${sayWhen(last.meeting.date)}`;
  const paper: AgendaItem['papers'] =
    last.minutesId === null
      ? []
      : [
          {
            id: mint(),
            title: `Minutes of the meeting${day}`,
            source: { type: 'document', documentId: last.minutesId },
            appendix: false,
            exempt: null,
          },
        ];
  return {
    note: ministerial
      ? `Readout of the meeting${day}.`
      : `To confirm and sign as a correct record the minutes of the meeting${day}.`,
    papers: paper,
  };
}

function mattersFields(actions: readonly OpenAction[]): Partial<AgendaItem> {
  const open = actions.filter(({ exempt }) => !exempt).map(({ words }) => words);
  const withheld = actions.filter(({ exempt }) => exempt).map(({ words }) => words);
  return {
    note: open.length === 0 ? 'There are none.' : cut(open, mostOfNote),
    ...(withheld.length === 0
      ? {}
      : { staffNotes: cut(['Not for publication, still open:', ...withheld], 50_000) }),
  };
}

/** Puts the fields into the item whose title says that it is this one, or makes it behind `after`. */
function put(
  items: readonly AgendaItem[],
  pattern: RegExp,
  title: string,
  fields: Partial<AgendaItem>,
  { after, mint }: { after: number; mint: Mint },
): { items: AgendaItem[]; at: number } {
  const found = items.findIndex((item) => !item.hidden && pattern.test(item.title));
  if (found >= 0) {
    return { items: items.map((item, at) => (at === found ? { ...item, ...fields } : item)), at: found };
  }
  const made: AgendaItem = { ...newItem(mint(), title), standing: true, ...fields };
  return { items: items.toSpliced(after + 1, 0, made), at: after + 1 };
}

function again(item: AgendaItem, mint: Mint): AgendaItem {
  return {
    ...item,
    id: mint(),
    number: null,
    staffNotes: '',
    late: null,
    papers: item.papers.map((paper) => ({ ...paper, id: mint() })),
    items: item.items.map((under) => again(under, mint)),
  };
}

/** Items that were put off or not reached; what stands under one goes with it. */
function putOff({ meeting, record }: Held, mint: Mint): AgendaItem[] {
  const waiting = new Set(
    record.items
      .filter(({ outcome }) => outcome === 'deferred' || outcome === 'notReached')
      .map(({ itemId }) => itemId),
  );
  const day = meeting.date === '' ? 'the last meeting' : sayWhen(meeting.date);
  const collect = (entries: readonly AgendaItem[]): AgendaItem[] =>
    entries.flatMap((item) => {
      if (item.hidden) return [];
      if (!waiting.has(item.id) || item.standing) return collect(item.items);
      const note = `Deferred from ${day}.${item.note === '' ? '' : ` ${item.note}`}`;
      return [{ ...again(item, mint), note: note.slice(0, mostOfNote) }];
    });
  return collect(meeting.items);
}

/** Where the items end that open every meeting. */
function opening(items: readonly AgendaItem[]): number {
  return items.findLastIndex(({ title }) =>
    /\bapolog|\bdeclarations?\b.*\binterest|\bwelcome\b/i.test(title),
  );
}

/**
 * The next meeting with what it takes over from those before.
 * @param next as cloned from the last one, or new.
 * @param held the last one first; older ones may have actions that are still open.
 */
export function nextAgenda(next: Meeting, held: readonly Held[], mint: Mint): Meeting {
  const [last] = held;
  if (last === undefined) return next;
  const ministerial = next.kind === 'ministerial';
  const first = put(
    next.items,
    minutes,
    ministerial ? 'Readout of the last meeting' : 'Minutes of the last meeting',
    minutesFields(last, ministerial, mint),
    { after: opening(next.items), mint },
  );
  const second = put(
    first.items,
    matters,
    ministerial ? 'Actions from the last meeting' : 'Matters outstanding',
    mattersFields(openActions(held)),
    { after: first.at, mint },
  );
  return { ...next, items: [...second.items, ...putOff(last, mint)] };
}
