/** A window with much to do, which shows what was made some frames later. */
import type { Page } from 'playwright-core';

const LATE_MS = 150;

/** @returns what makes frames come in time again. */
export async function lateFrames(page: Page): Promise<() => Promise<void>> {
  await page.evaluate((late) => {
    const own = window.requestAnimationFrame.bind(window);
    Object.assign(window, {
      ownFrame: own,
      requestAnimationFrame: (draw: FrameRequestCallback) => setTimeout(() => own(draw), late),
    });
  }, LATE_MS);
  return () =>
    page.evaluate(() => {
      const { ownFrame } = window as unknown as { ownFrame: typeof requestAnimationFrame };
      window.requestAnimationFrame = ownFrame;
    });
}
