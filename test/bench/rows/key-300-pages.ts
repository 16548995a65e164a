import { keyBench } from '../key-row.ts';
import { LONG } from '../sheet.ts';

export const bench = keyBench('key-300-pages', LONG, 1.2, 'p95 at 5,000 blocks');
