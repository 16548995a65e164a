/** The command line: the library's own handlers without a window. Importing this runs nothing. */
import { type CliIo, processIo } from './cli/io.ts';
import { run } from './cli/run.ts';

/**
 * Runs one command line to its end.
 * @param argv without the program's name: the verb first.
 * @returns the exit code: 0 done, 1 findings, 2 bad input or usage, 3 a fault of ours.
 */
export function runCli(argv: readonly string[], io: CliIo = processIo()): Promise<number> {
  return run(argv, io);
}
