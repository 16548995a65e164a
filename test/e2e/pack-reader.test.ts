/** A pack is read in the window: by item, by its words, with notes of one's own. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { startNodeCompanion } from '../../electron/library/companions/companion-process.ts';
import { extractInChild, startNodeExtractor } from '../../electron/library/import/extract.ts';
import { openLibrary } from '../../electron/library/open.ts';
import { nodeAssembler } from '../../electron/library/pack/assembling.ts';
import { READER_FLAGS } from '../../electron/reader/limits.ts';
import { item, paper } from '../electron/library/meetings/desk.ts';
import { suppliedPdf } from '../electron/library/meetings/real-pack.ts';
import { context, counter } from '../electron/library/scratch.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { type Desk, type Started, setUpDesk, test } from './launch.ts';
import { restingBox } from './window.ts';

/** A busy machine may take its time over what is not timed. */
const patient = { timeout: 30_000 };

let desk: Desk;
let window: Started;
let page: Page;

/** A meeting with two papers of three pages. */
async function library(folder: string): Promise<void> {
  const electron = path.join(import.meta.dirname, '../../electron');
  const startExtractor = startNodeExtractor(path.join(electron, 'extractor/main.ts'));
  const opened = openLibrary({
    folder,
    mint: counter('pack'),
    now: () => new Date(),
    extract: (file, signal) => extractInChild(startExtractor, file, { signal, timeoutMs: 60_000 }),
    startExtractor,
    startReader: startNodeCompanion(path.join(electron, 'reader/main.ts'), READER_FLAGS),
    startAssembler: nodeAssembler(electron),
  });
  const { handlers, grants } = opened;
  const { meetingId } = await handlers['meetings.create'](
    { kind: 'committee', name: 'Harbours Committee' },
    context,
  );
  const names = ['Berths', 'Dredging'];
  for (const name of names) {
    const file = path.join(desk.folder, `${name}.pdf`);
    const pages = ['one', 'two', 'three'].map((number) => `${name}, page ${number}, and the spring tides.`);
    writeFileSync(file, await suppliedPdf(pages));
    grants.give(name, file, 'read');
  }
  const added = await handlers['meetings.addFiles'](
    { meetingId, files: names.map((grant) => ({ grant })) },
    context,
  );
  const { meeting } = await handlers['meetings.open']({ meetingId }, context);
  const items = [
    item('apologies', 'Apologies'),
    ...added.map(({ source }, at) =>
      item(`item-${at}`, names[at] ?? '', { papers: source ? [paper(`paper-${at}`, source)] : [] }),
    ),
  ];
  await handlers['meetings.save'](
    { meeting: { ...meeting, date: '2031-03-06', time: '10:00', items }, baseRevision: 1 },
    context,
  );
  await handlers['packs.build']({ meetingId, kind: 'pack', audiences: ['restricted'] }, context);
  opened.close();
}

beforeAll(async () => {
  desk = await setUpDesk();
  await library(desk.libraryOf('packs'));
  window = await desk.start('packs');
  page = window.page;
  await page.getByRole('button', { name: 'New', exact: true }).waitFor(patient);
}, 120_000);
afterAll(() => desk?.clear());

const pages = () => page.getByRole('region', { name: 'Pages of the pack' });
/** By its printed number. */
const shownPage = () => page.locator('.reader-page-field input').inputValue();
const inSide = (name: string) => page.getByRole('tab', { name });

async function readPack(): Promise<void> {
  await page.keyboard.press('Control+Shift+G');
  await page
    .getByRole('row', { name: /Harbours Committee/ })
    .first()
    .dblclick(patient);
  await page.getByRole('tab', { name: /Packs/ }).click(patient);
  await page.getByRole('button', { name: 'Read the restricted pack' }).click(patient);
  await pages().waitFor(patient);
}

test('the agenda leads through the pack, and keys from item to item', async () => {
  await readPack();
  await page
    .getByRole('button', { name: /Dredging/ })
    .first()
    .click(patient);
  await expect.poll(() => shownPage(), patient).toBe('5');
  await pages().focus();
  await page.keyboard.press('[');
  await expect.poll(() => shownPage(), patient).toBe('1');
});

test('words are found in the whole pack, with the printed page of each', async () => {
  await page.keyboard.press('Control+F');
  await page.getByRole('textbox', { name: 'Search the pack' }).fill('spring tides');
  await page.getByText('of 6').waitFor(patient);
  const rows = page.getByRole('search', { name: 'Search the pack' }).getByRole('listitem');
  await page.getByRole('heading', { name: 'Dredging 3' }).waitFor(patient);
  await expect.poll(() => rows.count(), patient).toBe(6);
  expect(await rows.last().textContent()).toMatch(/Dredging, page three.*7$/su);
});

test('selected words are highlighted by a key, take a note, and are there when the pack is opened again', async () => {
  await page.getByRole('button', { name: /Dredging, page two/ }).click(patient);
  await page.keyboard.press('Escape');
  await pages().focus();
  await expect.poll(() => page.getByRole('toolbar', { name: 'Selected words' }).count(), patient).toBe(1);
  await page.keyboard.press('n');
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.waitFor(patient);
  await note.fill('Ask who pays.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => page.locator('.reader-mark.note-yellow').count(), patient).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Close the pack' }).click();
  await page.getByRole('tab', { name: /Packs/ }).click(patient);
  await page.getByRole('button', { name: 'Read the restricted pack' }).click(patient);
  await inSide('Notes').click(patient);
  await expect.poll(() => note.inputValue(), patient).toBe('Ask who pays.');
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Undo' }).click(patient);
  await expect.poll(() => note.inputValue(), patient).toBe('Ask who pays.');
});

const marks = () => page.locator('.reader-mark.note-yellow');
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

test('a click on highlighted words opens their note, and the note leads back to its words', async () => {
  await inSide('Items').click(patient);
  await page.locator('.reader-page-field input').fill('6');
  await page.keyboard.press('Enter');
  await marks().first().waitFor(patient);
  const box = await restingBox(marks().first());
  await page.mouse.click(box.x + 12, box.y + box.height / 2);
  await expect.poll(focused, patient).toMatch(/^Note on page 6/);
  await expect
    .poll(() => page.locator('.reader-mark.note-yellow.active').count(), patient)
    .toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect.poll(focused, patient).toMatch(/^Note on page 6.*: Ask who pays\.$/);
  await page.keyboard.press('Enter');
  await expect.poll(focused, patient).toMatch(/^Note on page 6/);
  await page.locator('.reader-page-field input').fill('1');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Note on page 6.*: spring tides$/ }).press('Enter');
  await expect.poll(() => shownPage(), patient).toBe('6');
  await expect.poll(focused, patient).toMatch(/Ask who pays/);
  // Without a pin, from the pages themselves.
  await pages().focus();
  await page.keyboard.press('{');
  await page.getByText('This is the first note.').first().waitFor(patient);
});

test('a selection over two pages is one note, listed once, removed once and brought back', async () => {
  await page.locator('.reader-page-field input').fill('5');
  await page.keyboard.press('Enter');
  const printed = (number: number) => page.getByRole('group', { name: new RegExp(`^Page ${number}\\b`) });
  await printed(5).locator('[data-at]', { hasText: 'Dredging' }).first().waitFor(patient);
  await pages().focus();
  // Without the caret that a click has left, a selection begins at what is in view.
  await page.keyboard.press('Escape');
  for (let lines = 0; lines < 5; lines += 1) await page.keyboard.press('Shift+ArrowDown');
  await printed(6).locator('.reader-mark.selection').first().waitFor(patient);
  await page.keyboard.press('h');
  const span = page.getByRole('button', { name: /^Highlight on pages 5 to 6/ });
  await inSide('Notes').click(patient);
  const listed = page.getByRole('list', { name: 'Notes' }).getByRole('listitem');
  await expect.poll(() => listed.count(), patient).toBe(2);
  expect(await span.first().textContent()).toMatch(/page one.*…|5 – 6/su);
  const tinted = async () => [
    await printed(5).locator('.reader-mark.note-yellow').count(),
    await printed(6).locator('.reader-mark.note-yellow').count(),
  ];
  await expect.poll(async () => (await tinted()).every((count) => count > 0), patient).toBe(true);
  await listed.first().getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => listed.count(), patient).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).last().click(patient);
  await expect.poll(() => listed.count(), patient).toBe(2);
});

test('all notes are copied with their pages, and the pack opens again where it was left, as large as it was', async () => {
  await page.getByRole('button', { name: 'Copy all notes' }).click(patient);
  await page.getByText('All notes are copied.').waitFor(patient);
  const copied = await window.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^Notes on Harbours Committee.*3 Dredging\n.*Pages 5 to 6.*Ask who pays\.\n/su);
  await page.locator('.reader-page-field input').fill('6');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Size/ }).click();
  await page.getByRole('menuitem', { name: 'Fit the page' }).click(patient);
  const height = async () => (await page.locator('[data-page]').first().boundingBox())?.height ?? 0;
  const room = async () => (await pages().boundingBox())?.height ?? 0;
  await expect.poll(async () => (await height()) <= (await room()), patient).toBe(true);
  await expect.poll(() => shownPage(), patient).toBe('6');
  // Scrolling past is not reading: the place is kept a moment later.
  const keptPlace = () => page.evaluate(() => localStorage.getItem('packs.reader.places'));
  await expect.poll(keptPlace, patient).toContain('"paperPage":1,"zoom":"page"');
  await page.getByRole('button', { name: 'Close the pack' }).click();
  await page.getByRole('tab', { name: /Packs/ }).click(patient);
  await page.getByRole('button', { name: 'Read the restricted pack' }).click(patient);
  await expect.poll(() => shownPage(), patient).toBe('6');
  await page.getByRole('button', { name: /^Size: Page/ }).waitFor(patient);
});

test('every side of it is without barriers in every theme', async () => {
  for (const side of ['Items', 'Pages', 'Search', 'Notes']) {
    await inSide(side).click(patient);
    expect({ side, barriers: await barriersInEveryTheme(page) }).toEqual({ side, barriers: [] });
  }
});

test('a library without documents says so when one is to be added, and offers to write one', async () => {
  await page.getByRole('button', { name: 'Close the pack' }).click();
  await page.getByRole('row', { name: 'Apologies' }).click(patient);
  await page.keyboard.press('Control+Shift+D');
  const dialog = page.getByRole('dialog', { name: 'Add documents' });
  await dialog.getByText(/The library has no documents yet/).waitFor(patient);
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('main', { name: 'Text' }).locator('[contenteditable="true"]').waitFor(patient);
  await page.getByRole('button', { name: 'Back to the agenda' }).click();
  await page
    .getByRole('treegrid', { name: 'Agenda' })
    .getByText('Document', { exact: true })
    .waitFor(patient);
});
