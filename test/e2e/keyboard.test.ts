/** The main job from an empty library to a Word file, with the keyboard alone. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { answerSaveDialog, type Desk, type Started, setUpDesk, test } from './launch.ts';
import { documentRows, editorOf, untilSaved } from './window.ts';

let desk: Desk;
let despatch: Started;
let press: (keys: string) => Promise<void>;
let type: (words: string) => Promise<void>;

beforeAll(async () => {
  desk = await setUpDesk();
  despatch = await desk.start();
  const { page } = despatch;
  page.setDefaultTimeout(10_000);
  press = (keys) => page.keyboard.press(keys);
  type = (words) => page.keyboard.type(words);
});
afterAll(() => desk?.clear());

/** `kind: words` of every block of these kinds, in order. */
async function blocks(...kinds: string[]): Promise<string[]> {
  return editorOf(despatch.page)
    .locator(kinds.map((kind) => `[data-kind="${kind}"]`).join(', '))
    .evaluateAll((elements) =>
      elements.map((element) => `${(element as HTMLElement).dataset['kind']}: ${element.textContent}`),
    );
}

/** Chooses an entry of the palette by some letters of its name. */
async function choose(letters: string): Promise<void> {
  const { page } = despatch;
  await press('Control+k');
  await page.getByRole('combobox').waitFor();
  await type(letters);
  await press('Enter');
  await page.locator('.scrim').waitFor({ state: 'detached' });
  // The entry runs two frames after the dialog has gone.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}

test('a new brief begins with its title', async () => {
  const { page } = despatch;
  await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
  await choose('new brief');
  await editorOf(page).waitFor();
  await expect.poll(() => editorOf(page).evaluate((editor) => editor === document.activeElement)).toBe(true);
  await type('Meeting with the harbour master');
  expect(await blocks('title')).toEqual(['title: Meeting with the harbour master']);
});

test('a section with points, and a question with the answer hoped for', async () => {
  const { page } = despatch;
  await press('F6');
  await press('F6');
  await press('F6');
  await press('F6');
  await press('F6');
  await expect.poll(() => editorOf(page).evaluate((editor) => editor === document.activeElement)).toBe(true);
  await press('Control+Shift+Enter');
  await type('Dues');
  await press('Enter');
  await type('/');
  await page.getByRole('listbox', { name: 'Insert' }).waitFor();
  await type('point');
  await press('Enter');
  await page.getByRole('listbox', { name: 'Insert' }).waitFor({ state: 'detached' });
  await type('Dues rise in April.');
  await press('Enter');
  await type('Fishing boats are exempt.');
  await press('Enter');
  await type('/ques');
  await press('Enter');
  await type('Who pays the arrears?');
  await press('Control+Enter');
  await type('The owners, by June.');
  expect((await blocks('point', 'question', 'detail')).filter((line) => !line.endsWith(': '))).toEqual([
    'point: Dues rise in April.',
    'point: Fishing boats are exempt.',
    'question: Who pays the arrears?',
    'detail: The owners, by June.',
  ]);
});

test('Escape leaves a stroke and what follows it as words', async () => {
  await type(' /both');
  await press('Escape');
  await type(' sides');
  expect(await blocks('detail')).toContain('detail: The owners, by June. /both sides');
  for (let count = 0; count < ' /both sides'.length; count += 1) await press('Backspace');
});

test('a block moves by Alt and an arrow, and by name to another place', async () => {
  await press('ArrowUp');
  await press('ArrowUp');
  await press('Alt+ArrowUp');
  const points = async () => (await blocks('point')).filter((line) => !line.endsWith(': '));
  expect(await points()).toEqual(['point: Fishing boats are exempt.', 'point: Dues rise in April.']);
  await press('Control+Shift+M');
  await despatch.page.getByRole('combobox', { name: 'Move it to which place?' }).waitFor();
  await type('end dues');
  await press('Enter');
  await expect.poll(points).toEqual(['point: Dues rise in April.', 'point: Fishing boats are exempt.']);
});

test('the outline moves a whole section', async () => {
  const { page } = despatch;
  const rows = () => page.getByRole('navigation', { name: 'Outline' }).getByRole('row').allTextContents();
  await untilSaved(page);
  const before = await rows();
  const at = before.findIndex((row) => row.includes('Dues'));
  await press('Shift+F6');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('row');
  await press('ArrowRight');
  await press('Enter');
  await page.locator('[aria-roledescription="drop indicator"]').first().waitFor({ state: 'attached' });
  await press('End');
  await press('Enter');
  await expect.poll(async () => (await rows()).findIndex((row) => row.includes('Dues'))).toBeGreaterThan(at);
});

test('the marking, the checks and the Word file', async () => {
  const { app, page } = despatch;
  await choose('document settings');
  await page.getByRole('dialog', { name: 'Document settings' }).waitFor();
  await press('Tab');
  await press('ArrowLeft');
  await press('Enter');
  await page.getByRole('button', { name: /^Marking: OFFICIAL/ }).waitFor();
  await choose('side panel');
  await choose('side panel');
  await page.getByRole('tab', { name: /Checks/ }).waitFor();
  const file = path.join(desk.folder, 'dues.docx');
  await answerSaveDialog(app, file);
  await press('F12');
  const anyway = page.getByRole('button', { name: 'Export anyway' });
  await Promise.race([anyway.waitFor(), page.getByText('Exported dues.docx').waitFor()]);
  if (await anyway.isVisible()) {
    while (!(await anyway.evaluate((button) => button === document.activeElement))) await press('Tab');
    await press('Enter');
  }
  await page.getByText('Exported dues.docx').waitFor();
  expect(statSync(file).size).toBeGreaterThan(1000);
  await press('F8');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.toasts') !== null))
    .toBe(true);
});

test('the samples are added, and the focus goes on to the tour', async () => {
  const { page, close } = await desk.start('samples');
  await page.getByRole('button', { name: 'Add sample documents' }).press('Enter');
  await documentRows(page).first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Take the tour');
  await close();
});
