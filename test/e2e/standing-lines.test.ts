/** A standing line from one document into another, changed in the library, and taken anew: in the real window. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { repository } from '../../scripts/lib/repository.ts';
import { run } from '../../scripts/lib/run.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { type Desk, type Started, setUpDesk, test } from './launch.ts';
import { dismissNotices, documentRows, editorOf, openDocument, untilSaved } from './window.ts';

let desk: Desk;
let despatch: Started;
let briefs: string;

beforeAll(async () => {
  desk = await setUpDesk();
  const library = desk.libraryOf('desk');
  briefs = mkdtempSync(path.join(tmpdir(), 'despatch-test-'));
  for (const [name, point, question] of [
    [
      'Harbour',
      'We have 430 flood wardens on the streets.',
      'Q: Who pays the wardens?\n\nA: The county does.',
    ],
    ['Moorland', 'Sheep are safe.', 'Q: Are goats safe?\n\nA: Goats too.'],
  ] as const) {
    const file = path.join(briefs, `${name}.md`);
    writeFileSync(
      file,
      `# ${name} brief\n\n## Floods\n\n### Points to make\n\n- ${point}\n\n## Questions and answers\n\n${question}\n`,
    );
    const script = path.join(repository, 'scripts/cli.ts');
    const { code, output } = await run(process.execPath, [
      script,
      'import',
      file,
      '--as',
      'briefing',
      '--library',
      library,
    ]);
    if (code !== 0 && code !== 1) throw new Error(output);
  }
  despatch = await desk.start();
  const { app, page } = despatch;
  page.setDefaultTimeout(8000);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
}, 120_000);
afterAll(() => {
  rmSync(briefs, { recursive: true, force: true });
  return desk?.clear();
});

const block = (words: string) =>
  editorOf(despatch.page).locator('[data-kind]').filter({ hasText: words }).last();
const toast = (words: string) => despatch.page.locator('.toast').filter({ hasText: words });

test('a point is kept as a standing line from its menu', async () => {
  const { page } = despatch;
  await openDocument(page, 'Harbour brief');
  await block('430 flood wardens').click();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Keep as standing line…' }).click();
  await page.getByRole('dialog', { name: 'Keep as standing line' }).waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Title' }).fill('Flood wardens');
  await page.getByRole('textbox', { name: /Tags/ }).fill('floods');
  await page.keyboard.press('Enter');
  await toast('“Flood wardens” is a standing line now').waitFor();
  await untilSaved(page);
  await page.keyboard.press('Control+w');
  await documentRows(page).first().waitFor();
});

test('words inside documents are found from the list', async () => {
  const { page } = despatch;
  await page.getByRole('searchbox', { name: 'Search documents' }).fill('wardens street');
  const found = page.getByRole('region', { name: /In the words of documents/ });
  await found.getByRole('button').first().waitFor();
  expect(await found.textContent()).toContain('Harbour brief');
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.getByRole('searchbox', { name: 'Search documents' }).fill('');
});

test('the line is found as one types, and Enter puts it into another document', async () => {
  const { page } = despatch;
  await openDocument(page, 'Moorland brief');
  await block('Sheep are safe').click();
  await page.keyboard.press('Control+Shift+l');
  const dialog = page.getByRole('dialog', { name: 'Insert standing line' });
  await dialog.waitFor();
  await page.keyboard.type('ward flo');
  await dialog.getByRole('option', { name: /Flood wardens/ }).waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await block('430 flood wardens').waitFor();
  expect(await block('430 flood wardens').getAttribute('data-kind')).toBe('point');
  await untilSaved(page);
  await page.keyboard.press('Control+w');
  await documentRows(page).first().waitFor();
});

test('the line is changed in the library, which knows where it is used', async () => {
  const { page } = despatch;
  await page.getByRole('button', { name: 'Standing lines' }).click();
  await page.getByRole('row', { name: 'Flood wardens' }).click();
  await page.getByRole('textbox', { name: 'Words', exact: true }).fill('We have **500** flood wardens out.');
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('version 2').first().waitFor();
  await page.getByRole('tab', { name: /Versions/ }).click();
  await page.getByText('Version 1').waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.getByRole('tab', { name: /Where used/ }).click();
  const use = page.getByRole('list', { name: 'Where used' }).getByRole('button', { name: /Moorland/ });
  await use.getByText('Asks about the new words').waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await use.click();
  await block('430 flood wardens').waitFor();
});

test('its use asks, takes the new words in one step, and undo brings back the old ones', async () => {
  const { page } = despatch;
  await page.getByRole('tab', { name: /Checks/ }).click();
  await page.getByText('The standing line “Flood wardens” says now').waitFor();
  await page.getByRole('button', { name: 'See the difference' }).click();
  const card = page.getByRole('region', { name: 'Standing line: Flood wardens' });
  await card.locator('ins').first().waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await card.getByRole('button', { name: 'Take the new words' }).click();
  await block('500 flood wardens').waitFor();
  expect(
    await block('500 flood wardens').locator('strong, b, [style*="bold"], .bold').count(),
  ).toBeGreaterThan(0);
  await card.getByText('Says what the line says').waitFor();
  await page.getByRole('tab', { name: /Checks/ }).click();
  await page.getByText('The standing line “Flood wardens” says now').waitFor({ state: 'detached' });
  await toast('The words of the line were taken').getByRole('button', { name: 'Undo' }).click();
  await block('430 flood wardens').waitFor();
  await page.getByText('The standing line “Flood wardens” says now').waitFor();
});

test('words put into the library from a document are taken back there, too, by the notice that told of it', async () => {
  const { page } = despatch;
  await page.getByRole('button', { name: 'See the difference' }).click();
  const card = page.getByRole('region', { name: 'Standing line: Flood wardens' });
  await card.getByRole('button', { name: 'Keep mine' }).click();
  await card.getByRole('button', { name: 'Put these words into the library' }).click();
  await card.getByText('Says what the line says').waitFor();
  await toast('has these words now').getByRole('button', { name: 'Undo' }).click();
  await card.locator('ins').first().waitFor();
});

test('a question is kept with its answer, goes with it into another brief, and asks there when the answer changes', async () => {
  const { page } = despatch;
  await page.keyboard.press('Control+w');
  await openDocument(page, 'Harbour brief');
  await block('Who pays the wardens').click();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Keep as standing line…' }).click();
  await page.getByRole('dialog', { name: 'Keep as standing line' }).waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill('Who pays');
  await page.keyboard.press('Enter');
  await toast('“Who pays” is a standing line now').waitFor();
  await page.keyboard.press('Control+w');

  // Not among points, where its answer could not go with it; and said why.
  await openDocument(page, 'Moorland brief');
  const insert = async (into: string) => {
    await block(into).click();
    await page.keyboard.press('Control+Shift+l');
    const dialog = page.getByRole('dialog', { name: 'Insert standing line' });
    await page.keyboard.type('who pays');
    await dialog.getByRole('option', { name: 'Who pays Question and answer' }).waitFor();
    await dialog.getByText('Answer: The county does.').waitFor();
    await page.keyboard.press('Enter');
  };
  await insert('Sheep are safe');
  await toast('stands in a section of questions and answers').waitFor();
  await insert('Are goats safe');
  await block('Who pays the wardens').waitFor();
  expect(await block('Who pays the wardens').getAttribute('data-kind')).toBe('likelyQuestion');
  expect(await block('The county does').getAttribute('data-kind')).toBe('detail');
  await untilSaved(page);
  await page.keyboard.press('Control+w');
  await documentRows(page).first().waitFor();

  await page.getByRole('button', { name: 'Standing lines' }).click();
  await page.getByRole('button', { name: 'Questions and answers' }).click();
  await page.getByRole('row', { name: 'Who pays' }).click();
  await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('The county and the town do.');
  await dismissNotices(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('version 2').first().waitFor();
  await page.getByRole('tab', { name: /Where used/ }).click();
  await page
    .getByRole('list', { name: 'Where used' })
    .getByRole('button', { name: /Moorland/ })
    .click();
  await block('Who pays the wardens').waitFor();
  await page.getByRole('tab', { name: /^Lines/ }).click();
  const card = page.getByRole('region', { name: 'Standing line: Who pays' });
  await card.locator('ins').first().waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await card.getByRole('button', { name: 'Take the new words' }).click();
  await block('The county and the town do').waitFor();
  await card.getByText('Says what the line says').waitFor();
});
