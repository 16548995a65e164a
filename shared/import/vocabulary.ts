/** The words by which officials label the parts of briefs and reports (domain.md), and what each stands for. */
import type { DocumentKind, FieldName, SectionRole } from '../document/schema.ts';
import { sectionRules } from '../document/structure.ts';
import { labelBefore } from './first-signs.ts';
import { labelPatterns } from './label-patterns.ts';
import { LetterPattern } from './letters.ts';

/** No label or usual heading is longer. */
const LONGEST_LABEL = 150;

/** The latest, because every line is asked for a dozen labels in a row. */
let latest = { text: '', key: '' };

/** How a label is compared: case, spacing and the shape of apostrophes and dashes do not matter. */
export function labelKey(text: string): string {
  if (text.length > LONGEST_LABEL) return '';
  if (text !== latest.text) latest = { text, key: keyOf(text) };
  return latest.key;
}

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘']/g, '')
    .replace(/[–—-]/g, ' ')
    .replace(/[\s ]+/g, ' ')
    .replace(/[\s:.]+$/, '')
    .trim();
}

const sharedLabels: Readonly<Record<string, FieldName>> = {
  date: 'date',
  'meeting date': 'date',
  'date of meeting': 'date',
  'date of the meeting': 'date',
  'date and time': 'date',
  'date and time of meeting': 'date',
  'date / time': 'date',
  'date/time': 'date',
  when: 'date',
  time: 'time',
  'meeting time': 'time',
  place: 'place',
  venue: 'place',
  location: 'place',
  where: 'place',
  room: 'place',
};

const briefingLabels: Readonly<Record<string, FieldName>> = {
  ...sharedLabels,
  attendees: 'attendees',
  attending: 'attendees',
  present: 'attendees',
  participants: 'attendees',
  who: 'attendees',
  'official attending': 'official',
  'officials attending': 'official',
  'official in attendance': 'official',
  'officials in attendance': 'official',
  'official support': 'official',
  'supporting official': 'official',
  'supporting officials': 'official',
  'lead official': 'official',
  purpose: 'purpose',
  'purpose of meeting': 'purpose',
  'purpose of the meeting': 'purpose',
  'purpose of call': 'purpose',
  'purpose of visit': 'purpose',
  'purpose of the call': 'purpose',
  'purpose of the visit': 'purpose',
  objective: 'objectives',
  objectives: 'objectives',
  'our objectives': 'objectives',
  'objectives for the meeting': 'objectives',
  'meeting objectives': 'objectives',
  'key objectives': 'objectives',
};

/** Fields of the end of a document. In a brief they may stand anywhere; they end the section before them. */
const closingLabels: Readonly<Record<string, FieldName>> = {
  contact: 'contact',
  'contact official': 'contact',
  'contact officer': 'contact',
  'contact for this brief': 'contact',
  'briefing contact': 'contact',
  'lead contact': 'contact',
  author: 'contact',
  'cleared by': 'clearance',
  clearance: 'clearance',
  'clearance by': 'clearance',
  'approved by': 'clearance',
};

const reportLabels: Readonly<Record<string, FieldName>> = {
  ...sharedLabels,
  'local members interest': 'localMembersInterest',
  'local member interest': 'localMembersInterest',
  'local members interests': 'localMembersInterest',
  'wards affected': 'wards',
  'ward affected': 'wards',
  'ward(s) affected': 'wards',
  'divisions affected': 'localMembersInterest',
  'electoral divisions affected': 'localMembersInterest',
  'decision type': 'decisionType',
  'type of decision': 'decisionType',
  'decision maker': 'decisionMaker',
  'decision taker': 'decisionMaker',
  committee: 'committee',
  'name of committee': 'committee',
  meeting: 'committee',
  'report to': 'committee',
  'report of': 'reportOf',
  'report by': 'reportOf',
};

const submissionLabels: Readonly<Record<string, FieldName>> = {
  ...sharedLabels,
  to: 'to',
  'submitted to': 'to',
  from: 'from',
  'submitted by': 'from',
  'critical date': 'criticalDate',
  'decision needed by': 'criticalDate',
  deadline: 'criticalDate',
  'reason for the date': 'criticalDateReason',
  'reason for deadline': 'criticalDateReason',
  'reason for critical date': 'criticalDateReason',
};

const frontLabels: Readonly<Record<DocumentKind, Readonly<Record<string, FieldName>>>> = {
  briefing: briefingLabels,
  report: reportLabels,
  submission: submissionLabels,
};

const contactLabels: Readonly<Record<string, FieldName>> = {
  name: 'contactName',
  'contact name': 'contactName',
  contact: 'contactName',
  'contact officer': 'contactName',
  'report author': 'contactName',
  author: 'contactName',
  officer: 'contactName',
  'lead officer': 'contactName',
  'job title': 'jobTitle',
  title: 'jobTitle',
  position: 'jobTitle',
  role: 'jobTitle',
  post: 'jobTitle',
  designation: 'jobTitle',
  telephone: 'telephone',
  'telephone no': 'telephone',
  'telephone number': 'telephone',
  tel: 'telephone',
  'tel no': 'telephone',
  phone: 'telephone',
  'phone number': 'telephone',
  'direct line': 'telephone',
  mobile: 'telephone',
  'mobile number': 'telephone',
  'e mail': 'email',
  email: 'email',
  'e mail address': 'email',
  'email address': 'email',
};

/** What a label at the head of a document, or in its contact section, stands for; undefined for unknown words. */
export function fieldNamed(
  label: string,
  kind: DocumentKind,
  place: 'front' | 'contact' | 'closing',
): FieldName | undefined {
  const key = labelKey(label);
  const table = place === 'closing' ? closingLabels : place === 'contact' ? contactLabels : frontLabels[kind];
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Apart from the others, because compiling a class of all letters takes longer than reading a document's labels. */
const questionsFor = new LetterPattern(String.raw`^questions? for (?:the )?(?:[\p{L}’']+ ?){1,5}$`);

/** Words that stand over a list in a brief and name what its items are. */
export function listLabel(text: string): 'points' | 'questions' | null {
  const key = labelKey(text);
  if (labelPatterns.points.test(key)) return 'points';
  const asks = labelPatterns.questions.test(key) || (key.startsWith('question') && questionsFor.test(key));
  return asks ? 'questions' : null;
}

const runInQuestion =
  /^(?:key |our |possible |suggested )?questions?(?: to (?:ask|raise|put)| for ([^:.]+)| \d{1,2})?[:.]$/;
/** Whom a run-in question is for. */
const addressee = new LetterPattern(String.raw`^[\p{L}’' ]{1,40}$`);
/** Too short to mean a question anywhere but in a list of them. */
const shortQuestion = /^(?:q ?\d{0,2}|ask)[:.]$/;
const LONGEST_SHORT_QUESTION = 'q 12:'.length;

/** Whether these words, colon included, are the run-in label of a question to ask. @param inList of a list item. */
export function isQuestionLabel(words: string, inList: boolean): boolean {
  const label = words.trim().toLowerCase();
  const match = label.includes('question') ? runInQuestion.exec(label) : null;
  if (match) return match[1] === undefined || addressee.test(match[1]);
  return inList && label.length <= LONGEST_SHORT_QUESTION && shortQuestion.test(label);
}

/** Labels that stand before the title itself. */
export function isTitleLabel(text: string): boolean {
  return labelPatterns.title.test(labelKey(text));
}

/** Headings over answers prepared for us, where a "Q:" is theirs and no question of ours. */
export function isAnswersHeading(text: string): boolean {
  const key = labelKey(text);
  return key.includes('q') && /\bq ?(?:&|and) ?as?\b|questions and answers/.test(key);
}

const agendaLabels: ReadonlySet<string> = new Set(['annotated agenda', 'agenda', 'our aims', 'aims']);

export function isAgendaLabel(text: string): boolean {
  return agendaLabels.has(labelKey(text));
}

const submissionHeadings =
  /^(?:issue|purpose|recommendations?|timing|(?:key )?background|context|argument|discussion|considerations?|analysis|presentation(?: and handling)?|handling(?: and presentation)?|(?:legal|financial?|devolution|equalities) (?:considerations?|implications)|risks|next steps|options(?: considered)?|implications|clearance)$/;

const parts: readonly (readonly [SectionRole, RegExp])[] = [
  [
    'background',
    /^(?:(?:key |policy |further )?background(?: information)?|context|key facts|key statistics)$/,
  ],
  ['lines', /^(?:(?:key |defensive |reactive )?lines? to take|defensive lines)$/],
  ['qa', /^(?:likely questions(?: and answers)?|(?:likely )?(?:questions and answers|q ?& ?a|q and a)s?)$/],
  ['asks', /^their (?:likely )?asks(?: and our response)?$/],
  ['sensitivities', /^(?:sensitivities(?: and handling)?|handling(?: plan)?|elephant traps)$/],
  ['biographies', /^biograph(?:y|ies)$/],
  ['options', /^(?:options(?: considered)?|(?:alternative|other) options(?: considered)?)$/],
  ['implications', /^implications$/],
  ['timing', /^timing$/],
];

/** The part of a document that a section heading opens by its words alone; null for a section like any other. */
export function partNamed(text: string, kind: DocumentKind): SectionRole | null {
  const key = labelKey(text);
  const part = parts.find(([, words]) => words.test(key))?.[0] ?? null;
  return part !== null && sectionRules[part].documentKinds.includes(kind) ? part : null;
}

const submissionsAlone: ReadonlySet<string> = new Set([
  'issue',
  'timing',
  'argument',
  'presentation',
  'presentation and handling',
]);

/** Headings that hardly any paper but a submission has. */
export function isSubmissionHeading(text: string): boolean {
  return submissionsAlone.has(labelKey(text));
}

/** Headings that open a main section wherever they stand. */
export function isKnownHeading(text: string, kind: DocumentKind): boolean {
  const key = labelKey(text);
  if (kind === 'submission') return submissionHeadings.test(key);
  return kind === 'briefing' ? labelPatterns.briefing.test(key) : labelPatterns.report.test(key);
}

export function isRecommendationsHeading(text: string): boolean {
  return labelPatterns.recommendations.test(labelKey(text));
}

/** "It is recommended that the Committee:", over the list. */
export function isRecommendationsLeadIn(text: string): boolean {
  return /^(?:it is (?:therefore )?recommended that\b|[\p{L} ]{0,60}\b(?:is|are) (?:asked|recommended|requested|invited) to\b).{0,80}:$/iu.test(
    text,
  );
}

export function isDocumentsHeading(text: string): boolean {
  return labelPatterns.documents.test(labelKey(text));
}

export function isContactHeading(text: string): boolean {
  return labelPatterns.contact.test(labelKey(text));
}

const clearanceHeadings: ReadonlySet<string> = new Set(['clearance', 'clearances', 'sign off', 'cleared by']);

export function isClearanceHeading(text: string): boolean {
  return clearanceHeadings.has(labelKey(text));
}

/** Any line whose words alone say what it is: never part of a sentence that a page break broke. */
export function isKnownLine(text: string): boolean {
  if (text.trim() === '') return false;
  const label = labelBefore(text, 50) ?? text;
  if (label.length > LONGEST_LABEL) return false;
  return (
    isDocumentsHeading(text) ||
    isContactHeading(text) ||
    isRecommendationsHeading(text) ||
    isAgendaLabel(label) ||
    (isTitleLabel(label) && label !== text) ||
    listLabel(label) !== null ||
    isQuestionLabel(`${label}:`, true) ||
    isKnownHeading(text, 'briefing') ||
    isKnownHeading(text, 'report') ||
    (['front', 'contact', 'closing'] as const).some(
      (place) =>
        fieldNamed(label, 'briefing', place) !== undefined ||
        fieldNamed(label, 'report', place) !== undefined,
    )
  );
}

/** A known line that holds nothing but its label. */
export function isBareLabel(text: string): boolean {
  const colon = text.indexOf(':');
  return (colon < 0 || text.slice(colon + 1).trim() === '') && isKnownLine(text);
}
