import { execFileSync } from 'node:child_process';
import { constants, getPriority } from 'node:os';
import { expect, test } from 'vitest';

const module = new URL('../../../electron/companion/go-behind.ts', import.meta.url).href;

/** The priority of a process that began with one and then went behind; a greater number is further behind. */
function priorityFrom(first: number): number {
  const script = `
    const { getPriority, setPriority } = await import('node:os');
    setPriority(${first});
    (await import(${JSON.stringify(module)})).goBehind();
    console.log(getPriority());`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

test('a process that goes behind has less priority than the window, and one further behind stays where it is', () => {
  const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
  expect(priorityFrom(getPriority())).toBe(Math.max(getPriority(), PRIORITY_BELOW_NORMAL));
  expect(priorityFrom(PRIORITY_LOW)).toBe(PRIORITY_LOW);
});
