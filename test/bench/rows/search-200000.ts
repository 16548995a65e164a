import type { Bench } from '../row.ts';
import { searchBench } from '../search-row.ts';

/** Search as somebody types, in 200,000 passages. */
export const bench: Bench = searchBench(200_000);
