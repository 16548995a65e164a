/** A document and its evidence from one library to another, and references in and out, in the real window. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { despatch as commandLine } from '../../scripts/lib/command-line.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { answerOpenDialog, answerSaveDialog, chooseMenu, type Desk, setUpDesk, test } from './launch.ts';
import { documentRows, editorOf, openDocument } from './window.ts';

let desk: Desk;
let file: string;

beforeAll(async () => {
  desk = await setUpDesk();
  file = path.join(desk.folder, 'brief.despatch');
  await commandLine('samples', '--library', desk.libraryOf('giver'));
});
afterAll(() => desk?.clear());

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
  await shot(giver.page, 'dialog');
  expect(await barriersInEveryTheme(giver.page)).toEqual([]);
  const leave = dialog.getByRole('checkbox', { name: /may leave with it/ });
  if ((await leave.count()) > 0) {
    await leave.focus();
    await giver.page.keyboard.press('Space');
    await dialog.getByRole('button', { name: 'Export…' }).focus();
  }
  await giver.page.keyboard.press('Enter');
  await giver.page.locator('.toast').filter({ hasText: 'Exported brief.despatch' }).waitFor();
  await giver.close();

  const taker = await start('taker');
  await taker.page.getByRole('button', { name: 'New', exact: true }).waitFor();
  await answerOpenDialog(taker.app, file);
  await chooseMenu(taker.app, 'import');
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
  await shot(page, 'report');
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
  await shot(page, 'references');
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Export 2 references…' }).click();
  await page.locator('.toast').filter({ hasText: 'Exported out.ris' }).waitFor();
  expect(readFileSync(out, 'utf8')).toContain('TI  - Rivers');

  writeFileSync(ris, 'Dear all');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import references…' }).click();
  await page.getByText(/“zotero.ris”.*no references/).first().waitFor();
  expect(await documentRows(page).count()).toBe(0);
});

async function shot(page: import('playwright-core').Page, name: string) {
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/refs-${name}.png` });
}
