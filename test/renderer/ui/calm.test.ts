import { expect, test } from 'vitest';
import { type CalmParts, whenCalm } from '../../../renderer/ui/calm.ts';

/** A window whose clock stands still until it is moved on. */
function fakeWindow() {
  let now = 10_000;
  let input = Number.NEGATIVE_INFINITY;
  let waiting: { at: number; run: () => void } | null = null;
  const wait = (run: () => void, delayMs: number) => {
    const mine = { at: now + delayMs, run };
    waiting = mine;
    return () => {
      if (waiting === mine) waiting = null;
    };
  };
  const parts: CalmParts = {
    now: () => now,
    lastInput: () => input,
    later: wait,
    idle: (run) => wait(run, 0),
  };
  return {
    parts,
    press: () => {
      input = now;
    },
    pass(ms: number) {
      const until = now + ms;
      while (waiting && waiting.at <= until) {
        const { at, run } = waiting;
        waiting = null;
        now = at;
        run();
      }
      now = until;
    },
  };
}

test('what nobody waits for does not begin while somebody types', () => {
  const { parts, press, pass } = fakeWindow();
  let begun = 0;
  whenCalm(() => (begun += 1), 60_000, parts);
  for (let key = 0; key < 20; key += 1) {
    pass(500);
    press();
  }
  expect(begun).toBe(0);
  pass(500);
  expect(begun).toBe(0);
  pass(500);
  expect(begun).toBe(1);
  pass(100_000);
  expect(begun).toBe(1);
});

test('it gives the first hand time, although nothing was touched yet', () => {
  const { parts, pass } = fakeWindow();
  let begun = 0;
  whenCalm(() => (begun += 1), 60_000, parts);
  pass(300);
  expect(begun).toBe(0);
  pass(1000);
  expect(begun).toBe(1);
});

test('somebody who never pauses gets it all the same', () => {
  const { parts, press, pass } = fakeWindow();
  let begun = 0;
  whenCalm(() => (begun += 1), 3000, parts);
  for (let key = 0; key < 40; key += 1) {
    press();
    pass(100);
  }
  expect(begun).toBe(1);
});

test('what was called off never begins', () => {
  const { parts, pass } = fakeWindow();
  let begun = 0;
  const cancel = whenCalm(() => (begun += 1), 3000, parts);
  pass(300);
  cancel();
  pass(10_000);
  expect(begun).toBe(0);
});
