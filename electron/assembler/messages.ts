/** What the process that takes PDFs apart and puts packs together and its host say to each other. */
import * as z from 'zod';
import { assembledSchema, assemblyJobSchema } from '../../shared/pack/assembly.ts';
import { inspectionSchema } from '../../shared/pack/inspection.ts';
import { proofJobSchema, proofSchema } from '../../shared/pack/proof-report.ts';

const id = z.number().int();

export const orderSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('assemble'),
    id,
    job: assemblyJobSchema,
    /** Where the bytes go until they are whole; the host gives them their name. */
    half: z.string().min(1),
  }),
  z.strictObject({
    type: z.literal('inspect'),
    id,
    file: z.string().min(1),
    /** As in messages. */
    name: z.string(),
  }),
  /** Whether a finished public file shows what stands only in exempt parts. */
  z.strictObject({ type: z.literal('prove'), id, job: proofJobSchema }),
]);
export type AssemblerOrder = z.infer<typeof orderSchema>;

export const outputSchemas = {
  assemble: assembledSchema,
  inspect: inspectionSchema,
  prove: proofSchema,
} as const;
