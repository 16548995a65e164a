import { keyBench } from '../key-row.ts';
import { VERY_LONG } from '../sheet.ts';

export const bench = keyBench('key-20000-blocks', VERY_LONG, 1.4, 'p95 at 20,000 blocks');
