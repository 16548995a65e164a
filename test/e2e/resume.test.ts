import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { despatch } from '../../scripts/lib/command-line.ts';
import { reportText } from '../bench/generate.ts';
import { type Desk, setUpDesk, test } from './launch.ts';
import { documentRows, editorOf, newDocument, textOf, untilSaved } from './window.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterAll(() => desk?.clear());

const keptPlaceOf = (name: string) => path.join(desk.libraryOf(name), '../settings/place.json');

/** Waits until one can type, without having clicked anywhere. */
async function untilCaretIn(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('.sheet [data-current]')?.textContent?.includes(wanted) === true,
    words,
  );
}

test('a start leads back to the block that was written in last, after closing and after a power cut', async () => {
  const first = await desk.start('writer');
  await newDocument(first.page, 'Control+Shift+N');
  await first.page.keyboard.type('Harbour dues');
  const point = editorOf(first.page).locator('[data-kind="paragraph"]').first();
  await point.click();
  await first.page.keyboard.type('Dues rose');
  await untilSaved(first.page);
  await first.close();

  const closed = await desk.start('writer');
  await untilCaretIn(closed.page, 'Dues rose');
  // The page itself asked for the code of the writing screen.
  expect(await closed.page.locator('link[rel="modulepreload"][href*="/writing-"]').count()).toBe(1);
  await closed.page.keyboard.press('End');
  await closed.page.keyboard.type(' by a tenth');
  await untilSaved(closed.page);
  await closed.kill();

  const killed = await desk.start('writer');
  await untilCaretIn(killed.page, 'Dues rose by a tenth');
  expect(await textOf(killed.page)).toContain('Harbour dues');
  await killed.page.keyboard.press('Control+w');
  await documentRows(killed.page).first().waitFor();
  await killed.close();

  const left = await desk.start('writer');
  await documentRows(left.page).first().waitFor();
  expect(await editorOf(left.page).count()).toBe(0);
  await left.close();
});

test('far down in a long report the start leads there, and the outline with it', async () => {
  const file = path.join(desk.folder, 'report.md');
  writeFileSync(file, reportText(60));
  await despatch('import', file, '--as', 'report', '--library', desk.libraryOf('long'));
  const first = await desk.start('long');
  await documentRows(first.page).first().dblclick();
  await editorOf(first.page).locator('[data-kind="title"]').click();
  await first.page.keyboard.press('Control+End');
  await first.page.keyboard.type(' To the lighthouse');
  await untilSaved(first.page);
  await first.close();

  const again = await desk.start('long');
  await untilCaretIn(again.page, 'To the lighthouse');
  const here = again.page.locator('.outline-list [aria-current]');
  await here.waitFor();
  await expect
    .poll(() =>
      here.evaluate((entry) => {
        const { top, bottom } = entry.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      }),
    )
    .toBe(true);
  await again.close();
});

test('where somebody wants it so, every start leads to the list of documents', async () => {
  const first = await desk.start('lister');
  await newDocument(first.page, 'Control+Shift+B');
  await first.page.keyboard.type('Quay wall');
  await untilSaved(first.page);
  await first.page.keyboard.press('Control+,');
  const dialog = first.page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByText('List of documents').click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await first.close();

  const again = await desk.start('lister');
  await documentRows(again.page).first().waitFor();
  expect(await editorOf(again.page).count()).toBe(0);
  await again.close();
});

test('a document with which the window broke down is not opened again by itself', async () => {
  const first = await desk.start('broken');
  await newDocument(first.page, 'Control+Shift+B');
  await first.page.keyboard.type('Lock gates');
  await untilSaved(first.page);
  expect(existsSync(keptPlaceOf('broken'))).toBe(true);
  const ended = first.app.waitForEvent('close');
  await first.app.evaluate(({ BrowserWindow, dialog }) => {
    // “Close Despatch”
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(), 50);
  });
  await ended;

  const again = await desk.start('broken');
  await documentRows(again.page).filter({ hasText: 'Lock gates' }).waitFor();
  expect(await editorOf(again.page).count()).toBe(0);
  await again.close();
});

test('a window that broke down and is opened again shows the list', async () => {
  const { app, page, kill } = await desk.start('reopened');
  await newDocument(page, 'Control+Shift+B');
  await page.keyboard.type('Sluice');
  await untilSaved(page);
  // The driver lets go of a page that broke down; main still has it.
  await app.evaluate(
    ({ BrowserWindow, dialog }) =>
      new Promise<void>((resolve) => {
        // “Open again”
        dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
        const broken = BrowserWindow.getAllWindows()[0]?.webContents;
        broken?.once('render-process-gone', () => broken.once('did-finish-load', () => resolve()));
        setTimeout(() => broken?.forcefullyCrashRenderer(), 50);
      }),
  );
  const rows = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `[...document.querySelectorAll('.document-row')].map((row) => row.textContent)`,
      ),
    );
  await expect.poll(rows, { timeout: 15_000 }).toEqual([expect.stringContaining('Sluice')]);
  await kill();
});

test('an agenda that was open is open again', async () => {
  const first = await desk.start('clerk');
  await first.page.getByRole('button', { name: 'New', exact: true }).waitFor();
  await first.page.keyboard.press('Control+Shift+G');
  await first.page.getByRole('button', { name: 'New meeting' }).first().click();
  const dialog = first.page.getByRole('dialog', { name: 'New meeting' });
  await dialog.getByRole('textbox').and(first.page.locator(':focus')).waitFor();
  await first.page.keyboard.type('Harbours Working Group');
  await first.page.keyboard.press('Enter');
  await first.page.getByRole('button', { name: 'Add item' }).first().waitFor();
  await first.close();

  const again = await desk.start('clerk');
  await again.page.getByRole('button', { name: 'Add item' }).first().waitFor();
  await again.close();
});

test.each([
  ['a document that is not in this library', { screen: 'document', documentId: 'nonesuch' }],
  ['a meeting that is not in this library', { screen: 'meeting', meetingId: 'nonesuch' }],
  ['nothing that Despatch has written', { screen: 'document', documentId: 7 }],
])('a kept place that is %s leads to the list, and nothing complains', async (what, place) => {
  const name = what.replaceAll(' ', '-');
  const first = await desk.start(name);
  await newDocument(first.page, 'Control+Shift+B');
  await first.page.keyboard.type('Ferry timetable');
  await untilSaved(first.page);
  await first.close();

  writeFileSync(keptPlaceOf(name), JSON.stringify({ library: desk.libraryOf(name), place }));
  const again = await desk.start(name);
  await documentRows(again.page).filter({ hasText: 'Ferry timetable' }).waitFor();
  expect(await again.page.getByRole('alert').count()).toBe(0);
  await again.close();
});
