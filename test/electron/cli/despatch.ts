/** The real command line, as a process of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const script = path.resolve(import.meta.dirname, '../../../scripts/cli.ts');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function despatch(
  args: readonly string[],
  {
    input = '',
    cwd,
    env,
    timeoutMs = 60_000,
  }: { input?: string | Uint8Array; cwd?: string; env?: NodeJS.ProcessEnv; timeoutMs?: number } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env: { ...process.env, ...env },
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (chunk) => {
        said[name] += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
    // A command that does not read its input may have ended before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** A brief of our own with every thing the verbs report on. */
export const brief = `MEETING WITH THE HARBOUR BOARD

Attendees: TBC
Purpose of meeting: To agree the winter timetable.
Annotated agenda: i) to agree the timetable; ii) to hear of the new quay

1) The winter timetable

Points to make

- **The first ferry leaves at six**, so that nurses reach the early shift.
- The island asks for a later boat on Fridays and we have been looking into what that would
cost the company in fuel and in wages.
- Question to ask: When can the board decide?

2) The new quay

Points to make

- The quay costs £4m.
- Work begins in spring.
`;
