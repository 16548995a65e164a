/** `docs/schemas/proof.schema.json`: what a proof report is, for who reads it with another program. */
import * as z from 'zod';
import { proofSchema } from './proof-report.ts';

export function proofJsonSchema(): object {
  return {
    ...z.toJSONSchema(proofSchema, { io: 'output' }),
    title: 'Proof that a public file leaks nothing',
    description: 'Written by Despatch beside a public pack or a public copy; see docs/exempt-information.md.',
  };
}
