/**
 * The notice of decisions: for executives what S.I. 2012/2089, regulation 12(2) asks to be recorded of each decision, and
 * when it can be called in; for other bodies the same particulars as far as they were noted.
 */
import type { Mint } from '../../document/build.ts';
import { compose, type Part } from '../compose.ts';
import { notForPublication, withheldLine } from '../exemption-words.ts';
import type { Meeting } from '../meeting.ts';
import { type Entry, entriesOf, headingOf, sideOf } from './agenda.ts';
import { interestWords } from './declarations.ts';
import { bodyName, headOf, type Written } from './minutes.ts';
import { type Naming, namingOf } from './people.ts';
import type { Declaration, MeetingRecord } from './record.ts';
import { paragraphsOf, resolutionWords, sayWhen } from './sentences.ts';

const field = (label: string, words: string): Part => ({
  type: 'text',
  words: [{ bold: `${label}:` }, ` ${words}`],
});

function conflicts(declarations: readonly Declaration[], name: Naming): string[] {
  if (declarations.length === 0) return ['None declared.'];
  return declarations.map(({ member, kind, nature, leftRoom, dispensation }) => {
    const why = nature.trim() === '' ? '' : ` (${nature.trim().replace(/\.+$/, '')})`;
    const where = leftRoom ? ', left the room' : ', remained in the room';
    const granted =
      dispensation.trim() === ''
        ? '; no dispensation was granted'
        : `; dispensation: ${dispensation.trim().replace(/\.+$/, '')}`;
    return `${name(member)}: ${interestWords[kind]}${why}${where}${granted}.`;
  });
}

/** Paragraphs under a label; the first stands beside it. */
function labelled(label: string, paragraphs: readonly string[]): Part[] {
  return paragraphs.map((words, at) => (at === 0 ? field(label, words) : { type: 'text', words }));
}

function callIn(until: string): Part[] {
  if (until === '') return [];
  const when = sayWhen(until);
  return [
    field(
      'Call-in',
      `This decision may be called in until the end of ${when}. Unless it is, it takes effect then.`,
    ),
  ];
}

function decisionParts(
  entry: Entry,
  which: 'public' | 'exempt',
  { meeting, record, name }: { meeting: Meeting; record: MeetingRecord; name: Naming },
): Part[] {
  const side = sideOf(entry, which);
  const resolutions = side.resolutions.map(resolutionWords).filter((words) => words !== '');
  if (resolutions.length === 0) return [];
  const { decision } = side;
  // That minutes were approved is no decision that anybody has to be told of.
  if (decision === null && /^minutes\b/i.test(entry.title)) return [];
  const executive = meeting.body === 'executive';
  const declared = record.declarations.filter(
    ({ itemId, member }) => itemId === entry.id && member.trim() !== '',
  );
  const reasons = paragraphsOf(decision?.reasons ?? '');
  const rejected = paragraphsOf(decision?.rejected ?? '');
  const [only = ''] = resolutions;
  return [
    headingOf({ ...entry, depth: 0 }, which),
    ...(resolutions.length === 1
      ? [{ type: 'paragraph', words: [{ bold: 'Decision:' }, ` That ${only}.`] } as const]
      : [
          { type: 'paragraph', words: [{ bold: 'Decision:' }, ' That'] } as const,
          ...resolutions.map(
            (words, at): Part => ({
              type: 'paragraph',
              words: `${words}${at === resolutions.length - 1 ? '.' : at === resolutions.length - 2 ? '; and' : ';'}`,
              level: 1,
            }),
          ),
        ]),
    field('Made by', decision?.madeBy.trim() || meeting.committee),
    field('Date of the decision', sayWhen(meeting.date)),
    ...(executive && decision !== null ? [field('Key decision', decision.key ? 'Yes' : 'No')] : []),
    ...labelled('Reasons', reasons.length > 0 ? reasons : executive ? ['Not recorded.'] : []),
    ...labelled(
      'Alternative options considered and rejected',
      rejected.length > 0 ? rejected : executive ? ['None recorded.'] : [],
    ),
    ...labelled('Conflicts of interest', conflicts(declared, name)),
    ...callIn(decision?.callInUntil ?? ''),
  ];
}

export function writeDecisionNotice(meeting: Meeting, record: MeetingRecord, mint: Mint): Written {
  const context = { meeting, record, name: namingOf(meeting) };
  const entries = entriesOf(meeting, record);
  const head = headOf(meeting, record);
  const title = `Decisions of ${bodyName(meeting)}`;
  const open = entries.flatMap((entry): Part[] => {
    const parts = decisionParts(entry, 'public', context);
    const withheld = sideOf(entry, 'exempt').resolutions.some(({ text }) => text.trim() !== '');
    if (!withheld || entry.item === null) return parts;
    const heading: Part[] = parts.length > 0 ? [] : [headingOf({ ...entry, depth: 0 }, 'public')];
    const why =
      entry.exemptions.length === 0
        ? '[A decision is withheld: not for publication.]'
        : withheldLine(entry.exemptions, 'A decision is withheld');
    return [...parts, ...heading, { type: 'text', words: why }];
  });
  const exempt = entries.flatMap((entry): Part[] => {
    const [heading, ...rest] = decisionParts(entry, 'exempt', context);
    if (heading === undefined) return [];
    const why = entry.exemptions.length === 0 ? 'Not for publication.' : notForPublication(entry.exemptions);
    return [heading, { type: 'text', words: why }, ...rest];
  });
  return {
    document: compose(mint, {
      ...head,
      title,
      parts: open.length > 0 ? open : [{ type: 'text', words: 'No decisions were made.' }],
    }),
    exempt:
      exempt.length === 0 ? null : compose(mint, { ...head, title: `Exempt ${lower(title)}`, parts: exempt }),
  };
}

function lower(title: string): string {
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
