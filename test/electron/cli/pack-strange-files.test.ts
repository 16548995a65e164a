/** Packs of files that are seldom seen: nothing of them is lost, and what was not right with them is told. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPdf } from '../../../electron/pdfium/open-pdf.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { despatch } from './despatch.ts';
import {
  exempt,
  hasReaders,
  packBuild,
  pageTexts,
  printedNumbers,
  qpdfCheck,
  writeMeeting,
} from './pack-files.ts';
import { contradictory, strangeFiles } from './strange-files.ts';

beforeAll(() => despatch(['--version']), 120_000);

interface Seen {
  readonly text: string;
  /** As it is shown, in points. */
  readonly size: readonly number[];
}

async function seenBy(bytes: Uint8Array): Promise<Seen[]> {
  const pdf = await openPdf(bytes);
  const pages = Array.from({ length: pdf.pageCount }, (_, at) => ({
    text: pdf.text(at).text,
    size: [...pdf.sizes.slice(2 * at, 2 * at + 2)].map(Math.round),
  }));
  pdf.close();
  return pages;
}

describe.skipIf(!hasReaders)('a pack of strange files', () => {
  test('has every page of each under the numbers it tells, in the restricted and in the public copy', async () => {
    const folder = scratchFolder();
    const items = strangeFiles.map(({ name, bytes }, at) => {
      writeFileSync(path.join(folder, `${name}.pdf`), bytes);
      const document = { file: `${name}.pdf`, title: `Paper on ${name}` };
      return { title: `On ${name}`, documents: [document], ...(at % 4 === 3 ? { exempt } : {}) };
    });
    const [whole, open] = [path.join(folder, 'pack.pdf'), path.join(folder, 'public.pdf')];
    const { code, error, told } = await packBuild([
      writeMeeting(folder, items),
      '--pdf',
      whole,
      '--public',
      open,
    ]);
    expect([code, error]).toEqual([0, null]);
    expect([qpdfCheck(whole), qpdfCheck(open)]).toEqual([0, 0]);
    const numbers = printedNumbers(whole);
    const publicNumbers = printedNumbers(open);
    const [texts, publicTexts, seen] = [pageTexts(whole), pageTexts(open), await seenBy(readFileSync(whole))];
    expect(seen).toHaveLength(texts.length);
    for (const [at, { name, bytes }] of strangeFiles.entries()) {
      const given = await seenBy(bytes);
      const [document] = told?.items[at]?.documents ?? [];
      const first = Number(document?.first);
      expect([name, Number(document?.last) - first]).toEqual([name, 1]);
      for (const sheet of [1, 2]) {
        const number = String(first + sheet - 1);
        const place = numbers.indexOf(number);
        const words = new RegExp(`Sheet\\s*${sheet}`);
        expect([name, seen[place]?.size]).toEqual([name, given[sheet - 1]?.size]);
        expect([name, number, texts[place], seen[place]?.text]).toEqual([
          name,
          number,
          expect.stringMatching(words),
          expect.stringMatching(words),
        ]);
        if (at % 4 === 3) expect(publicNumbers).not.toContain(number);
        else
          expect([name, publicTexts[publicNumbers.indexOf(number)]]).toEqual([
            name,
            expect.stringMatching(words),
          ]);
      }
    }
  });

  test('names every file, with its item, of which nobody can say what its pages are', async () => {
    const folder = scratchFolder();
    const items = contradictory.map(({ name, bytes }) => {
      writeFileSync(path.join(folder, `${name}.pdf`), bytes);
      return { title: `On ${name}`, documents: [{ file: `${name}.pdf`, title: name }] };
    });
    const { code, told } = await packBuild([
      writeMeeting(folder, items),
      '--pdf',
      path.join(folder, 'pack.pdf'),
    ]);
    expect(code).toBe(2);
    expect(told?.unreadable.map(({ item, file, reason }) => [item, file, reason])).toEqual(
      contradictory.map(({ name, reason }, at) => [
        `Agenda Item ${at + 1}, “On ${name}”`,
        `${name}.pdf`,
        expect.stringMatching(reason),
      ]),
    );
  });
});
