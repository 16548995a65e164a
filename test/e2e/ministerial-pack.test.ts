/** A ministerial pack from blank: running order with timings, brief, questions and answers, biographies, annexes, tabs. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openPdf } from '../../electron/pdfium/open-pdf.ts';
import { despatch as cli } from '../../scripts/lib/command-line.ts';
import { repository } from '../../scripts/lib/repository.ts';
import { suppliedPdf } from '../electron/library/meetings/real-pack.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { answerOpenDialog, answerSaveDialog, type Desk, type Started, setUpDesk, test } from './launch.ts';
import { documentRows } from './window.ts';

const patient = { timeout: 30_000 };

let desk: Desk;
let window: Started;
let page: Page;

const answers = `# Likely questions on the floods

## Likely questions

**Will the grant be paid this year?** Yes: the first half by 31 March.

**Who decides?** The county, with the Environment Agency.
`;
const people = `# Biographies

## Biographies

Cllr Maria O’Brien-Núñez, Leader of Harrowmere County Council since 2021.

Dr Siân ap Rhys, Chief Executive.
`;

beforeAll(async () => {
  desk = await setUpDesk();
  const library = desk.libraryOf('desk');
  const write = (name: string, words: string) => {
    const file = path.join(desk.folder, name);
    writeFileSync(file, words);
    return file;
  };
  const brief = path.join(repository, 'resources/sample-library/ministerial-brief.md');
  for (const file of [brief, write('Questions.md', answers), write('People.md', people)])
    await cli('import', file, '--as', 'briefing', '--library', library);
  window = await desk.start();
  page = window.page;
  page.setDefaultTimeout(15_000);
  await window.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720),
  );
  await documentRows(page).first().waitFor(patient);
}, 240_000);
afterAll(() => desk?.clear());

const agenda = () => page.getByRole('treegrid', { name: 'Agenda' });
const row = (name: string | RegExp) => agenda().getByRole('row', { name }).first();
const barriers = () => barriersInEveryTheme(page);
const shot = (name: string) => page.screenshot({ path: `/tmp/packwin-min-${name}.png` });

async function addDocument(to: string, words: string): Promise<void> {
  await row(to).click();
  await page.keyboard.press('Control+Shift+D');
  await page.getByRole('dialog', { name: 'Add documents' }).waitFor();
  await page.keyboard.type(words);
  await shot(`add-${to}`);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Add documents' }).waitFor({ state: 'detached' });
}

test('a blank pack begins with the parts that such packs have', async () => {
  await page.keyboard.press('Control+Shift+G');
  await page.getByRole('button', { name: 'New meeting' }).first().click();
  await page.getByText('Ministerial pack', { exact: true }).click();
  await page
    .getByRole('textbox', { name: /with whom/ })
    .fill('Harrowmere County Council: the “January floods” & what’s next');
  await shot('new');
  await page.keyboard.press('Enter');
  await page.getByText('The running order is empty').waitFor();
  expect(await barriers()).toEqual([]);
  await shot('empty');
  await page.getByRole('button', { name: 'Begin with the usual parts' }).click();
  await row('Biographies').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('The running order is empty').waitFor();
  await page.keyboard.press('Control+y');
  await row('Biographies').waitFor();
});

test('date, people and minutes give the running order its times', async () => {
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('12 May 2031');
  await page.getByRole('textbox', { name: 'Time' }).fill('14:15');
  await page.getByRole('textbox', { name: 'Venue' }).fill('Room 3, 2 Marsham Street');
  await page.getByRole('button', { name: /Attendees/ }).click();
  await page.getByRole('button', { name: 'Add attendee' }).click();
  await page.keyboard.type('Cllr Maria O’Brien-Núñez');
  await page.getByRole('textbox', { name: 'Organisation of attendee 1' }).fill('Harrowmere County Council');
  await shot('attendees');
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await row('Actions from the last meeting').click();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('What went wrong, and what we ask of you');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Minutes' }).fill('25');
  await page.getByRole('textbox', { name: 'Lead' }).fill('Minister');
  await page.getByText(/Ends about 14:50/).waitFor();
  await shot('timed');
});

test('brief, questions and biographies come from the library, annexes from files', async () => {
  await addDocument('Brief', 'Leader of Harrowmere');
  await addDocument('Questions and answers', 'Likely questions');
  await addDocument('Biographies', 'Biographies');
  const annex = path.join(desk.folder, 'Annex A – Café “Nord” flood depths.pdf');
  writeFileSync(annex, await suppliedPdf(['Depths by street', 'Depths by hour']));
  await answerOpenDialog(window.app, annex);
  await row('Annexes').click();
  await page.keyboard.press('Control+Shift+U');
  await row(/flood depths/).waitFor();
  await shot('full');
  expect(await barriers()).toEqual([]);
});

test('the pack is built, read and published, with cover, times, tabs and links', async () => {
  await page.keyboard.press('Shift+F5');
  await page.getByRole('button', { name: 'Check again' }).waitFor(patient);
  await shot('check');
  await page.keyboard.press('F5');
  const dialog = page.getByRole('dialog', { name: 'Build the pack' });
  await dialog.waitFor();
  await shot('build');
  await dialog.getByRole('button', { name: 'Build', exact: true }).click();
  const panel = page.getByRole('tabpanel', { name: /^Packs/ });
  const drafts = panel.getByRole('region', { name: 'Drafts' });
  await drafts.getByRole('article').waitFor(patient);
  await shot('built');
  await panel.getByRole('button', { name: /^Read the/ }).click();
  await page.getByRole('region', { name: 'Pages of the pack' }).waitFor(patient);
  await page.waitForTimeout(1500);
  await shot('reader');
  await page.getByRole('button', { name: 'Close the pack' }).click();
  await page.getByRole('tab', { name: /^Packs/ }).click();
  await drafts.getByRole('button', { name: 'Publish…' }).click();
  const publish = page.getByRole('alertdialog', { name: 'Publish the pack' });
  await publish.waitFor();
  await shot('publish');
  await publish.getByRole('button', { name: 'Publish', exact: true }).click();
  const target = path.join(desk.folder, 'pack.pdf');
  await answerSaveDialog(window.app, target);
  await panel
    .getByRole('button', { name: /^Save the/ })
    .first()
    .click();
  await page.locator('.toast').filter({ hasText: 'Saved pack.pdf' }).waitFor();
  const bytes = readFileSync(target);
  writeFileSync('/tmp/packwin-min.pdf', bytes);
  const pdf = await openPdf(bytes);
  const texts = Array.from({ length: pdf.pageCount }, (_, at) => pdf.text(at).text);
  pdf.close();
  expect(texts[0]).toContain('Harrowmere County Council: the “January floods” & what’s next');
});
