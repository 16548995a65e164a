import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { templateJsonSchema } from '../../../shared/templates/json-schema.ts';

test('the JSON Schema of the guide is that of the parser (npm run schemas)', () => {
  const file = path.join(import.meta.dirname, '../../../docs/schemas/template.schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(templateJsonSchema())));
});
