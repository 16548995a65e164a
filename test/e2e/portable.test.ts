/** A document and its evidence from one library to another, and references in and out, in the real window. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { openStore } from '../../electron/library/db/store.ts';
import { changeSource, detailsOf } from '../../electron/library/evidence/source-rows.ts';
import { despatch as commandLine } from '../../scripts/lib/command-line.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { answerOpenDialog, answerSaveDialog, chooseMenu, type Desk, setUpDesk, test } from './launch.ts';
import { editorOf, openDocument } from './window.ts';

let desk: Desk;
let file: string;

beforeAll(async () => {
  desk = await setUpDesk();
  file = path.join(desk.folder, 'brief.despatch');
  await commandLine('samples', '--library', desk.libraryOf('giver'));
  markHigher(desk.libraryOf('giver'), 'business case');
});
afterAll(() => desk?.clear());

function markHigher(folder: string, words: string): void {
  const store = openStore({ folder, nativeBinding: null, now: () => new Date() });
  try {
    store.write((tables) => {
      const row = tables.sources.list(false).find(({ title }) => title.includes(words));
      if (!row) throw new Error(`No source is called “${words}”.`);
      const marking = { classification: 'OFFICIAL-SENSITIVE' as const, descriptor: '', handling: '' };
      changeSource(tables, row.id, { ...detailsOf(row), marking }, row.updatedAt);
    });
  } finally {
    store.close();
  }
}

async function start(name: string) {
  const started = await desk.start(name);
  const { app, page } = started;
  page.setDefaultTimeout(15_000);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  while ((await page.evaluate('innerWidth')) !== 1280) await page.waitForTimeout(20);
  return started;
}

const CITED = 'The flood wall did what';

test('a document exported with its evidence by keys has its citations in another library', async () => {
  const giver = await start('giver');
  await openDocument(giver.page, 'Brief:');
  const cited = editorOf(giver.page).locator('[data-kind="point"]').filter({ hasText: CITED });
  const sources = await cited.getAttribute('data-sources');
  expect(Number(sources)).toBeGreaterThan(0);
  await answerSaveDialog(giver.app, file);
  await giver.page.keyboard.press('Control+k');
  await giver.page.keyboard.type('despatch file');
  await giver.page.getByRole('option', { name: /Despatch file/ }).waitFor();
  await giver.page.keyboard.press('Enter');
  const dialog = giver.page.getByRole('dialog', { name: 'Export as a Despatch file' });
  await dialog.getByText('With originals').waitFor();
  await dialog.getByText('Marked higher than the document').waitFor();

  expect(await barriersInEveryTheme(giver.page)).toEqual([]);
  // A source that is marked higher leaves only when somebody says so.
  const exports = dialog.getByRole('button', { name: 'Export…' });
  expect(await exports.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: 'This source may leave with it' }).focus();
  await giver.page.keyboard.press('Space');
  await expect.poll(() => exports.isEnabled()).toBe(true);
  await exports.press('Enter');
  await giver.page.locator('.toast').filter({ hasText: 'Exported brief.despatch' }).waitFor();
  await giver.close();

  const taker = await start('taker');
  await taker.page.getByRole('button', { name: 'New', exact: true }).waitFor();
  await answerOpenDialog(taker.app, file);
  await chooseMenu(taker.app, 'import-file');
  await editorOf(taker.page).waitFor();
  const arrived = editorOf(taker.page).locator('[data-kind="point"]').filter({ hasText: CITED });
  await expect.poll(() => arrived.getAttribute('data-sources'), { timeout: 15_000 }).toBe(sources);
  await arrived.click();
  await taker.page.getByRole('tab', { name: 'Evidence' }).click();
  await taker.page
    .getByRole('list', { name: 'Citations' })
    .getByRole('listitem')
    .getByText('As cited')
    .first()
    .waitFor();
  await taker.close();
});

test('references of a RIS file become rows and a report, and go out again', async () => {
  const ris = path.join(desk.folder, 'zotero.ris');
  const entry = (publisher: string) =>
    `TY  - BOOK\r\nTI  - Rivers\r\nDO  - 10.1/rivers\r\nPB  - ${publisher}\r\nER  - \r\n`;
  writeFileSync(ris, `${entry('Press')}TY  - RPRT\r\nTI  - Embankments\r\nPY  - 2024\r\nER  - \r\n`);
  const { app, page } = await start('references');
  await page.getByRole('button', { name: 'New', exact: true }).waitFor();
  await page.keyboard.press('Control+Shift+E');
  await page.getByText('Keep what your points rest on').waitFor();
  await answerOpenDialog(app, ris);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import references…' }).click();
  await page.locator('.toast').filter({ hasText: '2 references added' }).waitFor();
  await expect.poll(() => page.locator('.source-row').count()).toBe(2);

  writeFileSync(ris, entry('Other Press'));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('import references');
  await page.getByRole('option', { name: /Import references/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'See what differs' }).click();
  const report = page.getByRole('dialog', { name: 'References imported' });
  await report.getByText('Kept as it was: Organisation').waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.keyboard.press('Enter');

  const out = path.join(desk.folder, 'out.ris');
  await answerSaveDialog(app, out);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('export references');
  await page.getByRole('option', { name: /Export references/ }).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export references' });
  await dialog.getByText('RIS', { exact: true }).click();
  const all = dialog.getByText('All (2)');
  if ((await all.count()) > 0) await all.click();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Export 2 references…' }).click();
  await page.locator('.toast').filter({ hasText: 'Exported out.ris' }).waitFor();
  expect(readFileSync(out, 'utf8')).toContain('TI  - Rivers');
});
