/** What the process that puts packs together and its host say to each other. */
import * as z from 'zod';
import { assembledSchema, assemblyJobSchema } from '../../shared/pack/assembly.ts';

export const orderSchema = z.strictObject({
  type: z.literal('assemble'),
  id: z.number().int(),
  job: assemblyJobSchema,
  /** Where the bytes go until they are whole; the host gives them their name. */
  half: z.string().min(1),
});
export type AssemblerOrder = z.infer<typeof orderSchema>;

export const outputSchemas = { assemble: assembledSchema } as const;
