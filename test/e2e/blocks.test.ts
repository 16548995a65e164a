/** Working with whole blocks, details and rows in the real window, by keys alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Desk, type Started, setUpDesk, test } from './launch.ts';
import { clickBlock, editorOf, newDocument } from './window.ts';

let desk: Desk;
let despatch: Started;
let page: Page;

beforeAll(async () => {
  desk = await setUpDesk();
  despatch = await desk.start();
  page = despatch.page;
  await newDocument(page, 'Control+Shift+B');
});
afterAll(() => desk?.clear());

const wordsOf = (selector: string) => editorOf(page).locator(selector).allTextContents();
const said = () => page.locator('.sheet-voice').textContent();

async function type(...steps: string[]): Promise<void> {
  for (const step of steps) {
    if (/^(?:Enter|Tab|Escape|Backspace|End|(?:Control|Shift|Alt)\+.+)$/.test(step))
      await page.keyboard.press(step);
    else await page.keyboard.type(step);
  }
}

/** Gives a command by its name, as somebody does who does not know its key. */
async function command(name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => editorOf(page).evaluate((sheet) => sheet === document.activeElement)).toBe(true);
  // The palette gives a command only once the sheet has the focus again.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  });
}

test('points are selected, extended, deleted and brought back as blocks', async () => {
  await clickBlock(page, 'point');
  await type('One', 'Enter', 'Two', 'Enter', 'Three');
  await type('Escape', 'Shift+ArrowUp');
  expect(await wordsOf('[data-selected]')).toEqual(['Two', 'Three']);
  await expect.poll(said).toBe('2 blocks selected');
  await type('Backspace');
  expect(await wordsOf('[data-kind="point"]')).toEqual(['One']);
  await type('Control+z');
  await expect.poll(() => wordsOf('[data-kind="point"]')).toEqual(['One', 'Two', 'Three']);
});

test('Alt+Up takes a point with what is nested under it past the one above, and Ctrl+D repeats it', async () => {
  await clickBlock(page, 'point', 2);
  await type('Tab');
  await clickBlock(page, 'point', 1);
  await type('Alt+ArrowUp');
  expect(await wordsOf('[data-kind="point"]')).toEqual(['Two', 'Three', 'One']);
  await expect.poll(said).toBe('Moved up');
  await clickBlock(page, 'point', 2);
  await type('Control+d');
  expect(await wordsOf('[data-kind="point"]')).toEqual(['Two', 'Three', 'One', 'One']);
  await type('Control+Shift+Backspace');
  expect(await wordsOf('[data-kind="point"]')).toEqual(['Two', 'Three', 'One']);
});

test('a question gets the answer hoped for and the follow-up with Ctrl+Enter', async () => {
  await clickBlock(page, 'point', 2);
  await type('Control+Alt+6', 'Control+Enter', 'Yes', 'Control+Enter', 'When?');
  const details = await wordsOf('[data-role="topic"] [data-kind="detail"]');
  expect(details.slice(0, 2)).toEqual(['Yes', 'When?']);
});

test('attendees are filled in from cell to cell, and the words are typed where the caret is seen', async () => {
  await command('New section: Attendees');
  await type('Jo Finch', 'Tab', 'Director', 'Tab', 'The board', 'Enter', 'Al Marsh');
  const cells = editorOf(page).locator('.sheet-section:has(:text-is("Jo Finch")) [data-cell]');
  expect(await cells.allTextContents()).toEqual(['Jo Finch', 'Director', 'The board', 'Al Marsh', '', '']);
  const left = (at: number) =>
    cells.nth(at).evaluate((cell) => Math.round(cell.getBoundingClientRect().left));
  expect([await left(3), await left(4)]).toEqual([await left(0), await left(1)]);
  expect(await left(1)).toBeGreaterThan(await left(0));
  await command('Switch side');
  await expect.poll(() => wordsOf('[data-side="ours"]')).toContain('Al Marsh');
});

test('what the template locks stays as it is under the keys, until it is unlocked', async () => {
  const heading = editorOf(page).getByRole('heading', { name: 'Lines to take' });
  await heading.click();
  await type('over', 'Backspace', 'Backspace', 'Alt+ArrowUp', 'Control+Shift+Backspace', 'Control+b');
  await page.keyboard.insertText('composed');
  expect(await wordsOf('[data-role="lines"] [data-kind="heading"]')).toEqual(['Lines to take']);
  await command('Unlock heading');
  await type('End', ' and facts');
  expect(await wordsOf('[data-role="lines"] [data-kind="heading"]')).toEqual(['Lines to take and facts']);
});

test('after everything was deleted, undo brings it back and shows where it is', async () => {
  await type('Control+a', 'Control+a', 'Control+a', 'Backspace');
  await expect.poll(() => wordsOf('[data-kind="point"]')).toEqual([]);
  await page.locator('.desk').evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await type('Control+z');
  await expect.poll(() => wordsOf('[data-kind="point"]')).toEqual(['Two', 'Three']);
  const title = editorOf(page).locator('[data-kind="title"]');
  await expect
    .poll(() => title.evaluate((element) => element.getBoundingClientRect().top))
    .toBeGreaterThan(0);
});

test('Escape, then Tab leaves the sheet', async () => {
  await clickBlock(page, 'title');
  await type('Escape', 'Tab');
  expect(await editorOf(page).evaluate((sheet) => sheet.contains(document.activeElement))).toBe(false);
});
