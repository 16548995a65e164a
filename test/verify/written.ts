/**
 * What the command line writes, in processes of its own as users run it: documents of the sample library with their
 * evidence, and packs of every kind.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { renderPdf } from '../../electron/library/export/pdf/index.ts';
import { repository } from '../../scripts/lib/repository.ts';
import { printDocument } from '../../shared/print/model.ts';
import { despatch } from '../electron/cli/despatch.ts';
import { exempt, type FileItem, writeMeeting } from '../electron/cli/pack-files.ts';
import { pictures } from '../electron/library/export/picture.ts';
import { richReport } from '../electron/library/export/rich-report.ts';
import type { Profile } from './judge.ts';

export interface Written {
  readonly name: string;
  readonly file: string;
  readonly profiles: readonly Profile[];
  /**
   * Rules that it breaks and must: pages of others without tags, and fonts that they lack, nobody can mend from outside,
   * and a pack with such pages does not say that it is PDF/UA. Absent: none. No other rule may be broken.
   */
  readonly lacks?: readonly string[];
}

const samples = path.join(repository, 'resources/sample-library');
const reader: readonly Profile[] = ['ua1'];
const archive: readonly Profile[] = ['ua1', '2a'];
const PATIENCE_MS = 180_000;

/** @throws Error with what it said. */
async function run(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await despatch(args, { timeoutMs: PATIENCE_MS });
  if (code === 0) return stdout;
  throw new Error(`despatch ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
}

/** The sample documents, in every form that their evidence is printed in. */
async function sampleDocuments(folder: string): Promise<Written[]> {
  const library = path.join(folder, 'library');
  await run('samples', '--library', library);
  const listed = JSON.parse(await run('list', '--library', library, '--json')) as {
    id: string;
    kind: string;
  }[];
  const made: Written[] = [];
  const write = async (id: string, name: string, profiles: readonly Profile[], ...options: string[]) => {
    const file = path.join(folder, `${made.length}.pdf`);
    const what = name.endsWith('public') ? '--public' : '--pdf';
    await run('export', id, '--library', library, ...options, what, file);
    made.push({ name: `sample ${name}`, file, profiles });
  };
  for (const { id, kind } of listed) {
    const archived = ['--pdf-standard', 'a-2a'];
    for (const form of ['notes', 'endnotes', 'annex']) {
      await write(id, `${kind}, ${form}`, reader, '--evidence', form);
    }
    await write(id, `${kind}, archive`, archive, ...archived, '--contents', 'with');
    await write(id, `${kind}, line numbers, draft`, reader, '--line-numbers', '--draft');
    await write(id, `${kind}, public`, reader);
    if (kind === 'briefing')
      await write(id, `${kind}, speaking copy`, archive, '--speaking-copy', ...archived);
  }
  return made;
}

/** Pages without tags, as scanners and old programs make them. */
async function untagged(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const words of ['A joint contract', 'Its terms']) {
    pdf.addPage([595, 842]).drawText(words, { x: 60, y: 700, size: 12, font });
  }
  return pdf.save();
}

const items: readonly FileItem[] = [
  { title: 'Apologies for absence' },
  {
    title: 'The floods',
    purpose: 'decision',
    lead: 'Councillor Bryony Askew',
    minutes: 45,
    documents: [
      { file: 'report.md', title: 'The floods of January' },
      { file: 'tagged.pdf', title: 'A report of the year before', appendix: true },
    ],
  },
  {
    title: 'Highways',
    items: [
      { title: 'Winter service', documents: [{ file: 'winter-service.docx', title: 'Winter service' }] },
      { title: 'Lock Street bridge', documents: [{ title: 'Lock Street bridge', toFollow: true }] },
    ],
  },
  {
    title: 'Dredging',
    documents: [
      { file: 'open.md', title: 'Dredging' },
      { file: 'prices.md', title: 'What is bid', appendix: true, exempt },
    ],
  },
  { title: 'Standby power', exempt, documents: [{ file: 'standby-power.docx', title: 'Standby power' }] },
];

const changed: readonly FileItem[] = items.map((item) =>
  item.title === 'Highways'
    ? {
        ...item,
        items: [
          { title: 'Winter service', documents: [{ file: 'winter-service.docx', title: 'Winter service' }] },
          { title: 'Lock Street bridge', documents: [{ file: 'bridge.md', title: 'Lock Street bridge' }] },
        ],
      }
    : item,
);
const late: FileItem = {
  title: 'The pier at Saltmouth',
  late: { urgency: 'The pier was closed on Tuesday.', lateness: 'It broke on Monday.' },
  documents: [{ file: 'pier.md', title: 'The pier at Saltmouth' }],
};

async function papers(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const text = (name: string, ...lines: string[]) =>
    writeFileSync(path.join(folder, name), lines.join('\n\n'));
  copyFileSync(path.join(samples, 'committee-report.md'), path.join(folder, 'report.md'));
  for (const name of ['winter-service.docx', 'standby-power.docx']) {
    copyFileSync(path.join(samples, 'meeting', name), path.join(folder, name));
  }
  writeFileSync(path.join(folder, 'tagged.pdf'), await renderPdf(printDocument(richReport()), pictures));
  writeFileSync(path.join(folder, 'untagged.pdf'), await untagged());
  text('open.md', '# Dredging', '1. The four harbours are to be dredged in May.', '2. Three firms have bid.');
  text('prices.md', '# What is bid', '1. Falconbridge Marine bids £1,234,567.');
  text('bridge.md', '# Lock Street bridge', '1. The bridge carries lorries again.');
  text('pier.md', '# The pier at Saltmouth', '1. Two piles are to be driven anew.');
}

async function packs(folder: string): Promise<Written[]> {
  await papers(folder);
  const at = (name: string) => path.join(folder, name);
  const made: Written[] = [];
  const build = async (
    name: string,
    meeting: string,
    files: Readonly<Record<string, string>>,
    profiles: readonly Profile[],
    ...options: string[]
  ) => {
    const outputs = Object.entries(files).map(([option, what]) => ({
      what,
      option,
      file: at(`${name} ${option}.pdf`),
    }));
    const said = await run(
      ...['pack', 'build', meeting, '--json', ...options],
      ...outputs.flatMap(({ option, file }) => [`--${option}`, file]),
    );
    for (const { what, file } of outputs) made.push({ name: what, file, profiles });
    return said;
  };

  const meeting = writeMeeting(folder, items);
  const record = await build(
    'pack',
    meeting,
    { pdf: 'pack, restricted', public: 'pack, public, pages withheld shown' },
    reader,
  );
  writeFileSync(at('record.json'), record);
  const both = { cover: true, dividers: true, numberFrontSheet: true } as const;
  await build(
    'closed',
    writeMeeting(folder, items, { layout: { ...both, publicNumbers: 'closed' }, marking: 'OFFICIAL' }),
    { pdf: 'pack with cover and dividers', public: 'pack, public, closed up' },
    reader,
  );
  const supplements = {
    pdf: 'supplement',
    public: 'supplement, public',
    consolidated: 'consolidated pack',
    'consolidated-public': 'consolidated pack, public',
  };
  writeFileSync(at('open.md'), '# Dredging\n\n1. The four harbours are to be dredged in June.');
  await build(
    'supplement',
    writeMeeting(folder, [...changed, late]),
    supplements,
    reader,
    '--supplement-to',
    at('record.json'),
  );
  await build(
    'ministerial',
    writeMeeting(folder, items.slice(0, 3), {
      kind: 'ministerial',
      committee: 'Meeting with the Harbour Board',
    }),
    { pdf: 'ministerial pack' },
    reader,
  );
  await build(
    'summons',
    writeMeeting(folder, items.slice(0, 2), { body: 'council', committee: 'Council' }),
    { pdf: 'summons of a full council' },
    reader,
  );
  const scan = { title: 'A scan', documents: [{ file: 'untagged.pdf', title: 'A joint contract' }] };
  await build(
    'scan',
    writeMeeting(folder, [...items, scan]),
    { pdf: 'pack with a paper without tags and fonts' },
    reader,
  );
  const last = made.pop();
  return last === undefined ? made : [...made, { ...last, lacks: ['5-1', '7.21.4.1-1'] }];
}

/** @throws Error where the command line says no. */
export async function written(folder: string): Promise<Written[]> {
  mkdirSync(folder, { recursive: true });
  return [...(await sampleDocuments(folder)), ...(await packs(path.join(folder, 'packs')))];
}
