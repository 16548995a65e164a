/** How a companion of the library answers: each order once, by its number. */
import * as z from 'zod';
import { errorDataSchema } from '../../shared/contract/wire.ts';

const id = z.number().int();

/** `memory`: what the process holds by then, in bytes. */
export const answerSchema = z.discriminatedUnion('type', [
  /** Comes any number of times before the answer. */
  z.strictObject({ type: z.literal('progress'), id, done: z.number(), of: z.number() }),
  z.strictObject({ type: z.literal('done'), id, output: z.unknown(), memory: z.number() }),
  z.strictObject({ type: z.literal('error'), id, error: errorDataSchema, memory: z.number() }),
]);
export type CompanionAnswer = z.infer<typeof answerSchema>;

export interface CompanionOrder {
  readonly type: string;
  readonly id: number;
}
