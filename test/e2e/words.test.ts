/** Spelling, acronyms and lengths in the real window. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Desk, setUpDesk, test } from './launch.ts';
import { clickBlock, newDocument, textOf, undoOnNotice, untilSaved } from './window.ts';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await setUpDesk();
  ({ page } = await desk.start());
  await newDocument(page, 'Control+Shift+B');
  await clickBlock(page, 'point');
  await page.keyboard.type('The goverment will recieve teh Harbour Masters’ Federation. The HMF agrees.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('We recieve it too.');
  await untilSaved(page);
});
afterAll(() => desk?.clear());

/** The first verdict waits for the dictionary to be read. */
const patience = { timeout: 20_000 };

const marked = () =>
  page.evaluate(() =>
    [...(CSS.highlights.get('spelling') ?? [])].map((range) => {
      const { startContainer, startOffset, endOffset } = range;
      return startContainer.textContent?.slice(startOffset, endOffset);
    }),
  );

test('misspelt words are marked where they stand, and nothing else is', async () => {
  await expect.poll(marked, patience).toEqual(['goverment', 'recieve', 'teh', 'recieve']);
});

test('F7 goes to a misspelt word and Enter takes the first word proposed', async () => {
  await clickBlock(page, 'point');
  await page.keyboard.press('Home');
  await page.keyboard.press('F7');
  await page.getByRole('menu', { name: /Spelling of “goverment”/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => textOf(page)).toContain('The government will');
  // At once, before the words are judged anew: the corrected word is not proposed again.
  await page.keyboard.press('F7');
  await page.getByRole('menu', { name: /Spelling of “recieve”/ }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(marked).toEqual(['recieve', 'teh', 'recieve']);
});

test('the Words tab puts every place right at once, and one undo takes all back', async () => {
  await page.getByRole('tab', { name: /Words/ }).click();
  const panel = page.locator('.words-panel');
  await panel.getByRole('button', { name: /^recieve/ }).click();
  await panel.getByRole('button', { name: 'Replace “recieve” by “receive”' }).click();
  await expect.poll(() => textOf(page)).toMatch(/will receive.*We receive it too/s);
  await undoOnNotice(page, 'replaced by “receive”');
  await expect.poll(() => textOf(page)).toMatch(/will recieve.*We recieve it too/s);
});

test('a word added to the user’s own is right at once, and wrong again when it is taken off', async () => {
  // The word with the caret counts as being written.
  await clickBlock(page, 'title');
  const panel = page.locator('.words-panel');
  await panel.getByRole('button', { name: /^teh/ }).click();
  await panel.getByRole('button', { name: 'Add “teh” to my words' }).click();
  await expect.poll(marked).toEqual(['recieve', 'recieve']);
  await panel.getByRole('button', { name: 'Remove “teh” from my words' }).click();
  await expect.poll(marked).toEqual(['recieve', 'teh', 'recieve']);
});

test('an acronym that the document never explains can be written out where it is first used', async () => {
  const panel = page.locator('.words-panel');
  await panel
    .getByRole('button', { name: 'Write “Harbour Masters’ Federation (HMF)” at its first use' })
    .click();
  await expect.poll(() => textOf(page)).toContain('The Harbour Masters’ Federation (HMF) agrees.');
  await expect
    .poll(() => panel.locator('.acronym-head').textContent())
    .toContain('Harbour Masters’ Federation');
});

test('each part has its length, and the whole its own', async () => {
  // Read at one moment: what the test before changed may be counted anew between two.
  const { parts, total } = await page.locator('.lengths').evaluate((table) => ({
    parts: [...table.querySelectorAll('tbody td:nth-of-type(1)')].map((cell) => Number(cell.textContent)),
    total: Number(table.querySelector('tfoot td')?.textContent),
  }));
  expect(total).toBe(parts.reduce((all, words) => all + words, 0));
});

test('what is typed before the palette has opened is the palette’s, and never lands in the text', async () => {
  await clickBlock(page, 'point');
  const before = await textOf(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme');
  const field = page.getByRole('combobox', { name: /command/ });
  await expect.poll(() => field.inputValue()).toBe('theme');
  await page.keyboard.press('Escape');
  expect(await textOf(page)).toBe(before);
});
