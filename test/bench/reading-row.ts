/** A cited page of a long PDF in the evidence library, shown at its words, against bare PDFium on the same file. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startNodeCompanion } from '../../electron/library/companions/companion-process.ts';
import { renderPdf } from '../../electron/library/export/pdf/index.ts';
import { type Library, openLibrary } from '../../electron/library/open.ts';
import { openPdf } from '../../electron/pdfium/open-pdf.ts';
import { READER_FLAGS } from '../../electron/reader/limits.ts';
import { despatch } from '../../scripts/lib/command-line.ts';
import { repository } from '../../scripts/lib/repository.ts';
import type { IntakeRow } from '../../shared/contract/evidence-source-calls.ts';
import { printDocument } from '../../shared/print/model.ts';
import { reportDocument } from './generate.ts';

/** As `reportDocument` counts them; each takes more than one of paper, and together they are 500 and some. */
const PAGES = 470;
export const CITED_PAGE = 400;
/** Pixels across a page in a column of ordinary width. */
export const WIDTH = 900;

const context = { signal: new AbortController().signal, progress: () => {} };

export interface ReadingDesk {
  readonly file: string;
  /** Opens the long PDF, draws the cited page and says where its words stand. */
  show(): Promise<void>;
  /** Has the reader look at others, so that it must open the long one anew. */
  lookAway(): Promise<void>;
  /** Ends the reader, as after a while without anybody reading. */
  endReader(): void;
  clear(): void;
}

function open(folder: string): Library {
  return openLibrary({
    folder,
    mint: () => 'unused',
    now: () => new Date(),
    extract: () => Promise.reject(new Error('Nothing is taken in here.')),
    startReader: startNodeCompanion(path.join(repository, 'electron/reader/main.ts'), READER_FLAGS),
    missing: 'refuse',
  });
}

export async function readingDesk(folder: string): Promise<ReadingDesk> {
  const files: string[] = [];
  for (const [name, pages] of [
    ['long', PAGES],
    ['short', 2],
    ['other', 3],
  ] as const) {
    const file = path.join(folder, `${name}.pdf`);
    writeFileSync(file, await renderPdf(printDocument(reportDocument(pages))));
    files.push(file);
  }
  const kept = path.join(folder, 'library');
  const rows = await despatch<readonly IntakeRow[]>('evidence', 'add', ...files, '--library', kept);
  const [long = '', ...others] = rows.map(({ sourceId }) => sourceId ?? '');
  let library = open(kept);
  const opened = async (sourceId: string) => {
    const reading = await library.handlers['reading.open']({ sourceId }, context);
    if (reading.sizes === null) throw new Error('The reader cannot show the PDF.');
    return reading;
  };
  return {
    file: files[0] ?? '',
    async show() {
      const { edition, pages } = await opened(long);
      if (pages.length < 500) throw new Error(`The PDF has ${pages.length} pages only.`);
      const page = { edition, page: CITED_PAGE };
      await Promise.all([
        library.handlers['reading.picture']({ ...page, width: WIDTH }, context),
        library.handlers['reading.boxes'](page, context),
      ]);
      await library.handlers['reading.close']({ edition }, context);
    },
    async lookAway() {
      for (const sourceId of others) {
        const { edition } = await opened(sourceId);
        await library.handlers['reading.close']({ edition }, context);
      }
    },
    endReader() {
      library.close();
      library = open(kept);
    },
    clear: () => library.close(),
  };
}

/** What PDFium alone takes for it, in this process. */
export async function bare(file: string): Promise<void> {
  const pdf = await openPdf(readFileSync(file));
  pdf.draw(CITED_PAGE - 1, WIDTH);
  pdf.close();
}
