import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { despatch as commandLine } from '../../scripts/lib/command-line.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { chooseMenu, type Desk, type Started, setUpDesk, test } from './launch.ts';
import { editorOf, openDocument, undoOnNotice } from './window.ts';

let desk: Desk;
let despatch: Started;
let page: Page;

const report = `Local Members’ Interest: Harbour

Ports Committee – Tuesday 24 March 2026

# Dredging the harbour

## Recommendations

a. Notes the report.

## Summary

1. The channel is silting up, as paragraph 2 and paragraph 3 show.

2. Depth has fallen by a third.

3. The harbour board asks for money.
`;

beforeAll(async () => {
  desk = await setUpDesk();
  const file = path.join(desk.folder, 'harbour.md');
  writeFileSync(file, report);
  await commandLine('import', file, '--library', desk.libraryOf('references'));
  despatch = await desk.start('references');
  page = despatch.page;
  await openDocument(page, 'Dredging');
});
afterAll(() => desk?.clear());

const paragraph = (words: string) =>
  editorOf(page).locator('[data-kind="paragraph"]').filter({ hasText: words });
const references = () => editorOf(page).locator('.sheet-reference').allTextContents();

test('a reference is picked by number at the caret, and its number follows a paragraph that moves', async () => {
  await paragraph('asks for money').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' See ');
  await page.keyboard.press('Control+Shift+R');
  const picker = page.getByRole('dialog', { name: 'Insert cross-reference' });
  await picker.getByRole('combobox').fill('2');
  await expect.poll(() => picker.getByRole('option').first().textContent()).toContain('Paragraph 2');
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
  await expect.poll(() => paragraph('asks for money').textContent()).toContain('See paragraph 2.');

  await paragraph('Depth has fallen').click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(references).toEqual(['paragraph 3']);
  await page.keyboard.press('Control+z');
  await expect.poll(references).toEqual(['paragraph 2']);
});

test('a reference is one place: an arrow selects it, Enter follows it, Delete takes it, undo brings it back', async () => {
  await editorOf(page).locator('.sheet-reference').click();
  await expect.poll(() => editorOf(page).locator('.sheet-reference[data-selected]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => editorOf(page).locator('[data-current]').textContent())
    .toContain('Depth has fallen');
  await editorOf(page).locator('.sheet-reference').click();
  await page.keyboard.press('Delete');
  await expect.poll(references).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(references).toEqual(['paragraph 2']);
});

test('references that were typed become live from the list of findings, with one step to undo', async () => {
  await page.getByRole('tab', { name: /Checks/ }).click();
  await page.getByRole('button', { name: 'Convert 2 typed references' }).click();
  await expect.poll(references).toEqual(['paragraph 2', 'paragraph 3', 'paragraph 2']);
  await editorOf(page).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(references).toEqual(['paragraph 2']);
});

test('a reference to a paragraph that is deleted is shown as broken and reported', async () => {
  await paragraph('Depth has fallen').click();
  await page.keyboard.press('Control+Shift+Backspace');
  await expect.poll(() => editorOf(page).locator('.sheet-reference[data-broken]').count()).toBe(1);
  await expect
    .poll(() => page.locator('.finding').allTextContents(), { timeout: 10_000 })
    .toEqual(
      expect.arrayContaining([expect.stringContaining('points at something that is no longer there')]),
    );
  await page.keyboard.press('Control+z');
  await expect.poll(references).toEqual(['paragraph 2']);
});

test('numbers and references follow when the document is numbered by section', async () => {
  await chooseMenu(despatch.app, 'document-settings');
  const settings = page.getByRole('dialog', { name: 'Document settings' });
  await settings.getByText('1.1', { exact: false }).first().click();
  await settings.getByRole('button', { name: 'Change settings' }).click();
  await expect.poll(references).toEqual(['paragraph 2.2']);
  await expect.poll(() => paragraph('Depth has fallen').getAttribute('data-marker')).toBe('2.2');
  await undoOnNotice(page, 'settings were changed');
  await expect.poll(references).toEqual(['paragraph 2']);
});

test('words are counted while they are typed, gone through, and replaced as one step that undo takes back', async () => {
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find' }).fill('harbour');
  await expect.poll(() => page.locator('#find-count').textContent()).toMatch(/^\d of 3$/);
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.keyboard.press('Control+h');
  await page.getByRole('textbox', { name: 'Replace with' }).fill('port');
  await page.getByRole('button', { name: 'Replace all…' }).click();
  const preview = page.getByRole('dialog', { name: 'Replace all' });
  await preview.getByRole('checkbox').first().uncheck();
  await preview.getByRole('button', { name: 'Replace 2' }).click();
  await expect.poll(() => paragraph('asks for money').textContent()).toContain('The port board');
  await expect.poll(() => page.locator('#find-count').textContent()).toBe('1 of 1');
  await undoOnNotice(page, /replaced/);
  await expect.poll(() => paragraph('asks for money').textContent()).toContain('The harbour board');
});

test('a pattern that never ends is given up in words, and the window goes on', async () => {
  await page.getByRole('textbox', { name: 'Find' }).fill('(([a-z ])+)+!');
  await page.getByRole('button', { name: 'Regular expression' }).click();
  await expect
    .poll(() => page.locator('#find-count').textContent(), { timeout: 6000 })
    .toContain('takes too long');
  await page.getByRole('textbox', { name: 'Find' }).fill('harb(our|or)');
  await expect.poll(() => page.locator('#find-count').textContent()).toMatch(/of 3$/);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.find-bar').count()).toBe(0);
});

test('a link takes web and mail addresses only, and is never opened', async () => {
  await paragraph('asks for money').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Shift+K');
  const form = page.getByRole('dialog', { name: 'Add link' });
  await form.getByRole('textbox', { name: 'Words' }).fill('the plan');
  await form.getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect.poll(() => form.getByRole('alert').textContent()).toContain('begins with https://');
  await form.getByRole('textbox', { name: 'Address' }).fill('www.example.org/plan');
  await page.keyboard.press('Enter');
  const link = editorOf(page).locator('[data-link]');
  await expect.poll(() => link.getAttribute('data-link')).toBe('https://www.example.org/plan');
  await link.click({ modifiers: ['Control'] });
  await page.getByRole('dialog', { name: 'Link' }).getByRole('button', { name: 'Remove link' }).click();
  await expect.poll(() => link.count()).toBe(0);
  expect(await paragraph('asks for money').textContent()).toContain('the plan');
});
