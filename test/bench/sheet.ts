/** The real window with a generated report of any size on its sheet. */
import type { Page } from 'playwright-core';
import { openLibrary } from '../../electron/library/open.ts';
import { type Desk, type Started, setUpDesk } from '../../scripts/lib/desk.ts';
import { sourceFromText } from '../../shared/import/plain-text.ts';
import { documentRows, editorOf } from '../e2e/window.ts';
import { reportText } from './generate.ts';

/** Pages of the generator for about so many blocks: a heading and six paragraphs each. */
export const ONE_PAGE = 1;
/** About 5,000 blocks. */
export const LONG = 714;
/** About 20,000 blocks. */
export const VERY_LONG = 2857;

export interface Sheet {
  readonly page: Page;
  readonly started: Started;
  /** Puts the caret to the end of a paragraph in the middle of the document, once all of it is drawn. */
  toMiddle(): Promise<void>;
  close(): Promise<void>;
}

const context = { signal: new AbortController().signal, progress: () => {} };

async function fillLibrary(folder: string, pages: number): Promise<void> {
  const library = openLibrary({
    folder,
    now: () => new Date(),
    mint: () => crypto.randomUUID(),
    extract: async () => sourceFromText(reportText(pages), 'report.md'),
  });
  library.grants.give('report', 'report.md', 'read');
  await library.handlers['documents.import']({ source: { grant: 'report' }, as: 'report' }, context);
  library.close();
}

/** Starts the application on a library with one report of so many pages, not opened yet. */
async function startWith(desk: Desk, pages: number): Promise<Started> {
  const name = `pages-${pages}`;
  await fillLibrary(desk.libraryOf(name), pages);
  return desk.start(name);
}

export async function openSheet(desk: Desk, pages: number): Promise<Sheet> {
  const started = await startWith(desk, pages);
  const { page } = started;
  await documentRows(page).first().dblclick();
  await editorOf(page).locator('[data-kind="title"]').waitFor();
  return {
    page,
    started,
    async toMiddle() {
      await page.waitForFunction(() => document.querySelector('[data-undrawn]') === null, null, {
        timeout: 120_000,
      });
      const paragraphs = editorOf(page).locator('[data-kind="paragraph"]');
      const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
      await middle.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await middle.click();
      await page.keyboard.press('End');
    },
    close: started.close,
  };
}

/** The title once it is drawn, by the window's own search: Playwright's reads the whole of a long document. */
async function titlePlace(page: Page): Promise<{ left: number; top: number; text: string | null }> {
  const place = await page.waitForFunction(() => {
    const title = document.querySelector('.sheet [data-kind="title"]');
    const { left, top, height } = title?.getBoundingClientRect() ?? new DOMRect();
    return title && height > 0 ? { left: left + 40, top: top + height / 2, text: title.textContent } : null;
  });
  const found = await place.jsonValue();
  if (!found) throw new Error('The sheet has no title.');
  return found;
}

/** In ms, from the double click until the sheet has taken a key. */
export async function openToFirstKey(desk: Desk, pages: number): Promise<number[]> {
  const started = await startWith(desk, pages);
  const { page } = started;
  const taken: number[] = [];
  for (let run = 0; run < 6; run += 1) {
    await documentRows(page).first().waitFor();
    const before = performance.now();
    await documentRows(page).first().dblclick();
    const title = await titlePlace(page);
    await page.mouse.click(title.left, title.top);
    await page.keyboard.press('q');
    await page.waitForFunction(
      (old) => document.querySelector('.sheet [data-kind="title"]')?.textContent !== old,
      title.text,
      { timeout: 10_000 },
    );
    taken.push(performance.now() - before);
    await page.keyboard.press('Backspace');
    await page.locator('.save-label[data-status="saved"]').waitFor();
    await page.keyboard.press('Control+w');
  }
  await started.close();
  // The first opening loads the editor's code.
  return taken.slice(1);
}

/** Has the window note, for each key, the ms from its event to the frame that shows it. */
export async function watchKeys({ page }: Sheet): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => times.push(performance.now() - timeStamp);
          painted.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}

/**
 * Types so many keys at the caret.
 * @param pause in ms, before each next key.
 * @returns what `watchKeys` noted of them.
 */
export async function keyToPaint({ page }: Sheet, keys: number, pause: () => number): Promise<number[]> {
  await page.bringToFront();
  await page.waitForTimeout(1500);
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e');
    await page.waitForTimeout(pause());
  }
  await page.waitForTimeout(300);
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.splice(0));
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export async function withDesk<Result>(work: (desk: Desk) => Promise<Result>): Promise<Result> {
  const desk = await setUpDesk();
  try {
    return await work(desk);
  } finally {
    await desk.clear();
  }
}
