/** Agenda and record put together: every item with what was noted of it, and what of that is withheld. */

import { type ItemNumber, numberItems } from '../agenda-numbers.ts';
import type { Part } from '../compose.ts';
import type { Exemption } from '../exemption.ts';
import type { AgendaItem, Meeting } from '../meeting.ts';
import { type ItemRecord, type MeetingRecord, newItemRecord } from './record.ts';

export interface Entry {
  readonly id: string;
  readonly title: string;
  /** As printed on the agenda; empty for hidden items and those that are no longer on it. */
  readonly number: string;
  /** 0 for items, 1 for what stands under them. */
  readonly depth: number;
  /** All of it is withheld from the public. */
  readonly exempt: boolean;
  /** Why it, or a part of it, is. Empty where it is and nobody has said why. */
  readonly exemptions: readonly Exemption[];
  readonly record: ItemRecord;
  /** null: it is no longer on the agenda. */
  readonly item: AgendaItem | null;
}

export function hasContent(record: ItemRecord): boolean {
  const { minute, exemptMinute, publicSummary, resolutions, actions } = record;
  return (
    [minute, exemptMinute, publicSummary, ...resolutions.map(({ text }) => text)].some(
      (words) => words.trim() !== '',
    ) || actions.some(({ what }) => what.trim() !== '')
  );
}

/** Whether any of it is withheld. */
export function withholds({ exempt, record }: Entry): boolean {
  const { minute, exemptMinute, resolutions, actions } = record;
  if (exempt) return hasContent({ ...record, publicSummary: '' }) || minute.trim() !== '';
  return (
    exemptMinute.trim() !== '' ||
    resolutions.some((each) => each.exempt && each.text.trim() !== '') ||
    actions.some((each) => each.exempt && each.what.trim() !== '')
  );
}

function without<Each>(all: readonly (Each | null)[]): Each[] {
  return all.filter((each): each is Each & {} => each !== null && each !== undefined);
}

/**
 * In the order of the agenda. Hidden items come only where something was noted of them, and so do those that were taken
 * off the agenda: at the end, and withheld, because nobody knows any more what was exempt of them.
 */
export function entriesOf(meeting: Meeting, record: MeetingRecord): Entry[] {
  const records = new Map(record.items.map((each) => [each.itemId, each]));
  const numbers = new Map<string, string>();
  const collect = (numbered: readonly ItemNumber<AgendaItem>[]) => {
    for (const { item, number, items } of numbered) {
      numbers.set(item.id, number);
      collect(items);
    }
  };
  collect(numberItems<AgendaItem>(meeting.items));

  const entries: Entry[] = [];
  const seen = new Set<string>();
  const add = (items: readonly AgendaItem[], depth: number, above: Exemption | null) => {
    for (const item of items) {
      seen.add(item.id);
      const own = records.get(item.id) ?? newItemRecord(item.id);
      const exemption = item.exempt ?? above;
      const number = numbers.get(item.id) ?? '';
      if (number !== '' || hasContent(own)) {
        const parts = item.papers.map((paper) => paper.exempt);
        const exemptions = exemption === null ? without([own.exemption, ...parts]) : [exemption];
        entries.push({
          id: item.id,
          title: item.title,
          number,
          depth,
          exempt: exemption !== null,
          exemptions,
          record: own,
          item,
        });
      }
      add(item.items, depth + 1, exemption);
    }
  };
  add(meeting.items, 0, null);
  for (const own of record.items) {
    if (seen.has(own.itemId) || !hasContent(own)) continue;
    entries.push({
      id: own.itemId,
      title: 'An item that is no longer on the agenda',
      number: '',
      depth: 0,
      exempt: true,
      exemptions: without([own.exemption]),
      record: own,
      item: null,
    });
  }
  return entries;
}

/** What may be read in public of an entry, or what is withheld of it; each word is in one of the two. */
export function sideOf(entry: Entry, side: 'public' | 'exempt'): ItemRecord {
  const { record, exempt } = entry;
  const isOpen = side === 'public';
  const own = <Each extends { readonly exempt: boolean }>(all: readonly Each[]) =>
    all.filter((each) => isOpen === !(exempt || each.exempt));
  const resolutions = own(record.resolutions);
  // How members voted on what is withheld, and why they did, is withheld with it.
  const votedHere = isOpen
    ? !exempt && (resolutions.length > 0 || record.resolutions.length === 0)
    : exempt || (resolutions.length > 0 && resolutions.length === record.resolutions.length);
  return {
    ...record,
    minute: isOpen === !exempt ? record.minute : '',
    exemptMinute: isOpen ? '' : record.exemptMinute,
    publicSummary: isOpen ? record.publicSummary : '',
    resolutions,
    actions: own(record.actions),
    vote: votedHere ? record.vote : null,
    mover: votedHere ? record.mover : '',
    seconder: votedHere ? record.seconder : '',
    outcome: isOpen ? record.outcome : null,
    decision: votedHere ? record.decision : null,
  };
}

/** Its line as a heading; in a document that is withheld it says why, for whoever exports that for the public. */
export function headingOf({ number, title, depth, exemptions }: Entry, side: 'public' | 'exempt'): Part {
  const level = depth === 0 ? 1 : depth === 1 ? 2 : 3;
  return {
    type: 'heading',
    // The paragraphs bear numbers too.
    words: number === '' ? title : `Item ${number}: ${title}`,
    level,
    exempt: side === 'exempt' ? exemptions[0] : undefined,
  };
}
