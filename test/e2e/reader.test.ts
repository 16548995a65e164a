/** A source in a window of its own, as a person finds, selects and cites its words without a mouse. */
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { renderPdf } from '../../electron/library/export/pdf/index.ts';
import { openPdf } from '../../electron/pdfium/open-pdf.ts';
import { despatch } from '../../scripts/lib/command-line.ts';
import type { IntakeRow } from '../../shared/contract/evidence-source-calls.ts';
import type { ReaderRequest } from '../../shared/evidence/reader-request.ts';
import { printDocument } from '../../shared/print/model.ts';
import { reportDocument } from '../bench/generate.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { type Desk, type Started, setUpDesk, test } from './launch.ts';
import { clickBlock, newDocument } from './window.ts';

let desk: Desk;
let window: Started;
let sources: string[];
/** Words of the fourth page, as the library has them. */
let quoted: string;

/** A busy machine may take its time over what is not timed. */
const patient = { timeout: 20_000 };
const NOTE =
  '# Harbour note\n\nThe quay closes on 3 May 2031. Ferries go on from the other side.\n\n- one\n- two\n';

beforeAll(async () => {
  desk = await setUpDesk();
  const bytes = await renderPdf(printDocument(reportDocument(8)));
  const pdf = path.join(desk.folder, 'report.pdf');
  const note = path.join(desk.folder, 'note.md');
  writeFileSync(pdf, bytes);
  writeFileSync(note, NOTE);
  const opened = await openPdf(bytes);
  const lines = opened.text(3).text.split('\n');
  quoted = lines.slice(4, 6).join('\n');
  opened.close();
  const rows = await despatch<IntakeRow[]>(
    'evidence',
    'add',
    pdf,
    note,
    '--library',
    desk.libraryOf('reader'),
  );
  sources = rows.map(({ sourceId }) => sourceId ?? '');
  window = await desk.start('reader');
  await window.page.getByRole('button', { name: 'New', exact: true }).waitFor(patient);
});
afterAll(() => desk?.clear());

async function openReader(source: number, at?: ReaderRequest['at']): Promise<Page> {
  const request: ReaderRequest = { sourceId: sources[source] ?? '', ...(at ? { at } : {}) };
  const opened = window.app.waitForEvent('window');
  await window.page.evaluate((asked) => {
    (globalThis as unknown as { despatch: { openReader(asked: unknown): void } }).despatch.openReader(asked);
  }, request);
  const reader = await opened;
  await words(reader).waitFor(patient);
  return reader;
}

const words = (reader: Page) => reader.getByRole('region', { name: 'Words of the source' });
const takeBar = (reader: Page) => reader.getByRole('toolbar', { name: 'Selected words' });
const quote = (exact: string) => ({ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }) as const;

async function untilDrawn(reader: Page, page: number): Promise<void> {
  await reader.locator(`[data-page="${page}"] canvas[data-drawn="true"]`).waitFor(patient);
}

/** The process that draws pages. */
function killReader(): Promise<void> {
  return window.app.evaluate(({ app }) => {
    const { pid } = app.getAppMetrics().find(({ name }) => name === 'Despatch reader') ?? {};
    if (pid === undefined) throw new Error('There is no reader.');
    process.kill(pid, 'SIGKILL');
  });
}

function isPdf(file: string): boolean {
  return statSync(file).isFile() && readFileSync(file).subarray(0, 5).toString() === '%PDF-';
}

test('a source opens in a window of its own at the page and the words that were asked for', async () => {
  const reader = await openReader(0, { page: 4, quote: quote(quoted), position: null });
  await untilDrawn(reader, 4);
  const marks = reader.locator('[data-page="4"] .reader-mark.quote');
  await expect.poll(() => marks.count(), patient).toBe(2);
  const mark = await marks.first().boundingBox();
  const line = await reader
    .locator('[data-page="4"] .reader-line')
    .nth(4)
    .locator('span')
    .first()
    .boundingBox();
  expect(Math.abs((mark?.y ?? 0) - (line?.y ?? 1000))).toBeLessThan(3);
  expect(mark?.y).toBeGreaterThan(0);
  expect(await reader.getByRole('textbox', { name: 'Page' }).inputValue()).toBe('4');
  expect(await barriersInEveryTheme(reader)).toEqual([]);
  await reader.close();
});

test('words are selected with keys and handed to the open document; without one that is said', async () => {
  const reader = await openReader(0, { page: 4, quote: quote(quoted), position: null });
  await untilDrawn(reader, 4);
  await expect.poll(() => reader.locator('.reader-mark.quote').count(), patient).toBe(2);
  await words(reader).focus();
  await reader.keyboard.press('Control+Shift+ArrowDown');
  await takeBar(reader).getByText('page 4').waitFor(patient);
  await reader.keyboard.press('Control+Shift+ArrowRight');
  const selected = () => reader.evaluate(() => String(getSelection()));
  await expect.poll(selected, patient).toMatch(/\w+/);
  await expect.poll(() => reader.locator('.reader-mark.selection').count(), patient).toBeGreaterThan(0);
  await reader.keyboard.press('Control+Shift+C');
  await reader.getByText('No document took the words.').waitFor(patient);

  await newDocument(window.page, 'Control+Shift+N');
  await clickBlock(window.page, 'recommendation');
  await window.page.keyboard.type('Agree.');
  await words(reader).focus();
  await reader.keyboard.press('Control+Shift+C');
  await reader.getByText('The words are cited in the open document.').waitFor(patient);
  await window.page.keyboard.press('Control+w');
  await reader.close();
});

test('words are found, counted and walked through, and the wheel with Ctrl makes pages larger', async () => {
  const reader = await openReader(0);
  await untilDrawn(reader, 1);
  await reader.keyboard.press('Control+f');
  await reader.keyboard.type('the ferry');
  const count = reader.getByRole('search').getByRole('status');
  await expect.poll(() => count.textContent(), patient).toMatch(/^1 of \d+$|^Not found$/);
  await reader.getByRole('textbox', { name: 'Find in the source' }).fill('ferry');
  await expect.poll(() => count.textContent(), patient).toMatch(/^\d+ of \d+$/);
  await reader.keyboard.press('Enter');
  await expect.poll(() => reader.locator('.reader-mark.current').count(), patient).toBe(1);
  await reader.keyboard.press('Escape');
  const width = async () => (await reader.locator('[data-page]').first().boundingBox())?.width ?? 0;
  const fits = await width();
  await words(reader).hover();
  await reader.keyboard.down('Control');
  await reader.mouse.wheel(0, -100);
  await reader.keyboard.up('Control');
  await expect.poll(width, patient).toBeGreaterThan(fits * 1.05);
  await reader.close();
});

test('a page whose process is killed says so in words, and is there again when one tries again', async () => {
  const reader = await openReader(0);
  await untilDrawn(reader, 1);
  await killReader();
  await reader.getByRole('textbox', { name: 'Page' }).fill('9');
  await reader.keyboard.press('Enter');
  await expect
    .poll(async () => {
      const retry = reader.locator('[data-page="9"]').getByRole('button', { name: 'Try again' });
      if ((await retry.count()) > 0) await retry.click();
      return reader.locator('[data-page="9"] canvas[data-drawn="true"]').count();
    }, patient)
    .toBe(1);
  await reader.close();
});

test('a source whose file goes while it is shown says so, keeps its words, and is drawn again once it is back', async () => {
  const reader = await openReader(0);
  await untilDrawn(reader, 1);
  const originals = readdirSync(path.join(window.library, 'originals'), {
    recursive: true,
    withFileTypes: true,
  }).map(({ parentPath, name }) => path.join(parentPath, name));
  const file = originals.find(isPdf) ?? '';
  renameSync(file, `${file}.gone`);
  // As after a pause, when nothing is kept of what was read.
  await killReader();
  const page = reader.locator('[data-page="9"]');
  await reader.getByRole('textbox', { name: 'Page' }).fill('9');
  await reader.keyboard.press('Enter');
  const retry = page.getByRole('button', { name: 'Try again' });
  const missing = page.getByText(/original of .* is not in the library’s folder/);
  await expect
    .poll(async () => {
      // The process that was killed may have been at this page.
      if ((await missing.count()) === 0 && (await retry.count()) > 0) await retry.click();
      return missing.count();
    }, patient)
    .toBe(1);
  await expect.poll(() => page.locator('.reader-line').count(), patient).toBeGreaterThan(3);
  expect(await barriersInEveryTheme(reader)).toEqual([]);
  renameSync(`${file}.gone`, file);
  await retry.click();
  await untilDrawn(reader, 9);
  await reader.close();
});

test('a source without paper is set as words, found and selected like any other', async () => {
  const reader = await openReader(1, { page: null, quote: quote('Ferries go on'), position: null });
  await reader.getByRole('heading', { name: 'Harbour note' }).first().waitFor(patient);
  await words(reader).focus();
  await reader.keyboard.press('Control+Shift+ArrowDown');
  await expect
    .poll(() => reader.evaluate(() => String(getSelection())), patient)
    .toBe('Ferries go on from the other side.');
  await takeBar(reader).getByText('7 words').waitFor(patient);
  expect(await barriersInEveryTheme(reader)).toEqual([]);
  await reader.close();
});

test('two windows show one source, and both say its new title as soon as it is changed in the main one', async () => {
  const readers = [await openReader(1), await openReader(1)];
  const { page } = window;
  await page.keyboard.press('Control+Shift+E');
  const row = page.getByRole('row', { name: /Harbour note/ });
  await row.click(patient);
  await page.keyboard.press('F2');
  await page.keyboard.type('Note of the harbour master');
  await page.keyboard.press('Enter');
  for (const reader of readers) {
    await reader.getByRole('heading', { name: 'Note of the harbour master' }).first().waitFor(patient);
    await reader.close();
  }
});

test('the window of a source asks for nothing of the network, and closes with the main one', async () => {
  const reader = await openReader(1);
  expect(await reader.evaluate(() => fetch('https://example.org/').then(String, () => 'refused'))).toBe(
    'refused',
  );
  expect(await reader.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe('undefined');
  await window.close();
  await expect.poll(() => reader.isClosed(), patient).toBe(true);
});
