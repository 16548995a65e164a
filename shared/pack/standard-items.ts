/**
 * The items that agendas of a kind begin and end with where nobody has said otherwise; of a ministerial pack also the
 * parts behind the running order, which take no minutes.
 */
import type { Mint } from '../document/build.ts';
import type { AgendaItem, MeetingBody, PackKind } from './meeting.ts';
import { newItem } from './new-item.ts';

type Draft = readonly [title: string, fields?: Partial<AgendaItem>];

const committee: readonly Draft[] = [
  ['Apologies for absence', { purpose: 'noting' }],
  [
    'Declarations of interest',
    { note: 'Members are asked to declare any interest in an item on this agenda.', purpose: 'noting' },
  ],
  [
    'Minutes of the last meeting',
    { note: 'To confirm and sign them as a correct record.', purpose: 'decision' },
  ],
  ['Matters arising', { purpose: 'discussion' }],
];
const council: readonly Draft[] = [
  ['Apologies for absence', { purpose: 'noting' }],
  [
    'Declarations of interest',
    { note: 'Members are asked to declare any interest in an item on this agenda.', purpose: 'noting' },
  ],
  [
    'Minutes of the last meeting',
    { note: 'To confirm and sign them as a correct record.', purpose: 'decision' },
  ],
  ['Announcements', { purpose: 'noting' }],
  ['Public questions', { purpose: 'discussion' }],
  ['Questions by members', { purpose: 'discussion' }],
];
const ministerial: readonly Draft[] = [
  ['Welcome and introductions', { minutes: 5 }],
  ['Actions from the last meeting', { minutes: 5, purpose: 'noting' }],
  ['Brief'],
  ['Questions and answers'],
  ['Biographies'],
  ['Annexes'],
];

export function usualItems(kind: PackKind, body: MeetingBody, mint: Mint): AgendaItem[] {
  const drafts = kind === 'ministerial' ? ministerial : body === 'council' ? council : committee;
  return drafts.map(([title, fields]) => ({ ...newItem(mint(), title), standing: true, ...fields }));
}
