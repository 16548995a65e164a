/**
 * The one table of structure: what each kind of block and section is called, where it may stand, how deep it
 * nests and what follows it. Parser, importer, editor repairs, numbering and exporters read it; nobody repeats it.
 */
import type { BlockKind, DetailName, DocumentKind, FieldName, SectionRole } from './schema.ts';

export interface BlockRule {
  /** What the gutter and the menus call it. */
  readonly name: string;
  readonly minLevel: number;
  readonly maxLevel: number;
  /** What Enter at the end of a block makes. */
  readonly next: BlockKind;
  /** What Enter in an empty block, or Backspace at its start, turns it into. */
  readonly falls: BlockKind;
  /** The details that may stand under it; null for a block that takes none. */
  readonly details: DetailsRule | null;
}

/**
 * Details are blocks of their own that belong to the block before them, so that everything an editor can do with a
 * block it can do with them.
 */
export interface DetailsRule {
  /**
   * row: each of the names stands under the block exactly once, in this order, as the cells of a table do.
   * list: any of them, in any order.
   */
  readonly form: 'row' | 'list';
  readonly names: readonly DetailName[];
}

function rule(
  name: string,
  next: BlockKind,
  falls: BlockKind,
  {
    levels = [0, 0],
    details = null,
  }: { levels?: readonly [number, number]; details?: DetailsRule | null } = {},
): BlockRule {
  return { name, minLevel: levels[0], maxLevel: levels[1], next, falls, details };
}
const list = (...names: DetailName[]): DetailsRule => ({ form: 'list', names });
const row = (...names: DetailName[]): DetailsRule => ({ form: 'row', names });

export const blockRules: Readonly<Record<BlockKind, BlockRule>> = {
  title: rule('Title', 'text', 'title'),
  field: rule('Field', 'text', 'field'),
  label: rule('Label', 'point', 'text'),
  attendee: rule('Attendee', 'attendee', 'text', { details: row('role', 'organisation') }),
  agendaItem: rule('Agenda item', 'agendaItem', 'text', {
    details: list('itemAim', 'lead', 'minutes', 'handling'),
  }),
  aim: rule('Aim', 'aim', 'text', { details: list('lead', 'minutes', 'handling') }),
  heading: rule('Heading', 'text', 'text', { levels: [1, 3] }),
  point: rule('Point', 'point', 'text', { levels: [0, 2] }),
  question: rule('Question', 'point', 'point', {
    levels: [0, 2],
    details: list('hopedForAnswer', 'followUp'),
  }),
  lineToTake: rule('Line to take', 'lineToTake', 'text', { levels: [0, 2], details: list('ifPressed') }),
  likelyQuestion: rule('Likely question', 'likelyQuestion', 'text', { details: list('answer', 'ifPressed') }),
  ask: rule('Their likely ask', 'ask', 'text', { details: list('response', 'handling') }),
  sensitivity: rule('Sensitivity', 'sensitivity', 'text', { details: list('handling') }),
  person: rule('Person', 'text', 'text', { details: list('role', 'organisation') }),
  recommendation: rule('Recommendation', 'recommendation', 'text', {
    levels: [0, 1],
    details: list('reason'),
  }),
  decision: rule('Decision box', 'decision', 'text'),
  option: rule('Option', 'option', 'text', { details: list('advantages', 'disadvantages') }),
  implication: rule('Implication', 'implication', 'text', { details: row('effect', 'signedOffBy') }),
  clearer: rule('Clearance', 'clearer', 'text', { details: row('clearedPart', 'clearedOn') }),
  paragraph: rule('Paragraph', 'paragraph', 'text', { levels: [0, 2] }),
  text: rule('Text', 'text', 'text'),
  quotation: rule('Quotation', 'text', 'text'),
  table: rule('Table', 'text', 'table'),
  image: rule('Image', 'text', 'image'),
  backgroundDocument: rule('Background document', 'backgroundDocument', 'text'),
  appendix: rule('Appendix', 'appendix', 'text'),
  detail: rule('Detail', 'text', 'text'),
  guidance: rule('Guidance', 'text', 'text'),
};

export interface DetailRule {
  /** What the gutter calls it, and what is printed before it unless it is the cell of a table. */
  readonly label: string;
  /** Shown in the empty detail while writing, never exported. */
  readonly prompt: string;
}

export const detailRules: Readonly<Record<DetailName, DetailRule>> = {
  itemAim: { label: 'Our aim', prompt: 'What our side wants from this item' },
  lead: { label: 'Lead', prompt: 'Who speaks to it on our side' },
  minutes: { label: 'Minutes', prompt: 'Minutes allotted' },
  handling: { label: 'Handling', prompt: 'How to handle it' },
  hopedForAnswer: { label: 'Hoped-for answer', prompt: 'The answer we hope for' },
  followUp: { label: 'Follow-up', prompt: 'What to ask next' },
  ifPressed: { label: 'If pressed', prompt: 'What to add only if pressed' },
  answer: { label: 'Answer', prompt: 'What to answer' },
  response: { label: 'Our response', prompt: 'What we say to it' },
  role: { label: 'Role', prompt: 'Role' },
  organisation: { label: 'Organisation', prompt: 'Organisation' },
  reason: { label: 'Reason', prompt: 'Why this is recommended' },
  advantages: { label: 'Advantages', prompt: 'What speaks for it' },
  disadvantages: { label: 'Disadvantages', prompt: 'What speaks against it' },
  effect: { label: 'Implications', prompt: 'What follows, or none' },
  signedOffBy: { label: 'Signed off by', prompt: 'Officer and date' },
  clearedPart: { label: 'What was cleared', prompt: 'Which part or version' },
  clearedOn: { label: 'Date', prompt: 'When' },
};

export interface SectionRule {
  /** What the outline calls a section that has no heading of its own. */
  readonly name: string;
  readonly documentKinds: readonly DocumentKind[];
  readonly blocks: readonly BlockKind[];
  /** What an empty section of this role starts with, and what a block becomes that may not stand here. */
  readonly fallback: BlockKind;
  /** The first block a new section of this role gets under its heading. */
  readonly first: BlockKind;
}

const everyKind: readonly DocumentKind[] = ['briefing', 'report', 'submission'];
/** What stands in the running text of any section. */
const prose: readonly BlockKind[] = ['heading', 'label', 'text', 'quotation', 'table', 'image'];
const points: readonly BlockKind[] = ['point', 'question', 'lineToTake', 'detail'];

function part(
  name: string,
  documentKinds: readonly DocumentKind[],
  first: BlockKind,
  blocks: readonly BlockKind[],
): SectionRule {
  return {
    name,
    documentKinds,
    blocks: [...new Set([...blocks, 'guidance' as const])],
    fallback: 'text',
    first,
  };
}

export const sectionRules: Readonly<Record<SectionRole, SectionRule>> = {
  front: part('Title block', everyKind, 'text', ['title', 'field', 'text']),
  attendees: part('Attendees', ['briefing'], 'attendee', ['heading', 'attendee', 'detail', 'text']),
  agenda: part('Annotated agenda', ['briefing'], 'agendaItem', [
    'heading',
    'label',
    'aim',
    'agendaItem',
    'detail',
    'text',
  ]),
  topic: part('Section', ['briefing'], 'point', [...prose, ...points]),
  background: part('Background', ['briefing'], 'text', [...prose, ...points]),
  lines: part('Lines to take', ['briefing'], 'lineToTake', [...prose, ...points]),
  qa: part('Questions and answers', ['briefing'], 'likelyQuestion', [...prose, ...points, 'likelyQuestion']),
  asks: part('Their likely asks', ['briefing'], 'ask', [...prose, ...points, 'ask']),
  sensitivities: part('Sensitivities and handling', ['briefing'], 'sensitivity', [
    ...prose,
    ...points,
    'sensitivity',
  ]),
  biographies: part('Biographies', ['briefing'], 'person', [...prose, ...points, 'person']),
  annex: part('Annex', ['briefing', 'submission'], 'text', [...prose, ...points]),
  recommendations: part('Recommendations', ['report', 'submission'], 'recommendation', [
    'heading',
    'recommendation',
    'detail',
    'decision',
    'paragraph',
    'text',
    'field',
  ]),
  timing: part('Timing', ['submission'], 'paragraph', ['heading', 'field', 'paragraph', 'text']),
  body: part('Report', ['report', 'submission'], 'paragraph', [...prose, 'paragraph', 'point']),
  options: part('Options considered', ['report', 'submission'], 'option', [
    ...prose,
    'option',
    'detail',
    'paragraph',
    'point',
  ]),
  implications: part('Implications', ['report', 'submission'], 'implication', [
    ...prose,
    'implication',
    'detail',
    'paragraph',
  ]),
  documents: part('Background documents and appendices', ['report', 'submission'], 'backgroundDocument', [
    'heading',
    'appendix',
    'backgroundDocument',
    'text',
  ]),
  contact: part('Contact', everyKind, 'text', ['heading', 'field', 'text']),
  clearance: part('Clearance', everyKind, 'clearer', ['heading', 'field', 'clearer', 'detail', 'text']),
};

/** The role of the sections that make up most of a document of each kind. */
export const mainRole: Readonly<Record<DocumentKind, SectionRole>> = {
  briefing: 'topic',
  report: 'body',
  submission: 'body',
};

export interface FieldRule {
  /** Printed before the value, unless the author's own label is kept in the block. */
  readonly label: string;
  /** Shown in the empty field while writing, never exported. */
  readonly prompt: string;
}

export const fieldRules: Readonly<Record<FieldName, FieldRule>> = {
  localMembersInterest: { label: 'Local Members’ Interest', prompt: 'Divisions concerned, or N/A' },
  committee: { label: 'Committee', prompt: 'Name of the committee' },
  wards: { label: 'Wards affected', prompt: 'Wards or divisions, or all' },
  decisionType: { label: 'Decision type', prompt: 'For example key decision, or for noting' },
  decisionMaker: { label: 'Decision maker', prompt: 'Who takes the decision' },
  to: { label: 'To', prompt: 'The minister, and copy recipients' },
  from: { label: 'From', prompt: 'Name, team and telephone number' },
  date: { label: 'Date', prompt: 'For example Tuesday 1 September 2020' },
  time: { label: 'Time', prompt: 'For example 10:30 to 11:15' },
  place: { label: 'Place', prompt: 'Room and building, or call' },
  attendees: { label: 'Attendees', prompt: 'Names and organisations, theirs and ours' },
  official: { label: 'Official attending', prompt: 'Name and mobile number' },
  purpose: { label: 'Purpose of the meeting', prompt: 'Why the meeting takes place' },
  objectives: { label: 'Objectives', prompt: 'What we want to have achieved when it ends' },
  reportOf: { label: 'Report of', prompt: 'The accountable member or director' },
  criticalDate: { label: 'Critical date', prompt: 'The date by which a decision is needed' },
  criticalDateReason: { label: 'Reason for the date', prompt: 'Why it cannot be later' },
  contact: { label: 'Contact', prompt: 'Name, team and telephone number' },
  contactName: { label: 'Name', prompt: 'Name of the report’s contact' },
  jobTitle: { label: 'Job title', prompt: 'Job title' },
  telephone: { label: 'Telephone', prompt: 'Telephone number' },
  email: { label: 'Email', prompt: 'Email address' },
  clearance: { label: 'Cleared by', prompt: 'Who cleared this text, and when' },
};

export interface SectionPlan {
  readonly role: SectionRole;
  readonly fields: readonly FieldName[];
}

/**
 * The fields a complete document of each kind has, in printed order. The importer and "New" lay them out empty
 * where the author gave none, so that every absence is visible, addressable and filled in place.
 */
export const standardFields: Readonly<Record<DocumentKind, readonly SectionPlan[]>> = {
  briefing: [
    { role: 'front', fields: ['date', 'time', 'place', 'attendees', 'official', 'purpose', 'objectives'] },
    { role: 'clearance', fields: ['clearance'] },
    { role: 'contact', fields: ['contact'] },
  ],
  report: [
    { role: 'front', fields: ['localMembersInterest', 'committee', 'date'] },
    { role: 'recommendations', fields: ['reportOf'] },
    { role: 'contact', fields: ['contactName', 'jobTitle', 'telephone', 'email'] },
  ],
  submission: [
    { role: 'front', fields: ['to', 'from', 'date'] },
    { role: 'timing', fields: ['criticalDate', 'criticalDateReason'] },
    { role: 'contact', fields: ['contact'] },
    { role: 'clearance', fields: ['clearance'] },
  ],
};

/** What some documents of a kind have besides, for their authors to add. */
const furtherFields: Readonly<Record<DocumentKind, readonly SectionPlan[]>> = {
  briefing: [],
  report: [{ role: 'front', fields: ['wards', 'decisionType', 'decisionMaker', 'time', 'place'] }],
  submission: [],
};

/** The fields that may be added to a section of this role. */
export function fieldsFor(kind: DocumentKind, role: SectionRole): FieldName[] {
  return [...standardFields[kind], ...furtherFields[kind]].flatMap((plan) =>
    plan.role === role ? plan.fields : [],
  );
}

/** What the run-in label of a question says where the author wrote none. */
export const QUESTION_LABEL = 'Question to ask';

/** The most blocks a section holds before it is continued in the next (design.md, measured key to paint). */
export const MAX_BLOCKS_PER_SECTION = 40;
