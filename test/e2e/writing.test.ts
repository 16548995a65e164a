import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { answerSaveDialog, type Desk, type Started, setUpDesk, test } from './launch.ts';
import { clickBlock, editorOf, newDocument, openDocument, untilSaved } from './window.ts';

let desk: Desk;
let despatch: Started;
let page: Page;

beforeAll(async () => {
  desk = await setUpDesk();
  despatch = await desk.start();
  page = despatch.page;
});
afterAll(() => desk?.clear());

/** The attributes and words of the block with the caret. */
async function here(): Promise<string> {
  return page.evaluate(() => {
    const { focusNode } = getSelection() ?? {};
    const element = focusNode instanceof Element ? focusNode : focusNode?.parentElement;
    const block = element?.closest<HTMLElement>('[data-kind]');
    const { marker = '', kind = 'nothing', field = '' } = block?.dataset ?? {};
    return `${marker} ${kind} ${field}`.trim().replace(/\s+/g, ' ');
  });
}

/** Numbers of a kind as the gutter shows them; the ones that nobody has earned yet in brackets. */
const numbersOf = (kind: string) =>
  editorOf(page)
    .locator(`[data-kind="${kind}"]`)
    .evaluateAll((blocks) =>
      blocks.map((block) => {
        const { marker = '', empty } = (block as HTMLElement).dataset;
        return empty === undefined ? marker : `(${marker})`;
      }),
    );

test('a new brief is filled in like a form, with Enter or Tab, from its title to its first point', async () => {
  await newDocument(page, 'Control+Shift+B');
  await expect.poll(here).toBe('title');
  const steps = [
    ['Meeting with the harbour board', 'Enter', 'field date'],
    ['Tuesday 3 February 2026', 'Tab', 'field time'],
    ['10:30', 'Enter', 'field place'],
    ['Room 4', 'Tab', 'field official'],
    ['Jo Finch', 'Enter', 'field purpose'],
    ['To agree who pays', 'Enter', 'field objectives'],
    ['A plan by June', 'Enter', 'attendee'],
  ] as const;
  for (const [words, key, next] of steps) {
    await page.keyboard.type(words);
    await page.keyboard.press(key);
    await expect.poll(here).toBe(next);
  }
  await clickBlock(page, 'heading', 2);
  await page.keyboard.type('Dredging');
  await page.keyboard.press('Enter');
  await expect.poll(here).toBe('point');
  await page.keyboard.press('Control+w');
});

test('a paragraph just made shows its number at once, and every other keeps its own', async () => {
  await newDocument(page, 'Control+Shift+N');
  await expect.poll(() => numbersOf('paragraph')).toEqual(['(1.)', '(2.)']);
  await clickBlock(page, 'paragraph');
  await page.keyboard.type('One');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Two');
  await page.keyboard.press('Enter');
  await expect.poll(() => numbersOf('paragraph')).toEqual(['1.', '2.', '(3.)', '(4.)']);
  await clickBlock(page, 'paragraph', 3);
  await page.keyboard.type('Last');
  // What is empty in the middle is not printed, and counts only while it is being written.
  await expect.poll(() => numbersOf('paragraph')).toEqual(['1.', '2.', '()', '3.']);
  await clickBlock(page, 'paragraph', 2);
  await expect.poll(() => numbersOf('paragraph')).toEqual(['1.', '2.', '(3.)', '4.']);
  await untilSaved(page);
});

test('Ctrl+S saves at once and says so aloud, also when nothing was left to save', async () => {
  await clickBlock(page, 'title');
  await page.keyboard.type('Harbour dues');
  await page.keyboard.press('Control+s');
  const said = page.getByRole('banner').getByRole('status');
  await expect.poll(() => said.textContent()).toBe('Saved');
  expect(await page.locator('.save-label').getAttribute('data-status')).toBe('saved');
  await page.keyboard.press('Control+s');
  await expect.poll(() => said.textContent()).toBe('Saved\u00a0');
});

test('an exported file that was deleted since is said to be gone, in words', async () => {
  const file = path.join(desk.folder, 'dues.docx');
  await answerSaveDialog(despatch.app, file);
  await page.keyboard.press('F12');
  await page.getByRole('button', { name: 'Export anyway' }).click();
  await page.getByText('Exported dues.docx').waitFor();
  rmSync(file);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByText('“dues.docx” is no longer where it was exported to.').waitFor();
});

test('what was written is there again after a restart, and nothing of a prompt or a number is in it', async () => {
  await page.keyboard.press('Control+w');
  await despatch.close();
  despatch = await desk.start();
  page = despatch.page;
  await openDocument(page, 'Harbour dues');
  expect(await editorOf(page).locator('[data-kind="paragraph"]').allTextContents()).toEqual([
    'One',
    'Two',
    '',
    'Last',
  ]);
});

test('nothing in an empty form reaches over the edge of the sheet, however narrow', async () => {
  await page.keyboard.press('Control+w');
  await despatch.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700),
  );
  await page.waitForFunction('innerWidth === 1024');
  await newDocument(page, 'Control+Shift+B');
  const over = await editorOf(page).evaluate((sheet) => {
    const edge = sheet.getBoundingClientRect().right;
    return [...sheet.querySelectorAll<HTMLElement>('[data-empty]')].filter((block) => {
      const prompt = getComputedStyle(block, '::after');
      const start = block.getBoundingClientRect().left + Number.parseFloat(prompt.left);
      return start + Number.parseFloat(prompt.width) > edge;
    }).length;
  });
  expect(over).toBe(0);
});
