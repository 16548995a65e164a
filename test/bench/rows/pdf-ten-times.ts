import { tenTimes } from '../ten-times.ts';

export const bench = tenTimes('pdf');
