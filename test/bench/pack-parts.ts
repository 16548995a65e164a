/** Sixty files of together a thousand pages, as clerks are sent them: tagged and not, with and without object streams. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { renderPdf } from '../../electron/library/export/pdf/index.ts';
import type { AssemblyJob, AssemblyLeaf } from '../../shared/pack/assembly.ts';
import { printDocument } from '../../shared/print/model.ts';
import { reportDocument, reportText } from './generate.ts';

const FILES = 60;
const PAGES = 1000;
const LINES_A_PAGE = 52;

/** Not tagged; `plain`: as written before PDF 1.5, without object streams. */
async function untagged(pages: number, plain: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const lines = reportText(Math.ceil(pages / 2)).match(/.{1,90}(?:\s|$)/g) ?? [];
  for (let page = 0; page < pages; page += 1) {
    const sheet = document.addPage(page % 5 === 4 ? [841.89, 595.28] : [595.28, 841.89]);
    const from = (page * LINES_A_PAGE) % Math.max(1, lines.length - LINES_A_PAGE);
    const text = lines.slice(from, from + LINES_A_PAGE).join('\n');
    sheet.drawText(text, { x: 60, y: sheet.getHeight() - 60, size: 10, lineHeight: 13, font });
  }
  return document.save({ useObjectStreams: !plain });
}

export interface BenchParts {
  readonly files: readonly string[];
  readonly pages: readonly number[];
}

/** Written into a folder; the same at each run. */
export async function writeParts(folder: string, total = PAGES, count = FILES): Promise<BenchParts> {
  const files: string[] = [];
  const pages: number[] = [];
  const each = Math.floor(total / count);
  const tagged = await renderPdf(printDocument(reportDocument(each)));
  const taggedPages = (await PDFDocument.load(tagged)).getPageCount();
  let left = total;
  for (let at = 0; at < count; at += 1) {
    const last = at === count - 1;
    const isTagged = at % 3 === 0 && !last && left > taggedPages;
    const wanted = last ? left : Math.min(each, left);
    const file = path.join(folder, `part-${String(at).padStart(3, '0')}.pdf`);
    writeFileSync(file, isTagged ? tagged : await untagged(wanted, at % 2 === 0));
    files.push(file);
    pages.push(isTagged ? taggedPages : wanted);
    left -= isTagged ? taggedPages : wanted;
  }
  return { files, pages };
}

export function jobOf({ files, pages }: BenchParts, output: string): AssemblyJob {
  const leaves: AssemblyLeaf[] = [];
  const bookmarks: AssemblyJob['bookmarks'] = files.map((_, part) => {
    const item = `Agenda Item ${part + 1}`;
    const leaf = leaves.length;
    for (let page = 0; page < (pages[part] ?? 0); page += 1) {
      const stamp = page === 0 ? item : null;
      const number = String(leaves.length + 1);
      leaves.push({ part, page, number, fallbackLabel: '', stamp, back: stamp && 'front' });
    }
    return { title: item, leaf, part, children: [] };
  });
  return {
    title: 'Pack',
    author: 'Harrowmere County Council',
    subject: '',
    language: 'en-GB',
    marking: null,
    date: '2026-11-28T10:00:00Z',
    parts: files.map((file, at) => ({
      file,
      name: path.basename(file),
      origin: 'supplied',
      item: `Agenda Item ${at + 1}`,
      sha256: null,
    })),
    leaves,
    bookmarks,
    targets: { front: { leaf: 0 } },
    keepAnnotations: false,
    output,
  };
}

/** Sheets with nothing but their numbers, for programs that lay them over others. */
export async function numbersOf(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= count; page += 1) {
    const sheet = document.addPage([595.28, 841.89]);
    sheet.drawText(`Page ${page}`, { x: 280, y: 20, size: 10, font });
  }
  return document.save();
}
