/** `npm run screenshots`: the pictures of the documentation, taken of the real window on the sample library. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { despatch } from './lib/command-line.ts';
import { setUpDesk } from './lib/desk.ts';
import { repository } from './lib/repository.ts';

const WIDTH = 1280;
const HEIGHT = 800;
const reportFile = path.join(repository, 'resources/sample-library/committee-report.md');
const images = path.join(repository, 'docs/images');

mkdirSync(images, { recursive: true });
const desk = await setUpDesk();
try {
  const library = desk.libraryOf('samples');
  await despatch('samples', '--library', library);
  const extracted = path.join(desk.folder, 'report-from-pdf.txt');
  writeFileSync(extracted, brokenByPages(readFileSync(reportFile, 'utf8')));
  await despatch('import', extracted, '--library', library);
  const { app, page, close } = await desk.start('samples');
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.WIDTH, size.HEIGHT),
    { WIDTH, HEIGHT },
  );
  // The window makes no code from text, not even for Playwright's own waiting.
  while ((await page.evaluate('innerWidth')) !== WIDTH) await page.waitForTimeout(50);
  const rows = page.locator('.document-row');
  await rows.nth(2).waitFor();
  await take(page, 'library');

  await rows.filter({ hasText: 'Brief:' }).dblclick();
  await page.locator('[contenteditable="true"]').waitFor();
  await page.getByRole('tab', { name: 'Checks' }).click();
  await page.locator('[data-region="navigator"]').getByText('Defences at Marlbridge').click();
  await take(page, 'writing');
  await page.locator('[data-kind="point"]').filter({ hasText: 'The flood wall did what' }).click();
  await page.getByRole('tab', { name: 'Evidence' }).click();
  await page.getByRole('list', { name: 'Citations' }).getByText('As cited').first().waitFor();
  await take(page, 'citing');
  await page.getByRole('button', { name: 'Open in the source' }).first().click();
  await page.locator('.reader-mark.quote').first().waitFor();
  await take(page, 'reading');
  await page.keyboard.press('Escape');

  await page.locator('[data-region="navigator"]').getByText('Defences at Marlbridge').click();
  await page.keyboard.press('Control+Shift+P');
  await page.getByText(/^Page \d+ of \d+$/).waitFor();
  await take(page, 'preview');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('move');
  await take(page, 'palette');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Back to the library' }).click();
  await rows.nth(2).waitFor();
  await page.keyboard.press('Control+Shift+E');
  await page.locator('.source-row').filter({ hasText: 'Harrowmere flood investigation' }).click();
  await page.getByRole('complementary', { name: 'Source' }).getByLabel('Title', { exact: true }).waitFor();
  await take(page, 'evidence');
  await page.locator('.source-table').focus();
  await page.keyboard.press('Escape');

  await rows.nth(2).waitFor();
  await rows.filter({ hasText: 'to review' }).filter({ hasText: 'Report:' }).first().dblclick();
  await page.locator('[contenteditable="true"]').waitFor();
  await take(page, 'import-report');

  await page.keyboard.press('Control+Shift+G');
  await page.getByText('Past', { exact: true }).first().click();
  await page
    .getByRole('row', { name: /Communities/ })
    .first()
    .dblclick();
  await page.locator('.agenda-desk [role="row"]').first().waitFor();
  await page.keyboard.press('F5');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Build/ })
    .click();
  const read = page.getByRole('button', { name: 'Read the public pack' });
  await read.first().waitFor();
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' }).click();
  await take(page, 'meeting');
  await read.first().click();
  await page.locator('.reader-page canvas[data-drawn]').first().waitFor();
  await take(page, 'pack');
  await close();
} finally {
  await desk.clear();
}

async function take(page: Page, name: string): Promise<void> {
  // Until findings are counted and the light on a block one went to has faded.
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(2500);
  const file = path.join(images, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  console.log(file);
}

/** The report as it comes out of a PDF: every second long paragraph is torn where a page ended. */
function brokenByPages(text: string): string {
  let long = 0;
  return text
    .split('\n')
    .map((line) => {
      if (line.length < 200) return line;
      long += 1;
      const at = line.indexOf(' ', line.length / 2);
      return long % 2 === 1 ? `${line.slice(0, at)}\n\n${line.slice(at + 1)}` : line;
    })
    .join('\n');
}
