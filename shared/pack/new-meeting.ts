/** A meeting as it begins: from its committee, by itself, or from the meeting before. */
import type { Mint } from '../document/build.ts';
import type { Committee } from './committee.ts';
import { type AgendaItem, defaultLayout, type Meeting, type PackKind } from './meeting.ts';

export function meetingOf(committee: Committee, mint: Mint): Meeting {
  const { kind, name, country, body, time, venue, contact, properOfficer, marking, layout, members } =
    committee;
  return {
    format: 1,
    id: mint(),
    kind,
    committee: name,
    committeeId: committee.id,
    country,
    body,
    date: '',
    time,
    venue,
    contact,
    properOfficer,
    publicationDate: '',
    marking,
    layout,
    members,
    items: committee.standardItems.map((item) => asStanding(copyOf(item, mint))),
  };
}

/** A meeting of nobody that has a name in the library. */
export function singleMeeting(kind: PackKind, name: string, mint: Mint): Meeting {
  return {
    format: 1,
    id: mint(),
    kind,
    committee: name,
    committeeId: null,
    country: 'England',
    body: 'committee',
    date: '',
    time: '',
    venue: '',
    contact: { name: '', telephone: '', email: '' },
    properOfficer: '',
    publicationDate: '',
    marking: null,
    layout: kind === 'ministerial' ? { ...defaultLayout, cover: true, dividers: true } : defaultLayout,
    members: [],
    items: [],
  };
}

function asStanding(item: AgendaItem): AgendaItem {
  return { ...item, standing: true };
}

/** The item with its sub-items under new ids, and the papers that come with every meeting (a standing form). */
export function copyOf(item: AgendaItem, mint: Mint): AgendaItem {
  return {
    ...item,
    id: mint(),
    papers: item.papers.map((paper) => ({ ...paper, id: mint() })),
    items: item.items.map((sub) => copyOf(sub, mint)),
  };
}
