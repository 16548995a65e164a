/** Packs for tests: parts in, the bytes of the pack out, and what other programs read in it. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { assemblePack } from '../../../electron/assembler/assemble.ts';
import type { Assembled, AssemblyJob, AssemblyLeaf, AssemblyPart } from '../../../shared/pack/assembly.ts';
import { scratchFolder } from '../../scratch-folder.ts';

export interface TestPart {
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly origin?: AssemblyPart['origin'];
  readonly item?: string;
  /** Of the file, in the order of the pack; all where none are named. */
  readonly pages?: readonly number[];
}

export type JobChanges = Partial<Omit<AssemblyJob, 'parts' | 'output'>>;

export async function jobOf(
  folder: string,
  parts: readonly TestPart[],
  changes: JobChanges = {},
): Promise<AssemblyJob> {
  const leaves: AssemblyLeaf[] = [];
  const written: AssemblyPart[] = [];
  for (const [at, { bytes, name, origin = 'supplied', item, pages }] of parts.entries()) {
    const file = path.join(folder, `part-${at}.pdf`);
    writeFileSync(file, bytes);
    written.push({ file, name: name ?? `part-${at}.pdf`, origin, item: item ?? null, sha256: null });
    const all = pages ?? (await PDFDocument.load(bytes)).getPageIndices();
    for (const [order, page] of all.entries()) {
      const stamp = order === 0 && item !== undefined ? item : null;
      leaves.push({
        part: at,
        page,
        number: String(leaves.length + 1),
        fallbackLabel: '',
        stamp,
        back: stamp && 'front',
      });
    }
  }
  return {
    title: 'Cabinet, 14 January 2027',
    author: 'Harrowmere County Council',
    subject: 'Agenda',
    language: 'en-GB',
    marking: null,
    date: '2026-11-28T10:00:00Z',
    leaves,
    bookmarks: [],
    targets: { front: { leaf: 0 } },
    keepAnnotations: false,
    ...changes,
    parts: written,
    output: path.join(folder, 'pack.pdf'),
  };
}

export interface TestPack {
  readonly file: string;
  readonly bytes: Buffer;
  readonly assembled: Assembled;
  readonly job: AssemblyJob;
}

/** In this process; the process of its own has tests of its own. */
export async function packOf(parts: readonly TestPart[], changes: JobChanges = {}): Promise<TestPack> {
  const job = await jobOf(scratchFolder(), parts, changes);
  const pieces: Uint8Array[] = [];
  const assembled = await assemblePack(job, { write: (bytes) => pieces.push(Buffer.from(bytes)) });
  const bytes = Buffer.concat(pieces);
  writeFileSync(job.output, bytes);
  return { file: job.output, bytes, assembled, job };
}

function run(program: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

export const canReadPacks = ['qpdf', 'pdfinfo', 'pdftotext'].every(
  (program) => spawnSync(program, ['--version']).error === undefined,
);

/** '' where qpdf finds nothing. */
export function complaints(file: string): string {
  const { status, stdout, stderr } = run('qpdf', '--check', file);
  return status === 0 ? '' : stdout + stderr;
}

/** The words of one page, counted from 1, as poppler reads them. */
export function wordsOn(file: string, page: number): string {
  return run('pdftotext', '-f', String(page), '-l', String(page), '-layout', file, '-').stdout;
}

/** Each object of the file by its name ("obj:12 0 R"), as qpdf reads it. */
export function objectsOf(file: string): Map<string, unknown> {
  const { stdout } = run('qpdf', '--json=2', '--json-key=qpdf', file);
  const { qpdf } = JSON.parse(stdout) as { qpdf: [unknown, Record<string, unknown>] };
  return new Map(Object.entries(qpdf[1]));
}

/** What the file says of outlines, labels and pages, as qpdf reads it. */
export function summaryOf(file: string): {
  outlines: OutlineEntry[];
  pagelabels: { index: number; label: Record<string, unknown> }[];
  pages: { object: string; pageposfrom1: number }[];
} {
  return JSON.parse(
    run('qpdf', '--json=2', '--json-key=outlines', '--json-key=pagelabels', '--json-key=pages', file).stdout,
  );
}

export interface OutlineEntry {
  readonly title: string;
  readonly open: boolean;
  /** null: it leads to no page. */
  readonly destpageposfrom1: number | null;
  readonly kids: readonly OutlineEntry[];
}
