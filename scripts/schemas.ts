/** `npm run schemas`: the JSON Schemas of the files that people may write for Despatch. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { templateJsonSchema } from '../shared/templates/json-schema.ts';
import { repository } from './lib/repository.ts';

const folder = path.join(repository, 'docs/schemas');
mkdirSync(folder, { recursive: true });
writeFileSync(
  path.join(folder, 'template.schema.json'),
  `${JSON.stringify(templateJsonSchema(), null, 2)}\n`,
);
