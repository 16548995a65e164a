import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

test('the compiler settings of shared/ refuse anything of Node or of the window', () => {
  const { stdout } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', path.join(import.meta.dirname, 'stray')],
    { encoding: 'utf8' },
  );
  for (const name of ['process', 'document', 'window', 'Buffer']) {
    expect(stdout).toContain(`Cannot find name '${name}'`);
  }
});
