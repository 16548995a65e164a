/** How far somebody has come in the tour, kept on this machine. */
import * as z from 'zod';
import { useRemembered } from '../ui/remembered.ts';

const progressSchema = z.strictObject({
  /** Seen to the end, or not wanted: it is not offered any more. */
  settled: z.boolean(),
  /** Where it was left. */
  step: z.number().int().nonnegative(),
});

export function useTourProgress() {
  return useRemembered('tour', progressSchema, { settled: false, step: 0 });
}
