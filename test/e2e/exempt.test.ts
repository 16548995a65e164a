/** A passage marked exempt in the real window, and the public copy of it from the command line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { openPdf } from '../../electron/pdfium/open-pdf.ts';
import { repository } from '../../scripts/lib/repository.ts';
import { run } from '../../scripts/lib/run.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { answerSaveDialog, type Desk, type Started, setUpDesk, test } from './launch.ts';
import { editorOf, openDocument, untilSaved } from './window.ts';

let desk: Desk;
let despatch: Started;
let folder: string;
const cli = (...given: string[]) =>
  run(process.execPath, [
    path.join(repository, 'scripts/cli.ts'),
    ...given,
    '--library',
    desk.libraryOf('desk'),
  ]);

beforeAll(async () => {
  desk = await setUpDesk();
  folder = mkdtempSync(path.join(tmpdir(), 'despatch-test-'));
  const file = path.join(folder, 'Depot.md');
  writeFileSync(
    file,
    '# Depot report\n\n## Bids\n\nThe depot is let.\n\nFalconbridge bids most.\n\nThe lease ends.\n',
  );
  const { code, output } = await cli('import', file, '--as', 'report');
  if (code !== 0 && code !== 1) throw new Error(output);
  despatch = await desk.start();
  despatch.page.setDefaultTimeout(8000);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  return desk?.clear();
});

const block = (words: string) =>
  editorOf(despatch.page).locator('[data-kind]').filter({ hasText: words }).last();

test('a block is marked by key and dialog, says so in the margin, and undo takes it back', async () => {
  const { page } = despatch;
  await openDocument(page, 'Depot report');
  await block('Falconbridge').click();
  await page.keyboard.press('Control+Alt+x');
  const dialog = page.getByRole('dialog', { name: 'Exempt from publication' });
  await dialog.waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await dialog.getByText('Information relating to the financial or business affairs').click();
  await dialog.getByRole('textbox', { name: /public interest/ }).fill('Bids are open.');
  await dialog.getByRole('button', { name: 'Mark as exempt' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await untilSaved(page);
  expect(await block('Falconbridge').getAttribute('data-exempt')).toBe('Exempt: paragraph 3');
  await block('Falconbridge').click();
  await page.keyboard.press('Control+z');
  await block('Falconbridge').and(page.locator(':not([data-exempt])')).waitFor();
  await page.keyboard.press('Control+y');
  await page.locator('[data-exempt]').first().waitFor();
  await untilSaved(page);
});

test('its public copy is written and proved without it', async () => {
  const listed = await cli('list', '--json');
  const id = /"id": ?"([^"]+)"/u.exec(listed.output)?.[1] ?? '';
  const out = path.join(folder, 'public.pdf');
  const { code, output } = await cli(
    'export',
    id,
    '--public',
    out,
    '--proof',
    path.join(folder, 'proof.json'),
  );
  expect([code, output]).toEqual([0, expect.stringContaining('Proved: nothing exempt')]);
  const pdf = await openPdf(readFileSync(out));
  const { text } = pdf.text(0);
  pdf.close();
  expect(text).toContain('left out here');
  expect(text).not.toContain('Falconbridge');
});

test('the window offers its public copy, as a PDF, and says that it is proved', async () => {
  const { page, app } = despatch;
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'Restricted copy' }).waitFor();
  await dialog.getByText('Public copy').click();
  await dialog.getByText('PDF', { exact: true }).click();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  const target = path.join(folder, 'from-window.pdf');
  await answerSaveDialog(app, target);
  await dialog.getByRole('checkbox', { name: 'Save the report of the proof too' }).press('Space');
  await dialog.getByRole('button', { name: 'Export to PDF…' }).click();
  await page.getByRole('button', { name: 'Export anyway' }).click();
  await page.getByText(/Proved: nothing exempt stands in the \d+ words/).waitFor({ timeout: 30_000 });
  const pdf = await openPdf(readFileSync(target));
  const { text } = pdf.text(0);
  pdf.close();
  expect(text).toContain('left out here');
  expect(text).not.toContain('Falconbridge');
});
