/** The real application in the real runtime, and answers to its native dialogs, which no test can click. */
import type { ElectronApplication } from 'playwright-core';
import { test as anyTest, type TestAPI } from 'vitest';

/** Skipped where `npm test` found, and said, that no window can open on this computer. */
export const test: TestAPI['skip'] =
  process.env['DESPATCH_TEST_NO_WINDOW'] === undefined ? anyTest : anyTest.skip;

export { type Desk, type Started, setUpDesk } from '../../scripts/lib/desk.ts';

/** Makes the next dialogs for files to read answer with these; null: cancelled. */
export async function answerOpenDialog(
  app: ElectronApplication,
  files: string | readonly string[] | null,
): Promise<void> {
  const filePaths = files === null ? [] : typeof files === 'string' ? [files] : [...files];
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: chosen.length === 0, filePaths: chosen });
  }, filePaths);
}

/** Makes the next dialogs for a file to write answer with `file`; null: cancelled. */
export async function answerSaveDialog(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async (...given: unknown[]) => {
      Object.assign(globalThis, { offeredToSave: given.at(-1) });
      return { canceled: chosen === null, filePath: chosen ?? '' };
    };
  }, file);
}

/** The path that the last dialog so answered offered. */
export function offeredPath(app: ElectronApplication): Promise<string | undefined> {
  return app.evaluate(
    () => (globalThis as { offeredToSave?: { defaultPath?: string } }).offeredToSave?.defaultPath,
  );
}

/** Chooses an item of the native menu by the id of its command. */
export async function chooseMenu(app: ElectronApplication, command: string): Promise<void> {
  await app.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    if (!item?.enabled) throw new Error(`The menu has no item ${id} to choose now.`);
    item.click();
  }, command);
}
