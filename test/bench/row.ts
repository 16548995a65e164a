/** One line of the table: what we take, against a peer or a floor measured in the same run. */
export interface Row {
  readonly name: string;
  /** Median, in `unit`. */
  readonly ours: number;
  /** Median, in `unit`; null where the peer is absent, never guessed. */
  readonly peer: number | null;
  readonly unit: 'ms' | 'bytes';
  /** ours / peer. */
  readonly ratio: number | null;
  /** What the ratio has to stay below. */
  readonly limit: number;
  /** Measurements of each side. */
  readonly runs: number;
  /** What the peer is, or why there is none. */
  readonly against: string;
}

export interface Bench {
  readonly name: string;
  measure(): Promise<Row>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.floor(half)] ?? Number.NaN) + (sorted[Math.ceil(half) - 1] ?? Number.NaN)) / 2;
}

type Frame = Pick<Row, 'name' | 'unit' | 'limit' | 'against'>;

/**
 * Measures both sides in turn, so that a busy moment of the machine meets both.
 * @param peer null: it is absent, and `against` says why.
 */
export async function compare(
  frame: Frame,
  runs: number,
  ours: () => Promise<number>,
  peer: (() => Promise<number>) | null,
): Promise<Row> {
  const measured = { ours: [] as number[], peer: [] as number[] };
  // The first of each side fills caches of disk and code; it does not count.
  for (let run = 0; run <= runs; run += 1) {
    const one = await ours();
    const other = peer ? await peer() : Number.NaN;
    if (run === 0) continue;
    measured.ours.push(one);
    measured.peer.push(other);
  }
  const our = median(measured.ours);
  const their = peer ? median(measured.peer) : null;
  return { ...frame, ours: our, peer: their, ratio: their === null ? null : our / their, runs };
}

/** How long something takes, in ms. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
