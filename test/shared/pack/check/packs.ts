/** Small packs for the rules of the pack check: a lawful meeting, and papers that say what a test wants them to. */
import type { ErrorData } from '../../../../shared/contract/errors.ts';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import type { PackFinding } from '../../../../shared/pack/check/finding.ts';
import {
  defaultCheckSettings,
  type ImportedRow,
  type PackCheckInput,
  type PaperContent,
} from '../../../../shared/pack/check/input.ts';
import { checkPack } from '../../../../shared/pack/check/run.ts';
import type { Inspection } from '../../../../shared/pack/inspection.ts';
import { type AgendaItem, defaultLayout, type Meeting, type Paper } from '../../../../shared/pack/meeting.ts';

/** Published in time for a meeting in England, with everything that a front sheet needs. */
export const lawful: Meeting = {
  format: 1,
  id: 'm',
  kind: 'committee',
  committee: 'Planning Committee',
  committeeId: null,
  country: 'England',
  body: 'committee',
  date: '2026-12-10',
  time: '18:30',
  venue: 'Guildhall',
  contact: { name: 'Ann Lee', telephone: '01234 567890', email: '' },
  properOfficer: 'Chief Executive',
  publicationDate: '2026-12-01',
  marking: null,
  layout: defaultLayout,
  members: [],
  items: [],
};

export const item = (title: string, own: Partial<AgendaItem> = {}): AgendaItem => ({
  id: `item ${title}`,
  number: null,
  hidden: false,
  standing: false,
  title,
  purpose: null,
  lead: '',
  minutes: null,
  note: '',
  staffNotes: '',
  expected: [],
  exempt: null,
  late: null,
  papers: [],
  items: [],
  ...own,
});

let files = 0;
/** Each stands for a file of its own. */
export function paper(title: string, own: Partial<Paper> = {}): Paper {
  files += 1;
  const source = { type: 'path' as const, path: `${files}.pdf` };
  return { id: `paper ${title}`, title, source, appendix: false, exempt: null, ...own };
}

/** A PDF with which nothing is wrong. */
export function pdf(pages: readonly string[], own: Partial<Inspection> = {}): PaperContent {
  files += 1;
  const inspection: Inspection = {
    format: 1,
    name: 'a.pdf',
    sha256: files.toString(16).padStart(64, '0'),
    bytes: 1000,
    version: '1.7',
    title: 'Report',
    language: 'en-GB',
    producer: '',
    creator: '',
    tagged: true,
    claimsUa: false,
    encryption: 'none',
    damage: 'none',
    portfolio: false,
    xfa: 'none',
    fields: 0,
    signatures: 0,
    scripts: 0,
    launches: 0,
    media: 0,
    attachments: [],
    hiddenLayers: [],
    bookmarks: 0,
    comments: [],
    redactions: [],
    covered: [],
    missingFonts: [],
    pages: pages.map((text) => ({
      width: 595,
      height: 842,
      rotation: 0,
      label: null,
      text,
      shows: 'text',
      edges: [],
    })),
    ...own,
  };
  return { type: 'pdf', inspection };
}

export function document(
  own: DespatchDocument,
  imported: readonly ImportedRow[] | null = null,
): PaperContent {
  return { type: 'document', document: own, imported, sha256: null, bytes: null };
}

export const failed = (error: ErrorData): PaperContent => ({ type: 'failed', error });

/** Contents by the title of their papers. */
export function check(
  items: readonly AgendaItem[],
  contents: Readonly<Record<string, PaperContent>> = {},
  {
    meeting = {},
    ...own
  }: { meeting?: Partial<Meeting> } & Partial<Omit<PackCheckInput, 'meeting' | 'contents'>> = {},
): PackFinding[] {
  return checkPack({
    meeting: { ...lawful, items: [...items], ...meeting },
    contents: new Map(Object.entries(contents).map(([title, content]) => [`paper ${title}`, content])),
    ranges: null,
    lastNumber: null,
    settings: defaultCheckSettings,
    ...own,
  });
}

/** Item, paper and message of what one rule says, in its order. */
export function said(findings: readonly PackFinding[], rule: string): string[] {
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ item: at, paper: of, message }) => [at?.number, of?.title, message].filter(Boolean).join(' | '));
}

/** A single report at a single item. */
export function report(content: PaperContent, title = 'Report'): PackFinding[] {
  return check([item('Roads', { papers: [paper(title)] })], { [title]: content });
}
