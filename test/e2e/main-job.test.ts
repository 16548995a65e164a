import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import {
  canCheckPdf,
  canReadPdf,
  canValidateDocx,
  checkAccessible,
  pdfText,
  validate,
} from '../electron/library/export/tools.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  type Desk,
  type Started,
  setUpDesk,
  test,
} from './launch.ts';
import { clickBlock, editorOf, newDocument, textOf, untilSaved } from './window.ts';

let desk: Desk;
let despatch: Started;

beforeAll(async () => {
  desk = await setUpDesk();
  despatch = await desk.start();
});
afterAll(() => desk?.clear());

/** Exports through menu and dialog, and waits until the window says that it is done. */
async function exportTo(format: 'docx' | 'pdf'): Promise<Buffer> {
  const { app, page } = despatch;
  const file = path.join(desk.folder, `written.${format}`);
  await answerSaveDialog(app, file);
  await chooseMenu(app, `export-${format}`);
  await page.getByRole('button', { name: 'Export anyway' }).click();
  await page.getByText(`Exported written.${format}`).waitFor();
  return readFileSync(file);
}

test('a brief is written with the keyboard: points, a question, levels, bold, undo and redo', async () => {
  const { page } = despatch;
  await newDocument(page, 'Control+Shift+B');
  await page.keyboard.type('Meeting with the harbour master');
  // After those of the attendees and the agenda, which the template has locked.
  await clickBlock(page, 'heading', 2);
  await page.keyboard.type('Dredging the channel');
  await clickBlock(page, 'point');
  await page.keyboard.type('The channel is ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('too shallow');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' for the new ferry.');
  await page.keyboard.press('Enter');
  // The outline knows the new point only after a pause.
  expect(await page.locator('[aria-current="location"]').count()).toBe(1);
  await page.keyboard.type('The survey is from last spring.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It covers the inner harbour only.');
  const points = editorOf(page).locator('[data-kind="point"]');
  expect(await points.allInnerTexts()).toEqual([
    'The channel is too shallow for the new ferry.',
    'The survey is from last spring.',
    'It covers the inner harbour only.',
  ]);
  expect(await points.evaluateAll((found) => found.map((point) => point.getAttribute('data-level')))).toEqual(
    ['0', '0', '1'],
  );
  expect(await points.first().locator('strong').textContent()).toBe('too shallow');

  await page.keyboard.press('Shift+Tab');
  expect(await points.nth(2).getAttribute('data-level')).toBe('0');
  await page.keyboard.press('Control+z');
  expect(await points.nth(2).getAttribute('data-level')).toBe('1');
  await page.keyboard.press('Control+y');
  expect(await points.nth(2).getAttribute('data-level')).toBe('0');
  await page.keyboard.type(' And nothing else.');
  await untilSaved(page);
});

test('Backspace at the start of a point joins it to the one before, and undo takes that back', async () => {
  const { page } = despatch;
  const points = editorOf(page).locator('[data-kind="point"]');
  const before = await points.allInnerTexts();
  await points.nth(1).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  expect((await textOf(page)).replace(/\s+/g, ' ')).toContain('new ferry.The survey is');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => points.allInnerTexts()).toEqual(before);
});

test('what was written leaves as a Word file and as a PDF with every word', async () => {
  const docx = await exportTo('docx');
  const pdf = await exportTo('pdf');
  expect(docx.subarray(0, 2).toString()).toBe('PK');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  if (canReadPdf) {
    const text = pdfText(pdf);
    expect(text).toContain('Dredging the channel');
    expect(text).toContain('The channel is too shallow for the new ferry.');
  }
});

const testWithCheckers = canValidateDocx && canCheckPdf ? test : test.skip;
testWithCheckers(
  'both have no finding from the checkers (skipped without ../shared/tools and their programs)',
  async () => {
    expect(validate(readFileSync(path.join(desk.folder, 'written.docx')))).toMatchObject({ status: 0 });
    expect(checkAccessible(readFileSync(path.join(desk.folder, 'written.pdf')))).toMatchObject({ status: 0 });
  },
);

test('a dialog that was cancelled changes nothing', async () => {
  const { app, page } = despatch;
  await answerSaveDialog(app, null);
  await chooseMenu(app, 'export-pdf');
  await page.getByRole('button', { name: 'Export anyway' }).click();
  await answerOpenDialog(app, null);
  await chooseMenu(app, 'import-file');
  await page.waitForTimeout(300);
  expect(
    await page
      .locator('.toast')
      .filter({ hasText: /not|could/i })
      .count(),
  ).toBe(0);
  expect(await textOf(page)).toContain('Dredging the channel');
});

test('a file chosen in the dialog is imported by a process of its own and opened', async () => {
  const { app, page } = despatch;
  const file = path.join(desk.folder, 'from-elsewhere.md');
  writeFileSync(
    file,
    'MEETING WITH THE LIGHTHOUSE KEEPERS\n\nAttendees: TBC\n\n1) Lamps\n\nPoints to make\n\n- Lamps are **bright**.\n- **Question to ask:** Who trims them?\n',
  );
  await answerOpenDialog(app, file);
  await chooseMenu(app, 'import-file');
  await page
    .getByRole('heading', { name: /LIGHTHOUSE KEEPERS/i })
    .first()
    .waitFor();
  const editor = editorOf(page);
  await editor.locator('[data-kind="point"]').first().waitFor();
  expect(await editor.locator('[data-kind="point"]').allInnerTexts()).toEqual(['Lamps are bright.']);
  expect(await editor.locator('[data-kind="question"]').textContent()).toContain('Who trims them?');
});

test('a Word file chosen in the dialog comes back as it was written', async () => {
  const { app, page } = despatch;
  await answerOpenDialog(app, path.join(desk.folder, 'written.docx'));
  await chooseMenu(app, 'import-file');
  const points = editorOf(page).locator('[data-kind="point"]');
  await points.filter({ hasText: 'too shallow' }).waitFor();
  expect(await points.allTextContents()).toEqual([
    'The channel is too shallow for the new ferry.',
    'The survey is from last spring.',
    'It covers the inner harbour only. And nothing else.',
  ]);
  expect(await points.first().locator('strong').textContent()).toBe('too shallow');
});

test('a file that cannot be read says why, and nothing is added', async () => {
  const { app, page } = despatch;
  const file = path.join(desk.folder, 'empty.txt');
  writeFileSync(file, '');
  await answerOpenDialog(app, file);
  await chooseMenu(app, 'import-file');
  await page.getByText('empty.txt').first().waitFor();
  await page.keyboard.press('Control+w');
  await page.locator('.document-row').first().waitFor();
  expect(await page.locator('.document-row').count()).toBe(3);
  expect(existsSync(path.join(despatch.library, 'library.db'))).toBe(true);
});
