/** A ministerial pack from blank: running order with timings, brief, questions and answers, biographies, annexes, tabs. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openPdf } from '../../electron/pdfium/open-pdf.ts';
import { despatch as cli } from '../../scripts/lib/command-line.ts';
import { repository } from '../../scripts/lib/repository.ts';
import { reportText } from '../bench/generate.ts';
import { suppliedPdf } from '../electron/library/meetings/real-pack.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { lateFrames } from './late-frames.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  type Desk,
  offeredPath,
  type Started,
  setUpDesk,
  test,
} from './launch.ts';
import { documentRows, untilSaved } from './window.ts';

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
  await cli('import', write('Timetable.md', reportText(290)), '--as', 'report', '--library', library);
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

async function addDocument(to: string, words: string): Promise<void> {
  await row(to).click();
  await page.keyboard.press('Control+Shift+D');
  await page.getByRole('dialog', { name: 'Add documents' }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Add documents' }).waitFor({ state: 'detached' });
}

test('a blank pack begins with the parts that such packs have', async () => {
  await page.keyboard.press('Control+Shift+G');
  await page.getByRole('button', { name: 'New meeting' }).first().click();
  await page.getByText('Ministerial pack', { exact: true }).click();
  await page
    .getByRole('textbox', { name: /with whom/ })
    .fill('Harrowmere County Council: the “January floods” & what’s next in 2031/32');
  await page.keyboard.press('Enter');
  await page.getByText('The running order is empty').waitFor();
  expect(await barriers()).toEqual([]);
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
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await row('Actions from the last meeting').click();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('What went wrong, and what we ask of you');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Minutes' }).fill('25');
  await page.getByRole('textbox', { name: 'Lead' }).fill('Minister');
  await page.getByText(/^Ends about 14:50, after 35 minutes/).waitFor();
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
  expect(await barriers()).toEqual([]);
});

test('the pack is built, read and published, with cover, times, tabs and links', async () => {
  await page.keyboard.press('Shift+F5');
  await page.getByRole('button', { name: 'Check again' }).waitFor(patient);
  await page.keyboard.press('F5');
  const dialog = page.getByRole('dialog', { name: 'Build the pack' });
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Build', exact: true }).click();
  const panel = page.getByRole('tabpanel', { name: /^Packs/ });
  const drafts = panel.getByRole('region', { name: 'Drafts' });
  await drafts.getByRole('article').waitFor(patient);
  await panel.getByRole('button', { name: /^Read the/ }).click();
  await page.getByRole('region', { name: 'Pages of the pack' }).waitFor(patient);
  await page.getByRole('button', { name: 'Close the pack' }).click();
  await page.getByRole('tab', { name: /^Packs/ }).click();
  await drafts.getByRole('button', { name: 'Publish…' }).click();
  const publish = page.getByRole('alertdialog', { name: 'Publish the pack' });
  await publish.waitFor();
  await publish.getByRole('button', { name: 'Publish', exact: true }).click();
  const target = path.join(desk.folder, 'pack.pdf');
  await answerSaveDialog(window.app, target);
  await panel
    .getByRole('button', { name: /^Save the/ })
    .first()
    .click();
  await page.locator('.toast').filter({ hasText: 'Saved pack.pdf' }).waitFor();
  expect(path.basename((await offeredPath(window.app)) ?? '')).toBe(
    'Harrowmere County Council the “January floods” & what’s next in 2031 32 12 May 2031, pack, full.pdf',
  );
  const pdf = await openPdf(readFileSync(target));
  const texts = Array.from({ length: pdf.pageCount }, (_, at) => pdf.text(at).text.replace(/\s+/gu, ' '));
  pdf.close();
  expect(texts[0]).toMatch(
    /MEETING PACK Harrowmere County Council: the “January floods” & what’s next in 2031\/32/,
  );
  expect(texts[2]).toMatch(/RUNNING ORDER .* 14:25 - 14:50 3 What went wrong, .* Ends 14:50/);
  expect(texts[2]).toContain('Cllr Maria O’Brien-Núñez, Harrowmere County Council');
  expect(texts.filter((text) => /Tab \d/.test(text)).map((text) => /Tab \d/.exec(text)?.[0])).toEqual(
    [4, 4, 5, 5, 6, 6, 7, 7].map((number) => `Tab ${number}`),
  );
});

test('a report of 300 pages among the annexes: its build shows how far it is, can be cancelled, and is done', async () => {
  await addDocument('Annexes', 'winter timetable');
  const build = async () => {
    await page.keyboard.press('F5');
    await page
      .getByRole('dialog', { name: 'Build the pack' })
      .getByRole('button', { name: 'Build', exact: true })
      .click();
  };
  const status = page.getByRole('contentinfo');
  const bar = status.getByRole('progressbar');
  await build();
  await bar.waitFor();
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  await status.getByRole('button', { name: 'Cancel' }).click();
  await bar.waitFor({ state: 'detached' });
  const panel = page.getByRole('tabpanel', { name: /^Packs/ });
  await page.getByRole('tab', { name: /^Packs/ }).click();
  await panel.getByRole('region', { name: 'Published' }).waitFor();
  expect(await panel.getByRole('region', { name: 'Drafts' }).count()).toBe(0);
  await build();
  await panel
    .getByRole('region', { name: 'Drafts' })
    .getByText(/^3\d\d pages/)
    .waitFor({ timeout: 60_000 });
});

test('what the minister agreed is written down, and a readout is drafted from it', async () => {
  await chooseMenu(window.app, 'meeting-after');
  const main = page.getByRole('main', { name: 'Record' });
  await main.getByRole('heading', { name: 'Attendance' }).waitFor();
  await page
    .getByRole('navigation', { name: 'Parts of the record' })
    .getByRole('button', { name: /What went wrong/ })
    .click();
  await main
    .getByRole('textbox', { name: 'What was said' })
    .fill('The Council asked for the grant in two parts.');
  // Who goes on at once loses no letter, however late the new row is shown.
  const inTime = await lateFrames(page);
  await main.getByRole('button', { name: 'Add what was agreed' }).press('Enter');
  await page.keyboard.type('the first half be paid by 31 March');
  await main.getByRole('button', { name: 'Add action' }).press('Enter');
  await page.keyboard.type('Write to the Council');
  await inTime();
  expect(await barriers()).toEqual([]);
  await untilSaved(page);
  await page.getByRole('button', { name: 'Draft' }).click();
  await page.getByRole('menuitem', { name: 'Readout' }).click();
  await page
    .locator('.toast')
    .filter({ hasText: 'The readout is drafted' })
    .getByRole('button', { name: 'Open' })
    .first()
    .click();
  const text = page.getByRole('main', { name: 'Text' });
  await text.getByText('Readout: Harrowmere County Council').first().waitFor();
  await text.getByText('The Council asked for the grant in two parts.').waitFor();
  await text.getByText(/The first half be paid by 31 March\./).waitFor();
  await text.getByText('Write to the Council').first().waitFor();
});
