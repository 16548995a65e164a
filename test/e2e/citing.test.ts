/** Evidence for a point, from finding it to opening the document again, by the keyboard alone. */
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { repository } from '../../scripts/lib/repository.ts';
import { run } from '../../scripts/lib/run.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { type Desk, type Started, setUpDesk, test } from './launch.ts';
import {
  clickBlock,
  dismissNotices,
  documentRows,
  editorOf,
  newDocument,
  openDocument,
  restingBox,
  undoOnNotice,
  untilSaved,
} from './window.ts';

let desk: Desk;
let despatch: Started;

beforeAll(async () => {
  desk = await setUpDesk();
  const library = desk.libraryOf('desk');
  const samples = path.join(repository, 'resources/sample-library');
  const said = async (...words: string[]) => {
    const script = path.join(repository, 'scripts/cli.ts');
    const { code, output } = await run(process.execPath, [script, ...words, '--library', library]);
    if (code !== 0 && code !== 1) throw new Error(output);
  };
  await said('import', path.join(samples, 'ministerial-brief.md'));
  const sources = ['flood-investigation.pdf', 'marlbridge-business-case.pdf', 'residents-survey.docx'];
  await said('evidence', 'add', ...sources.map((name) => path.join(samples, 'evidence', name)));
  despatch = await desk.start();
  const { app, page } = despatch;
  page.setDefaultTimeout(15_000);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  await openDocument(page, 'Brief:');
}, 120_000);
afterAll(() => desk?.clear());

const WORDS = 'The scheme costs £18.4 million, of which £11.2 million is secured';
const point = (words: string | RegExp) =>
  editorOf(despatch.page).locator('[data-kind="point"]').filter({ hasText: words });
const citations = () => despatch.page.getByRole('list', { name: 'Citations' }).getByRole('listitem');

test('the point says nothing, evidence is found for it and cited with Enter', async () => {
  const { page } = despatch;
  await point(WORDS).click();
  await page.keyboard.press('Control+Alt+f');
  const passages = page.getByRole('list', { name: 'Passages for this point' });
  await passages.getByText('Marlbridge defences').first().waitFor();
  await page.locator('.passage-main:focus').waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await citations().first().waitFor();
  expect(await citations().first().textContent()).toContain('Marlbridge defences');
  expect(await point(WORDS).getAttribute('data-sources')).toBe('1');
  // The focus stays where one chooses among passages.
  expect(await page.locator('.passage-main:focus').count()).toBe(1);
  expect(await barriersInEveryTheme(page)).toEqual([]);
});

test('the passage is read in its source beside the text, and Escape leads back', async () => {
  const { page } = despatch;
  await page.keyboard.press('Space');
  await page.getByText('Cites into:').waitFor();
  await page.getByRole('region', { name: 'Source' }).getByText('Marlbridge defences').first().waitFor();
  await page.keyboard.press('Escape');
  await citations().first().waitFor();
});

test('Escape leads from the passages to the text, with the caret where it was', async () => {
  const { page } = despatch;
  await page.keyboard.press('Control+Alt+f');
  await page.locator('.passage-main:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[contenteditable="true"]:focus').waitFor();
  expect(await page.getByRole('tab', { name: /Evidence/ }).getAttribute('aria-selected')).toBe('true');
});

test('words dragged out of the source are cited for the point they are dropped on, and one step takes that back', async () => {
  const { page } = despatch;
  await citations().first().getByRole('button', { name: 'Open in the source' }).click();
  const source = page.getByRole('region', { name: 'Words of the source' });
  await source.locator('canvas[data-drawn="true"]').first().waitFor();
  await source.focus();
  await page.keyboard.press('Control+Shift+ArrowDown');
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
  const target = editorOf(page).locator('[data-kind="question"]').first();
  await target.scrollIntoViewIfNeeded();
  const before = Number((await target.getAttribute('data-sources')) ?? 0);
  const mark = await restingBox(source.locator('.reader-mark.selection').first());
  const to = await restingBox(target);
  await page.mouse.move(mark.x + 20, mark.y + mark.height / 2);
  await page.mouse.down();
  await page.mouse.move(mark.x - 40, mark.y, { steps: 4 });
  await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => target.getAttribute('data-sources'), { timeout: 15_000 }).toBe(String(before + 1));
  await editorOf(page).focus();
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => Number((await target.getAttribute('data-sources')) ?? 0), { timeout: 15_000 })
    .toBe(before);
  await page.locator('.reader-place-bar').getByRole('button', { name: 'Back' }).click();
  await point(WORDS).click();
  await citations().first().waitFor();
});

/** As a person drags: picked up, moved a little, then to the middle of the block. */
async function drag(from: Locator, to: Locator, held: 'Control' | null = null): Promise<void> {
  const { page } = despatch;
  await to.scrollIntoViewIfNeeded();
  const [start, end] = [await restingBox(from), await restingBox(to)];
  await page.mouse.move(start.x + 24, start.y + 12);
  await page.mouse.down();
  await page.mouse.move(start.x - 20, start.y + 8, { steps: 4 });
  if (held) await page.keyboard.down(held);
  await page.mouse.move(end.x + 60, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
  if (held) await page.keyboard.up(held);
}
const sourcesOf = (block: Locator) =>
  expect.poll(async () => Number((await block.getAttribute('data-sources')) ?? 0), { timeout: 15_000 });

test('how a citation bears on its point is changed, and the citation is dragged to another point and copied back', async () => {
  const { page } = despatch;
  const [first, other] = [point(WORDS), editorOf(page).locator('[data-kind="question"]').first()];
  await citations()
    .first()
    .getByRole('button', { name: /^Supports/ })
    .click();
  await page.getByRole('menuitem', { name: 'Contradicts' }).click();
  await citations()
    .first()
    .getByRole('button', { name: /^Contradicts/ })
    .waitFor();
  await sourcesOf(other).toBe(0);
  await drag(citations().first().locator('blockquote'), other);
  await sourcesOf(other).toBe(1);
  await sourcesOf(first).toBe(0);
  await page.locator('.toast').filter({ hasText: 'Citation moved to' }).waitFor();
  await other.click();
  await citations()
    .first()
    .getByRole('button', { name: /^Contradicts/ })
    .waitFor();
  await drag(citations().first().locator('blockquote'), first, 'Control');
  await sourcesOf(first).toBe(1);
  await sourcesOf(other).toBe(1);
  await undoOnNotice(page, 'Citation copied to');
  await sourcesOf(first).toBe(0);
  await editorOf(page).focus();
  await page.keyboard.press('Control+z');
  await sourcesOf(first).toBe(1);
  await sourcesOf(other).toBe(0);
  await page.keyboard.press('Control+z');
  await first.click();
  await citations()
    .first()
    .getByRole('button', { name: /^Supports/ })
    .waitFor();
});

test('by keys alone a citation is moved to another point by its name, and cut or copied and pasted there', async () => {
  const { page } = despatch;
  const [first, other] = [point(WORDS), editorOf(page).locator('[data-kind="question"]').first()];
  await dismissNotices(page);
  const question = ((await other.textContent()) ?? '').trim().slice(0, 24);
  await first.click();
  await citations().first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('move the citation');
  await page.getByRole('option', { name: /Move the citation to/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Move the citation to' }).waitFor();
  await page.keyboard.type(question);
  await page.getByRole('option').first().waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await sourcesOf(other).toBe(1);
  await sourcesOf(first).toBe(0);
  await page.locator('.toast').filter({ hasText: 'Citation moved to' }).waitFor();
  // The caret goes with it, and so does what the panel shows.
  await citations().first().waitFor();

  // Copied in the panel, pasted on the sheet: it stands at both.
  await citations().first().getByRole('button', { name: 'Open in the source' }).focus();
  await page.keyboard.press('Control+c');
  await page.getByText('Citation copied: paste it in another point').waitFor({ state: 'attached' });
  await first.click();
  const before = await first.textContent();
  await page.keyboard.press('Control+v');
  await sourcesOf(first).toBe(1);
  await sourcesOf(other).toBe(1);
  expect(await first.textContent()).toBe(before);
  await page.keyboard.press('Control+z');
  await sourcesOf(first).toBe(0);

  // Cut, it stays until it is pasted; one step takes the move back.
  await dismissNotices(page);
  await other.click();
  await citations().first().getByRole('button', { name: 'Open in the source' }).focus();
  await page.keyboard.press('Control+x');
  await sourcesOf(other).toBe(1);
  await first.click();
  await page.keyboard.press('Control+v');
  await sourcesOf(first).toBe(1);
  await sourcesOf(other).toBe(0);
  await undoOnNotice(page, 'Citation moved to');
  await sourcesOf(other).toBe(1);
  await editorOf(page).focus();
  await page.keyboard.press('Control+z');
  await sourcesOf(first).toBe(1);
  await sourcesOf(other).toBe(0);
  await first.click();
  await citations().first().waitFor();
});

test('a passage that a search found is dragged onto a point', async () => {
  const { page } = despatch;
  const other = editorOf(page).locator('[data-kind="question"]').first();
  await page.keyboard.press('Control+Alt+e');
  await page.getByRole('searchbox', { name: 'Search the evidence library' }).fill('Highmoor');
  const hits = page.getByRole('list', { name: 'Found passages' }).getByRole('listitem');
  // Those for the point give way to those for the words.
  const hit = hits.filter({ hasText: 'Highmoor' }).first();
  await drag(hit, other);
  await sourcesOf(other).toBe(1);
  await page.getByRole('searchbox', { name: 'Search the evidence library' }).fill('');
  await editorOf(page).focus();
  await page.keyboard.press('Control+z');
  await sourcesOf(other).toBe(0);
  await point(WORDS).click();
  await citations().first().waitFor();
});

test('cut in two and joined again, the point keeps its evidence, and undo takes it back', async () => {
  const { page } = despatch;
  await point(WORDS).click({ position: { x: 40, y: 12 } });
  await page.keyboard.press('Home');
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Enter');
  const second = point('£18.4 million, of which');
  await second.waitFor();
  expect(await second.getAttribute('data-sources')).toBe('1');
  expect(await point(/^The scheme costs\s*$/).getAttribute('data-sources')).toBe('1');
  // To plain text, then to the point before.
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await point(WORDS).waitFor();
  expect(await point(WORDS).getAttribute('data-sources')).toBe('1');
  await untilSaved(page);
});

test('the figure alone is cited for by choosing it, changed, removed and brought back', async () => {
  const { page } = despatch;
  await point(WORDS).locator('text=£11.2').first().waitFor();
  await page.keyboard.press('Control+Alt+e');
  const field = page.getByRole('searchbox', { name: 'Search the evidence library' });
  await page.locator('input:focus').waitFor();
  await field.fill('secured');
  await page.getByRole('list', { name: 'Found passages' }).getByRole('listitem').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('.passage-main:focus').waitFor();
  const before = await citations().count();
  await page.getByRole('button', { name: 'Remove citation' }).first().click();
  await page.locator('.toast').filter({ hasText: 'Citation removed' }).waitFor();
  await expect.poll(() => citations().count()).toBe(before - 1);
  // Not lost with the button that was pressed.
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
  await undoOnNotice(page, 'Citation removed');
  await citations()
    .nth(before - 1)
    .waitFor();
});

test('the status bar leads to what has no source, and F9 to the next point without evidence', async () => {
  const { page } = despatch;
  await page.getByRole('button', { name: /points and figures/ }).click();
  await page.getByRole('heading', { name: /Without a source/ }).waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await editorOf(page).focus();
  await page.keyboard.press('F9');
  await editorOf(page).locator('[data-found]').waitFor();
});

test('closed and opened again, the citation is there', async () => {
  const { page } = despatch;
  await page.keyboard.press('Control+w');
  await documentRows(page).first().waitFor();
  await openDocument(page, 'Brief:');
  await point(WORDS).click();
  await page.getByRole('tab', { name: /Evidence/ }).click();
  await citations().first().waitFor();
  expect(await citations().first().textContent()).toContain('Marlbridge defences');
  await page.locator('.citation').getByText('As cited').waitFor();
});

test('a point that is copied into another document brings its citations', async () => {
  const { page } = despatch;
  await point(WORDS).click({ clickCount: 3 });
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+w');
  await newDocument(page, 'Control+Shift+B');
  await clickBlock(page, 'point');
  await page.keyboard.press('Control+v');
  await sourcesOf(point(WORDS)).toBe(1);
  await point(WORDS).click();
  await page.getByRole('tab', { name: /Evidence/ }).click();
  await citations().first().waitFor();
  expect(await citations().first().textContent()).toContain('Marlbridge defences');
});
