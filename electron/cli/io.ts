import { writeSync } from 'node:fs';
import { DespatchError } from '../../shared/contract/errors.ts';
import type { StartExtractor } from '../library/import/extract.ts';

/** Where a command reads and writes, so that tests and the packaged application can put their own in place. */
export interface CliIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Resolves when the text has left this process. */
  out(text: string): Promise<void>;
  err(text: string): Promise<void>;
  /** One line about how far it is, in place of the last one; only where a person is looking. "" takes it away. */
  progress?(line: string): Promise<void>;
  /**
   * Given when a person presses Ctrl+C, closes the terminal, or another program asks this one to end; that does not end
   * the process by itself then. The second time it does, and what is half made is removed.
   */
  interruption?(): AbortSignal;
  /** How this runtime starts a process that reads evidence; absent: as plain Node does. */
  readonly startExtractor?: StartExtractor;
}

/** As a shell says of a program that Ctrl+C ended. */
const ENDED_AT_ONCE = 130;
const SAME_PRESS_MS = 300;

/**
 * Writes without a stream: opening one loads all that streams are made of, which takes 5 ms.
 * @returns what is left for the stream, which waits for a slow reader and says what is wrong.
 */
function writeAtOnce(descriptor: number, text: string): Buffer {
  let left = Buffer.from(text);
  // A console there takes bytes in a code page of its own; the stream asks it in another way.
  if (process.platform === 'win32') return left;
  try {
    while (left.length > 0) left = left.subarray(writeSync(descriptor, left));
  } catch {
    // The stream meets the same, and tells it.
  }
  return left;
}

function writer(
  descriptor: number,
  open: () => NodeJS.WriteStream,
  name: string,
): (text: string) => Promise<void> {
  let stream: NodeJS.WriteStream | undefined;
  return (text) =>
    new Promise((resolve, reject) => {
      const left = stream ? text : writeAtOnce(descriptor, text);
      if (left.length === 0) return resolve();
      // Without a listener a reader that has gone away would end the process with a stack.
      stream ??= open().on('error', () => {});
      stream.write(left, (error) => {
        const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
        // `| head` has seen enough; that is no failure.
        if (!error || code === 'EPIPE') return resolve();
        const full = code === 'ENOSPC';
        reject(
          new DespatchError(full ? 'output.full' : 'output.notWritable', {
            file: name,
            reason: String(code),
          }),
        );
      });
    });
}

/** The streams of this process. */
export function processIo(): CliIo {
  const err = writer(2, () => process.stderr, 'standard error');
  return {
    // Opened only where FILE is "-": that takes 4 ms.
    get stdin() {
      return process.stdin;
    },
    out: writer(1, () => process.stdout, 'standard output'),
    err,
    progress: async (line) => {
      if (process.stderr.isTTY) await err(`\r\x1b[K${line.slice(0, process.stderr.columns - 1)}`);
    },
    interruption() {
      const stop = new AbortController();
      let first = 0;
      const interrupted = () => {
        // A terminal, and npm after it, may both pass on the same press of Ctrl+C.
        if (stop.signal.aborted && Date.now() - first > SAME_PRESS_MS) process.exit(ENDED_AT_ONCE);
        first ||= Date.now();
        stop.abort();
      };
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, interrupted);
      return stop.signal;
    },
  };
}
