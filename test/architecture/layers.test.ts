import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const config = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as {
  forbidden: IForbiddenRuleType[];
  options: { tsConfig: unknown };
};

test('every rule about the direction of the house catches a file that breaks it', async () => {
  // The compiler settings of the product do not reach into the fixture.
  const { tsConfig: _, ...options } = config.options;
  const { output } = await cruise(['shared', 'renderer', 'electron'], {
    ...options,
    baseDir: path.join(import.meta.dirname, 'fixture'),
    ruleSet: { forbidden: config.forbidden },
    validate: true,
  });
  const broken = new Set((output as ICruiseResult).summary.violations.map(({ rule }) => rule.name));
  expect([...broken].sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
});
