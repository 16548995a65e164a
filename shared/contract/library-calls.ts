/** What is to be known of the library itself. */
import * as z from 'zod';
import { errorDataSchema } from './wire.ts';

export const libraryCalls = {
  /** `readOnly`: why nothing in it may be changed as long as it is open; null: it may. */
  'library.state': {
    input: z.strictObject({}),
    output: z.strictObject({ readOnly: errorDataSchema.nullable() }),
  },
} as const;
