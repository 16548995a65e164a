import { rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Locator, type Page } from 'playwright-core';
import { type Desk, setUpDesk } from '../../scripts/lib/desk.ts';
import { cacheFolder, repository } from '../../scripts/lib/repository.ts';
import { mustRun } from '../../scripts/lib/run.ts';
import { ensureSampleLibrary } from '../../scripts/lib/sample-library.ts';
import type { Runtime } from '../../scripts/runtime/runtime.ts';
import { documentRows, editorOf } from '../e2e/window.ts';
import { type Bench, compare } from './row.ts';

const bareApplication = path.join(repository, 'test/bench/bare-window');

interface Bare {
  readonly executable: string;
  readonly args: readonly string[];
}

/** The same runtime with the bare application; one that knows no path on its command line gets a twin of its own. */
async function bareRuntime(runtime: Runtime): Promise<Bare> {
  if (runtime.appArguments.length > 0) return { executable: runtime.executable, args: [bareApplication] };
  const twin = path.join(cacheFolder, 'bench-bare-runtime');
  rmSync(twin, { recursive: true, force: true });
  await mustRun('cp', ['-al', runtime.folder, twin]);
  rmSync(path.join(twin, 'resources/app'));
  symlinkSync(bareApplication, path.join(twin, 'resources/app'), 'dir');
  return { executable: path.join(twin, path.basename(runtime.executable)), args: [] };
}

async function startBare(
  { executable, args }: Bare,
  desk: Desk,
): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args, ...desk.chromiumArguments],
    env: desk.environment,
  });
  return { app, page: await app.firstWindow() };
}

/** Looks at every frame; Playwright's own looks for what is not there yet come up to half a second apart. */
async function untilDrawn(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector);
}

/** @returns when the text had changed by the key. */
async function typeInto(page: Page, text: Locator): Promise<number> {
  await text.click();
  const before = await text.textContent();
  await page.keyboard.press('q');
  await text.evaluate(async (element, words) => {
    while (element.textContent === words) await new Promise(requestAnimationFrame);
  }, before);
  return performance.now();
}

/** From the start of the process until the window has taken a key. */
async function untilKeyTaken(start: () => Promise<number>): Promise<number> {
  const started = performance.now();
  return (await start()) - started;
}

/**
 * The application with a document open in the editor, against a window with nothing in it but a text to type in.
 * @param open from the first sight of the window until the document is asked for.
 * @param left whether a start before left the document open, so that the next one leads to it.
 */
export function windowRow(name: string, left: boolean, open: (page: Page) => Promise<void>): Bench {
  return {
    name,
    async measure() {
      const desk = await setUpDesk();
      try {
        await ensureSampleLibrary(desk.libraryOf('bench'));
        if (left) await leaveDocumentOpen(desk);
        const bare = await bareRuntime(desk.runtime);
        const ours = () =>
          untilKeyTaken(async () => {
            const { page, close } = await desk.start('bench');
            await open(page);
            await untilDrawn(page, '.sheet [data-kind="title"]');
            const taken = await typeInto(page, editorOf(page).locator('[data-kind="title"]'));
            if (!left) await backToList(page);
            await close();
            return taken;
          });
        const peer = () =>
          untilKeyTaken(async () => {
            const { app, page } = await startBare(bare, desk);
            await untilDrawn(page, 'main');
            const taken = await typeInto(page, page.locator('main'));
            await app.close();
            return taken;
          });
        const against = `a bare window, ${desk.runtime.kind} runtime`;
        return await compare({ name, unit: 'ms', limit: 2, against }, 5, ours, peer);
      } finally {
        await desk.clear();
      }
    },
  };
}

export async function openFromList(page: Page): Promise<void> {
  await untilDrawn(page, '.document-row');
  await documentRows(page).first().dblclick();
}

async function leaveDocumentOpen(desk: Desk): Promise<void> {
  const { page, close } = await desk.start('bench');
  await openFromList(page);
  await untilDrawn(page, '.sheet [data-kind="title"]');
  await close();
}

async function backToList(page: Page): Promise<void> {
  await page.keyboard.press('Control+w');
  await untilDrawn(page, '.document-row');
}
