/** Taking evidence in where only Electron can start the processes that read it. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { openStore } from '../../electron/library/db/store.ts';
import { renderPdf } from '../../electron/library/export/pdf/index.ts';
import { printDocument } from '../../shared/print/model.ts';
import { reportDocument } from '../bench/generate.ts';
import { lock, uncover } from '../unreadable-file.ts';
import { makeCitedLibrary, makeSharedLibrary } from './cited-library.ts';
import { answerOpenDialog, answerSaveDialog, chooseMenu, type Desk, setUpDesk, test } from './launch.ts';
import { dismissNotices, documentRows } from './window.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
});
afterAll(() => desk.clear());

function inLibrary<Result>(
  folder: string,
  work: Parameters<ReturnType<typeof openStore>['write']>[0],
): Result {
  const store = openStore({ folder, nativeBinding: null, now: () => new Date() });
  try {
    return store.write(work) as Result;
  } finally {
    store.close();
  }
}

test('an application that is open looks at its watched folders and reads what it finds', async () => {
  const inbox = path.join(desk.folder, 'inbox');
  mkdirSync(inbox);
  writeFileSync(path.join(inbox, 'quay.md'), '# The new quay\n\nIt costs £4m.\n');
  const library = desk.libraryOf('watching');
  inLibrary(library, ({ intake }) =>
    intake.insertFolder({ id: 'inbox', path: inbox, addedAt: '2026-01-05T09:00:00.000Z' }),
  );
  const started = await desk.start('watching');
  const titles = () =>
    inLibrary<string[]>(library, ({ sources }) => sources.list(false).map(({ title }) => title));
  await expect.poll(titles, { timeout: 30_000 }).toEqual(['The new quay']);
  await started.close();
});

test('the application itself takes files in from the command line', () => {
  const file = path.join(desk.folder, 'lamp.txt');
  writeFileSync(file, 'The lamp is lit.\n');
  const words = ['evidence', 'add', file, '--library', path.join(desk.folder, 'from-words'), '--json'];
  const { status, stdout } = spawnSync(
    desk.runtime.executable,
    [...desk.runtime.appArguments, ...desk.chromiumArguments, ...words],
    { env: { ...process.env, ...desk.environment }, encoding: 'utf8', timeout: 60_000 },
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ file, title: 'lamp', status: 'added', words: 4 }]);
});

test('a hundred files are cancelled on the way, and the rest is added when one goes on', async () => {
  const papers = path.join(desk.folder, 'papers');
  mkdirSync(papers);
  const pdf = await renderPdf(printDocument(reportDocument(12)));
  const files = Array.from({ length: 100 }, (_, at) => path.join(papers, `report-${at}.pdf`));
  for (const file of files) writeFileSync(file, Buffer.concat([pdf, Buffer.from(`\n%${file}\n`)]));
  const { app, page, close } = await desk.start('hundred');
  page.setDefaultTimeout(20_000);
  await page.getByRole('button', { name: 'New', exact: true }).waitFor();
  await page.keyboard.press('Control+Shift+E');
  await page.getByText('Keep what your points rest on').waitFor();
  await answerOpenDialog(app, files);
  await chooseMenu(app, 'add-evidence');
  const progress = page.getByRole('region', { name: 'Adding evidence' });
  await progress.getByText(/Adding 100 files, [1-9]\d?%/).waitFor();
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'See what needs you' }).click();
  const report = page.getByRole('dialog', { name: 'What was added' });
  await report.getByText(/not looked at\./).waitFor();
  const left = Number(/(\d+) not looked at/.exec((await report.textContent()) ?? '')?.[1]);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(100);
  await report.getByRole('button', { name: `Go on with ${left} file` }).click();
  await page.locator('.toast').filter({ hasText: '100 sources added' }).waitFor({ timeout: 90_000 });
  await expect.poll(() => page.locator('.shelf-count').first().textContent()).toContain('100');
  await close();
}, 180_000);

test('a new edition is taken where it is offered; a source that is cited takes the place of another instead', async () => {
  await makeCitedLibrary(desk.libraryOf('editions'));
  const { app, page, close } = await desk.start('editions');
  page.setDefaultTimeout(20_000);
  const notice = (words: string | RegExp) => page.locator('.toast').filter({ hasText: words });
  await page.getByRole('button', { name: 'New', exact: true }).waitFor();
  await page.keyboard.press('Control+Shift+E');
  const row = page.locator('.source-row').filter({ hasText: 'survey' });
  await row.waitFor();
  const file = (name: string, words: string) => {
    const made = path.join(desk.folder, name);
    writeFileSync(made, words);
    return made;
  };
  await answerOpenDialog(app, file('survey v3.txt', 'Of 440 households, 320 said so.\n'));
  await chooseMenu(app, 'add-evidence');
  await page.getByRole('button', { name: 'See what needs you' }).click();
  const report = page.getByRole('dialog', { name: 'What was added' });
  await report.getByRole('button', { name: 'Make it a new edition' }).click();
  await notice('has a new edition').waitFor();
  // What became of it is what the report says now.
  await report.getByText('1 new edition.').waitFor();
  await report
    .getByRole('region', { name: 'Added' })
    .getByText(/New edition/)
    .waitFor();
  await report.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => row.count()).toBe(1);
  await page.getByRole('button', { name: /^To look at 2/ }).waitFor();

  await page.getByRole('button', { name: /^All sources/ }).click();
  await answerOpenDialog(app, file('older notes.txt', 'Notes from before.\n'));
  await chooseMenu(app, 'add-evidence');
  await page.locator('.source-row').filter({ hasText: 'older notes' }).waitFor();
  await row.click();
  await page.getByRole('tab', { name: 'Editions' }).click();
  await page.getByRole('button', { name: 'Is a new edition of…' }).click();
  await page.keyboard.type('older');
  await page.getByRole('option', { name: /older notes/ }).waitFor();
  await page.keyboard.press('Enter');
  await notice('was not made an edition').getByRole('button', { name: 'Let it take its place' }).click();
  await notice(/“older notes” is superseded by “survey”/).waitFor();
  await page.locator('.source-row').filter({ hasText: 'older notes' }).getByText('Superseded').waitFor();
  await close();
});

test('a folder that is watched gives what stands in it, what comes, what is changed, and tells what it cannot read', async () => {
  const inbox = path.join(desk.folder, 'drop');
  mkdirSync(path.join(inbox, 'below'), { recursive: true });
  writeFileSync(path.join(inbox, 'below', 'first.txt'), 'First words.\n');
  const { app, page, close } = await desk.start('folder');
  page.setDefaultTimeout(20_000);
  await page.getByRole('button', { name: 'New', exact: true }).waitFor();
  await page.keyboard.press('Control+Shift+E');
  await page.getByText('Keep what your points rest on').waitFor();
  await answerOpenDialog(app, inbox);
  await chooseMenu(app, 'watch-evidence-folder');
  await page.getByRole('region', { name: 'Watched folders' }).getByText('drop').waitFor();
  const row = (title: string) => page.locator('.source-row').filter({ hasText: title });
  await row('first').waitFor();

  // Written bit by bit over several looks: it comes once, whole. Meanwhile others come.
  const slow = path.join(inbox, 'slow.txt');
  const whole = Array.from({ length: 8 }, (_, part) => `Part ${part} of the slow copy.\n`).join('');
  for (let at = 0; at < whole.length; at += 8) {
    appendFileSync(slow, whole.slice(at, at + 8));
    if (at === 48) writeFileSync(path.join(inbox, 'second.txt'), 'Second words.\n');
    // Far less than the time between two looks, so that even a halting machine leaves no two of them the same file.
    await page.waitForTimeout(300);
    expect(await row('slow').count()).toBe(0);
  }
  await row('second').waitFor();
  await row('slow').click();
  await page.getByRole('tab', { name: 'Editions' }).click();
  await page.getByText('1 page, 48 words, 200 bytes').waitFor();

  // What is removed stays a source; what is changed is offered as its new edition.
  rmSync(path.join(inbox, 'second.txt'));
  writeFileSync(path.join(inbox, 'below', 'first.txt'), 'Other words altogether.\n');
  await page.getByRole('button', { name: 'See what needs you' }).click();
  const report = page.getByRole('dialog', { name: 'What came from “drop”' });
  await report.getByRole('button', { name: 'Make it a new edition' }).click();
  await report.getByText('1 new edition.').waitFor();
  await report.getByRole('button', { name: 'Done' }).click();
  await dismissNotices(page);
  await expect.poll(() => page.locator('.source-row').count()).toBe(3);

  // A file that is locked is tried for a while, then told; nothing else waits for it, and once it opens it comes.
  const locked = path.join(inbox, 'locked.txt');
  writeFileSync(locked, 'Words behind the lock.\n');
  const isLocked = lock(locked);
  if (isLocked) {
    writeFileSync(path.join(inbox, 'third.txt'), 'Third words.\n');
    await row('third').waitFor();
    await page.getByRole('button', { name: 'See what needs you' }).click({ timeout: 60_000 });
    await report.getByText('locked.txt').waitFor();
    await report.getByText(/You have no permission to read it/).waitFor();
    await report.getByRole('button', { name: 'Done' }).click();
    uncover(locked);
  }
  await row('locked').waitFor();

  // A folder that goes says so, and one lets it go.
  renameSync(inbox, path.join(desk.folder, 'elsewhere'));
  const folders = page.getByRole('region', { name: 'Watched folders' });
  await folders.getByText(/The folder is not there/).waitFor();
  await folders.getByRole('button', { name: 'Stop watching drop' }).click();
  await folders.waitFor({ state: 'detached' });
  expect(await page.locator('.source-row').count()).toBe(isLocked ? 5 : 4);
  await close();
}, 180_000);

test('a library that may only be read is opened, read and exported from, and says so before anybody tries to change it', async (given) => {
  const library = desk.libraryOf('locked');
  await makeSharedLibrary(library, ['Spring brief']);
  // Root may write wherever the disk allows it: so the disk forbids it.
  const mount = (...words: string[]) => spawnSync('mount', words).status === 0;
  onTestFinished(() => {
    spawnSync('umount', ['-l', library]);
  });
  if (!mount('--bind', library, library) || !mount('-o', 'remount,bind,ro', library)) return given.skip();
  const { app, page, close } = await desk.start('locked');
  page.setDefaultTimeout(20_000);
  const banner = page.locator('.banner').filter({ hasText: 'Its folder is read-only' });
  await banner.waitFor();
  await documentRows(page).filter({ hasText: 'Spring brief' }).dblclick();
  await banner.waitFor();
  await page.locator('[data-kind="point"]').filter({ hasText: 'Seven in ten' }).click();
  await page.getByRole('tab', { name: /^Evidence/ }).click();
  await page.locator('.citation').getByText('305 said that nobody had told them to leave').waitFor();
  const word = path.join(desk.folder, 'spring.docx');
  await answerSaveDialog(app, word);
  await chooseMenu(app, 'export-docx');
  // It has findings, about which one is asked.
  await page.getByRole('button', { name: 'Export anyway' }).click();
  await page.locator('.toast').filter({ hasText: 'spring.docx' }).waitFor();
  expect(readFileSync(word).length).toBeGreaterThan(1000);

  await page.keyboard.press('Control+Shift+E');
  await page.locator('.source-row').first().waitFor();
  await banner.waitFor();
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('wardens');
  await page.locator('mark', { hasText: 'Wardens' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByRole('complementary', { name: 'Source' })
    .getByText('Wardens came at dawn')
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  const file = path.join(desk.folder, 'tides.txt');
  writeFileSync(file, 'High at six.\n');
  await answerOpenDialog(app, file);
  await chooseMenu(app, 'add-evidence');
  await page.getByRole('button', { name: 'See what needs you' }).click();
  const report = page.getByRole('dialog', { name: 'What was added' });
  await report.getByText('tides.txt').waitFor();
  await report.getByText(/can be read but not changed. Its folder is read-only/).waitFor();
  await close();
});

test('a source whose original is gone from the disk says so where its pages would be, and keeps its words', async () => {
  const library = desk.libraryOf('gone');
  const pdf = path.join(desk.folder, 'pier.pdf');
  writeFileSync(pdf, await renderPdf(printDocument(reportDocument(2))));
  const { app, page, close } = await desk.start('gone');
  page.setDefaultTimeout(20_000);
  await page.getByRole('button', { name: 'New', exact: true }).waitFor();
  await page.keyboard.press('Control+Shift+E');
  await page.getByText('Keep what your points rest on').waitFor();
  await answerOpenDialog(app, pdf);
  await chooseMenu(app, 'add-evidence');
  await page.locator('.source-row').first().waitFor();
  const originals = path.join(library, 'originals');
  for (const name of readdirSync(originals)) rmSync(path.join(originals, name), { recursive: true });
  await page.locator('.source-row').first().dblclick();
  const reader = page.getByRole('complementary', { name: 'Source' });
  await reader.getByText(/cannot be shown as they look, only their words/).waitFor();
  await close();
});
