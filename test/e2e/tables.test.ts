import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Desk, type Started, setUpDesk, test } from './launch.ts';
import { clickBlock, editorOf, newDocument, untilSaved } from './window.ts';

let desk: Desk;
let despatch: Started;
let page: Page;

beforeAll(async () => {
  desk = await setUpDesk();
  despatch = await desk.start();
  page = despatch.page;
  await newDocument(page, 'Control+Shift+N');
});
afterAll(() => desk?.clear());

/** Inserts by the slash menu, at the start of a block of a kind. */
async function insert(command: string, kind: string, at: number): Promise<void> {
  await clickBlock(page, kind, at);
  await page.keyboard.type('/');
  await page.locator('.slash-menu').waitFor();
  await page.keyboard.type(command);
  await page.getByRole('option', { name: new RegExp(`^${command}`, 'iu') }).waitFor();
  await page.keyboard.press('Enter');
}

const table = () => editorOf(page).getByRole('table');
/** The words of every cell, row by row. */
const cells = () =>
  table()
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

test('a table is asked for with a stroke, sized with the arrows and filled with Tab', async () => {
  await insert('table', 'paragraph', 0);
  const size = page.getByRole('slider', { name: 'Size of the table' });
  await size.waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => size.getAttribute('aria-valuetext')).toBe('3 rows, 3 columns');
  await page.keyboard.press('Enter');
  await table().waitFor();
  for (const words of ['Year', 'Cost', 'Note', '2024/25', '£12m', 'Agreed', '2025/26', '£114m']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  expect(await cells()).toEqual([
    ['Year', 'Cost', 'Note'],
    ['2024/25', '£12m', 'Agreed'],
    ['2025/26', '£114m', ''],
  ]);
  await expect.poll(() => table().getByRole('columnheader').count()).toBe(3);
  await expect.poll(() => table().locator('[data-numeric]').count()).toBe(3);
  await page.keyboard.type('an estimate');
  await untilSaved(page);
});

test('arrows leave the table, and Alt and an arrow move its rows', async () => {
  await table().getByRole('cell', { name: '£12m' }).click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect
    .poll(async () => (await cells()).map(([year]) => year))
    .toEqual(['Year', '2025/26', '2024/25']);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('Cost by year');
  await expect
    .poll(() => editorOf(page).locator('[data-kind="table"]').textContent())
    .toContain('Cost by year');
});

test('the toolbar is reached and left by keys', async () => {
  await table().getByRole('cell', { name: '£12m' }).click();
  await page.keyboard.press('Alt+F10');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Row');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => table().getByRole('rowheader').count()).toBe(2);
  await page.keyboard.type('!');
  await expect.poll(async () => (await cells())[2]?.[1]).toContain('!');
  await untilSaved(page);
});

test('a picture is chosen in the native dialog, asks for its words and is kept', async () => {
  const made = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 320);
    const drawing = canvas.getContext('2d');
    if (!drawing) return '';
    drawing.fillStyle = '#155a96';
    drawing.fillRect(0, 160, 640, 160);
    drawing.fillStyle = '#e3b356';
    drawing.fillRect(80, 80, 120, 240);
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  const file = path.join(desk.folder, 'harbour.png');
  writeFileSync(file, Buffer.from(made, 'base64'));
  await despatch.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);
  await insert('picture', 'paragraph', -1);
  const words = editorOf(page).getByRole('textbox', { name: 'Alternative text' });
  await words.waitFor();
  await expect.poll(() => words.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('The harbour with its new tower');
  const picture = editorOf(page).getByRole('img', { name: 'The harbour with its new tower' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
  await untilSaved(page);
});

test('a file that is no picture is refused in words', async () => {
  const file = path.join(desk.folder, 'notes.png');
  writeFileSync(file, 'Dear colleague');
  await despatch.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);
  await insert('picture', 'paragraph', -1);
  await page.getByText('“notes.png” was not inserted.').waitFor();
  expect(await editorOf(page).locator('[data-kind="image"]').count()).toBe(1);
});
