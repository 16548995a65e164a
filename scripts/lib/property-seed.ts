/** The seed of every property in a run of the tests. */
import { spawnSync } from 'node:child_process';
import { repository } from './repository.ts';

/**
 * `DESPATCH_PROPERTY_SEED`, or else the first 31 bits of git's hash of the sources: nobody is turned away by a case
 * that his change has nothing to do with, and that was not tried when he tried it. 0 where there is no git.
 */
export function propertySeed(): number {
  const given = Number(process.env['DESPATCH_PROPERTY_SEED'] || Number.NaN);
  if (Number.isInteger(given)) return given;
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD^{tree}'], { cwd: repository, encoding: 'utf8' });
  return Number.parseInt((stdout ?? '').slice(0, 8), 16) >>> 1;
}
