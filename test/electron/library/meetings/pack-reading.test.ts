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
  const { places, shown, more } = await reading['packs.find'](
    { packId, words: 'the dues', matchCase: false },
    context,
  );
  expect(more).toBe(false);
  expect(places.map(({ page }, at) => [page, shown[at]?.found])).toEqual([
    [2, 'The dues'],
    [4, 'The dues'],
  ]);
  expect(shown[0]?.after).toContain('rise by three');
});

test('a note stays at its words when the pack is published again with other pages before them', async () => {
  const pages: { now: readonly Page[] } = { now: [front, ...dues, berths] };
  const { reading, built, meetingId } = await readingDesk(pages);
  const first = await built();
  const { text } = await reading['packs.text']({ packId: first, page: 3 }, context);
  const start = text.indexOf('Fishing boats');
  const note = await reading['packs.addNote'](
    {
      packId: first,
      places: [{ page: 3, start, end: start + 'Fishing boats'.length }],
      colour: 'yellow',
      text: 'Ask why',
    },
    context,
  );
  if (!note) throw new Error('There is no note.');
  expect(note).toMatchObject({ paperId: 'dues', locator: { page: 2, quote: { exact: 'Fishing boats' } } });
  pages.now = [front, berths, { paperId: null, words: ['This page is intentionally left blank'] }, ...dues];
  const second = await built();
  const [moved] = await reading['packs.notes']({ packId: second }, context);
  expect(moved).toMatchObject({ note, state: 'same', places: [{ page: 5 }] });
  const again = await reading['packs.text']({ packId: second, page: 5 }, context);
  expect(again.text.slice(moved?.places[0]?.start, moved?.places[0]?.end)).toBe('Fishing boats');
  // The paper is no longer in it.
  pages.now = [front, berths];
  const third = await built();
  expect(await reading['packs.notes']({ packId: third }, context)).toEqual([
    { note, state: 'lost', places: [] },
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

test('words that run over pages are one note, which stays with all of them when the pages part', async () => {
  const wide = (label: string, ...words: string[]) => [...words, 'OFFICIAL', `Page ${label}`];
  const one = 'The harbour board met in January and heard that';
  const two = 'the wall was overtopped twice. It asked for a survey.';
  const blank = (label: string): Page => ({
    paperId: null,
    words: wide(label, 'This page is intentionally left blank'),
  });
  const report = (first: number, ...lead: string[]): Page[] => [
    { paperId: 'wall', words: wide(String(first), ...lead, one) },
    { paperId: 'wall', words: wide(String(first + 1), two) },
  ];
  const pages: { now: readonly Page[] } = { now: [...report(1), blank('3'), berths] };
  const { reading, built } = await readingDesk(pages);
  const first = await built();
  const textOf = async (packId: string, page: number) =>
    (await reading['packs.text']({ packId, page }, context)).text;
  const [begins, ends] = [await textOf(first, 1), await textOf(first, 2)];
  const note = await reading['packs.addNote'](
    {
      packId: first,
      places: [
        { page: 1, start: begins.indexOf('heard that'), end: begins.length },
        { page: 2, start: 0, end: ends.indexOf(' It asked') },
      ],
      colour: 'green',
      text: '',
    },
    context,
  );
  // What the pack stamps on its pages is no part of it.
  expect(note).toMatchObject({
    paperId: 'wall',
    locator: { quote: { exact: 'heard that' } },
    more: [{ paperId: 'wall', locator: { page: 2, quote: { exact: 'the wall was overtopped twice.' } } }],
  });
  const wordsOf = async (packId: string) => {
    const [placed, ...others] = await reading['packs.notes']({ packId }, context);
    expect(others).toEqual([]);
    const words = await Promise.all(
      (placed?.places ?? []).map(async ({ page, start, end }) => [
        page,
        (await textOf(packId, page)).slice(start, end).replace(/\s+/gu, ' '),
      ]),
    );
    return { state: placed?.state, words };
  };
  const both = (page: number) => [
    [page, 'heard that'],
    [page + 1, 'the wall was overtopped twice.'],
  ];
  expect(await wordsOf(first)).toEqual({ state: 'same', words: both(1) });

  // A chain of versions: other pages before it, other words on it, half of it gone, all of it gone, and back.
  pages.now = [berths, blank('2'), ...report(3)];
  expect(await wordsOf(await built())).toEqual({ state: 'same', words: both(3) });
  pages.now = [berths, ...report(2, 'A page more of it:')];
  expect(await wordsOf(await built())).toEqual({ state: 'same', words: both(2) });
  const [lead, tail] = report(1);
  pages.now = [lead ?? front, { paperId: 'wall', words: wide('2', 'Nothing else was said of it.') }];
  expect(await wordsOf(await built())).toEqual({ state: 'changed', words: [[1, 'heard that']] });
  pages.now = [berths];
  expect(await wordsOf(await built())).toEqual({ state: 'lost', words: [] });
  // Pages that have become one: the words stand on a page where they did not.
  pages.now = [{ paperId: 'wall', words: wide('1', one, two) }];
  expect(await wordsOf(await built())).toEqual({
    state: 'moved',
    words: [
      [1, 'heard that'],
      [1, 'the wall was overtopped twice.'],
    ],
  });
  pages.now = [front, lead ?? front, tail ?? front];
  expect(await wordsOf(await built())).toEqual({ state: 'same', words: both(2) });
});

test('a selection over two papers and a blank page between them is a note on the words of both', async () => {
  const blank: Page = { paperId: null, words: ['This page is intentionally left blank'] };
  const { reading, built } = await readingDesk({ now: [...dues, blank, berths] });
  const packId = await built();
  const note = await reading['packs.addNote'](
    {
      packId,
      places: [2, 3, 4].map((page) => ({ page, start: 0, end: 500 })),
      colour: 'blue',
      text: '',
    },
    context,
  );
  expect(note).toMatchObject({ paperId: 'dues', more: [{ paperId: 'berths' }] });
  expect(note?.more).toHaveLength(1);
});

test('a note needs words of a paper, and a page that is not there has none', async () => {
  const stamped: Page = { paperId: 'dues', words: ['The dues rise.', 'OFFICIAL', 'Page 1'] };
  const { reading, built } = await readingDesk({ now: [stamped] });
  const packId = await built();
  const at = (page: number, start: number, end: number) =>
    reading['packs.addNote']({ packId, places: [{ page, start, end }], colour: 'blue', text: '' }, context);
  expect(await at(1, 4000, 4010)).toBeNull();
  expect(await at(1, 'The dues rise.\n'.length, 100)).toBeNull();
  expect(await at(9, 0, 3)).toBeNull();
  await expect(reading['packs.text']({ packId, page: 9 }, context)).rejects.toMatchObject({
    code: 'call.invalid',
  });
});
