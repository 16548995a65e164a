import type { Bench } from '../row.ts';
import { LONG, openSheet, withDesk } from '../sheet.ts';

/** What a person still feels as at once. */
const LONG_TASK_MS = 50;

/** The longest task of the window while the report is scrolled from end to end, a screen at a time. */
export const bench: Bench = {
  name: 'scroll-300-pages',
  measure: () =>
    withDesk(async (desk) => {
      const { page, close } = await openSheet(desk, LONG);
      await page.waitForTimeout(4000);
      const { longest, screens } = await page.evaluate(async () => {
        const tasks: number[] = [];
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) tasks.push(duration);
        });
        observer.observe({ type: 'longtask' });
        const sheet = document.querySelector('.desk');
        if (!sheet) throw new Error('There is nothing to scroll.');
        let screens = 0;
        const frame = () => new Promise(requestAnimationFrame);
        for (let last = -1; sheet.scrollTop !== last; screens += 1) {
          last = sheet.scrollTop;
          sheet.scrollBy({ top: sheet.clientHeight * 0.8, behavior: 'instant' });
          await frame();
          await frame();
        }
        observer.disconnect();
        return { longest: Math.max(0, ...tasks), screens };
      });
      await close();
      return {
        name: 'scroll-300-pages',
        unit: 'ms',
        limit: 1,
        against: `a task of ${LONG_TASK_MS} ms, end to end in ${screens} screens`,
        ours: longest,
        peer: LONG_TASK_MS,
        ratio: longest / LONG_TASK_MS,
        runs: screens,
      };
    }),
};
