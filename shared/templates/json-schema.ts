import * as z from 'zod';
import { templateSchema } from './schema.ts';

/** The shape of a template's file for editors that check it while it is written; what may stand where it cannot say. */
export function templateJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(templateSchema, { io: 'input', reused: 'ref' });
  return {
    $schema,
    title: 'Despatch document template',
    description: 'A file NAME.despatch-template.json in the folder “templates” of a Despatch library.',
    ...schema,
  };
}
