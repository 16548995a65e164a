/** Other programs, started without a shell. */
import { spawn } from 'node:child_process';

export interface Ran {
  /** null: killed. */
  readonly code: number | null;
  /** Both streams as they came. */
  readonly output: string;
  readonly stdout: string;
}

/** Runs to the end and collects what it says; a missing program gives code 127. */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; timeoutMs?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: 127, output: String(error), stdout }));
    child.on('close', (code) => resolve({ code, output, stdout }));
  });
}

/** @throws Error with the end of the output when the program does not end with 0. */
export async function mustRun(...call: Parameters<typeof run>): Promise<string> {
  const { code, output } = await run(...call);
  if (code === 0) return output;
  const [program, args] = call;
  throw new Error(`${program} ${args.join(' ')} ended with ${code ?? 'a signal'}:\n${output.slice(-2000)}`);
}
