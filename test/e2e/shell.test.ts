import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Desk, type Started, setUpDesk, test } from './launch.ts';
import { documentRows, editorOf, openDocument, untilSaved } from './window.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Broken in two by a page end, as text extracted from a PDF is. */
const pasted = `MEETING WITH THE LIGHTHOUSE KEEPERS

Attendees: TBC

1) Lamps

Points to make

- Lamps are kept bright by the keepers at every station of the northern

coast and are trimmed twice a night.

Boats and crews

- Boats bring the oil.

2) Oil

Points to make

- Oil is dear.
`;

let desk: Desk;
let despatch: Started;

beforeAll(async () => {
  desk = await setUpDesk();
  despatch = await desk.start();
});
afterAll(() => desk?.clear());

/** What axe finds on the screen as it stands, in light and in dark. */
async function barriers(): Promise<string[]> {
  const { page } = despatch;
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    );
    for (const { id, nodes } of violations) found.push(`${colorScheme}: ${id} ${nodes[0]?.html ?? ''}`);
  }
  return found;
}

test('the application starts with its library alone: whatever else works for it waits until it is asked', async () => {
  const { app, page } = despatch;
  await page.getByRole('button', { name: 'New', exact: true }).waitFor();
  const helpers = await app.evaluate(({ app }) =>
    app.getAppMetrics().flatMap(({ name }) => (name?.startsWith('Despatch ') ? [name] : [])),
  );
  expect(helpers).toEqual(['Despatch library']);
  expect(page.workers()).toEqual([]);
});

const importTab = () => despatch.page.getByRole('tab', { name: /Import report/ });

test('an empty library says how to begin', async () => {
  const { page } = despatch;
  await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
  expect(await barriers()).toEqual([]);
});

test('pasted text becomes a document, with its import report beside it', async () => {
  const { page } = despatch;
  await page.keyboard.press('Control+Shift+O');
  await page.getByRole('textbox', { name: 'Text of the brief or report' }).fill(pasted);
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await editorOf(page).waitFor();
  await page.getByText('- Lamps are kept bright').waitFor();
  expect(await importTab().getAttribute('aria-selected')).toBe('true');
  await expect.poll(() => editorOf(page).evaluate((editor) => editor === document.activeElement)).toBe(true);
  expect(await barriers()).toEqual([]);
});

test('the other guess at the kind is one click away and replaces the first', async () => {
  const { page } = despatch;
  await page.getByRole('button', { name: 'Import as a report instead' }).click();
  await page.getByText('Imported “Pasted text” as a report').waitFor();
  await page.getByRole('button', { name: 'Import as a brief instead' }).click();
  await page.getByText('Imported “Pasted text” as a brief').waitFor();
  await page.keyboard.press('Control+w');
  await documentRows(page).first().waitFor();
  expect(await documentRows(page).count()).toBe(1);
  await openDocument(page, 'LIGHTHOUSE');
});

test('undoing a repair splits the text again, and the editor’s undo puts the row back to review', async () => {
  const { page } = despatch;
  const blocks = editorOf(page).locator('[data-kind]');
  const joined = await blocks.count();
  const words = await importTab().textContent();
  await page
    .getByRole('button', { name: /^Undo: / })
    .first()
    .click();
  await expect.poll(() => blocks.count()).toBe(joined + 1);
  await expect.poll(() => importTab().textContent()).not.toBe(words);
  await untilSaved(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => blocks.count()).toBe(joined);
  await expect.poll(() => importTab().textContent()).toBe(words);
});

test('accepting leaves nothing to review', async () => {
  const { page } = despatch;
  await page.getByRole('button', { name: 'Accept all' }).click();
  await page.getByText('Everything has been reviewed.').waitFor();
  await expect.poll(() => importTab().textContent()).toBe('Import report 0');
});

test('the outline goes to a heading and follows the caret', async () => {
  const { page } = despatch;
  const outline = page.getByRole('navigation', { name: 'Outline' });
  const current = outline.locator('[aria-current]');
  await outline.getByRole('row', { name: /Oil/ }).click();
  await expect.poll(() => current.textContent()).toContain('Oil');
  await page.keyboard.type('Lamp ');
  await expect.poll(() => current.textContent()).toContain('2.Lamp Oil');
  await editorOf(page).getByText('Boats bring the oil.').click();
  await expect.poll(() => current.textContent()).toContain('Boats and crews');
});

test('a finding in the side panel goes to its block', async () => {
  const { page } = despatch;
  await page.getByRole('tab', { name: /Checks/ }).click();
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: /still says “TBC”/ }).click();
  await expect
    .poll(() => page.getByRole('navigation').locator('[aria-current]').textContent())
    .toContain('Title block');
});

test('a marking is chosen in the bar and takes its finding away', async () => {
  const { page } = despatch;
  await page.getByRole('button', { name: 'Marking: No marking' }).click();
  await page.getByRole('menuitem', { name: 'OFFICIAL', exact: true }).click();
  await page.getByRole('button', { name: 'Marking: OFFICIAL' }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: /has no marking/ }).count()).toBe(0);
});

test('before an export the errors are named, and the dialog has no barriers', async () => {
  const { page } = despatch;
  await page.keyboard.press('F12');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('still says “TBC”').waitFor();
  expect(await barriers()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
});

test('columns keep their width and stay closed after a restart of the page', async () => {
  const { page } = despatch;
  const divider = page.getByRole('separator', { name: 'Width of the outline' });
  await divider.focus();
  const before = Number(await divider.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+|');
  await expect.poll(() => page.getByRole('complementary').count()).toBe(0);
  await page.keyboard.press('Control+w');
  await documentRows(page).first().waitFor();
  await page.reload();
  await openDocument(page, 'LIGHTHOUSE');
  expect(Number(await divider.getAttribute('aria-valuenow'))).toBe(before + 16);
  expect(await page.getByRole('complementary').count()).toBe(0);
  await page.keyboard.press('Control+Shift+|');
  await page.getByRole('complementary').waitFor();
});

test('F6 walks through every part of the window and comes back to the text', async () => {
  const { page } = despatch;
  await editorOf(page).focus();
  const visited: (string | null)[] = [];
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('F6');
    visited.push(
      await page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? null,
      ),
    );
  }
  expect(visited).toEqual(['inspector', 'status', 'bar', 'navigator', 'sheet']);
});

test('words typed right before going back to the library are there when it is opened again', async () => {
  const { page } = despatch;
  await editorOf(page).getByText('Oil is dear.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' And scarce.');
  await page.keyboard.press('Control+w');
  await openDocument(page, 'LIGHTHOUSE');
  await editorOf(page).getByText('Oil is dear. And scarce.').waitFor();
  await page.keyboard.press('Control+w');
});

test('Delete puts a document into the bin, and the notice brings it back', async () => {
  const { page } = despatch;
  await documentRows(page).first().waitFor();
  expect(await barriers()).toEqual([]);
  await documentRows(page).first().focus();
  await page.keyboard.press('Delete');
  await page.getByText('is in the bin').waitFor();
  await expect.poll(() => documentRows(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Bin' }).click();
  // Beside it lie the two imports that were replaced.
  await expect.poll(() => page.getByRole('button', { name: 'Restore' }).count()).toBe(3);
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Restore' }).count()).toBe(2);
  await page.getByRole('button', { name: 'Restore' }).first().click();
  await expect.poll(() => page.getByRole('button', { name: 'Restore' }).count()).toBe(1);
  await page.getByRole('button', { name: 'All documents' }).click();
  await expect.poll(() => documentRows(page).count()).toBe(2);
  await documentRows(page).first().focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => documentRows(page).count()).toBe(1);
});

test('search finds by words as one types', async () => {
  const { page } = despatch;
  await page.keyboard.press('Control+f');
  await page.keyboard.type('keep light');
  await expect.poll(() => documentRows(page).count()).toBe(1);
  await page.keyboard.type('x');
  await page.getByRole('heading', { name: /No document is called/ }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => documentRows(page).count()).toBe(1);
});

test('the keyboard help lists the keys and has no barriers', async () => {
  const { page } = despatch;
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: 'Keyboard' }).getByText('Shift+F12').waitFor();
  expect(await barriers()).toEqual([]);
  await page.keyboard.press('Escape');
});

test('nothing was refused by the content policy or failed in the console', async () => {
  const { page } = despatch;
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  await page.reload();
  await openDocument(page, 'LIGHTHOUSE');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.keyboard.press('Escape');
  expect(heard).toEqual([]);
});
