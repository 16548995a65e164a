/**
 * Minutes of a committee, or the readout of a minister's meeting, drafted from agenda and record. What is exempt goes
 * into a document of its own: the public one does not have the words at all (Local Government Act 1972, section
 * 100C(1)(a) and (2)).
 */
import type { Mint } from '../../document/build.ts';
import type { DespatchDocument } from '../../document/schema.ts';
import { type Composition, compose, type Part, type Words } from '../compose.ts';
import { urgencyMinute } from '../deadlines/late-items.ts';
import { notForPublication, withheldLine } from '../exemption-words.ts';
import type { Meeting } from '../meeting.ts';
import { exclusionMotions, exclusionTitle } from '../motion.ts';
import { actionTable } from './action-table.ts';
import { type Entry, entriesOf, hasContent, headingOf, sideOf, withholds } from './agenda.ts';
import { declarationWords, noDeclarations } from './declarations.ts';
import { apologiesOf, movementsOf, type Naming, namingOf, presenceOf } from './people.ts';
import type { ItemRecord, MeetingRecord, Resolution } from './record.ts';
import {
  actionWords,
  capital,
  outcomeWords,
  paragraphsOf,
  proposedWords,
  resolutionWords,
  sayWhen,
  sentence,
  voteWords,
} from './sentences.ts';
import { apologiesTitle, interestsTitle } from './usual-items.ts';

export interface Written {
  readonly document: DespatchDocument;
  /** What is not for publication; null: nothing is. */
  readonly exempt: DespatchDocument | null;
}

interface Drafting {
  readonly meeting: Meeting;
  readonly record: MeetingRecord;
  readonly entries: readonly Entry[];
  readonly name: Naming;
  readonly readout: boolean;
}

/** The item that its title says is for this; null: the agenda has none. */
function placeFor(pattern: RegExp, entries: readonly Entry[]): string | null {
  return entries.find(({ title, item }) => item !== null && pattern.test(title))?.id ?? null;
}

const paragraph = (words: Words, level: 0 | 1 = 0): Part => ({ type: 'paragraph', words, level });

/** "RESOLVED: That …", or with a., b., c. where there are several. */
function resolved(resolutions: readonly Resolution[], readout: boolean): Part[] {
  const words = resolutions.map(resolutionWords).filter((each) => each !== '');
  const [only] = words;
  if (only === undefined) return [];
  const lead = readout ? { bold: 'Agreed:' } : { bold: 'RESOLVED:' };
  if (words.length === 1)
    return [paragraph([lead, readout ? ` ${sentence(capital(only))}` : ` That ${only}.`])];
  return [
    paragraph([lead, readout ? '' : ' That']),
    ...words.map((each, at) => {
      const end = at === words.length - 1 ? '.' : at === words.length - 2 ? '; and' : ';';
      return paragraph(`${each}${end}`, 1);
    }),
  ];
}

function bodyOf(side: ItemRecord, { name, readout }: Drafting): Part[] {
  const said = [side.minute, side.exemptMinute, side.publicSummary].flatMap(paragraphsOf);
  const proposed = side.resolutions.length === 0 ? '' : proposedWords(side, name);
  const outcome = side.outcome === 'noted' && side.resolutions.length > 0 ? '' : outcomeWords(side);
  return [
    ...said.map((words) => paragraph(words)),
    ...(proposed === '' ? [] : [paragraph(proposed)]),
    ...resolved(side.resolutions, readout),
    ...(side.vote === null ? [] : [paragraph(voteWords(side.vote, name))]),
    ...(outcome === '' ? [] : [paragraph(outcome)]),
    ...(readout
      ? []
      : side.actions
          .filter(({ what }) => what.trim() !== '')
          .map((action) => paragraph([{ bold: 'Action:' }, ` ${actionWords(action)}`]))),
  ];
}

function declarationsOf({ record, entries, name }: Drafting): Part[] {
  const numbers = new Map(entries.map(({ id, number }) => [id, number]));
  const declared = record.declarations.filter(({ member }) => member.trim() !== '');
  if (declared.length === 0) return [paragraph(noDeclarations)];
  return declared.map((declaration) =>
    paragraph(declarationWords(declaration, numbers.get(declaration.itemId ?? '') || null, name)),
  );
}

/** The resolution to exclude the public, as the agenda moves it. */
function excluded({ meeting, entries, readout }: Drafting): Part[] {
  if (readout) return [];
  const items = entries.filter(
    (entry) => withholds(entry) && entry.number !== '' && entry.exemptions.length > 0,
  );
  return exclusionMotions(
    items.map(({ number, title, exemptions, exempt }) => ({ number, title, exemptions, inPart: !exempt })),
    meeting.body,
  ).flatMap(({ opening, entries: lines, closing }) => [
    paragraph([{ bold: 'RESOLVED:' }, ` ${opening}`]),
    ...lines.map(({ item, paragraphs, descriptions }, at) => {
      const end = at < lines.length - 1 ? ';' : closing === '' ? '.' : ',';
      return paragraph(`${item}: ${paragraphs} (${descriptions.join('; ')})${end}`, 1);
    }),
    ...(closing === '' ? [] : [{ type: 'text', words: closing } as const]),
  ]);
}

function attendance(drafting: Drafting): Part[] {
  const { record, entries, name, readout } = drafting;
  const here = (pattern: RegExp) => placeFor(pattern, entries) !== null;
  return [
    { type: 'heading', words: 'Attendance', level: 1 },
    ...presenceOf(record, name).map(
      ({ label, names }): Part => ({ type: 'text', words: [{ bold: `${label}:` }, ` ${names}`] }),
    ),
    ...(here(apologiesTitle) || readout ? [] : [{ type: 'text', words: apologiesOf(record, name) } as const]),
    ...movementsOf(record, name).map((words): Part => ({ type: 'text', words })),
    ...(here(interestsTitle) || readout
      ? []
      : [
          { type: 'heading', words: 'Declarations of interest', level: 1 } as const,
          ...declarationsOf(drafting),
        ]),
  ];
}

function publicItems(drafting: Drafting): Part[] {
  const { meeting, entries, record, name, readout } = drafting;
  let motion = excluded(drafting);
  const places = {
    apologies: placeFor(apologiesTitle, entries),
    interests: placeFor(interestsTitle, entries),
    exclusion: placeFor(exclusionTitle, entries),
  };
  return entries.flatMap((entry) => {
    if (entry.item === null) return [];
    const side = sideOf(entry, 'public');
    // What nobody said anything about is no news to anybody who was not there.
    if (readout && !hasContent(entry.record) && outcomeWords(side) === '') return [];
    const parts: Part[] = [];
    if (motion.length > 0 && withholds(entry) && entry.id !== places.exclusion) {
      parts.push({ type: 'heading', words: 'Exclusion of the public', level: 1 }, ...motion);
      motion = [];
    }
    parts.push(headingOf(entry, 'public'));
    const urgency = entry.item.late === null ? '' : urgencyMinute(entry.item.late, meeting.country);
    if (!readout && urgency !== '') parts.push(paragraph(urgency));
    if (!readout && entry.id === places.apologies) parts.push(paragraph(apologiesOf(record, name)));
    if (!readout && entry.id === places.interests) parts.push(...declarationsOf(drafting));
    if (entry.id === places.exclusion && motion.length > 0) {
      // What the clerk wrote down is the resolution; otherwise the agenda's motion is.
      if (side.resolutions.length === 0) parts.push(...motion);
      motion = [];
    }
    parts.push(...bodyOf(side, drafting));
    if (withholds(entry)) {
      const what = `The minute of this item${entry.exempt ? '' : ', in part,'} is withheld`;
      const words =
        entry.exemptions.length === 0
          ? `[${what}: not for publication.]`
          : withheldLine(entry.exemptions, what);
      parts.push({ type: 'text', words });
    }
    return parts;
  });
}

function exemptParts(drafting: Drafting): Part[] {
  return drafting.entries
    .filter(withholds)
    .flatMap((entry) => [
      headingOf(entry, 'exempt'),
      ...(entry.exemptions.length === 0
        ? []
        : [{ type: 'text', words: notForPublication(entry.exemptions) } as const]),
      ...bodyOf(sideOf(entry, 'exempt'), drafting),
    ]);
}

function standing({ record, readout }: Drafting): Part[] {
  if (readout) return [];
  const words =
    record.approvedOn === ''
      ? 'Draft minutes, to be confirmed at the next meeting.'
      : `Approved as a correct record on ${sayWhen(record.approvedOn)}.`;
  return [{ type: 'text', words }];
}

function closing({ record, readout }: Drafting): Part[] {
  return [
    // It is no part of the last item, so it bears no number; a readout has the time in its head.
    ...(record.ended === '' || readout
      ? []
      : [{ type: 'text', words: `The meeting ended at ${record.ended}.` } as const]),
    // Room for a pen.
    ...(readout
      ? []
      : [{ type: 'text', words: 'Signed by the Chair as a correct record:\n\n\nDate:' } as const]),
  ];
}

/** "10:30 to 12:05", as far as it is known. */
function hoursOf({ time }: Meeting, { began, ended }: MeetingRecord): string {
  const from = began === '' ? time : began;
  return [from, ended].filter((clock) => clock !== '').join(' to ');
}

export function headOf(
  meeting: Meeting,
  record: MeetingRecord,
): Pick<Composition, 'marking' | 'fields' | 'contact'> {
  return {
    marking: meeting.marking,
    fields: [
      ['committee', meeting.kind === 'ministerial' ? '' : meeting.committee],
      ['date', sayWhen(meeting.date)],
      ['time', hoursOf(meeting, record)],
      ['place', meeting.venue],
    ],
    contact: meeting.contact,
  };
}

/** "the Harbours Committee" */
export function bodyName({ committee }: Meeting): string {
  return `the ${committee.trim().replace(/^the\s+/i, '')}`;
}

export function writeMinutes(meeting: Meeting, record: MeetingRecord, mint: Mint): Written {
  const readout = meeting.kind === 'ministerial';
  const drafting: Drafting = {
    meeting,
    record,
    entries: entriesOf(meeting, record),
    name: namingOf(meeting),
    readout,
  };
  const head = headOf(meeting, record);
  const withheld = exemptParts(drafting);
  const title = readout ? `Readout: ${meeting.committee}` : `Minutes of ${bodyName(meeting)}`;
  return {
    document: compose(mint, {
      ...head,
      title,
      parts: [
        ...standing(drafting),
        ...attendance(drafting),
        ...publicItems(drafting),
        ...(readout ? actionTable(drafting.entries, 'public') : []),
        ...closing(drafting),
      ],
    }),
    exempt:
      withheld.length === 0
        ? null
        : compose(mint, {
            ...head,
            title: readout ? `${title} (not for publication)` : `Exempt minutes of ${bodyName(meeting)}`,
            parts: [...withheld, ...(readout ? actionTable(drafting.entries, 'exempt') : [])],
          }),
  };
}
