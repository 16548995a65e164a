/** The messages of the `MessagePort` between window and library. Both ends check them; neither trusts the other. */
import * as z from 'zod';
import { errorCodes } from './errors.ts';

export const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), id: z.number().int(), name: z.string(), input: z.unknown() }),
  z.strictObject({ type: z.literal('cancel'), id: z.number().int() }),
]);
export type Request = z.infer<typeof requestSchema>;

export const errorDataSchema = z.strictObject({
  code: z.enum(errorCodes),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const responseSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('result'), id: z.number().int(), output: z.unknown() }),
  z.strictObject({ type: z.literal('error'), id: z.number().int(), error: errorDataSchema }),
  z.strictObject({ type: z.literal('progress'), id: z.number().int(), done: z.number(), label: z.string() }),
]);
export type Response = z.infer<typeof responseSchema>;
