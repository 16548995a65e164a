import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packRules } from '../../../../shared/pack/check/run.ts';

test('every rule has a name of its own, and a row in the guide', () => {
  const guide = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/pack-check.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name);
  expect(rows.toSorted()).toEqual(packRules.map(({ name }) => name).toSorted());
  expect(new Set(rows).size).toBe(packRules.length);
});
