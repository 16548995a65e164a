import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { despatch } from '../../scripts/lib/command-line.ts';
import { reportText } from '../bench/generate.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { type Desk, type Started, setUpDesk, test } from './launch.ts';
import { clickBlock, editorOf, newDocument, openDocument } from './window.ts';

let desk: Desk;
let window: Started;
let page: Page;

/** A busy machine may take its time over what is not timed. */
const patient = { timeout: 20_000 };
/** A report of ten pages. */
const SECTIONS = 8;

beforeAll(async () => {
  desk = await setUpDesk();
  const file = path.join(desk.folder, 'report.md');
  writeFileSync(file, reportText(SECTIONS));
  await despatch('import', file, '--library', desk.libraryOf('preview'));
  window = await desk.start('preview');
  page = window.page;
});
afterAll(() => desk?.clear());

const sheets = () => page.getByRole('region', { name: 'Pages' }).getByRole('img');
const where = () => page.locator('.preview-where').textContent();
const alert = () => page.locator('.preview').getByRole('alert');

/** What a page shows, as a hash of its pixels. */
async function pictureOf(name: string): Promise<string> {
  const picture = await page
    .getByRole('img', { name, exact: true })
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  return createHash('sha256').update(picture).digest('hex');
}

async function untilDrawn(name: string): Promise<void> {
  const canvas = page.getByRole('img', { name, exact: true });
  // A canvas that nothing was put on yet has the size that HTML gives it.
  await expect.poll(() => canvas.evaluate((it) => (it as HTMLCanvasElement).width), patient).not.toBe(300);
}

/** Words of the block with the caret. */
const here = () =>
  page.evaluate(() => {
    const { focusNode } = getSelection() ?? {};
    return focusNode?.parentElement?.closest('[data-kind]')?.textContent ?? '';
  });

test('an empty document has the page that it would be printed on, and the status bar counts it', async () => {
  await newDocument(page, 'Control+Shift+N');
  await page.keyboard.press('Control+Shift+P');
  await untilDrawn('Page 1 of 1');
  await page.getByRole('button', { name: '1 page', exact: true }).waitFor();
  await page.keyboard.press('Control+Shift+P');
  await expect.poll(() => sheets().count(), patient).toBe(0);
  await page.keyboard.press('Control+w');
});

test('what is typed is on its page within a second', async () => {
  await openDocument(page, 'The winter timetable');
  await page.keyboard.press('Control+Shift+P');
  await untilDrawn('Page 1 of 10');
  await page.getByRole('button', { name: /^10 pages/ }).waitFor();
  await clickBlock(page, 'recommendation');
  await page.keyboard.press('End');
  const took: number[] = [];
  for (const words of [' now', ' and then', ' and ever', ' after']) {
    const before = await pictureOf('Page 1 of 10');
    await page.keyboard.type(words);
    const typed = performance.now();
    await expect.poll(() => pictureOf('Page 1 of 10'), { ...patient, interval: 20 }).not.toBe(before);
    took.push(performance.now() - typed);
  }
  // The best of them, and as much more as others have this machine at work.
  const busy = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
  expect(Math.min(...took)).toBeLessThan(1000 * busy);
});

test('the pages follow the caret, and a click on a page takes the caret there', async () => {
  await page.locator('[data-region="navigator"] .outline-row').last().click();
  await expect.poll(where, patient).toMatch(/^Page (9|10) of 10$/);
  await page.locator('.page-mark').first().waitFor();

  await page.getByRole('button', { name: 'Follow the cursor' }).click();
  await page.locator('[data-region="navigator"] .outline-row').first().click();
  await page.waitForTimeout(300);
  expect(await where()).toMatch(/^Page (9|10) of 10$/);
  await page.getByRole('button', { name: 'Follow the cursor' }).click();
  await expect.poll(where, patient).toBe('Page 1 of 10');

  const first = page.getByRole('img', { name: 'Page 1 of 10', exact: true });
  const { width, height } = (await first.boundingBox()) ?? { width: 0, height: 0 };
  // The last line of the page's text, above the margin of 2.54 cm.
  await first.click({ position: { x: width / 2, y: height * 0.9 } });
  await expect.poll(here, patient).toMatch(/\w+/);
  const down = async () => {
    const mark = page.locator('.page-mark').first();
    const top = await mark.evaluate((element) => element.getBoundingClientRect().top);
    return top - ((await first.boundingBox())?.y ?? 0);
  };
  await expect.poll(down, patient).toBeGreaterThan(height / 2);
  expect(await editorOf(page).evaluate((editor) => editor.contains(document.activeElement))).toBe(true);
});

test('by keyboard too: Enter goes to the words at the top of what is shown', async () => {
  await page.getByRole('region', { name: 'Pages' }).focus();
  await page.keyboard.press('End');
  await expect.poll(where, patient).toBe('Page 10 of 10');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => editorOf(page).evaluate((it) => it.contains(document.activeElement)), patient)
    .toBe(true);
  await expect.poll(where, patient).toMatch(/^Page (9|10) of 10$/);
});

test('the wheel with Ctrl makes pages larger, and the button fits them again', async () => {
  const region = page.getByRole('region', { name: 'Pages' });
  const widthOf = async () => (await sheets().first().boundingBox())?.width ?? 0;
  const fits = await widthOf();
  await region.hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(widthOf, patient).toBeGreaterThan(fits * 1.05);
  await page.getByRole('button', { name: /Fit the width/ }).click();
  await expect.poll(widthOf, patient).toBe(fits);
});

test('words that cannot be printed are named, the old pages stay, and undoing brings them up to date', async () => {
  await clickBlock(page, 'recommendation');
  await page.keyboard.press('End');
  await page.keyboard.insertText(' 𒀀');
  await alert().getByText('“𒀀”').waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  expect(await sheets().count()).toBeGreaterThan(0);
  await clickBlock(page, 'paragraph', 2);
  await alert().getByRole('button', { name: 'Go to the words' }).click();
  await expect.poll(here, patient).toContain('𒀀');
  await page.keyboard.press('Control+z');
  await expect.poll(() => alert().count(), patient).toBe(0);
});

test('a typesetter that is killed is started again by scrolling on, and by the next words', async () => {
  const kill = () =>
    window.app.evaluate(({ app }) => {
      const { pid } = app.getAppMetrics().find(({ name }) => name === 'Despatch typesetter') ?? {};
      if (pid === undefined) throw new Error('There is no typesetter.');
      process.kill(pid, 'SIGKILL');
    });
  await kill();
  await page.getByRole('region', { name: 'Pages' }).focus();
  await page.keyboard.press('End');
  await untilDrawn('Page 10 of 10');
  await page.keyboard.press('Home');
  await untilDrawn('Page 1 of 10');

  const before = await pictureOf('Page 1 of 10');
  await kill();
  await clickBlock(page, 'recommendation');
  await page.keyboard.press('End');
  await page.keyboard.type(' once more');
  await expect.poll(() => pictureOf('Page 1 of 10'), patient).not.toBe(before);
  expect(await alert().count()).toBe(0);
});

test('closing the document leaves no typesetter behind', async () => {
  await page.keyboard.press('Control+w');
  const running = () =>
    window.app.evaluate(({ app }) => app.getAppMetrics().some(({ name }) => name === 'Despatch typesetter'));
  await expect.poll(running, { timeout: 20_000, interval: 500 }).toBe(false);
});
