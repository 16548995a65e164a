/** The one gate through which a meeting file, which anybody may have written, becomes a meeting. */
import { DespatchError } from '../contract/errors.ts';
import type { Marking } from '../document/schema.ts';
import { readMarking } from '../import/marking.ts';
import type { Exemption } from './exemption.ts';
import { exemptionFault } from './exemption-words.ts';
import { FileIds } from './file-ids.ts';
import { issueInWords, placeInFile } from './file-place.ts';
import { type AgendaItem, defaultLayout, type Meeting, type Paper } from './meeting.ts';
import {
  type FileDocument,
  type FileExemption,
  type FileItem,
  type MeetingFile,
  meetingFileSchema,
} from './meeting-file.ts';

/** A generous agenda of 300 items with long notes is far from it. */
const MAX_CHARACTERS = 8_000_000;

/**
 * @param text the whole file.
 * @param file its name, for the error.
 * @throws DespatchError `meeting.invalid` with `file` and the first `reason` against it.
 */
export function parseMeetingFile(text: string, file: string): Meeting {
  const refuse = (reason: string) => new DespatchError('meeting.invalid', { file, reason });
  if (text.length > MAX_CHARACTERS) throw refuse('it is larger than 8 MB');
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (thrown) {
    throw refuse(`it is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  const parsed = meetingFileSchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse(issue ? issueInWords(raw, issue) : 'it has the wrong shape');
  }
  const fault = unprintable(parsed.data, []) ?? faultOf(parsed.data);
  if (fault) throw refuse([placeInFile(raw, fault.place), fault.reason].filter(Boolean).join(': '));
  return meetingOf(parsed.data);
}

interface Fault {
  readonly place: readonly PropertyKey[];
  readonly reason: string;
}

/** Control characters but for tabs and ends of lines: no typeface has them, and the whole pack would fail over one. */
const control = /[^\P{Cc}\t\n\r]/u;

/** The first of them in whatever is printed; names of files are the system's to judge. */
function unprintable(value: unknown, place: Fault['place']): Fault | null {
  if (typeof value === 'string') {
    const code = control.exec(value)?.[0].charCodeAt(0);
    if (code === undefined) return null;
    const named = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return { place, reason: `it has a character that cannot be printed (${named})` };
  }
  if (typeof value !== 'object' || value === null) return null;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, each] of entries) {
    const found = key === 'file' ? null : unprintable(each, [...place, key]);
    if (found) return found;
  }
  return null;
}

/** Whether a calendar has that day. */
function isDay(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

function faultOf(file: MeetingFile): Fault | null {
  for (const key of ['date', 'publicationDate'] as const) {
    const written = file[key];
    if (written !== undefined && !isDay(written)) {
      return { place: [key], reason: `there is no day ${written}` };
    }
  }
  if (typeof file.marking === 'string' && markingOf(file.marking) === null && file.marking.trim() !== '') {
    const reason = `“${file.marking}” is no marking; write OFFICIAL or OFFICIAL-SENSITIVE`;
    return { place: ['marking'], reason };
  }
  return itemsFault(file.items, ['items']);
}

function itemsFault(items: readonly FileItem[], place: Fault['place']): Fault | null {
  const numbers = new Set<string>();
  for (const [at, item] of items.entries()) {
    const here = [...place, at];
    if (item.number !== undefined && item.hidden !== true) {
      if (numbers.has(item.number))
        return { place: here, reason: `the number ${item.number} is given twice` };
      numbers.add(item.number);
    }
    const found =
      exemptFault(item.exempt, here) ??
      documentsFault(item.documents ?? [], [...here, 'documents']) ??
      itemsFault(item.items ?? [], [...here, 'items']);
    if (found) return found;
  }
  return null;
}

function documentsFault(documents: readonly FileDocument[], place: Fault['place']): Fault | null {
  for (const [at, document] of documents.entries()) {
    const here = [...place, at];
    if (document.file === undefined && document.toFollow !== true) {
      return {
        place: [...here, 'file'],
        reason: 'it is missing; a document that is not here yet says "toFollow": true',
      };
    }
    const found = exemptFault(document.exempt, here);
    if (found) return found;
  }
  return null;
}

function exemptFault(exempt: FileExemption | undefined, place: Fault['place']): Fault | null {
  if (exempt === undefined) return null;
  const reason = exemptionFault(exemptionOf(exempt), null);
  return reason === null ? null : { place: [...place, 'exempt'], reason };
}

function exemptionOf({ regime, paragraph, publicInterest = '' }: FileExemption): Exemption {
  return { regime, paragraph: Number(paragraph), publicInterest };
}

function markingOf(written: MeetingFile['marking']): Marking | null {
  if (typeof written !== 'string') return written ?? null;
  return readMarking(written.trim().toUpperCase().startsWith('OFFICIAL') ? capitalised(written) : written);
}

/** "Official-Sensitive" is meant as what it is written like. */
function capitalised(written: string): string {
  return written.trim().replace(/^official(?:[- ]sensitive)?/i, (words) => words.toUpperCase());
}

function meetingOf(file: MeetingFile): Meeting {
  const { contact, members = [], layout } = file;
  return {
    format: 1,
    id: 'meeting',
    kind: file.kind,
    committee: file.committee.trim(),
    committeeId: null,
    country: file.country,
    body: file.body ?? bodyOf(file),
    date: file.date,
    time: file.time,
    venue: file.venue.trim(),
    contact: { name: contact?.name ?? '', telephone: contact?.telephone ?? '', email: contact?.email ?? '' },
    properOfficer: file.properOfficer ?? '',
    publicationDate: file.publicationDate ?? '',
    marking: markingOf(file.marking),
    layout: {
      ...defaultLayout,
      ...(file.kind === 'ministerial' ? { cover: true } : {}),
      ...defined(layout ?? {}),
    },
    members: members.map((member) =>
      typeof member === 'string'
        ? { name: member, role: '', party: '' }
        : { name: member.name, role: member.role ?? '', party: member.party ?? '' },
    ),
    items: itemsOf(file.items, new FileIds()),
  };
}

/**
 * Whose meeting a file that does not say it is of: an executive's, when all that is withheld in England is withheld
 * under the Regulations that only executives meet under (S.I. 2012/2089); a file that mixes laws is to be asked about.
 */
function bodyOf({ country, items }: MeetingFile): Meeting['body'] {
  const regimes = new Set(exemptionsIn(items).map(({ regime }) => regime));
  const executive = country === 'England' && regimes.size === 1 && regimes.has('Executive2012-England');
  return executive ? 'executive' : 'committee';
}

function exemptionsIn(items: readonly FileItem[]): readonly FileExemption[] {
  return items.flatMap(({ exempt, documents = [], items: under = [] }) => [
    ...(exempt ? [exempt] : []),
    ...documents.flatMap((document) => document.exempt ?? []),
    ...exemptionsIn(under),
  ]);
}

/** Without the fields that are there and undefined. */
function defined<Given extends object>(
  given: Given,
): { [Key in keyof Given]: Exclude<Given[Key], undefined> } {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Given]: Exclude<Given[Key], undefined> };
}

function itemsOf(items: readonly FileItem[], ids: FileIds): AgendaItem[] {
  return items.map((item) => itemOf(item, ids));
}

function itemOf(item: FileItem, ids: FileIds): AgendaItem {
  const id = ids.of(item.title);
  const within = ids.within(id);
  return {
    id,
    number: item.number ?? null,
    hidden: item.hidden ?? false,
    standing: false,
    title: item.title.trim(),
    purpose: item.purpose ?? null,
    lead: item.lead ?? '',
    minutes: item.minutes ?? null,
    note: item.publicNote ?? '',
    staffNotes: item.note ?? '',
    expected: [...(item.expected ?? [])],
    exempt: item.exempt ? exemptionOf(item.exempt) : null,
    late: item.late ? { urgency: item.late.urgency, lateness: item.late.lateness ?? '' } : null,
    papers: (item.documents ?? []).map((document) => paperOf(document, within.of(document.title))),
    items: itemsOf(item.items ?? [], within),
  };
}

function paperOf({ file, title, appendix, exempt, toFollow }: FileDocument, id: string): Paper {
  return {
    id,
    title: title.trim(),
    source: file === undefined || toFollow === true ? { type: 'toFollow' } : { type: 'path', path: file },
    appendix: appendix ?? false,
    exempt: exempt ? exemptionOf(exempt) : null,
  };
}
