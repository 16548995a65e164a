/** New items and papers, empty. */
import type { AgendaItem, Paper } from '../../../shared/pack/meeting.ts';

export function newItem(id: string, title = ''): AgendaItem {
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

export function newPaper(
  id: string,
  title: string,
  source: Paper['source'],
  appendix: boolean = false,
): Paper {
  return { id, title, source, appendix, exempt: null };
}
