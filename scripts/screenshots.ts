/** `npm run screenshots`: the pictures of the documentation, taken of the real window on the sample library. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { setUpDesk } from './lib/desk.ts';
import { repository } from './lib/repository.ts';
import { ensureSampleLibrary } from './lib/sample-library.ts';

const WIDTH = 1280;
const HEIGHT = 800;
const images = path.join(repository, 'docs/images');

mkdirSync(images, { recursive: true });
const desk = await setUpDesk();
try {
  await ensureSampleLibrary(desk.libraryOf('samples'));
  const { app, page, close } = await desk.start('samples');
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.WIDTH, size.HEIGHT),
    { WIDTH, HEIGHT },
  );
  await page.waitForFunction(`innerWidth === ${WIDTH}`);
  const rows = page.locator('.document-row');
  await rows.nth(1).waitFor();
  await take(page, 'library');

  await rows.filter({ hasText: 'Brief:' }).dblclick();
  await page.locator('[contenteditable="true"]').waitFor();
  await take(page, 'writing');

  await page.getByRole('button', { name: 'Back to the library' }).click();
  await rows.filter({ hasText: 'Report:' }).dblclick();
  await page.locator('[contenteditable="true"]').waitFor();
  await page.getByRole('tab', { name: 'Import' }).click();
  await take(page, 'import-report');
  await close();
} finally {
  await desk.clear();
}

async function take(page: Page, name: string): Promise<void> {
  // Fonts are painted and findings have been counted when nothing has changed for a moment.
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(1000);
  const file = path.join(images, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  console.log(file);
}
