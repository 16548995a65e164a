import { dice } from './generate.ts';
import type { Bench } from './row.ts';
import { keyToPaint, ONE_PAGE, openSheet, percentile, type Sheet, watchKeys, withDesk } from './sheet.ts';

/**
 * Of so many keys in each document, in turn, so that a busy moment of the machine meets both; each round is longer than the
 * editor waits before it reports what is being typed, so that what follows a report is in it.
 */
const ROUNDS = 4;
const KEYS = 100;
/** Milliseconds between keys: of any length, for an even one may keep step with the frames. */
const PAUSE = { least: 60, spread: 34 };

/** Key to paint, p95, in the middle of a long report against the same in a one-page document, both open at once. */
export function keyBench(name: string, pages: number, limit: number, words: string): Bench {
  return {
    name,
    measure: () =>
      withDesk(async (desk) => {
        const ready = async (size: number) => {
          const sheet = await openSheet(desk, size);
          await sheet.toMiddle();
          // What comes once after opening (findings, spelling, the first pages) is not a key's doing.
          await sheet.page.waitForTimeout(6000);
          await watchKeys(sheet);
          return sheet;
        };
        const roll = dice();
        const pause = () => PAUSE.least + PAUSE.spread * roll();
        const [one, long] = [await ready(ONE_PAGE), await ready(pages)];
        const taken = new Map<Sheet, number[]>([
          [one, []],
          [long, []],
        ]);
        for (let round = 0; round < ROUNDS; round += 1) {
          for (const [sheet, times] of taken) times.push(...(await keyToPaint(sheet, KEYS, pause)));
        }
        const [peer = Number.NaN, ours = Number.NaN] = [...taken.values()].map((times) =>
          percentile(times, 0.95),
        );
        await one.close();
        await long.close();
        const against = `one page, in turn; ${words}`;
        return { name, unit: 'ms', limit, against, ours, peer, ratio: ours / peer, runs: ROUNDS * KEYS };
      }),
  };
}
