/** Meetings with real files, and packs read back with other people's programs. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { despatch, type Ended } from './despatch.ts';

export const hasReaders = ['pdftotext', 'pdfinfo', 'qpdf'].every(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined,
);

export const exempt = {
  regime: 'LGA1972-England',
  paragraph: 3,
  publicInterest: 'Prices are not agreed.',
} as const;

export interface FileItem {
  readonly title: string;
  readonly documents?: readonly object[];
  readonly [other: string]: unknown;
}

/** @returns the path of the meeting file. */
export function writeMeeting(folder: string, items: readonly FileItem[], more: object = {}): string {
  const file = path.join(folder, 'meeting.json');
  const meeting = {
    committee: 'Harbour Committee',
    kind: 'committee',
    country: 'England',
    date: '2025-01-30',
    time: '10:00',
    venue: 'Customs House',
    contact: { name: 'Ann Clerk', telephone: '01632 960123', email: 'ann@harbour.example' },
    properOfficer: 'Ben Hale, Chief Officer',
    publicationDate: '2025-01-22',
    items,
    ...more,
  };
  writeFileSync(file, JSON.stringify(meeting));
  return file;
}

/** The words of each page, in the order of the file. */
export function pageTexts(file: string): string[] {
  const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  return stdout.split('\f').slice(0, -1);
}

/** The number printed at the foot of each page; null: none. */
export function printedNumbers(file: string): (string | null)[] {
  return pageTexts(file).map((text) => /^\s*Pages? (\S+(?: - \S+)?)\s*$/m.exec(text)?.[1] ?? null);
}

interface QpdfJson {
  readonly pagelabels: readonly { readonly index: number; readonly label: Record<string, string | number> }[];
  readonly outlines: readonly QpdfOutline[];
}
export interface QpdfOutline {
  readonly title: string;
  readonly destpageposfrom1: number | null;
  readonly kids: readonly QpdfOutline[];
}

export function qpdfJson(file: string): QpdfJson {
  const keys = ['--json-key=pagelabels', '--json-key=outlines'];
  const { stdout } = spawnSync('qpdf', ['--json=2', ...keys, file], { encoding: 'utf8', maxBuffer: 1e8 });
  return JSON.parse(stdout) as QpdfJson;
}

export function qpdfCheck(file: string): number | null {
  return spawnSync('qpdf', ['--check', file], { stdio: 'ignore' }).status;
}

/** The bytes of a PDF without compression. */
export function decompressed(file: string): string {
  const { stdout } = spawnSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { maxBuffer: 1e8 });
  return stdout.toString('latin1');
}

interface ToldDocument {
  readonly title: string;
  readonly first: number | string | null;
  readonly last: number | string | null;
  readonly leftOut: boolean;
}
/** What `pack build --json` prints, as far as tests ask for it. */
export interface Told {
  readonly pages: number | null;
  readonly written: readonly unknown[];
  readonly items: readonly { readonly documents: readonly ToldDocument[] }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly paper: { readonly title: string } | null;
  }[];
  readonly unreadable: readonly {
    readonly item: string;
    readonly document: string;
    readonly file: string;
    readonly reason: string;
    readonly code: string;
  }[];
  readonly files: readonly {
    readonly notices: readonly { readonly kind: string }[];
    readonly proved: string | null;
    readonly limits: readonly string[];
  }[];
}

export interface BuildEnded {
  readonly code: number | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly told: Told | null;
}

export async function packBuild(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<BuildEnded> {
  return toldBy(await despatch(['pack', 'build', ...args, '--json'], { env }));
}

export function toldBy({ code, stdout, stderr }: Ended): BuildEnded {
  return {
    code,
    error: stderr === '' ? null : (JSON.parse(stderr) as { error: NonNullable<BuildEnded['error']> }).error,
    told: stdout === '' ? null : (JSON.parse(stdout) as Told),
  };
}
