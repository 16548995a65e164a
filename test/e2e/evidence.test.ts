/** The evidence library in the real window: taking in, finding, keeping, removing, without a barrier. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { barriersInEveryTheme } from './barriers.ts';
import { makeCitedLibrary } from './cited-library.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  type Desk,
  type Started,
  setUpDesk,
  test,
} from './launch.ts';
import { dismissNotices, undoOnNotice } from './window.ts';

let desk: Desk;
let despatch: Started;
let folder: string;

beforeAll(async () => {
  desk = await setUpDesk();
  folder = path.join(desk.folder, 'evidence');
  mkdirSync(path.join(folder, 'more'), { recursive: true });
  const files: Readonly<Record<string, string>> = {
    'floods.html':
      '<html><head><title>Flood investigation</title><meta name="author" content="Ann Holloway"></head>' +
      '<body><h1>Flood investigation</h1><p>The gauge at Highmoor failed twice in January.</p></body></html>',
    'budget.md': '# Budget monitoring\n\nSpending on culverts rose to £1.6 million.\n',
    'empty.txt': '',
    'more/letter.txt': 'Letter from the chair\n\nCulverts are cleared every spring.\n',
    'more/notes.txt': 'Notes of a visit to the pumping station.\n',
    'budget-again.md': '# Budget monitoring\n\nSpending on culverts rose to £1.7 million.\n',
  };
  for (const [name, words] of Object.entries(files)) writeFileSync(path.join(folder, name), words);
  despatch = await desk.start();
  const { app, page } = despatch;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  while ((await page.evaluate(() => innerWidth)) !== 1280) await page.waitForTimeout(20);
  page.setDefaultTimeout(10_000);
}, 120_000);
afterAll(() => desk?.clear());

const list = (page: Page) => page.locator('.source-table');
const rows = (page: Page) => page.locator('.source-row');
const row = (page: Page, words: string) => rows(page).filter({ hasText: words });
const field = (page: Page, name: string) =>
  page.getByRole('complementary', { name: 'Source' }).getByLabel(name, { exact: true });
const notice = (page: Page, words: string | RegExp) => page.locator('.toast').filter({ hasText: words });

test('the empty library says what it is for, and has no barrier in any theme', async () => {
  const { page } = despatch;
  await page.getByRole('button', { name: 'New', exact: true }).waitFor();
  await page.keyboard.press('Control+Shift+E');
  await page.getByText('Keep what your points rest on').waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
});

test('files chosen in the dialog of the system become rows; what failed is named with its reason', async () => {
  const { app, page } = despatch;
  await answerOpenDialog(
    app,
    ['floods.html', 'budget.md', 'empty.txt'].map((name) => path.join(folder, name)),
  );
  await chooseMenu(app, 'add-evidence');
  await row(page, 'Flood investigation').waitFor();
  await notice(page, '2 sources added, 1 not added')
    .getByRole('button', { name: 'See what needs you' })
    .click();
  const report = page.getByRole('dialog', { name: 'What was added' });
  await report.getByText('empty.txt').waitFor();
  await report.getByText(/no bytes/i).waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await report.getByRole('button', { name: 'Done' }).click();
  await page.locator('.scrim').waitFor({ state: 'detached' });
});

test('files dropped on the screen are taken in, without a path in the page', async () => {
  const { page } = despatch;
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'dropped';
    document.body.append(input);
  });
  await page
    .locator('#dropped')
    .setInputFiles([path.join(folder, 'more/letter.txt'), path.join(folder, 'more/notes.txt')]);
  const seen = await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped');
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    const screen = document.querySelector('.evidence');
    for (const type of ['dragenter', 'dragover', 'drop']) {
      screen?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
    input?.remove();
    return [...dataTransfer.files].map((file) => JSON.stringify(Object.keys(file)));
  });
  expect(seen).toEqual(['[]', '[]']);
  await row(page, 'letter').waitFor();
  await row(page, 'notes').waitFor();
  await dismissNotices(page);
});

test('words that are pasted become a source with a name', async () => {
  const { app, page } = despatch;
  await app.evaluate(({ clipboard }) =>
    clipboard.writeText('Reply from the Met Office\nThe radar was down for an hour.'),
  );
  await list(page).focus();
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: 'Add text as a source' });
  await dialog.getByRole('button', { name: 'Add source' }).click();
  await row(page, 'Reply from the Met Office').waitFor();
  await dismissNotices(page);
});

test('typing leads to a row, arrows choose, and the details are saved and taken back', async () => {
  const { page } = despatch;
  await list(page).focus();
  await page.keyboard.type('budget');
  await page.keyboard.press('F2');
  await page.keyboard.type('Budget monitoring, quarter three');
  await page.keyboard.press('Enter');
  await row(page, 'quarter three').waitFor();
  await undoOnNotice(page, 'Title changed');
  await row(page, 'quarter three').waitFor({ state: 'detached' });

  await field(page, 'Date').fill('31 February 2026');
  await page.getByText(/No date that is understood/).waitFor();
  await field(page, 'Date').fill('14 Feb 2026');
  await field(page, 'Date').press('Enter');
  await row(page, 'Budget').getByText('14 Feb 2026').waitFor();
  await page.locator('.segment', { hasText: 'Unpublished' }).click();
  await notice(page, 'Availability changed').waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
});

test('several are changed in one step that its notice takes back', async () => {
  const { page } = despatch;
  await list(page).focus();
  await page.keyboard.press('Control+a');
  await page.getByText('5 sources selected', { exact: true }).first().waitFor();
  await field(page, 'Organisation').fill('Harrowmere County Council');
  await page.getByRole('button', { name: 'Change 5 sources' }).click();
  await notice(page, '5 sources changed').waitFor();
  await page.locator('.source-cell.organisation', { hasText: 'Harrowmere' }).first().waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await undoOnNotice(page, '5 sources changed');
  await page
    .locator('.source-cell.organisation', { hasText: 'Harrowmere' })
    .first()
    .waitFor({ state: 'detached' });
});

test('the words of all sources are searched as one types, and Enter opens the hit', async () => {
  const { page } = despatch;
  await dismissNotices(page);
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('culvert');
  const hits = page.getByRole('option');
  await hits.filter({ hasText: 'Spending on culverts' }).waitFor();
  await hits.filter({ hasText: 'cleared every spring' }).waitFor();
  expect(await page.locator('mark').first().textContent()).toMatch(/culvert/i);
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.locator('.reader').getByText('culverts', { exact: false }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.reader').waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Search the words of all sources' }).fill('xylophone');
  await page.getByText('Nothing says “xylophone”').waitFor();
  await page.keyboard.press('Escape');
  await list(page).waitFor();
});

test('facets narrow the list, and one is told how to widen it again', async () => {
  const { page } = despatch;
  await page.locator('.facet-row', { hasText: 'Web page' }).click();
  await expect.poll(() => rows(page).count()).toBe(1);
  await page.getByRole('button', { name: 'Show every source again' }).click();
  await row(page, 'letter').waitFor();
});

test('a source is given a new edition, and the original of the earlier one is saved byte for byte', async () => {
  const { app, page } = despatch;
  await row(page, 'Budget').click();
  await page.getByRole('tab', { name: 'Editions' }).click();
  await answerOpenDialog(app, path.join(folder, 'budget-again.md'));
  await page.getByRole('button', { name: 'New edition…' }).click();
  await page.getByText('budget-again.md').waitFor();
  const saved = path.join(desk.folder, 'saved.md');
  await answerSaveDialog(app, saved);
  await page.getByRole('button', { name: 'Actions for budget.md' }).click();
  await page.getByRole('menuitem', { name: 'Save the original…' }).click();
  await notice(page, 'Saved “saved.md”').waitFor();
  expect(readFileSync(saved)).toEqual(readFileSync(path.join(folder, 'budget.md')));
  await page.getByRole('tab', { name: 'Where used' }).click();
  await page.getByText('Nothing rests on it yet').waitFor();
  await page.getByRole('tab', { name: 'Details' }).click();
});

test('removing asks nothing and can be taken back, at once or from the bin', async () => {
  const { page } = despatch;
  await dismissNotices(page);
  await row(page, 'notes').click();
  await page.keyboard.press('Delete');
  await row(page, 'notes').waitFor({ state: 'detached' });
  await undoOnNotice(page, 'is in the bin');
  await row(page, 'notes').waitFor();
  await row(page, 'notes').click();
  await page.keyboard.press('Delete');
  await row(page, 'notes').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Bin/ }).click();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByText('The bin is empty').waitFor();
});

test('every shelf has its words, and Escape leads back to where one came from', async () => {
  const { page } = despatch;
  await page.getByRole('button', { name: /^To look at/ }).click();
  await page.getByText('Nothing to look at').waitFor();
  await page.getByRole('button', { name: /^All sources/ }).click();
  await row(page, 'notes').waitFor();
  await list(page).focus();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'All documents' }).waitFor();
  await expect.poll(() => page.locator('.shelf', { hasText: 'Evidence' }).textContent()).toContain('5');
});

test('what cites a source that changed is shown with the words of then and now, until somebody has looked', async () => {
  await makeCitedLibrary(desk.libraryOf('cited'));
  const { page, close } = await desk.start('cited');
  page.setDefaultTimeout(10_000);
  await page.locator('.shelf', { hasText: 'Evidence' }).getByText('2').waitFor();
  await page.keyboard.press('Control+Shift+E');
  await page.getByRole('button', { name: /^To look at/ }).click();
  const look = page.getByRole('region', { name: 'To look at' });
  await look.locator('del', { hasText: '305' }).waitFor();
  await look.locator('ins', { hasText: '311' }).waitFor();
  await look.getByText('Nothing like these words stands in it any more.').waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await look.getByRole('button', { name: 'Looked at', exact: true }).first().click();
  await look.getByRole('button', { name: 'Open the point' }).nth(1).waitFor({ state: 'detached' });
  expect(await look.locator('button:focus').textContent()).toMatch(/Looked at/);
  await undoOnNotice(page, '1 citation looked at');
  await look.getByRole('button', { name: 'Open the point' }).nth(1).waitFor();
  await look.getByRole('button', { name: 'Looked at', exact: true }).first().click();
  await look.getByRole('button', { name: 'Open the point' }).nth(1).waitFor({ state: 'detached' });
  await look.getByRole('button', { name: 'Looked at', exact: true }).first().click();
  await page.getByText('Nothing to look at').waitFor();

  await page.getByRole('button', { name: /^All sources/ }).click();
  await row(page, 'survey').click();
  await page.getByRole('tab', { name: 'Where used' }).click();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.locator('.use', { hasText: 'first light' }).click();
  await page.locator('[data-kind="point"]', { hasText: 'first light' }).waitFor();
  await page.keyboard.press('Control+Shift+E');
  await row(page, 'survey').click();
  await page.keyboard.press('Delete');
  await notice(page, '2 citations in 1 document rest on it').waitFor();
  await close();
});
