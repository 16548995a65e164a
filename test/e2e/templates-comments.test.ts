import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { barriersInEveryTheme } from './barriers.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  type Desk,
  type Started,
  setUpDesk,
  test,
} from './launch.ts';
import { clickBlock, documentRows, editorOf, textOf, undoOnNotice, untilSaved } from './window.ts';

let desk: Desk;
let despatch: Started;

beforeAll(async () => {
  desk = await setUpDesk();
  despatch = await desk.start();
  await despatch.page.getByRole('button', { name: 'New', exact: true }).waitFor();
});
afterAll(() => desk?.clear());

const field = () => despatch.page.getByRole('combobox', { name: 'Template or past document' });
const option = (name: string | RegExp) => despatch.page.getByRole('option', { name });

async function newFrom(words: string): Promise<void> {
  await despatch.page.keyboard.press('Control+n');
  await field().waitFor();
  await option(/./).first().waitFor();
  await field().fill(words);
}
async function backToLibrary(): Promise<void> {
  await despatch.page.keyboard.press('Control+w');
  await documentRows(despatch.page).first().waitFor();
}

test('a document begins from a template by the keyboard alone, with its guidance and every part', async () => {
  const { page } = despatch;
  await newFrom('');
  expect(await option(/./).allTextContents()).toEqual(
    expect.arrayContaining([
      'Ministerial meeting brief',
      'Submission',
      'Q&A pack',
      'Speaking note',
      'Select committee style report',
      'Council report',
      'Officer decision record',
    ]),
  );
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await field().fill('meeting');
  await page.keyboard.press('Enter');
  await editorOf(page).waitFor();
  expect(await textOf(page)).toContain('Objectives are the most important part');
  await clickBlock(page, 'title');
  await page.keyboard.type('Meeting with the lighthouse keepers');
  await clickBlock(page, 'point');
  await page.keyboard.type('Lamps are kept bright by night.');
  await untilSaved(page);
});

test('the open document becomes a template, and a broken file of templates is told of beside the sound ones', async () => {
  const { app, page, library } = despatch;
  await chooseMenu(app, 'save-as-template');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Keepers’ brief');
  await page.getByRole('textbox', { name: 'Department' }).fill('Ministry of Lamps');
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save template' }).click();
  await page.getByText('“Keepers’ brief” is among the templates').waitFor();
  await backToLibrary();

  const folder = path.join(library, 'templates');
  const saved = path.join(folder, 'keepers-brief.despatch-template.json');
  const text = readFileSync(saved, 'utf8');
  expect(text).toContain('Objectives are the most important part');
  expect(text).not.toContain('Lamps are kept bright');
  writeFileSync(path.join(folder, 'half.despatch-template.json'), '{"version": 1');

  await newFrom('half');
  await page.getByText('it is not JSON').waitFor();
  expect(await page.getByRole('button', { name: 'Create' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Remove' }).click();
  await option(/half/).waitFor({ state: 'detached' });

  const chosen = path.join(desk.folder, 'visit.despatch-template.json');
  writeFileSync(chosen, readFileSync(path.join(import.meta.dirname, '../shared/templates/visit.json')));
  await answerOpenDialog(app, chosen);
  await page.getByRole('button', { name: 'Add template…' }).click();
  await page.getByRole('heading', { name: 'Visit note' }).waitFor();
  await page.getByRole('button', { name: 'Remove this template' }).click();
  await option('Visit note').waitFor({ state: 'detached' });
  await page.getByText('“Visit note” is in the bin').waitFor();
  // The notice lies beside the buttons of the dialog, in the smallest window too.
  await despatch.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720);
  });
  await page.getByRole('button', { name: 'Cancel' }).click({ trial: true });
  await page.keyboard.press('Escape');
});

test('a past document lends its headings to a new one', async () => {
  const { page } = despatch;
  await newFrom('lighthouse');
  await page.getByRole('heading', { name: 'Meeting with the lighthouse keepers' }).waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await editorOf(page).waitFor();
  const words = await textOf(page);
  expect(words).toContain('Points to make');
  expect(words).not.toContain('Lamps are kept bright');
  await backToLibrary();
});

const comments = () => despatch.page.getByRole('tabpanel').getByRole('listitem');
const focused = () => despatch.page.evaluate(() => document.activeElement?.textContent?.trim());
const tinted = () => editorOf(despatch.page).locator('[data-comments]');

test('words are commented on, answered and resolved without the mouse', async () => {
  const { page } = despatch;
  await documentRows(page).filter({ hasText: 'lighthouse' }).dblclick();
  await editorOf(page).waitFor();
  await clickBlock(page, 'point');
  await page.keyboard.press('End');
  for (let letter = 0; letter < 'by night.'.length; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+Alt+m');
  const box = page.getByRole('textbox', { name: 'Comment', exact: true });
  await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('And by day?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ada Byron');
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await comments().filter({ hasText: 'And by day?' }).waitFor();
  await expect.poll(() => tinted().allTextContents()).toEqual(['by night.']);

  await page.getByRole('button', { name: 'Reply' }).press('Enter');
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await page.keyboard.type('Only in fog.');
  await page.keyboard.press('Control+Enter');
  await comments().filter({ hasText: 'Only in fog.' }).waitFor();
  await expect.poll(focused).toBe('Reply');
  expect(await barriersInEveryTheme(page)).toEqual([]);
});

test('a comment whose words are deleted is kept, and stands on them again when that is undone', async () => {
  const { page } = despatch;
  await page.keyboard.press('F4');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  const gone = comments().filter({ hasText: 'On words since deleted' });
  await gone.waitFor();
  expect(await gone.textContent()).toContain('by night.');
  // Deleted for good as far as the disk is concerned, and still not lost.
  await page.locator('.save-label[data-status="saved"]').waitFor();
  await page.keyboard.press('Control+z');
  await gone.waitFor({ state: 'detached' });
  await expect.poll(() => tinted().allTextContents()).toEqual(['by night.']);
});

test('a deleted comment comes back with the notice’s undo, and all are there when the document opens again', async () => {
  const { page } = despatch;
  await page.getByRole('button', { name: 'Delete this comment' }).press('Enter');
  await page.getByRole('heading', { name: 'No open comments' }).waitFor();
  await undoOnNotice(page, 'Comment deleted');
  await comments().filter({ hasText: 'Only in fog.' }).waitFor();
  await backToLibrary();
  await documentRows(page).filter({ hasText: 'lighthouse' }).dblclick();
  await editorOf(page).waitFor();
  await page.getByRole('tab', { name: 'Comments' }).click();
  await comments().filter({ hasText: 'Only in fog.' }).waitFor();
  await page.getByRole('button', { name: 'Resolve', exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'No open comments' }).waitFor();
  await expect.poll(focused).toMatch(/^Open \d/);
});

/** All the text that a file holds, whatever part of it stands in. */
const textIn = (file: string) =>
  file.endsWith('.pdf')
    ? execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
    : execFileSync('unzip', ['-p', file], { encoding: 'utf8', maxBuffer: 50_000_000 });

async function exported(command: 'export-docx' | 'export-docx-comments' | 'export-pdf'): Promise<string> {
  const { app, page } = despatch;
  const name = `${command}.${command === 'export-pdf' ? 'pdf' : 'docx'}`;
  const file = path.join(desk.folder, name);
  await answerSaveDialog(app, file);
  // A document that was just opened is checked a moment later; without findings nothing is asked.
  await page.getByText(/to put right/).waitFor();
  await chooseMenu(app, command);
  await page.getByRole('button', { name: 'Export anyway' }).click();
  await page.getByText(`Exported ${name}`).waitFor();
  return textIn(file);
}

test('no word of a comment is in an exported file, unless Word’s own comments are asked for', async () => {
  const said = ['Only in fog.', 'And by day?', 'Ada Byron'];
  for (const command of ['export-docx', 'export-pdf'] as const) {
    const text = await exported(command);
    expect(text).toContain('Lamps are kept bright by night.');
    for (const words of said) expect(text).not.toContain(words);
  }
  const withComments = await exported('export-docx-comments');
  for (const words of said) expect(withComments).toContain(words);
});
