/** `npm run properties [-- ROUNDS]`: every test with a property again and again, each round from a seed of its own. */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from './lib/repository.ts';

const words = process.argv[2] ?? '10';
const rounds = Number(words);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(
    `${words} is no number of rounds. Give a whole number from 1 on, such as: npm run properties -- 20`,
  );
  process.exit(2);
}

const files = globSync('test/**/*.test.{ts,tsx}', { cwd: repository }).filter((file) =>
  readFileSync(path.join(repository, file), 'utf8').includes("from 'fast-check'"),
);
const failed: number[] = [];
for (let round = 1; round <= rounds; round += 1) {
  const seed = randomInt(2 ** 31);
  console.log(`\nRound ${round} of ${rounds}, seed ${seed}, ${files.length} files`);
  const { status } = spawnSync(
    path.join(repository, 'node_modules/.bin/vitest'),
    ['run', '--project', 'unit', '--reporter=dot', '--silent=true', ...files],
    { cwd: repository, stdio: 'inherit', env: { ...process.env, DESPATCH_PROPERTY_SEED: `${seed}` } },
  );
  if (status !== 0) failed.push(seed);
}
if (failed.length > 0) {
  console.error(
    `\n${failed.length} of ${rounds} rounds failed. Again, one of them: DESPATCH_PROPERTY_SEED=${failed[0]} npx vitest run --project unit FILE`,
  );
  process.exitCode = 1;
}
