import { afterAll, beforeAll, expect } from 'vitest';
import { type Desk, setUpDesk, test } from './launch.ts';
import { documentRows, editorOf, newDocument, openDocument, textOf, untilSaved } from './window.ts';

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
    await openDocument(again.page, 'Meeting with the harbour master');
    await editorOf(again.page).locator('[data-kind="title"]').click();
    await again.page.keyboard.press('End');
    await again.page.keyboard.type(words);
    await untilSaved(again.page);
    await again.kill();
  }

  const last = await desk.start('killed');
  await openDocument(last.page, 'Meeting with the harbour master');
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
  await documentRows(again.page).first().dblclick();
  await editorOf(again.page).waitFor();
  expect(await textOf(again.page)).toContain('Typed just before closing');
  await again.close();
});

test('the title bar names the document and says when it is not saved', async () => {
  const { app, page, close } = await desk.start('title');
  const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await newDocument(page, 'Control+Shift+B');
  await page.keyboard.type('Ferry timetable');
  expect(await title()).toMatch(/\(not saved yet\) – Despatch$/);
  await untilSaved(page);
  await expect.poll(title).toBe('Ferry timetable – Despatch');
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
