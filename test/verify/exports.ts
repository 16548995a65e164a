/** Every kind of PDF that Despatch makes, one after another. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderPdf } from '../../electron/library/export/pdf/index.ts';
import { repository } from '../../scripts/lib/repository.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { printDocument } from '../../shared/print/model.ts';
import { defaultPdf, type PdfChoice } from '../../shared/print/pdf-choice.ts';
import { speakingCopy } from '../../shared/print/speaking.ts';
import { instantiate } from '../../shared/templates/instantiate.ts';
import { citingAll, evidenceOf } from '../electron/library/export/evidence-builder.ts';
import { notedReport } from '../electron/library/export/noted-report.ts';
import { pictures } from '../electron/library/export/picture.ts';
import { richBrief } from '../electron/library/export/rich-brief.ts';
import { richReport } from '../electron/library/export/rich-report.ts';
import { richSubmission } from '../electron/library/export/rich-submission.ts';
import { counter, shipped } from '../shared/templates/shipped.ts';
import type { Profile } from './verapdf.ts';

export interface Made {
  readonly name: string;
  readonly profiles: readonly Profile[];
  make(): Promise<Uint8Array>;
}

const rich = { brief: richBrief, report: richReport, submission: richSubmission } as const;
const forms = [
  ['notes', 'gov-uk'],
  ['notes', 'harvard'],
  ['endnotes', 'oscola'],
  ['annex', 'gov-uk'],
  ['none', 'gov-uk'],
] as const;
const reader: readonly Profile[] = ['ua1'];
const archive: readonly Profile[] = ['ua1', '2a'];

const pdf = (document: DespatchDocument, choice: Partial<PdfChoice> = {}) =>
  renderPdf(printDocument(document), pictures, { choice: { ...defaultPdf, ...choice } });

/** Those that need no other process. */
export const exports: readonly Made[] = [
  ...Object.entries(rich).flatMap(([name, make]) => [
    ...forms.map(([form, style]) => ({
      name: `${name}, ${form}, ${style}`,
      profiles: reader,
      make: async () =>
        renderPdf(printDocument(citingAll(make()), { evidence: await evidenceOf(form, style) }), pictures),
    })),
    {
      name: `${name}, contents, line numbers, draft`,
      profiles: reader,
      make: () => pdf(make(), { contents: 'with', lineNumbers: true, draftMark: true }),
    },
    {
      name: `${name}, archive`,
      profiles: archive,
      make: async () =>
        renderPdf(printDocument(citingAll(make()), { evidence: await evidenceOf('notes') }), pictures, {
          choice: { ...defaultPdf, standard: 'a-2a', contents: 'with', lineNumbers: true, draftMark: true },
        }),
    },
  ]),
  {
    name: 'speaking copy',
    profiles: reader,
    make: () => renderPdf(speakingCopy(printDocument(richBrief()))),
  },
  ...shipped.map((template) => ({
    name: `template, ${template.name}`,
    profiles: reader,
    make: () => pdf(instantiate(template, counter())),
  })),
  {
    name: 'long report with notes',
    profiles: reader,
    make: async () =>
      renderPdf(printDocument(notedReport(300, 270), { evidence: await evidenceOf('notes') }), pictures),
  },
];

const meeting = {
  committee: 'Coast and Harbours Committee',
  kind: 'committee',
  country: 'England',
  date: '2031-05-08',
  time: '10:00',
  venue: 'Council Chamber, Lantern House',
  contact: { name: 'Priya Raman', telephone: '020 7946 0123', email: 'priya.raman@harbour.example' },
  properOfficer: 'Ann Mori, Director of Law',
  publicationDate: '2031-04-29',
  items: [
    { title: 'Apologies for absence' },
    {
      title: 'The floods',
      purpose: 'decision',
      documents: [{ file: 'report.md', title: 'The floods of January' }],
    },
    {
      title: 'Dredging',
      purpose: 'discussion',
      documents: [{ file: 'supplied.pdf', title: 'A joint contract', appendix: true }],
    },
  ],
} as const;

/**
 * A whole pack, front sheet and all, as `pack build` writes it.
 * @returns the path of the file.
 * @throws Error with what the command said.
 */
export async function packFile(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  copyFileSync(
    path.join(repository, 'resources/sample-library/committee-report.md'),
    path.join(folder, 'report.md'),
  );
  writeFileSync(path.join(folder, 'supplied.pdf'), await pdf(richReport()));
  writeFileSync(path.join(folder, 'meeting.json'), JSON.stringify(meeting));
  const file = path.join(folder, 'pack.pdf');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(repository, 'scripts/cli.ts'),
      'pack',
      'build',
      path.join(folder, 'meeting.json'),
      '--pdf',
      file,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0 && status !== 1) throw new Error(`pack build ended with ${status}:\n${stdout}${stderr}`);
  return file;
}
