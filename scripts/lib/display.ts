/** A display in memory, for tests and pictures on a computer without a screen. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { ensureSystemLibraries } from '../system-libraries.ts';
import { findDisplay } from './find-display.ts';

export interface Display {
  /** What a program's environment needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** What Chromium must be told about it. */
  readonly chromiumArguments: readonly string[];
  stop(): Promise<void>;
}

/** Large enough for a window of 1280 × 800 and its dialogs. */
const SCREEN = '1600x1000x24';

/** The display that is there, else one in memory, which ends with `stop` or with this process. */
export async function ensureDisplay(): Promise<Display> {
  const found = await findDisplay();
  if ('none' in found) return startDisplay();
  return { env: {}, chromiumArguments: found.chromiumArguments, stop: async () => {} };
}

/** Starts an X server on a free number. */
async function startDisplay(): Promise<Display> {
  await ensureSystemLibraries('display');
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const killWithUs = () => server.kill('SIGKILL');
  process.once('exit', killWithUs);
  let complaints = '';
  server.stderr?.on('data', (words) => {
    complaints += words;
  });
  const number = await Promise.race([
    firstLine(server.stdio[3] as Readable),
    ended.then(() => Promise.reject(new Error(`Xvfb did not start: ${complaints.trim()}`))),
  ]);
  return {
    env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '' },
    chromiumArguments: [],
    async stop() {
      process.off('exit', killWithUs);
      server.kill('SIGTERM');
      await ended;
    },
  };
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
}
