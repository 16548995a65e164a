import type { Bench } from '../row.ts';
import { searchBench } from '../search-row.ts';

/** Search as somebody types, in a million passages. */
export const bench: Bench = searchBench(1_000_000);
