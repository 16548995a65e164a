/** `npm run schemas`: the JSON Schemas of the files that people may write for Despatch. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { meetingJsonSchema } from '../shared/pack/meeting-json-schema.ts';
import { packOutputJsonSchema } from '../shared/pack/pack-output.ts';
import { proofJsonSchema } from '../shared/pack/proof-json-schema.ts';
import { templateJsonSchema } from '../shared/templates/json-schema.ts';
import { repository } from './lib/repository.ts';

const folder = path.join(repository, 'docs/schemas');

function write(name: string, schema: object): void {
  writeFileSync(path.join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
}

mkdirSync(folder, { recursive: true });
write('template.schema.json', templateJsonSchema());
write('meeting.schema.json', meetingJsonSchema());
write('proof.schema.json', proofJsonSchema());
write('pack.schema.json', packOutputJsonSchema());
