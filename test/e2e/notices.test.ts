/** The notices of an executive in the real window: from its dates to a document that is written on. */
import { afterAll, beforeAll, expect } from 'vitest';
import { committeeHandlers } from '../../electron/library/meetings/committee-handlers.ts';
import { meetingHandlers } from '../../electron/library/meetings/meeting-handlers.ts';
import { newItem } from '../../shared/pack/new-item.ts';
import { context, services } from '../electron/library/scratch.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { chooseMenu, type Desk, setUpDesk, test } from './launch.ts';
import { editorOf } from './window.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
}, 120_000);
afterAll(() => desk?.clear());

const exempt = { regime: 'Executive2012-England', paragraph: 3, publicInterest: 'Commercial.' } as const;

async function cabinetMeeting(): Promise<void> {
  const given = services(desk.libraryOf('desk'));
  const committees = committeeHandlers(given);
  const meetings = meetingHandlers(given);
  const { committeeId } = await committees['committees.create'](
    { name: 'Cabinet', kind: 'committee', body: 'executive' },
    context,
  );
  const { meetingId } = await meetings['meetings.create']({ committeeId }, context);
  const { meeting, revision } = await meetings['meetings.open']({ meetingId }, context);
  const items = [
    { ...newItem('fares', 'Winter fares'), purpose: 'decision' as const },
    { ...newItem('lease', 'Lease of the depot'), exempt },
  ];
  const dated = { ...meeting, date: '2027-02-24', items: [...meeting.items, ...items] };
  await meetings['meetings.save']({ meeting: dated, baseRevision: revision }, context);
}

test('a clerk gives notice of a private meeting and of key decisions', async () => {
  await cabinetMeeting();
  const { app, page } = await desk.start();
  page.setDefaultTimeout(10_000);
  await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
  await page.keyboard.press('Control+Shift+G');
  await page.locator('.meeting-row').first().dblclick();
  await page.getByRole('treegrid', { name: 'Agenda' }).waitFor();

  await chooseMenu(app, 'meeting-deadlines');
  const dates = page.getByRole('dialog', { name: 'Deadlines' });
  await dates.getByText('Notice of the private meeting').first().waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);

  await dates.getByRole('button', { name: 'Further notice…' }).click();
  const further = page.getByRole('dialog', { name: 'Further notice of the private meeting' });
  await further.getByRole('button', { name: 'Add a representation' }).click();
  await further.getByLabel('What was said').fill('The rent is public money.');
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dates.waitFor();

  await dates.getByRole('button', { name: 'Key decisions…' }).click();
  const decisions = page.getByRole('dialog', { name: 'Notice of key decisions' });
  expect(await decisions.getByRole('checkbox', { name: /Winter fares/ }).isChecked()).toBe(true);
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await decisions.getByRole('button', { name: 'Write the notice' }).click();
  await expect.poll(() => editorOf(page).textContent()).toContain('Notice of key decisions');
  await expect.poll(() => editorOf(page).textContent()).toContain('A key decision on Winter fares');
});
