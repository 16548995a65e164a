/** Real PDFs, and a real reader process in plain Node. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startNodeCompanion } from '../../../../electron/library/companions/companion-process.ts';
import { readingHandlers } from '../../../../electron/library/evidence/reading-handlers.ts';
import {
  type ReadingLimits,
  ReadingProcess,
  type StartReader,
} from '../../../../electron/library/evidence/reading-process.ts';
import { renderPdf } from '../../../../electron/library/export/pdf/index.ts';
import { openPdf } from '../../../../electron/pdfium/open-pdf.ts';
import { READER_FLAGS } from '../../../../electron/reader/limits.ts';
import { explainInOneLine } from '../../../../shared/contract/messages.ts';
import type { Locator } from '../../../../shared/document/schema.ts';
import type { ExtractedPage } from '../../../../shared/evidence/extraction.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { lock, uncover } from '../../../unreadable-file.ts';
import { sampleBrief, sampleReport } from '../export/sample-documents.ts';
import { context, services } from '../scratch.ts';
import { originalOf, pagesOfPdf, storeFile } from './stored-file.ts';

const entry = path.join(import.meta.dirname, '../../../../electron/reader/main.ts');
const report = await renderPdf(printDocument(sampleReport()));
const brief = await renderPdf(printDocument(sampleBrief()));

function reading(limits: ReadingLimits = {}) {
  const processes: ReturnType<StartReader>[] = [];
  const start: StartReader = () => {
    const started: ReturnType<StartReader> = startNodeCompanion(entry, READER_FLAGS)();
    processes.push(started);
    return started;
  };
  const folder = scratchFolder();
  const given = services(folder);
  const reader = new ReadingProcess(start, limits);
  onTestFinished(() => reader.stop());
  const handlers = readingHandlers(given, reader);
  return {
    folder,
    store: given.store(),
    processes,
    open: (sourceId: string, edition?: string) =>
      handlers['reading.open']({ sourceId, ...(edition === undefined ? {} : { edition }) }, context),
    text: (edition: string, page: number) => handlers['reading.text']({ edition, page }, context),
    boxes: (edition: string, page: number) => handlers['reading.boxes']({ edition, page }, context),
    picture: (edition: string, page: number, signal = context.signal) =>
      handlers['reading.picture']({ edition, page, width: 400 }, { ...context, signal }),
    image: (edition: string) => handlers['reading.image']({ edition }, context),
    place: (edition: string, locator: Locator) => handlers['reading.place']({ edition, locator }, context),
    close: (edition: string) => handlers['reading.close']({ edition }, context),
    async find(edition: string, words: string, matchCase = false) {
      const found = await handlers['reading.find']({ edition, words, matchCase }, context);
      return found.places;
    },
  };
}

async function withReport(limits: ReadingLimits = {}) {
  const desk = reading(limits);
  const pages = await pagesOfPdf(report);
  const file = {
    sourceId: 'report',
    kind: 'pdf',
    mediaType: 'application/pdf',
    bytes: report,
    pages,
  } as const;
  return { ...desk, pages, edition: storeFile(desk.folder, desk.store, file) };
}

const page = (text: string, roles: ExtractedPage['roles'] = []): ExtractedPage => ({
  label: null,
  text,
  roles,
});

test('a PDF opens with its pages, and each is drawn as PDFium draws it', async () => {
  const { open, picture, edition, pages } = await withReport();
  const opened = await open('report');
  const pdf = await openPdf(report);
  expect(opened).toMatchObject({
    edition,
    current: true,
    title: 'Harbour review',
    paged: true,
    problem: null,
  });
  expect(opened.sizes).toEqual(pdf.sizes);
  expect(opened.pages.map(({ length }) => length)).toEqual(pages.map(({ text }) => text.length));
  for (const at of pages.keys()) {
    const drawn = await picture(edition, at + 1);
    expect(Buffer.compare(drawn.pixels, pdf.draw(at, 400).pixels)).toBe(0);
  }
  pdf.close();
});

test('every word has its place on the page it is drawn on', async () => {
  const { open, boxes, text, edition } = await withReport();
  const { sizes } = await open('report');
  const words = (await text(edition, 1)).text;
  const places = await boxes(edition, 1);
  expect(places).toHaveLength(4 * words.length);
  const at = words.indexOf('Recommendation');
  const [left = 0, top = 0, right = 0, bottom = 0] = places?.subarray(4 * at, 4 * at + 4) ?? [];
  expect(right).toBeGreaterThan(left);
  expect(bottom).toBeGreaterThan(top);
  expect(right).toBeLessThan(sizes?.[0] ?? 0);
  expect(bottom).toBeLessThan(sizes?.[1] ?? 0);
});

test('places are carried over to words that another version extracted a little differently', async () => {
  const { store, boxes, text, edition, pages } = await withReport();
  const exact = await boxes(edition, 1);
  const changed = pages.map(({ text }) => page(text.replaceAll('\n', ' \n').replace('e', '')));
  store.write(({ passages }) => passages.put(edition, changed));
  const words = (await text(edition, 1)).text;
  const places = await boxes(edition, 1);
  const old = pages[0]?.text.indexOf('Recommendation') ?? -1;
  const now = words.indexOf('Recommendation');
  expect(places?.subarray(4 * now, 4 * now + 40)).toEqual(exact?.subarray(4 * old, 4 * old + 40));
});

test('a process that was killed costs the page it was drawing, and the next page starts another', async () => {
  const { picture, edition, processes } = await withReport();
  await picture(edition, 1);
  const gone = new Promise<void>((resolve) => processes[0]?.onExit(resolve));
  processes[0]?.kill();
  await gone;
  await picture(edition, 2);
  expect(processes).toHaveLength(2);

  const lost = expect(picture(edition, 1)).rejects.toMatchObject({
    code: 'evidence.pageStopped',
    details: { name: 'Harbour review' },
  });
  const waits = picture(edition, 2);
  // The first of the two is on its way when the next turn of the loop comes.
  setImmediate(() => processes[1]?.kill());
  await lost;
  await waits;
  expect(processes).toHaveLength(3);
});

test('a page that takes too long is given up, and others are shown all the same', async () => {
  const { picture, edition } = await withReport({ timeoutMs: 1 });
  await expect(picture(edition, 1)).rejects.toMatchObject({ code: 'evidence.pageStopped' });
});

test('a process that has grown is replaced before the next page', async () => {
  const { picture, edition, processes } = await withReport({ memoryBound: 1 });
  await picture(edition, 1);
  await picture(edition, 2);
  expect(processes).toHaveLength(2);
});

test('nobody reading, the process ends', async () => {
  const { open, close, picture, edition, processes } = await withReport({ idleMs: 50 });
  await open('report');
  await picture(edition, 1);
  const gone = new Promise<void>((resolve) => processes[0]?.onExit(resolve));
  await close(edition);
  await gone;
});

test('a page that nobody waits for any more is not drawn', async () => {
  const { picture, edition, processes } = await withReport();
  const abort = new AbortController();
  abort.abort();
  await expect(picture(edition, 1, abort.signal)).rejects.toMatchObject({ code: 'call.cancelled' });
  expect(processes).toEqual([]);
});

test('an original that is gone, or is no longer what it was, is said to be so, and its words can be read', async () => {
  const { folder, open, text, picture, edition, pages } = await withReport();
  for (const spoil of [
    () => writeFileSync(originalOf(folder, edition), brief),
    () => rmSync(originalOf(folder, edition)),
  ]) {
    spoil();
    const { sizes, problem } = await open('report');
    expect(sizes).toBeNull();
    expect(problem).toEqual({ code: 'evidence.originalMissing', details: { name: 'Harbour review' } });
    expect((await text(edition, 1)).text).toBe(pages[0]?.text);
    await expect(picture(edition, 1)).rejects.toMatchObject({ code: 'evidence.originalMissing' });
  }
});

test('a PDF that goes, or is locked, while somebody reads it is said to be so, and is shown again once it is back', async (given) => {
  const { folder, open, text, picture, boxes, edition, processes } = await withReport();
  /** As after a pause, when nothing is kept of what was read. */
  const forget = async () => {
    const last = processes.at(-1);
    const gone = new Promise<void>((resolve) => last?.onExit(resolve));
    last?.kill();
    await gone;
  };
  const file = originalOf(folder, edition);
  await open('report');
  const first = await picture(edition, 1);
  rmSync(file);
  // Whoever has it open reads on; whoever opens it then is told what is missing, and has its words.
  await picture(edition, 2);
  await forget();
  expect((await text(edition, 2)).text).not.toBe('');
  expect((await open('report')).problem).toMatchObject({ code: 'evidence.originalMissing' });
  writeFileSync(file, report);
  const back = await picture(edition, 1);
  expect(back.height).toBe(first.height);
  await forget();
  if (!lock(file)) return given.skip();
  const { problem } = await open('report');
  expect(problem).toMatchObject({ code: 'evidence.unreadable', details: { name: 'Harbour review' } });
  expect(problem && explainInOneLine(problem)).toContain('you have no permission');
  await expect(boxes(edition, 1)).rejects.toMatchObject({ code: 'evidence.unreadable' });
  expect((await text(edition, 1)).text).not.toBe('');
  uncover(file);
  expect((await open('report')).problem).toBeNull();
});

test('a PDF that PDFium refuses says why, and the next one is shown', async () => {
  const desk = await withReport();
  const bytes = Buffer.from('%PDF-1.7 and nothing more');
  const broken = {
    sourceId: 'broken',
    kind: 'pdf',
    mediaType: 'application/pdf',
    bytes,
    pages: [page('')],
  } as const;
  storeFile(desk.folder, desk.store, broken);
  expect((await desk.open('broken')).problem).toMatchObject({
    code: 'evidence.unreadable',
    details: { reason: 'the PDF is damaged' },
  });
  expect((await desk.open('report')).problem).toBeNull();
});

test('an older edition is shown when it is asked for, and says that it is', async () => {
  const desk = await withReport();
  const file = { sourceId: 'report', kind: 'pdf', mediaType: 'application/pdf', bytes: brief } as const;
  const newer = storeFile(desk.folder, desk.store, { ...file, pages: await pagesOfPdf(brief) });
  expect(await desk.open('report')).toMatchObject({ edition: newer, current: true });
  expect(await desk.open('report', desk.edition)).toMatchObject({ edition: desk.edition, current: false });
  await expect(desk.open('another', desk.edition)).rejects.toMatchObject({ code: 'evidence.notFound' });
  await expect(desk.open('nobody')).rejects.toMatchObject({ code: 'evidence.notFound' });
});

test('words are found wherever they stand, over line breaks and pages, with the page they begin on', async () => {
  const desk = reading();
  const pages = [page('The quay\nis “closed”.'), page('Open the  quay — now'), page('')];
  const bytes = Buffer.from('words');
  const file = { sourceId: 'notes', kind: 'text', mediaType: 'text/plain', bytes, pages } as const;
  const edition = storeFile(desk.folder, desk.store, file);
  const whole = pages.map(({ text }) => text).join('\n');
  const found = async (words: string, matchCase = false) =>
    (await desk.find(edition, words, matchCase)).map(({ page, start, end }) => [
      page,
      whole.slice(start, end),
    ]);
  expect(await found('the quay')).toEqual([
    [1, 'The quay'],
    [2, 'the  quay'],
  ]);
  expect(await found('the quay', true)).toEqual([[2, 'the  quay']]);
  expect(await found('quay is')).toEqual([[1, 'quay\nis']]);
  expect(await found('"closed". open')).toEqual([[1, '“closed”.\nOpen']]);
  expect(await found('quay - NOW')).toEqual([[2, 'quay — now']]);
  expect(await found('   ')).toEqual([]);
  expect(await found('.*')).toEqual([]);
  expect(await desk.boxes(edition, 1)).toBeNull();
  expect((await desk.open('notes')).sizes).toBeNull();
});

test('quoted words are marked where they stand, also when they moved, and are never found where they are not', async () => {
  const { edition, pages, place } = await withReport();
  const whole = pages.map(({ text }) => text).join('\n');
  const start = whole.indexOf('Recommendation');
  const end = whole.indexOf(' ', start + 40);
  const exact = whole.slice(start, end);
  const quote = { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' } as const;
  const position = { type: 'TextPositionSelector', start, end } as const;
  const same = { state: 'same', place: { edition, page: 1, start, end, exact } };
  expect(await place(edition, { quote, position, page: 1 })).toEqual(same);
  const wrong = { ...position, start: start + 100, end: end + 100 };
  expect((await place(edition, { quote, position: wrong, page: 1 })).place).toEqual(same.place);
  expect(await place(edition, { quote, position: wrong, page: 2 })).toMatchObject({
    ...same,
    state: 'moved',
  });
  const gone = { ...quote, exact: 'Words that nobody has ever written in any report of any harbour' };
  expect(await place(edition, { quote: gone, position, page: 1 })).toEqual({ state: 'lost', place: null });
});

test('a picture comes as it is, and only where a window can show it', async () => {
  const desk = reading();
  const png = Buffer.from('a picture, for all the library knows');
  const common = { kind: 'image', pages: [page('A quay at low tide')] } as const;
  const shown = storeFile(desk.folder, desk.store, {
    ...common,
    sourceId: 'a',
    mediaType: 'image/png',
    bytes: png,
  });
  expect(await desk.image(shown)).toEqual({ bytes: new Uint8Array(png), mediaType: 'image/png' });
  const svg = Buffer.from('<svg/>');
  const other = storeFile(desk.folder, desk.store, {
    ...common,
    sourceId: 'b',
    mediaType: 'image/svg+xml',
    bytes: svg,
  });
  await expect(desk.image(other)).rejects.toMatchObject({ code: 'evidence.unreadable' });
});
