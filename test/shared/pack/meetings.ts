import { type AgendaItem, defaultLayout, type Meeting } from '../../../shared/pack/meeting.ts';

export function itemOf(id: string, title: string, more: Partial<AgendaItem> = {}): AgendaItem {
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
    ...more,
  };
}

export function meetingOf(more: Partial<Meeting> = {}): Meeting {
  return {
    format: 1,
    id: 'm1',
    kind: 'committee',
    committee: 'Harbours Committee',
    committeeId: null,
    country: 'England',
    body: 'committee',
    date: '2025-01-30',
    time: '10:30',
    venue: 'Council Chamber; Quay Street, Harrowmere',
    contact: { name: 'Ada Quill', telephone: '01234 567890', email: 'ada.quill@harrowmere.example' },
    properOfficer: 'Owen Tarn, Monitoring Officer',
    publicationDate: '2025-01-22',
    marking: null,
    layout: defaultLayout,
    members: [],
    items: [itemOf('i1', 'Winter timetable', { minutes: 20 }), itemOf('i2', 'New quay', { minutes: 25 })],
    ...more,
  };
}
