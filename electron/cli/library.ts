/** A library for the length of one command, called through the same edge as the window's calls. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CallContext, CallInput, CallName, CallOutput } from '../../shared/contract/calls.ts';
import { DespatchError } from '../../shared/contract/errors.ts';
import { dispatch } from '../library/dispatch.ts';
import type { Grants } from '../library/grants.ts';
import { startNodeExtractor } from '../library/import/extract.ts';
import { openLocalLog } from '../library/local-log.ts';
import { openLibrary } from '../library/open.ts';
import { applicationLibrary } from './application-library.ts';
import type { Command } from './arguments.ts';
import type { CliIo } from './io.ts';
import { readInput } from './read-input.ts';

export interface CalledLibrary {
  readonly grants: Grants;
  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    context?: CallContext,
  ): Promise<CallOutput<Name>>;
}

/** Beside the bundle, or among the sources. */
function extractorEntry(): string {
  const bundled = path.join(import.meta.dirname, 'extractor.js');
  return existsSync(bundled) ? bundled : path.join(import.meta.dirname, '../extractor/main.ts');
}

const unwatched: CallContext = { signal: new AbortController().signal, progress: () => {} };

/**
 * Opens the library the command names, lets it work, and closes it again.
 * @param missing where there is none: `later` makes one with the first document.
 * @throws DespatchError `library.*`, and whatever the work throws.
 */
export async function withLibrary<Result>(
  { options }: Pick<Command, 'options'>,
  io: CliIo,
  missing: 'refuse' | 'later',
  work: (library: CalledLibrary) => Promise<Result>,
): Promise<Result> {
  const folder = path.resolve(options.library ?? applicationLibrary());
  const now = () => new Date();
  const extract = (file: string) => readInput(file, io);
  // Runtimes that better-sqlite3 has no binary for bring their own; the packaged product has cleared this.
  const nativeBinding = process.env['DESPATCH_NATIVE_BINDING'] || null;
  const startExtractor = io.startExtractor ?? startNodeExtractor(extractorEntry());
  const library = openLibrary({
    folder,
    missing,
    now,
    extract,
    startExtractor,
    nativeBinding,
    mint: randomUUID,
  });
  try {
    return await work({
      grants: library.grants,
      call: async (name, input, context = unwatched) =>
        (await dispatch(library.handlers, name, input, context)) as CallOutput<typeof name>,
    });
  } catch (thrown) {
    if (!(thrown instanceof DespatchError)) openLocalLog(folder, now).fault('the command line', thrown);
    throw thrown;
  } finally {
    library.close();
  }
}
