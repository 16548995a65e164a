import type { AgendaItem } from './meeting.ts';

/** An item as somebody begins to write it. */
export function newItem(id: string, title: string): AgendaItem {
  return {
    id,
    number: null,
    hidden: false,
    standing: false,
    title,
    purpose: null,
    lead: '',
    minutes: null,
    note: '',
    staffNotes: '',
    expected: [],
    exempt: null,
    late: null,
    papers: [],
    items: [],
  };
}
