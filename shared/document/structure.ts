/**
 * The one table of structure: what each kind of block and section is called, where it may stand, how deep it
 * nests and what follows it. Parser, importer, editor repairs, numbering and exporters read it; nobody repeats it.
 */
import type { BlockKind, DocumentKind, FieldName, SectionRole } from './schema.ts';

export interface BlockRule {
  /** What the gutter and the menus call it. */
  readonly name: string;
  readonly minLevel: number;
  readonly maxLevel: number;
  /** What Enter at the end of a block makes. */
  readonly next: BlockKind;
  /** What Enter in an empty block, or Backspace at its start, turns it into. */
  readonly falls: BlockKind;
}

export const blockRules: Readonly<Record<BlockKind, BlockRule>> = {
  title: { name: 'Title', minLevel: 0, maxLevel: 0, next: 'text', falls: 'title' },
  field: { name: 'Field', minLevel: 0, maxLevel: 0, next: 'text', falls: 'field' },
  label: { name: 'Label', minLevel: 0, maxLevel: 0, next: 'point', falls: 'text' },
  aim: { name: 'Aim', minLevel: 0, maxLevel: 0, next: 'aim', falls: 'text' },
  heading: { name: 'Heading', minLevel: 1, maxLevel: 3, next: 'text', falls: 'text' },
  point: { name: 'Point', minLevel: 0, maxLevel: 2, next: 'point', falls: 'text' },
  question: { name: 'Question', minLevel: 0, maxLevel: 2, next: 'point', falls: 'point' },
  recommendation: { name: 'Recommendation', minLevel: 0, maxLevel: 1, next: 'recommendation', falls: 'text' },
  paragraph: { name: 'Paragraph', minLevel: 0, maxLevel: 2, next: 'paragraph', falls: 'text' },
  text: { name: 'Text', minLevel: 0, maxLevel: 0, next: 'text', falls: 'text' },
  quotation: { name: 'Quotation', minLevel: 0, maxLevel: 0, next: 'text', falls: 'text' },
  backgroundDocument: {
    name: 'Background document',
    minLevel: 0,
    maxLevel: 0,
    next: 'backgroundDocument',
    falls: 'text',
  },
  appendix: { name: 'Appendix', minLevel: 0, maxLevel: 0, next: 'appendix', falls: 'text' },
};

export interface SectionRule {
  /** What the outline calls a section that has no heading of its own. */
  readonly name: string;
  readonly documentKinds: readonly DocumentKind[];
  readonly blocks: readonly BlockKind[];
  /** What an empty section of this role starts with, and what a block becomes that may not stand here. */
  readonly fallback: BlockKind;
}

export const sectionRules: Readonly<Record<SectionRole, SectionRule>> = {
  front: {
    name: 'Title block',
    documentKinds: ['briefing', 'report'],
    blocks: ['title', 'field', 'text'],
    fallback: 'text',
  },
  agenda: {
    name: 'Annotated agenda',
    documentKinds: ['briefing'],
    blocks: ['label', 'aim', 'text'],
    fallback: 'text',
  },
  topic: {
    name: 'Section',
    documentKinds: ['briefing'],
    blocks: ['heading', 'label', 'point', 'question', 'text', 'quotation'],
    fallback: 'text',
  },
  recommendations: {
    name: 'Recommendations',
    documentKinds: ['report'],
    blocks: ['heading', 'recommendation', 'text', 'field'],
    fallback: 'text',
  },
  body: {
    name: 'Report',
    documentKinds: ['report'],
    blocks: ['heading', 'paragraph', 'text', 'quotation'],
    fallback: 'text',
  },
  documents: {
    name: 'Background documents and appendices',
    documentKinds: ['report'],
    blocks: ['heading', 'appendix', 'backgroundDocument', 'text'],
    fallback: 'text',
  },
  contact: {
    name: 'Contact',
    documentKinds: ['briefing', 'report'],
    blocks: ['heading', 'field', 'text'],
    fallback: 'text',
  },
  clearance: {
    name: 'Clearance',
    documentKinds: ['briefing'],
    blocks: ['heading', 'field', 'text'],
    fallback: 'text',
  },
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
  date: { label: 'Date', prompt: 'For example Tuesday 1 September 2020' },
  time: { label: 'Time', prompt: 'For example 10:30 to 11:15' },
  place: { label: 'Place', prompt: 'Room and building, or call' },
  attendees: { label: 'Attendees', prompt: 'Names and organisations, theirs and ours' },
  official: { label: 'Official attending', prompt: 'Name and mobile number' },
  purpose: { label: 'Purpose of the meeting', prompt: 'Why the meeting takes place' },
  objectives: { label: 'Objectives', prompt: 'What we want to have achieved when it ends' },
  reportOf: { label: 'Report of', prompt: 'The accountable member or director' },
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
};

/** What the run-in label of a question says where the author wrote none. */
export const QUESTION_LABEL = 'Question to ask';

/** The most blocks a section holds before it is continued in the next (design.md, measured key to paint). */
export const MAX_BLOCKS_PER_SECTION = 40;
