import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { despatch } from '../../scripts/lib/command-line.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { knownBlocks, plainText } from '../../shared/document/walk.ts';
import { reportText } from '../bench/generate.ts';
import { type Desk, setUpDesk, test } from './launch.ts';
import { documentRows, editorOf, newDocument, textOf, untilSaved } from './window.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterAll(() => desk?.clear());

test('killed right after “Saved” shows, and opened again, every word is there', async () => {
  const first = await desk.start('killed');
  await newDocument(first.page, 'Control+Shift+B');
  await first.page.keyboard.type('Meeting with the harbour master');
  await untilSaved(first.page);
  await first.kill();

  for (const words of [' on dredging', ' and on lights']) {
    const again = await desk.start('killed');
    await editorOf(again.page).locator('[data-kind="title"]').click();
    await again.page.keyboard.press('End');
    await again.page.keyboard.type(words);
    await untilSaved(again.page);
    await again.kill();
  }

  const last = await desk.start('killed');
  await editorOf(last.page).waitFor();
  expect(await textOf(last.page)).toContain('Meeting with the harbour master on dredging and on lights');
  await last.close();
});

test('closing the window straight after a keystroke loses nothing', async () => {
  const first = await desk.start('closed');
  await newDocument(first.page, 'Control+Shift+N');
  await first.page.keyboard.press('Control+Home');
  await first.page.keyboard.type('Typed just before closing');
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await first.close();

  const again = await desk.start('closed');
  await editorOf(again.page).waitFor();
  expect(await textOf(again.page)).toContain('Typed just before closing');
  await again.close();
});

test('what is typed and taken back before it is saved counts as saved', async () => {
  const { page, close } = await desk.start('taken-back');
  await newDocument(page, 'Control+Shift+B');
  await page.keyboard.type('Ferry timetable');
  await untilSaved(page);
  await page.keyboard.press('s');
  await page.keyboard.press('Backspace');
  await untilSaved(page);
  await close();
});

test('the title bar names the document and says when it is not saved', async () => {
  const { app, page, close } = await desk.start('title');
  await app.evaluate(({ BrowserWindow }) => {
    const titles: string[] = [];
    const [window] = BrowserWindow.getAllWindows();
    const setTitle = window?.setTitle.bind(window);
    Object.assign(window ?? {}, {
      setTitle(title: string) {
        titles.push(title);
        setTitle?.(title);
      },
    });
    Object.assign(globalThis, { titles });
  });
  // All of them: who asks for the one that stands may come too late for it.
  const titles = () => app.evaluate(() => (globalThis as unknown as { titles: string[] }).titles);
  await newDocument(page, 'Control+Shift+B');
  await page.keyboard.type('Ferry timetable');
  await untilSaved(page);
  await expect.poll(async () => (await titles()).at(-1)).toBe('Ferry timetable – Despatch');
  // Between them may stand one of the saved state with the title before: the title follows at the pause.
  expect(await titles()).toContainEqual(expect.stringMatching(/\(not saved yet\) – Despatch$/));
  await close();
});

test('a second start of the application raises the first', async () => {
  const { app, close } = await desk.start('twice');
  const raised = app.evaluate(
    ({ app: application }) =>
      new Promise((resolve) => application.once('second-instance', () => resolve('raised'))),
  );
  await expect(desk.start('twice')).rejects.toThrow();
  expect(await raised).toBe('raised');
  await close();
});

test('beside the words that say why a library cannot be used, the window says nothing else', async () => {
  const library = desk.libraryOf('damaged');
  mkdirSync(library, { recursive: true });
  writeFileSync(path.join(library, 'library.db'), 'This is no database. '.repeat(500));
  const { page, kill } = await desk.start('damaged');
  const log = path.join(library, '../settings/logs/despatch.log');
  await expect
    .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : ''), { timeout: 10_000 })
    .toContain('library.damaged');
  await page.getByText('Opening your library').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.getByText('Something went wrong').count()).toBe(0);
  await kill();
});

test('a long document is whole from the moment it opens, however little of it is drawn', async () => {
  const library = desk.libraryOf('long');
  const file = path.join(desk.folder, 'report.md');
  writeFileSync(file, reportText(150));
  await despatch('import', file, '--library', library);
  const stored = async () => {
    const [row] = await despatch<{ id: string }[]>('list', '--library', library);
    return despatch<DespatchDocument>('show', row?.id ?? '', '--library', library);
  };
  const original: DespatchDocument = await stored();
  const { page, kill } = await desk.start('long');
  await documentRows(page).first().waitFor();
  // The window never has time to draw what is out of sight.
  await page.evaluate(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  const undrawn = () => page.locator('.sheet-section[data-undrawn]').count();
  await documentRows(page).first().dblclick();
  await editorOf(page).locator('[data-kind="title"]').click();
  // What is near the window is drawn within a few frames.
  let atFirst = -1;
  while (atFirst !== (await undrawn())) {
    atFirst = await undrawn();
    await page.waitForTimeout(100);
  }
  expect(atFirst).toBeGreaterThan(20);
  const height = () => page.locator('.desk').evaluate(({ scrollHeight }) => scrollHeight);
  const guessed = await height();

  // What stood below the window is there as soon as one scrolls.
  expect(await page.locator('[data-waiting]').count()).toBeGreaterThan(0);
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.locator('[data-waiting]').count()).toBe(0);

  await page.keyboard.press('End');
  await page.keyboard.type(' as amended');
  await untilSaved(page);
  expect(await undrawn()).toBe(atFirst);

  // What comes into sight is drawn.
  await page.locator('.desk').evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
  const inSight = () =>
    page.evaluate(() => {
      const { left, top, width, height } =
        document.querySelector('.desk')?.getBoundingClientRect() ?? new DOMRect();
      return (
        document.elementFromPoint(left + width / 2, top + height / 2)?.closest('[data-kind]')?.textContent ??
        ''
      );
    });
  await expect.poll(inSight).not.toBe('');
  expect(await undrawn()).toBeGreaterThan(0);

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await untilSaved(page);
  await page.keyboard.press('Control+z');
  await untilSaved(page);
  await page.keyboard.press('Control+End');
  // The scroll bar told from the start how long the document is.
  expect(Math.abs((await height()) / guessed - 1)).toBeLessThan(0.2);
  await page.keyboard.type(' The end.');
  await untilSaved(page);
  await kill();

  const now: DespatchDocument = await stored();
  const words = (document: DespatchDocument) =>
    [...knownBlocks(document)].map(({ id, content }) => [id, plainText(content)]);
  const expected = words(original);
  const title = expected.find(
    ([id]) => id === original.sections[0]?.blocks.find(({ kind }) => kind === 'title')?.id,
  );
  title?.push(`${title.pop()} as amended`);
  // The caret goes to the first of the empty contact fields, as in a document that is drawn whole.
  const last = expected[expected.findLastIndex(([, text]) => text !== '') + 1];
  last?.push(`${last.pop()} The end.`);
  expect(words(now)).toEqual(expected);
});

test('once a long document is drawn its sections are gathered, and what is written, moved and undone in them is kept', async () => {
  const library = desk.libraryOf('gathered');
  const file = path.join(desk.folder, 'gathered.md');
  const part = (name: number) =>
    `## Part ${name}\n\n${Array.from({ length: 12 }, (_, at) => `${name * 12 + at + 1}. Words of part ${name}.\n`).join('\n')}`;
  writeFileSync(file, `# Report\n\n${Array.from({ length: 60 }, (_, name) => part(name)).join('\n')}`);
  await despatch('import', file, '--library', library, '--as', 'report');
  const stored = async () => {
    const [row] = await despatch<{ id: string }[]>('list', '--library', library);
    return despatch<DespatchDocument>('show', row?.id ?? '', '--library', library);
  };
  const original = await stored();
  const { page, kill } = await desk.start('gathered');
  await documentRows(page).first().dblclick();
  const gathered = page.locator('.sheet-gathering');
  await expect.poll(() => gathered.count(), { timeout: 60_000 }).toBeGreaterThan(1);
  const shown = () =>
    page
      .locator('.sheet-section')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['sectionId']));
  expect(await shown()).toEqual(original.sections.map(({ id }) => id));

  // Into a heading in the middle of a gathering, and from there to a new section.
  const heading = gathered.nth(1).locator('[data-kind="heading"][data-level="1"]').nth(3);
  const words = await heading.textContent();
  await heading.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await heading.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' as amended');
  await page.keyboard.press('Alt+ArrowUp');
  await untilSaved(page);
  await page.keyboard.type(' twice');
  await untilSaved(page);
  const amended = await stored();
  const place = amended.sections.findIndex(({ blocks }) =>
    JSON.stringify(blocks[0]).includes('as amended twice'),
  );
  expect(place).toBeGreaterThan(0);
  expect(await shown()).toEqual(amended.sections.map(({ id }) => id));

  // What was touched comes together again.
  await page.keyboard.press('Control+Home');
  const loose = () => page.locator('.sheet > .sheet-section').count();
  await expect.poll(loose, { timeout: 20_000 }).toBeLessThan(20);
  for (let at = 0; at < 4; at += 1) await page.keyboard.press('Control+z');
  await untilSaved(page);
  expect((await stored()).sections).toEqual(original.sections);
  expect(await shown()).toEqual(original.sections.map(({ id }) => id));
  expect(
    await page.locator('.sheet-section').nth(place).locator('[data-kind="heading"]').first().textContent(),
  ).not.toContain('amended');
  expect(words).not.toContain('amended');
  await kill();
});
