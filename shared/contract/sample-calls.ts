/** The documents that Despatch brings to try things out on. */
import * as z from 'zod';

export const sampleCalls = {
  /** Copies them into the library, once more each time. @returns their ids, the brief first. */
  'samples.add': {
    input: z.strictObject({}),
    output: z.strictObject({ documentIds: z.array(z.string().min(1)).min(1) }),
  },
} as const;
