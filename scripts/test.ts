/** `npm test`: every check there is, and at the end one line with the count of all. */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBundle } from './bundle/ensure.ts';
import { ensureDisplay } from './lib/display.ts';
import { findVeraPdf, NOT_HAD, NoVeraPdf } from './lib/find-verapdf.ts';
import { NeedsAdministrator } from './lib/needs-administrator.ts';
import { cacheFolder, repository } from './lib/repository.ts';
import { run } from './lib/run.ts';
import { librariesOfRuntime, resolveRuntime } from './runtime/resolve.ts';
import { sandboxArguments } from './runtime/sandbox.ts';
import { ensureSystemLibraries } from './system-libraries.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const bin = (name: string) => path.join(repository, 'node_modules/.bin', name);
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const inBuild = !['', '0', 'false', undefined].includes(process.env['CI']);
/** What a person with more rights would have to do first. */
let lacking: string | null = null;
/** Why the judge of PDF/UA is not here. */
let unjudged: string | null = null;

type Outcome = 'ok' | 'FAILED' | 'skipped';
const outcomes = new Map<string, Outcome>();
type Step = readonly [name: string, check: () => Promise<unknown>];

const forSystem: readonly Step[] = [
  [
    'system libraries',
    async () => ensureSystemLibraries(...(await librariesOfRuntime()), 'display', 'tests'),
  ],
];
const forSources: readonly Step[] = [
  [
    'bundle',
    () => Promise.all([ensureBundle('electron', { force: true }), ensureBundle('renderer', { force: true })]),
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
];
/** A network that is down, or a machine without Java, is no fault of ours; but nobody may think that it judged. */
const forPdf: readonly Step[] = [['veraPDF', findVeraPdf]];
const forWindow: readonly Step[] = [
  ['runtime', async () => sandboxArguments(await resolveRuntime())],
  ['display', async () => (await ensureDisplay()).stop()],
];

await inOrder(forSystem);
// The compiler for the runtime has only one thing to do at a time.
await Promise.all([inOrder(forSources), inOrder(forWindow), inOrder(forPdf)]);
const canOpenWindow = outcomes.get('runtime') !== 'skipped' && outcomes.get('display') !== 'skipped';
add(await vitest());
add({ passed: times('ok'), failed: times('FAILED'), skipped: times('skipped') });
if (lacking !== null) {
  console.log(`\nNot everything could be tested here, and that is what was skipped:\n${lacking}\n`);
}
if (unjudged !== null) {
  console.log(`\nNo PDF was judged by veraPDF, and so none is proved to be PDF/UA here: ${unjudged}.\n`);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Each step counts as one test. */
async function inOrder(steps: readonly Step[]): Promise<void> {
  for (const [name, check] of steps) {
    const started = performance.now();
    let outcome: Outcome = 'ok';
    let words = '';
    try {
      await check();
    } catch (error) {
      words = `\n${error instanceof Error ? error.message : error}`;
      // Whoever may not change this computer can still test all that it can do; a build machine must do all of it.
      if (error instanceof NoVeraPdf) {
        unjudged = error.message;
        outcome = 'skipped';
      } else if (error instanceof NeedsAdministrator && !inBuild) {
        lacking ??= error.message;
        outcome = 'skipped';
      } else {
        outcome = 'FAILED';
      }
    }
    outcomes.set(name, outcome);
    console.log(
      `${outcome.padEnd(7)}  ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)${words}`,
    );
  }
}

function times(outcome: Outcome): number {
  return [...outcomes.values()].filter((one) => one === outcome).length;
}

async function command(name: string, ...args: string[]): Promise<void> {
  const { code, output } = await run(bin(name), args, { cwd: repository });
  if (code !== 0) throw new Error(output.trim());
}

async function vitest(): Promise<Count> {
  const report = path.join(cacheFolder, 'vitest.json');
  mkdirSync(cacheFolder, { recursive: true });
  rmSync(report, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const env = {
    ...process.env,
    ...(canOpenWindow ? {} : { DESPATCH_TEST_NO_WINDOW: '1' }),
    ...(unjudged === null ? {} : { [NOT_HAD]: unjudged }),
  };
  const child = spawn(bin('vitest'), args, { cwd: repository, stdio: 'inherit', env });
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
    (file: { status: string; assertionResults: { status: string }[] }) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
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
