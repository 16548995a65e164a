/** As often the work is done at most: the first run compiles as well, and any may meet the collection of garbage. */
const TRIES = 3;

/**
 * Milliseconds of processor time that the work takes on this thread, the least of a few runs. What else the machine does
 * meanwhile does not count, as it would by a clock.
 * @param enough with less than this in a run, none is done after it.
 */
export function leastWork(run: () => unknown, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least >= enough; tries += 1) least = Math.min(least, workOf(run));
  return least;
}

/**
 * How much more work a text of ten parts is than ten texts of one part: about 1 where work grows as its text does, about 10
 * where it grows with its square.
 * @param prepare makes the text of so many lines, and gives back what reads it.
 */
export function growthOfWork(
  lines: number,
  enough: number,
  prepare: (lines: number) => () => unknown,
): number {
  const [one, ten] = [prepare(lines), prepare(10 * lines)];
  const apart = workOf(() => {
    for (let at = 0; at < 10; at += 1) one();
  });
  return leastWork(ten, enough * apart) / apart;
}

function workOf(run: () => unknown): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
