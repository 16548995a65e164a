/** The window's parts as a person finds them. */
import type { Locator, Page } from 'playwright-core';

export const editorOf = (page: Page) =>
  page.getByRole('main', { name: 'Text' }).locator('[contenteditable="true"]');
export const documentRows = (page: Page) => page.locator('.document-row');

/** Starts an empty brief or report with its key and waits until one can type. */
export async function newDocument(page: Page, keys: 'Control+Shift+B' | 'Control+Shift+N'): Promise<void> {
  await documentsOrEmpty(page);
  await page.keyboard.press(keys);
  // The sheet is there a moment before the caret is in it.
  await page.waitForFunction(() => {
    const { activeElement: sheet } = document;
    return sheet?.matches('[contenteditable="true"]') && sheet.contains(getSelection()?.focusNode ?? null);
  });
}

/** Opens a document of the library by words of its row. */
export async function openDocument(page: Page, words: string): Promise<void> {
  await documentRows(page).filter({ hasText: words }).dblclick();
  await editorOf(page).waitFor();
}

/** Puts the caret into the first block of a kind. */
export async function clickBlock(page: Page, kind: string, at = 0): Promise<void> {
  await editorOf(page).locator(`[data-kind="${kind}"]`).nth(at).click();
}

/**
 * Waits until the window says that everything changed since this was last called is on disk. It may have said so already:
 * a busy machine can save before anybody has asked. A change takes the icon of "Saved" away at once, and so the mark on it.
 */
export async function untilSaved(page: Page): Promise<void> {
  const icon = page
    .locator('.save-label[data-status="saved"]', { hasText: /^Saved \d/ })
    .locator('svg:not([data-waited-for])');
  await icon.waitFor();
  await icon.evaluate((element) => element.setAttribute('data-waited-for', ''));
}

/** Where something stands once it has come to rest: for the mouse, which a locator does not move. */
export async function restingBox(
  locator: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  let last = '';
  for (;;) {
    const box = await locator.boundingBox();
    const now = JSON.stringify(box);
    if (box && now === last) return box;
    last = now;
    await locator.page().waitForTimeout(100);
  }
}

/** All words in the editor. */
export async function textOf(page: Page): Promise<string> {
  return (await editorOf(page).textContent()) ?? '';
}

async function documentsOrEmpty(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).waitFor();
}

/** Presses Undo on the notice that says so; the bar has an Undo of its own. */
export async function undoOnNotice(page: Page, says: string | RegExp): Promise<void> {
  await page.locator('.toast').filter({ hasText: says }).getByRole('button', { name: 'Undo' }).click();
}

/** Puts away every notice in sight. */
export async function dismissNotices(page: Page): Promise<void> {
  const close = page.locator('.toast').getByRole('button', { name: 'Dismiss' });
  while ((await close.count()) > 0) await close.first().click();
}
