/** Every screen of the application, in every theme, without a barrier that a machine can find. */
import { afterAll, beforeAll, expect } from 'vitest';
import { barriersInEveryTheme } from './barriers.ts';
import { chooseMenu, type Desk, type Started, setUpDesk, test } from './launch.ts';
import { documentRows, editorOf } from './window.ts';

let desk: Desk;
let despatch: Started;

beforeAll(async () => {
  desk = await setUpDesk();
  despatch = await desk.start();
  const { app, page } = despatch;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  while ((await page.evaluate(() => innerWidth)) !== 1280) await page.waitForTimeout(20);
  page.setDefaultTimeout(10_000);
});
afterAll(() => desk?.clear());

const barriers = () => barriersInEveryTheme(despatch.page);

/** Opens something with a command of the menu, looks at it, and closes it with Escape. */
async function look(command: string, shown: RegExp | string): Promise<string[]> {
  const { app, page } = despatch;
  await chooseMenu(app, command);
  await page.getByRole('dialog', { name: shown }).waitFor();
  const found = await barriers();
  await page.keyboard.press('Escape');
  await page.locator('.scrim').waitFor({ state: 'detached' });
  return found;
}

test('the empty library, with its welcome', async () => {
  await despatch.page.getByRole('region', { name: 'New to Despatch' }).waitFor();
  expect(await barriers()).toEqual([]);
});

test('the tour, at each of its steps', async () => {
  const { page } = despatch;
  await page.getByRole('button', { name: 'Take the tour' }).click();
  const next = page.getByRole('button', { name: /^(?:Next|Start writing)$/ });
  const steps = Number((await page.getByText(/^1 of \d+$/).textContent())?.split(' ').at(-1));
  expect(steps).toBeGreaterThan(5);
  for (let step = 1; step <= steps; step += 1) {
    await page.getByText(`${step} of ${steps}`).waitFor();
    if (step % 3 === 1) expect(await barriers()).toEqual([]);
    await next.press('Enter');
  }
  await page.locator('.scrim').waitFor({ state: 'detached' });
  expect(await barriers()).toEqual([]);
});

test('each tab of the side panel', async () => {
  const { page } = despatch;
  const tabs = page.getByRole('complementary', { name: 'Side panel' }).getByRole('tab');
  const found: string[] = [];
  for (const tab of await tabs.all()) {
    await tab.click();
    await page.waitForTimeout(200);
    found.push(...(await barriers()));
  }
  expect(found).toEqual([]);
});

test('the slash menu, the menu of a block, the places it can move to, an export held back', async () => {
  const { page } = despatch;
  const point = editorOf(page).locator('[data-kind="point"]').first();
  await point.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' /');
  await page.getByRole('listbox', { name: 'Insert' }).waitFor();
  const found = await barriers();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu', { name: 'Block' }).waitFor();
  found.push(...(await barriers()));
  await page.keyboard.press('Escape');
  found.push(...(await look('move-to', 'Move to')));
  await page.keyboard.type(' TBC ');
  await page.getByRole('button', { name: /to put right/ }).waitFor();
  found.push(...(await look('export-docx', /to put right first/)));
  expect(found).toEqual([]);
});

test('the palette with and without a query', async () => {
  const { app, page } = despatch;
  await chooseMenu(app, 'palette');
  await page.getByRole('combobox').waitFor();
  const found = await barriers();
  await page.keyboard.type('exp');
  found.push(...(await barriers()));
  await page.keyboard.type(' nothing at all');
  await page.getByText(/Nothing is called/).waitFor();
  found.push(...(await barriers()));
  await page.keyboard.press('Escape');
  expect(found).toEqual([]);
});

test('every dialog that the menu opens', async () => {
  const found = [
    ...(await look('settings', 'Settings')),
    ...(await look('document-settings', 'Document settings')),
    ...(await look('keyboard-help', 'Keyboard')),
    ...(await look('licences', 'Licences')),
    ...(await look('new-document', /New/)),
    ...(await look('import-text', /Import/)),
  ];
  expect(found).toEqual([]);
});

test('every shelf of the library', async () => {
  const { page } = despatch;
  await page.keyboard.press('Control+w');
  await documentRows(page).first().waitFor();
  // Evidence, standing lines and meetings are screens of their own, and looked at where they are tried.
  const shelves = page
    .getByRole('navigation', { name: 'Library' })
    .locator('.shelf')
    .filter({ hasNotText: /Evidence|Standing lines|Meetings/ });
  const found: string[] = [];
  for (const shelf of await shelves.all()) {
    await shelf.click();
    found.push(...(await barriers()));
  }
  expect(found).toEqual([]);
});

test('every stop of the Tab key can be seen, is large enough and leads on', async () => {
  const { page } = despatch;
  await page.getByRole('button', { name: 'All documents' }).click();
  await documentRows(page).filter({ hasText: 'Brief' }).first().dblclick();
  await editorOf(page).waitFor();
  // The outline is drawn after the sheet.
  await expect
    .poll(async () => (await page.getByRole('row', { name: 'Title block' }).boundingBox())?.width, {
      timeout: 5000,
    })
    .toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  const faults: string[] = [];
  const seen = new Set<string>();
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      const on = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight - top) / 2);
      const again = element.dataset['stopped'] === 'true';
      element.dataset['stopped'] = 'true';
      return {
        again,
        name: `${element.getAttribute('role') ?? element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40)}`,
        size: `${width} × ${height}`,
        small: (width < 24 || height < 22) && element.getAttribute('role') !== 'separator',
        hidden: width === 0 || on === null || !(element.contains(on) || on.contains(element)),
      };
    });
    if (!stop) continue;
    // Round once; many of a kind, as the buttons of findings, have one name.
    if (stop.again && seen.size > 8) break;
    seen.add(stop.name);
    if (stop.small) faults.push(`too small: ${stop.name} ${stop.size}`);
    if (stop.hidden) faults.push(`not to be seen: ${stop.name}`);
    // The sheet keeps Tab for levels and fields; Escape lets it go.
    if (stop.name.includes('Text of the document')) await page.keyboard.press('Escape');
  }
  expect(faults).toEqual([]);
  expect([...seen].some((name) => name.includes('Export'))).toBe(true);
  expect([...seen].some((name) => name.includes('Checks'))).toBe(true);
});
