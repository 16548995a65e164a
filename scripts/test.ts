/** `npm test`: every check there is, and at the end one line with the count of all. */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBundle } from './bundle/ensure.ts';
import { cacheFolder, repository } from './lib/repository.ts';
import { run } from './lib/run.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { ensureSystemLibraries } from './system-libraries.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const bin = (name: string) => path.join(repository, 'node_modules/.bin', name);
const total: Count = { passed: 0, failed: 0, skipped: 0 };

/** Each counts as one test. */
const steps: readonly [name: string, check: () => Promise<void>][] = [
  ['system libraries', () => ensureSystemLibraries('window', 'display', 'tests')],
  [
    'bundle',
    () =>
      Promise.all([
        ensureBundle('electron', { force: true }),
        ensureBundle('renderer', { force: true }),
      ]).then(() => {}),
  ],
  ['types', () => command('tsc', '-b')],
  ['format and lint', () => command('biome', 'check', '.', '--error-on-warnings')],
  [
    'layers',
    () =>
      command(
        'depcruise',
        '--config',
        '.dependency-cruiser.cjs',
        // Written to break the rules.
        '--exclude',
        '^test/architecture/fixture',
        'electron',
        'renderer',
        'shared',
        'scripts',
        'test',
      ),
  ],
  ['dead code', () => command('knip')],
  ['runtime', () => resolveRuntime().then(() => {})],
];

for (const [name, check] of steps) {
  const started = performance.now();
  const fault = await check().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${fault === null ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)${fault === null ? '' : `\n${fault}`}`,
  );
  if (fault === null) total.passed += 1;
  else total.failed += 1;
}
add(await vitest());
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function command(name: string, ...args: string[]): Promise<void> {
  const { code, output } = await run(bin(name), args, { cwd: repository });
  if (code !== 0) throw new Error(output.trim());
}

async function vitest(): Promise<Count> {
  const report = path.join(cacheFolder, 'vitest.json');
  mkdirSync(cacheFolder, { recursive: true });
  rmSync(report, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(bin('vitest'), args, { cwd: repository, stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  const count = existsSync(report)
    ? countIn(readFileSync(report, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 };
  // An error outside every test still fails the run.
  if (code !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

function countIn(report: string): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report);
  const brokenFiles = testResults.filter(
    (file: { status: string; assertionResults: unknown[] }) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles.length,
    skipped: numPendingTests + numTodoTests,
  };
}

function add(count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}
