/** Meetings in the real window: an agenda with keys alone, papers, conflicts, and no barrier on any of its screens. */
import { appendFileSync, copyFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { meetingHandlers } from '../../electron/library/meetings/meeting-handlers.ts';
import { despatch as cli } from '../../scripts/lib/command-line.ts';
import { repository } from '../../scripts/lib/repository.ts';
import { context, services } from '../electron/library/scratch.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { lateFrames } from './late-frames.ts';
import { answerOpenDialog, chooseMenu, type Desk, type Started, setUpDesk, test } from './launch.ts';
import { documentRows, restingBox, untilSaved } from './window.ts';

let desk: Desk;
let started: Started;
const evidence = path.join(repository, 'resources/sample-library/evidence');
const report = path.join(evidence, 'flood-investigation.pdf');

beforeAll(async () => {
  desk = await setUpDesk();
  // The sample library has a meeting of its own.
  const written = path.join(repository, 'resources/sample-library/committee-report.md');
  await cli('import', written, '--library', desk.libraryOf('desk'));
  started = await desk.start();
  const { app, page } = started;
  page.setDefaultTimeout(10_000);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  await documentRows(page).first().waitFor();
}, 120_000);
afterAll(() => desk?.clear());

const agenda = () => started.page.getByRole('treegrid', { name: 'Agenda' });
const rows = async () => {
  const lines = await agenda().locator('.agenda-line').all();
  return Promise.all(
    lines.map(async (line) => {
      const number = await line.locator('.agenda-number').allTextContents();
      const title = await line.locator('.agenda-title').textContent();
      return [...number, title].join(' ').trim();
    }),
  );
};
const press = (keys: string) => started.page.keyboard.press(keys);
const type = (words: string) => started.page.keyboard.type(words);
const barriers = () => barriersInEveryTheme(started.page);

test('the list of meetings says how to begin', async () => {
  const { page } = started;
  await press('Control+Shift+G');
  await page.getByText('No meetings yet').waitFor();
  expect(await barriers()).toEqual([]);
});

test('a clerk writes an agenda with keys alone', async () => {
  const { page } = started;
  await press('Control+k');
  await page.getByRole('combobox').waitFor();
  await type('new meeting');
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New meeting' });
  await dialog.getByRole('textbox').and(page.locator(':focus')).waitFor();
  await type('Harbours Working Group');
  expect(await barriers()).toEqual([]);
  await press('Enter');
  await page.getByRole('button', { name: 'Add item' }).first().waitFor();
  expect(await barriers()).toEqual([]);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Add item');
  await press('Enter');
  await page.locator('[data-title-field]').waitFor();
  await type('Apologies');
  await press('Enter');
  await type('Review of fees');
  await press('Enter');
  await type('Pontoons');
  await press('Tab');
  await press('Enter');
  await type('Winter storage');
  await press('Escape');
  await expect
    .poll(rows)
    .toEqual(['1 Apologies', '2 Review of fees', '2(a) Pontoons', '2(b) Winter storage']);
  await press('Alt+ArrowUp');
  await expect
    .poll(rows)
    .toEqual(['1 Apologies', '2 Review of fees', '2(a) Winter storage', '2(b) Pontoons']);
  await press('Alt+ArrowLeft');
  await expect.poll(rows).toEqual(['1 Apologies', '2 Review of fees', '2(a) Pontoons', '3 Winter storage']);
  await press('Control+z');
  await press('Control+z');
  await expect
    .poll(rows)
    .toEqual(['1 Apologies', '2 Review of fees', '2(a) Pontoons', '2(b) Winter storage']);
  await press('Delete');
  await expect.poll(rows).toHaveLength(3);
  await press('Control+z');
  await expect.poll(rows).toHaveLength(4);
  expect(await barriers()).toEqual([]);
});

test('who makes a sub-item and goes on at once loses no letter, however late the row is shown', async () => {
  const { page } = started;
  const before = await rows();
  const inTime = await lateFrames(page);
  await agenda().getByRole('row', { name: 'Winter storage' }).click();
  await press('Insert');
  await page.locator('[data-title-field]').waitFor();
  await type('Dredging');
  await press('Shift+Tab');
  await press('Tab');
  await press('Enter');
  await type('Winter moorings');
  await page.waitForTimeout(700);
  await type(' and fees');
  await press('Escape');
  await expect.poll(rows).toEqual([...before, '2(c) Dredging', '2(d) Winter moorings and fees']);
  await inTime();
  while ((await rows()).length > before.length) {
    await press('Control+z');
    await page.waitForTimeout(100);
  }
  await expect.poll(rows).toEqual(before);
});

test('an item that is hidden takes no number', async () => {
  const { page } = started;
  await agenda().getByRole('row', { name: 'Apologies' }).click();
  await page.getByRole('checkbox', { name: /^Hidden/ }).press('Space');
  await expect.poll(rows).toEqual(['Apologies', '1 Review of fees', '1(a) Pontoons', '1(b) Winter storage']);
  await press('Control+z');
  await expect.poll(rows).toContain('2 Review of fees');
});

test('the notice of the meeting is judged in words, and exempt items write their own line', async () => {
  const { page } = started;
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('13 March 2025');
  await page.getByRole('textbox', { name: 'Published', exact: true }).fill('5/3/2025');
  const notice = page.getByRole('region', { name: 'Notice' });
  await notice.getByText('5 clear days: lawful').waitFor();
  await page.getByRole('textbox', { name: 'Published', exact: true }).fill('6/3/2025');
  await notice.getByText('4 clear days of 5: too late').waitFor();
  expect(await barriers()).toEqual([]);
  await agenda().getByRole('row', { name: 'Pontoons' }).click();
  await page.getByRole('checkbox', { name: /Withhold this item/ }).press('Space');
  await page.getByText(/Not for publication by virtue of paragraph 3/).waitFor();
  await page.getByText('The motion to exclude the public').click();
  await page.getByText(/the public be excluded from the meeting/).waitFor();
  expect(await barriers()).toEqual([]);
});

test('files and documents become papers of the chosen item, and open from there', async () => {
  const { app, page } = started;
  await answerOpenDialog(app, report);
  await agenda().getByRole('row', { name: 'Review of fees' }).click();
  await press('Control+Shift+U');
  await agenda()
    .getByRole('row', { name: /flood investigation/i })
    .waitFor();
  await agenda().getByRole('row', { name: 'Review of fees' }).click();
  await press('Control+Shift+D');
  await page.getByRole('dialog', { name: 'Add documents' }).waitFor();
  await type('response floods');
  await press('Enter');
  const paper = agenda().getByRole('row', { name: /response to the floods/ });
  await paper.waitFor();
  await page.locator('.save-label[data-status="saved"]').waitFor();
  expect(await barriers()).toEqual([]);
  await paper.focus();
  await press('Enter');
  await page.getByRole('main', { name: 'Text' }).locator('[contenteditable="true"]').waitFor();
  await page.getByRole('button', { name: 'Back to the agenda' }).click();
  await paper.waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toMatch(/response to the floods/);
});

test('rows are dragged with the mouse, taken back, and told to screen readers', async () => {
  const { page } = started;
  const before = await rows();
  const grip = (name: string) =>
    agenda()
      .getByRole('row', { name })
      .getByRole('button', { name: /^Move / });
  async function drag(from: string, to: string): Promise<void> {
    const start = await restingBox(grip(from));
    const end = await restingBox(agenda().getByRole('row', { name: to }));
    await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(end.x + 120, end.y + end.height / 2, { steps: 12 });
    await page.mouse.move(end.x + 120, end.y + 2, { steps: 4 });
    await page.mouse.up();
  }
  await drag('Review of fees', 'Apologies');
  await expect.poll(rows).not.toEqual(before);
  expect((await rows())[0]).toBe('1 Review of fees');
  await page.getByRole('status').filter({ hasText: 'Now item 1' }).waitFor({ state: 'attached' });
  await press('Control+z');
  await expect.poll(rows).toEqual(before);
  const papers = before.filter((row) => /flood/i.test(row));
  await drag(papers[1] ?? '', papers[0] ?? '');
  await expect
    .poll(async () => (await rows()).filter((row) => /flood/i.test(row)))
    .toEqual(papers.toReversed());
  await press('Control+z');
  await expect.poll(rows).toEqual(before);
});

test('pages are counted, and a file that has changed is asked about before anything is built', async () => {
  const { app, page } = started;
  const file = path.join(desk.folder, 'Moorings & “berths”.pdf');
  copyFileSync(report, file);
  appendFileSync(file, '\n% first\n');
  await answerOpenDialog(app, file);
  await agenda().getByRole('row', { name: 'Apologies' }).click();
  await press('Control+Shift+U');
  const row = agenda().getByRole('row', { name: /Moorings/ });
  await row.getByText(/PDF, \d+ pages?, /).waitFor();
  await page.getByText(/pages of papers/).waitFor();
  appendFileSync(file, '% second\n');
  await press('F5');
  const asked = page.getByRole('alertdialog', { name: 'A file has changed' });
  await asked.getByText(/has changed since you added it/).waitFor();
  expect(await barriers()).toEqual([]);
  await press('Escape');
  await row.getByRole('button', { name: 'Changed' }).click();
  await asked.getByRole('button', { name: /^Take the new/ }).click();
  await asked.waitFor({ state: 'detached' });
  await row.getByRole('button', { name: 'Changed' }).waitFor({ state: 'detached' });
  await press('F5');
  await page.getByRole('dialog', { name: 'Build the pack' }).waitFor();
  await press('Escape');
  await row.focus();
  await press('Delete');
  await row.waitFor({ state: 'detached' });
});

test('a change made elsewhere is never overwritten unasked', async () => {
  const { page, library } = started;
  // What the test before changed is saved after a pause.
  await page.locator('.save-label[data-status="saved"]').waitFor();
  const handlers = meetingHandlers(services(library));
  const [listed] = await handlers['meetings.list']({}, context);
  if (!listed) throw new Error('There is no meeting.');
  const { meeting, revision } = await handlers['meetings.open']({ meetingId: listed.id }, context);
  await handlers['meetings.save'](
    { meeting: { ...meeting, venue: 'Elsewhere' }, baseRevision: revision },
    context,
  );
  await page.getByRole('textbox', { name: 'Venue' }).fill('Here');
  await page.getByText('Changed elsewhere.').waitFor();
  expect(await barriers()).toEqual([]);
  expect((await handlers['meetings.open']({ meetingId: listed.id }, context)).meeting.venue).toBe(
    'Elsewhere',
  );
  await page.getByRole('button', { name: 'Keep my version' }).click();
  await page.locator('.save-label[data-status="saved"]').waitFor();
  expect((await handlers['meetings.open']({ meetingId: listed.id }, context)).meeting.venue).toBe('Here');
});

test('what happened is written down, and minutes are drafted from it', async () => {
  const { app, page } = started;
  await chooseMenu(app, 'meeting-after');
  const main = page.getByRole('main', { name: 'Record' });
  await main.getByRole('heading', { name: 'Attendance' }).waitFor();
  await main.getByRole('button', { name: 'Add member' }).click();
  await main.getByRole('textbox', { name: 'Name', exact: true }).fill('Cllr Jane Hart');
  await main.getByRole('radio', { name: 'Apologies' }).press('Space');
  await page.getByText('0 present, 1 apology').first().waitFor();
  await main.getByRole('textbox', { name: 'Cllr Jane Hart left' }).fill('25:99');
  await press('Tab');
  await main.getByText('Write it as 14:00 or 2 pm.').waitFor();
  await main.getByRole('textbox', { name: 'Cllr Jane Hart left' }).fill('');
  await main.getByRole('button', { name: 'Add substitute' }).press('Enter');
  await type('Cllr Omar Dale');
  await main.getByRole('textbox', { name: 'Cllr Omar Dale stood in for' }).waitFor();
  await main.getByRole('textbox', { name: 'Approved on' }).fill('3 March 2027');
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: /Declarations/ }).click();
  await main.getByRole('button', { name: 'Add declaration' }).click();
  expect(await barriers()).toEqual([]);
  await press('Control+z');
  await page
    .getByRole('navigation', { name: 'Parts of the record' })
    .getByRole('button', { name: /Review of fees/ })
    .click();
  await main.getByRole('button', { name: 'Add resolution' }).press('Enter');
  await type('the fees of 2025 be kept');
  await main.getByRole('button', { name: 'Record who voted how' }).click();
  await main
    .getByRole('radiogroup', { name: 'Cllr Omar Dale' })
    .getByText('Against', { exact: true })
    .click();
  await main.getByText('0 in favour, 1 against, 0 abstained.').waitFor();
  await main.getByRole('button', { name: 'Add action' }).press('Enter');
  await type('Print the list of fees');
  await main.getByRole('combobox', { name: 'Who' }).fill('Harbour master');
  // No field of a form that scrolls in its pane may scroll the window itself out of sight.
  expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0);
  await main.getByRole('button', { name: 'Add action' }).press('Enter');
  await main.getByRole('button', { name: 'Remove action 2' }).press('Enter');
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain('Add action');
  await main.getByText('Withhold a part of what is written here').click();
  await main.getByLabel('What was said of exempt information').fill('The tender stands at 4,800 pounds.');
  await untilSaved(page);
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Draft' }).click();
  await page.getByRole('menuitem', { name: 'Minutes' }).click();
  await page
    .locator('.toast')
    .filter({ hasText: 'The minutes are drafted' })
    .getByRole('button', { name: 'Open' })
    .first()
    .click();
  const text = page.getByRole('main', { name: 'Text' });
  await text.locator('[contenteditable="true"]').waitFor();
  await text
    .getByText(/the fees of 2025 be kept/)
    .first()
    .waitFor();
  await text.getByText('Approved as a correct record on Wednesday 3 March 2027.').waitFor();
  await text.getByText(/A recorded vote was taken. Against: Councillor Omar Dale./).waitFor();
  expect(await text.textContent()).not.toContain('4,800');
  await page.getByRole('button', { name: 'Back to the agenda' }).click();
  await agenda().waitFor();
});

test('a committee gives its meetings what they begin with, and the bin gives back', async () => {
  const { page } = started;
  await press('Control+w');
  await page.getByRole('row', { name: /Harbours Working Group/ }).waitFor();
  await page.getByRole('button', { name: 'New committee' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Coast Committee');
  await press('Enter');
  await page.getByRole('tab', { name: /Members/ }).waitFor();
  for (const tab of await page.getByRole('dialog').getByRole('tab').all()) {
    await tab.click();
    expect(await barriers()).toEqual([]);
  }
  // Who goes on at once loses no letter, however late the new row is shown.
  const inTime = await lateFrames(page);
  await page.getByRole('tab', { name: /Members/ }).click();
  await page.getByRole('button', { name: 'Add member' }).press('Enter');
  await type('Cllr Siân O’Hara');
  await press('Enter');
  await type('Cllr Omar Dale');
  const member = (at: number) => page.getByRole('textbox', { name: `Name of member ${at}` }).inputValue();
  expect([await member(1), await member(2)]).toEqual(['Cllr Siân O’Hara', 'Cllr Omar Dale']);
  await page.getByRole('tab', { name: /Standard items/ }).click();
  const item = (at: number) => page.getByRole('textbox', { name: `Title of standard item ${at}` });
  const first = await item(1).inputValue();
  await item(1).press('Enter');
  await type('Chair’s announcements');
  expect([await item(1).inputValue(), await item(2).inputValue()]).toEqual([first, 'Chair’s announcements']);
  await inTime();
  await page.getByRole('tab', { name: 'Defaults' }).click();
  await page.getByRole('textbox', { name: 'Venue' }).fill('Pier House');
  await page.getByRole('button', { name: 'Template of new documents: Plain' }).click();
  await page
    .getByRole('menuitemradio', { name: 'Council report' })
    .or(page.getByRole('menuitem', { name: 'Council report' }))
    .click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('.scrim').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'New meeting', exact: true }).click();
  await page.getByRole('radio', { name: 'Coast Committee' }).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Begin' }).click();
  await agenda().getByRole('row', { name: 'Apologies for absence' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Venue' }).inputValue()).toBe('Pier House');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New document' }).click();
  // Of the template: a plain report has no guidance.
  await page.getByText(/Plain words, no jargon in the title/).waitFor();
  await press('Control+w');
  await agenda().waitFor();
  await press('Control+w');
  const row = page.getByRole('row', { name: 'Coast Committee' });
  await row.focus();
  expect(await barriers()).toEqual([]);
  await press('Delete');
  await row.waitFor({ state: 'detached' });
  await page
    .locator('.toast')
    .filter({ hasText: 'in the bin' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await row.waitFor();
});
