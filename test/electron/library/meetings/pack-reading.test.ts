/** Real PDFs, a real reader process and a real extractor in plain Node. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { expect, onTestFinished, test } from 'vitest';
import { startNodeCompanion } from '../../../../electron/library/companions/companion-process.ts';
import { ReadingProcess } from '../../../../electron/library/evidence/reading-process.ts';
import { startNodeExtractor } from '../../../../electron/library/import/extract.ts';
import { ExtractorPool } from '../../../../electron/library/import/extractor-pool.ts';
import type { BuildPacks } from '../../../../electron/library/meetings/pack-builder.ts';
import { PackPages } from '../../../../electron/library/meetings/pack-pages.ts';
import { packReadingHandlers } from '../../../../electron/library/meetings/pack-reading-handlers.ts';
import { READER_FLAGS } from '../../../../electron/reader/limits.ts';
import type { KeptPlan } from '../../../../shared/pack/kept-pack.ts';
import { context } from '../scratch.ts';
import { meetingDesk } from './desk.ts';

const reader = path.join(import.meta.dirname, '../../../../electron/reader/main.ts');
const extractor = path.join(import.meta.dirname, '../../../../electron/extractor/main.ts');

interface Page {
  readonly paperId: string | null;
  readonly words: readonly string[];
}

async function pdfOf(pages: readonly Page[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const { words } of pages) {
    const page = pdf.addPage([595, 842]);
    for (const [line, text] of words.entries())
      page.drawText(text, { x: 60, y: 760 - 20 * line, size: 12, font });
  }
  return pdf.save();
}

function planOf(pages: readonly Page[]): KeptPlan {
  const seen = new Map<string, number>();
  return {
    items: [],
    papers: [],
    pages: pages.map(({ paperId }, at) => {
      const paperPage = paperId === null ? null : (seen.get(paperId) ?? 0);
      if (paperId !== null) seen.set(paperId, (paperPage ?? 0) + 1);
      return { label: String(at + 1), paperId, paperPage };
    }),
  };
}

/** A desk whose builder puts these pages together, whichever they are at the moment. */
async function readingDesk(pages: { now: readonly Page[] }) {
  const build: BuildPacks = async ({ folder, prefix }) => {
    const bytes = await pdfOf(pages.now);
    const file = path.join(folder, `${prefix}pack.pdf`);
    writeFileSync(file, bytes);
    return [
      {
        audience: 'restricted',
        file,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        letter: null,
        prefix: '',
        lastNumber: 0,
        pages: pages.now.length,
        plan: planOf(pages.now),
        sources: [],
        proof: null,
        notices: [],
      },
    ];
  };
  const desk = meetingDesk({ workshop: { build } });
  const pool = new ExtractorPool(startNodeExtractor(extractor), 1);
  const process = new ReadingProcess(startNodeCompanion(reader, READER_FLAGS));
  onTestFinished(() => {
    pool.stop();
    process.stop();
  });
  const handlers = packReadingHandlers(desk, {
    kept: desk.kept,
    pages: new PackPages(desk, desk.kept, pool),
    reader: process,
  });
  const { id: meetingId } = await desk.newMeeting();
  const built = async () => {
    const { packs } = await desk.handlers['packs.build'](
      { meetingId, kind: 'pack', audiences: ['restricted'] },
      context,
    );
    return packs[0]?.id ?? '';
  };
  return { ...desk, reading: handlers, meetingId, built };
}

const front: Page = { paperId: null, words: ['Agenda', 'Dredging'] };
const dues: Page[] = [
  { paperId: 'dues', words: ['Harbour dues', 'The dues rise by three per cent.'] },
  { paperId: 'dues', words: ['Fishing boats are exempt from the rise until the autumn.'] },
];
const berths: Page = { paperId: 'berths', words: ['Berths', 'The dues of berths are unchanged.'] };

test('a pack opens with its pages, draws them and gives their words and where they stand', async () => {
  const { reading, built } = await readingDesk({ now: [front, ...dues, berths] });
  const packId = await built();
  const opened = await reading['packs.open']({ packId }, context);
  expect(opened).toMatchObject({ problem: null, plan: planOf([front, ...dues, berths]), pack: { pages: 4 } });
  expect([...(opened.sizes ?? [])]).toEqual([595, 842, 595, 842, 595, 842, 595, 842]);
  const picture = await reading['packs.picture']({ packId, page: 2, width: 200 }, context);
  expect(picture.width).toBe(200);
  const { text } = await reading['packs.text']({ packId, page: 2 }, context);
  expect(text).toContain('The dues rise by three per cent.');
  const boxes = await reading['packs.boxes']({ packId, page: 2 }, context);
  expect(boxes.length).toBe(4 * text.length);
  await reading['packs.close']({ packId }, context);
});

test('words are found in the whole pack, on the pages they stand on', async () => {
  const { reading, built } = await readingDesk({ now: [front, ...dues, berths] });
  const packId = await built();
  const { places, more } = await reading['packs.find'](
    { packId, words: 'the dues', matchCase: false },
    context,
  );
  expect(more).toBe(false);
  expect(places.map(({ page, found }) => [page, found])).toEqual([
    [2, 'The dues'],
    [4, 'The dues'],
  ]);
  expect(places[0]?.after).toContain('rise by three');
});

test('a note stays at its words when the pack is published again with other pages before them', async () => {
  const pages: { now: readonly Page[] } = { now: [front, ...dues, berths] };
  const { reading, built, meetingId } = await readingDesk(pages);
  const first = await built();
  const { text } = await reading['packs.text']({ packId: first, page: 3 }, context);
  const start = text.indexOf('Fishing boats');
  const note = await reading['packs.addNote'](
    { packId: first, page: 3, start, end: start + 'Fishing boats'.length, colour: 'yellow', text: 'Ask why' },
    context,
  );
  expect(note).toMatchObject({ paperId: 'dues', locator: { page: 2, quote: { exact: 'Fishing boats' } } });
  pages.now = [front, berths, { paperId: null, words: ['This page is intentionally left blank'] }, ...dues];
  const second = await built();
  const [moved] = await reading['packs.notes']({ packId: second }, context);
  expect(moved).toMatchObject({ note, place: { page: 5 } });
  const again = await reading['packs.text']({ packId: second, page: 5 }, context);
  expect(again.text.slice(moved?.place?.start, moved?.place?.end)).toBe('Fishing boats');
  // The paper is no longer in it.
  pages.now = [front, berths];
  const third = await built();
  expect(await reading['packs.notes']({ packId: third }, context)).toEqual([
    { note, state: 'lost', place: null },
  ]);

  const changed = await reading['packs.changeNote'](
    { noteId: note.id, colour: 'green', text: 'Answered' },
    context,
  );
  expect(changed).toMatchObject({ id: note.id, colour: 'green', text: 'Answered', locator: note.locator });
  await reading['packs.removeNote']({ noteId: note.id }, context);
  expect(await reading['packs.notes']({ packId: third }, context)).toEqual([]);
  await reading['packs.restoreNote']({ meetingId, note: changed }, context);
  expect(await reading['packs.notes']({ packId: third }, context)).toMatchObject([{ note: changed }]);
});

test('a note needs words, and a page that is not there has none', async () => {
  const { reading, built } = await readingDesk({ now: [front] });
  const packId = await built();
  const at = (page: number, start: number, end: number) =>
    reading['packs.addNote']({ packId, page, start, end, colour: 'blue', text: '' }, context);
  await expect(at(1, 4000, 4010)).rejects.toMatchObject({ code: 'call.invalid' });
  await expect(at(9, 0, 3)).rejects.toMatchObject({ code: 'call.invalid' });
  await expect(reading['packs.text']({ packId, page: 9 }, context)).rejects.toMatchObject({
    code: 'call.invalid',
  });
});
