/**
 * The front sheet of a pack, as the Local Government Act 1972 (sections 100B and 100A(4), Schedule 12 paragraph 4) and
 * the practice of councils ask for it; of a ministerial pack the running order.
 */
import type { ItemNumber } from '../pack/agenda-numbers.ts';
import { sayDay } from '../pack/deadlines/dates.ts';
import type { Exemption } from '../pack/exemption.ts';
import { noExemptItems } from '../pack/exemption-words.ts';
import type { AgendaItem, Meeting, Member } from '../pack/meeting.ts';
import { exclusionMotions, exclusionTitle, type MotionItem, motionLines } from '../pack/motion.ts';
import { type FrontSource, frontItem, paragraphs } from './front-sheet-items.ts';
import type { FrontFact, FrontItem, FrontMotion, FrontSection, FrontSheet } from './front-sheet-model.ts';
import { runningTimes } from './running-order.ts';

export interface FrontSheetInput extends Omit<FrontSource, 'times'> {
  readonly meeting: Meeting;
  readonly items: readonly ItemNumber<AgendaItem>[];
  /** "Supplement A"; empty as a rule. */
  readonly edition: string;
}

export function frontSheet(input: FrontSheetInput): FrontSheet {
  const { meeting, items, edition } = input;
  const ministerial = meeting.kind === 'ministerial';
  const { times, ends } = ministerial ? runningTimes(items, meeting.time) : { times: new Map(), ends: '' };
  const source = { ...input, times };
  const heading = ministerial
    ? 'RUNNING ORDER'
    : meeting.body === 'council'
      ? 'SUMMONS AND AGENDA'
      : 'AGENDA';
  return {
    kind: meeting.kind,
    title: packTitle(meeting, edition),
    heading,
    edition,
    committee: meeting.committee,
    facts: factsOf(meeting),
    askFor: askFor(meeting),
    summons: meeting.body === 'council' && !ministerial ? summons(meeting) : [],
    sections: ministerial
      ? [{ heading: '', motions: [], items: linesOf(items, source, () => true), none: '' }]
      : sectionsOf(items, source, meeting.body),
    members: meeting.members.map((member) => memberWords(member, meeting.kind)),
    signed: meeting.properOfficer.trim() === '' ? [] : signed(meeting),
    published: meeting.publicationDate === '' ? '' : `Published ${sayDay(meeting.publicationDate)}`,
    ends,
  };
}

/** Groups are no matter of a council's agenda; whom somebody comes from is what a minister looks for. */
function memberWords({ name, role, party }: Member, kind: Meeting['kind']): string {
  const named = role.trim() === '' ? name : `${name} (${role.trim()})`;
  return kind === 'ministerial' && party.trim() !== '' ? `${named}, ${party.trim()}` : named;
}

/** Of the file: "Overview Committee, Thursday 30 January 2025: Supplement A, Public pack". */
export function packTitle({ committee, date, kind }: Meeting, edition: string): string {
  const usual = kind === 'ministerial' ? 'Meeting pack' : 'Agenda pack';
  return `${[committee, dayOf(date)].filter(Boolean).join(', ')}: ${edition === '' ? usual : edition}`;
}

/** Empty for a day that is not set. */
function dayOf(date: string): string {
  return date === '' ? '' : sayDay(date);
}

function factsOf({ date, time, venue }: Meeting): FrontFact[] {
  return [
    { label: 'Date', lines: paragraphs(dayOf(date)) },
    { label: 'Time', lines: paragraphs(time) },
    { label: 'Venue', lines: paragraphs(venue) },
  ].filter(({ lines }) => lines.length > 0);
}

function askFor({ contact, kind }: Meeting): FrontFact | null {
  const lines = [contact.name, contact.telephone, contact.email].map((line) => line.trim()).filter(Boolean);
  return lines.length === 0 ? null : { label: kind === 'ministerial' ? 'Contact' : 'Ask for', lines };
}

function signed({ properOfficer, kind }: Meeting): string[] {
  const named = paragraphs(properOfficer);
  const isSaid = named.some((line) => /proper officer/i.test(line));
  return kind === 'ministerial' || isSaid ? named : [...named, 'Proper Officer'];
}

/** Schedule 12, paragraph 4(2)(b): a summons to every member that says what business is to be transacted. */
function summons({ committee, date, time, venue }: Meeting): string[] {
  const where = paragraphs(venue).join(', ');
  const place = where === '' ? '' : ` at ${where}`;
  return [
    'To all members of the Council',
    `You are summoned to attend a meeting of ${/^the /i.test(committee) ? committee : `the ${committee}`} to be held${place} on ${dayOf(date)} at ${time}, to transact the business set out below.`,
  ];
}

function linesOf(
  items: readonly ItemNumber<AgendaItem>[],
  source: FrontSource,
  among: (item: AgendaItem) => boolean,
  depth = 0,
): FrontItem[] {
  return items.flatMap((numbered) => {
    const shown = among(numbered.item);
    const own = shown ? [frontItem(numbered, depth, source)] : [];
    return [...own, ...linesOf(numbered.items, source, among, shown ? depth + 1 : depth)];
  });
}

function sectionsOf(
  items: readonly ItemNumber<AgendaItem>[],
  source: FrontSource,
  body: Meeting['body'],
): FrontSection[] {
  // What stands under an exempt item is taken with it, in private.
  const exempt = new Set<AgendaItem>();
  const mark = (level: readonly ItemNumber<AgendaItem>[], above: boolean): void => {
    for (const { item, items: under } of level) {
      const own = above || item.exempt !== null;
      if (own) exempt.add(item);
      mark(under, own);
    }
  };
  mark(items, false);
  const motions = exclusionMotions(motionItems(items, source.passages), body).map((motion): FrontMotion => {
    const [opening = '', ...rest] = motionLines(motion);
    const closing = motion.closing === '' ? '' : (rest.at(-1) ?? '');
    return { opening, entries: closing === '' ? rest : rest.slice(0, -1), closing };
  });
  const open = linesOf(items, source, (item) => !exempt.has(item));
  const place = open.find(({ title }) => exclusionTitle.test(title));
  return [
    {
      heading: 'UNRESTRICTED ITEMS',
      motions: [],
      items: open.map((line) => (line === place ? { ...line, motions } : line)),
      none: 'There are no unrestricted items on this agenda.',
    },
    {
      heading: 'EXEMPT ITEMS',
      motions: place ? [] : motions,
      items: linesOf(items, source, (item) => exempt.has(item)),
      none: motions.length > 0 ? 'No item is exempt as a whole.' : noExemptItems,
    },
  ];
}

/** What the motion names: exempt items, and open ones with papers or passages that are. */
export function motionItems(
  items: readonly ItemNumber<AgendaItem>[],
  passages: ReadonlyMap<string, readonly Exemption[]>,
): MotionItem[] {
  return items.flatMap(({ item, number, items: under }) => {
    const parts = item.papers.flatMap(({ id, exempt }) => [
      ...(exempt ? [exempt] : []),
      ...(passages.get(id) ?? []),
    ]);
    const exemptions = item.exempt ? [item.exempt, ...parts] : parts;
    const own = { number, title: item.title, exemptions, inPart: item.exempt === null };
    return [...(exemptions.length > 0 ? [own] : []), ...motionItems(under, passages)];
  });
}
