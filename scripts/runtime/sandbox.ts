/** Chromium's own sandbox, which needs rights that not every user of every Linux has. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { NeedsAdministrator } from '../lib/needs-administrator.ts';
import { run } from '../lib/run.ts';
import type { Runtime } from './runtime.ts';

/**
 * What to append so that Chromium starts: as root it refuses to run in its own sandbox. For the start and test
 * scripts only; the packaged product never does this.
 * @throws NeedsAdministrator where this kernel would let Chromium only abort.
 */
export async function sandboxArguments(runtime: Runtime): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) {
    console.error('Running as root: the Chromium sandbox is off (--no-sandbox) for this start.');
    return ['--no-sandbox'];
  }
  const helper = path.join(runtime.folder, 'chrome-sandbox');
  if (mayRunAsRoot(helper) || (await allowsUserNamespaces())) return [];
  throw new NeedsAdministrator(
    [
      'Chromium cannot make its sandbox: this kernel gives ordinary users no namespaces of their own.',
      'Without the sandbox Despatch does not start. Either allow them until the next restart, with the one of',
      '  sudo sysctl -w user.max_user_namespaces=15000',
      '  sudo sysctl -w kernel.unprivileged_userns_clone=1',
      '  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
      'that this system knows, or give the rights to Chromium’s helper alone:',
      `  sudo chown root:root ${quoted(helper)} && sudo chmod 4755 ${quoted(helper)}`,
    ].join('\n'),
  );
}

function mayRunAsRoot(helper: string): boolean {
  if (!existsSync(helper)) return false;
  const { uid, mode } = statSync(helper);
  return uid === 0 && (mode & 0o4000) !== 0;
}

/** Tried, because each distribution forbids them in its own way. */
async function allowsUserNamespaces(): Promise<boolean> {
  const { code } = await run('unshare', ['--user', '--net', 'true']);
  // 127: no program to try it with, so that Chromium must find out.
  return code === 0 || code === 127;
}

function quoted(file: string): string {
  return `'${file.replaceAll("'", "'\\''")}'`;
}
