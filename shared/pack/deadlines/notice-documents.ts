/**
 * The notices of executives in England as documents: of a meeting in private (S.I. 2012/2089, regulation 5(2) and (4))
 * and of key decisions (regulation 9(1)). Each says what its paragraph asks to be said, and is a draft to go on with.
 */
import type { Mint } from '../../document/build.ts';
import type { DespatchDocument } from '../../document/schema.ts';
import { type Entry, entriesOf } from '../after/agenda.ts';
import { paragraphsOf, sayWhen, sentence } from '../after/sentences.ts';
import { compose, type Part } from '../compose.ts';
import { descriptions, legalBasis } from '../exemption-words.ts';
import type { Meeting } from '../meeting.ts';
import type { CalendarDate } from './dates.ts';
import { executiveDates, regulations } from './executive-notice.ts';
import { joinWords } from './notice-words.ts';
import type { HolidayChanges } from './working-days.ts';

const field = (label: string, words: string): Part => ({
  type: 'text',
  words: [{ bold: `${label}:` }, ` ${words}`],
});
const text = (words: string): Part => ({ type: 'text', words });

function agendaOf(meeting: Meeting): Entry[] {
  return entriesOf(meeting, {
    format: 1,
    meetingId: meeting.id,
    chair: '',
    began: '',
    ended: '',
    attendees: [],
    declarations: [],
    items: [],
    approvedOn: '',
  });
}

function head({ marking, committee, date, time, venue, contact }: Meeting, title: string) {
  return {
    title,
    marking,
    fields: [
      ['committee', committee],
      ['date', sayWhen(date)],
      ['time', time],
      ['place', venue],
    ] as const,
    contact,
  };
}

/** Regulation 5(3) and (5)(a): why each item is to be taken in private. */
function reasons(entries: readonly Entry[]): Part[] {
  return entries.flatMap(({ number, title, exemptions, exempt }): Part[] => {
    const interest = [...new Set(exemptions.map(({ publicInterest }) => publicInterest.trim()))].filter(
      Boolean,
    );
    return [
      { type: 'heading', words: `Item ${number}: ${title}`, level: 2 },
      text(
        `${exempt ? 'This item' : 'Part of this item'} is likely to disclose exempt information under ${legalBasis(exemptions)}: ${descriptions(exemptions).join('; ')}.`,
      ),
      field(
        'Public interest',
        interest.length === 0
          ? 'Not yet written: say why the public interest in maintaining the exemption outweighs that in disclosure.'
          : interest.map(sentence).join(' '),
      ),
    ];
  });
}

function intention({ committee, date }: Meeting, entries: readonly Entry[], regulation: string): Part {
  const whole = entries.length === 1 ? 'the item below' : 'the items below';
  return text(
    `Notice is given under regulation ${regulation} of ${regulations} that ${committee} intends to meet in private on ${sayWhen(date)} for ${whole}.`,
  );
}

/** The items of an agenda that are taken in private, wholly or in part. */
function privateItems(meeting: Meeting): Entry[] {
  return agendaOf(meeting).filter(({ exemptions, number }) => exemptions.length > 0 && number !== '');
}

/** The 28-day notice. null: nothing on the agenda is exempt. The meeting has a date. */
export function writePrivateNotice(
  meeting: Meeting,
  changes: HolidayChanges,
  mint: Mint,
): DespatchDocument | null {
  const entries = privateItems(meeting);
  if (entries.length === 0) return null;
  const { representations } = executiveDates({ meeting: meeting.date, changes });
  const { name, email, telephone } = meeting.contact;
  const to = [name, email, telephone].filter((words) => words.trim() !== '').join(', ');
  return compose(mint, {
    ...head(meeting, 'Notice of intention to hold a meeting in private'),
    parts: [
      intention(meeting, entries, '5(2)'),
      { type: 'heading', words: 'Statement of reasons', level: 1 },
      ...reasons(entries),
      { type: 'heading', words: 'Representations', level: 1 },
      text(
        `Anybody may say why the meeting should be open to the public. Representations${to === '' ? '' : ` to ${to}`} by ${sayWhen(representations)} are answered in a further notice at least five clear days before the meeting.`,
      ),
    ],
  });
}

export interface Representation {
  readonly from: string;
  readonly what: string;
  readonly response: string;
}

/** The further notice, five clear days before. null: nothing on the agenda is exempt. */
export function writeFurtherNotice(
  meeting: Meeting,
  {
    firstNotice,
    received,
  }: { readonly firstNotice: CalendarDate; readonly received: readonly Representation[] },
  mint: Mint,
): DespatchDocument | null {
  const entries = privateItems(meeting);
  if (entries.length === 0) return null;
  const answered = received.flatMap(({ from, what, response }, at): Part[] => {
    const [first = '', ...more] = paragraphsOf(what);
    return [
      {
        type: 'heading',
        words: `Representation ${at + 1}${from.trim() === '' ? '' : `: ${from.trim()}`}`,
        level: 2,
      },
      text(first),
      ...more.map(text),
      field('Response', response.trim() === '' ? 'Not yet written.' : response.trim()),
    ];
  });
  return compose(mint, {
    ...head(meeting, 'Further notice of intention to hold a meeting in private'),
    parts: [
      intention(meeting, entries, '5(4)'),
      text(`Notice of this intention was first given on ${sayWhen(firstNotice)}.`),
      { type: 'heading', words: 'Statement of reasons', level: 1 },
      ...reasons(entries),
      { type: 'heading', words: 'Representations received', level: 1 },
      ...(answered.length > 0
        ? answered
        : [text('No representations were received about why the meeting should be open to the public.')]),
    ],
  });
}

export interface KeyDecision {
  readonly itemId: string;
  /** Name and office of a person who decides alone; empty: the body that meets. */
  readonly decisionMaker: string;
  /** The period within which it is to be made, where that is not the day of the meeting. */
  readonly period: string;
}

/** The document that regulation 9(1) asks for, a decision under each heading. null: none of them is on the agenda. */
export function writeKeyDecisions(
  meeting: Meeting,
  decisions: readonly KeyDecision[],
  authority: string,
  mint: Mint,
): DespatchDocument | null {
  const entries = agendaOf(meeting);
  const { name, email, telephone } = meeting.contact;
  const contact = [name, email, telephone].filter((words) => words.trim() !== '').join(', ');
  const members = meeting.members.map(({ name: own }) => own.trim()).filter((own) => own !== '');
  const parts = decisions.flatMap(({ itemId, decisionMaker, period }): Part[] => {
    const entry = entries.find(({ id, item }) => id === itemId && item !== null);
    if (entry === undefined) return [];
    const papers = (entry.item?.papers ?? []).map(
      ({ title, exempt }) => `${title}${exempt === null && !entry.exempt ? '' : ' (not for publication)'}`,
    );
    const body = members.length === 0 ? meeting.committee : `${meeting.committee}: ${joinWords(members)}`;
    return [
      { type: 'heading', words: entry.title, level: 1 },
      field('Decision to be made', `A key decision on ${entry.title}`),
      field('Decision maker', decisionMaker.trim() === '' ? body : decisionMaker.trim()),
      field('When', period.trim() === '' ? sayWhen(meeting.date) : period.trim()),
      field(
        'Documents submitted for consideration',
        papers.length === 0 ? 'None yet.' : `${papers.join('; ')}.`,
      ),
      ...(entry.exemptions.length === 0
        ? []
        : [field('In private', `exempt information under ${legalBasis(entry.exemptions)}.`)]),
    ];
  });
  if (parts.length === 0) return null;
  const on = authority.trim() === '' ? 'the authority' : authority.trim();
  return compose(mint, {
    ...head(meeting, 'Notice of key decisions'),
    parts: [
      text(
        `Under regulation 9 of ${regulations}, notice is given that these key decisions are to be made on behalf of ${on}.`,
      ),
      ...parts,
      { type: 'heading', words: 'Documents', level: 1 },
      text(
        `Subject to any prohibition or restriction on their disclosure, copies of the documents listed are available from ${contact === '' ? 'the proper officer' : contact}. Other documents relevant to these matters may be submitted to the decision maker; to have details of them as they become available, ask at the same address.`,
      ),
    ],
  });
}
