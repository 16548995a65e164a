/** What axe finds on a screen, in every theme. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const themes = [
  { scheme: 'light', contrast: 'usual' },
  { scheme: 'dark', contrast: 'usual' },
  { scheme: 'light', contrast: 'more' },
  { scheme: 'dark', contrast: 'more' },
] as const;

const SETTLED_MS = 400;

async function violationsOn(page: Page): Promise<axe.Result[]> {
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations;
}

/** One line for each thing found, with the theme and the first element concerned; leaves the system's theme. */
export async function barriersInEveryTheme(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(axeSource);
  const found: string[] = [];
  for (const theme of themes) {
    await page.evaluate(({ scheme, contrast }) => {
      Object.assign(document.documentElement.dataset, { scheme, contrast });
    }, theme);
    let violations = await violationsOn(page);
    if (violations.length > 0) {
      // A dialog that is just coming or going is judged when it has come or gone.
      await page.waitForTimeout(SETTLED_MS);
      violations = await violationsOn(page);
    }
    for (const { id, nodes } of violations) {
      found.push(`${theme.scheme} ${theme.contrast}: ${id} ${nodes.map(({ html }) => html).join(' ')}`);
    }
  }
  await page.evaluate(() =>
    Object.assign(document.documentElement.dataset, { scheme: 'system', contrast: 'usual' }),
  );
  return found;
}
