/** Programs timed from the outside, as a person waits for them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/lib/run.ts';
import { timed } from './row.ts';

/** @throws Error when the program does not end with 0. */
export function timeProgram(program: string, args: readonly string[]): Promise<number> {
  return timed(
    () =>
      new Promise<void>((resolve, reject) => {
        const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
        child.on('error', reject);
        child.on('close', (code) =>
          code === 0 ? resolve() : reject(new Error(`${program} ${args[0]} ended with ${code}.`)),
        );
      }),
  );
}

/** A folder for the length of a measurement. */
export async function inScratch<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'despatch-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a program is there, after installing its Debian package where this process may. */
export async function haveProgram(
  program: string,
  debianPackage: string,
  versionFlag = '--version',
): Promise<boolean> {
  const there = async () => (await run(program, [versionFlag])).code === 0;
  if (await there()) return true;
  if (process.getuid?.() !== 0) return false;
  await run('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], { timeoutMs: 600_000 });
  return there();
}
