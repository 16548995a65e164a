/** `export --despatch`: a document with its evidence as one file. */
import path from 'node:path';
import type { PortableChoice } from '../../shared/contract/portable-calls.ts';
import type { Command } from './arguments.ts';
import type { CliIo } from './io.ts';
import { withLibrary } from './library.ts';
import type { Said } from './run-verb.ts';
import { writtenWords } from './words.ts';

function choiceOf(options: Command['options']): PortableChoice {
  return {
    originals: options.originals !== 'without',
    editions: options.editions === 'present' ? 'present' : 'cited',
    comments: options.comments === 'with',
    higher: options['marked-higher'] === 'include',
  };
}

export async function exportDespatch(command: Command, out: string, io: CliIo): Promise<Said> {
  const file = path.resolve(out);
  const signal = io.interruption?.() ?? new AbortController().signal;
  const { bytes, notices } = await withLibrary(command, io, 'refuse', ({ grants, call }) => {
    grants.give('output', file, 'write');
    const input = { documentId: command.operand, choice: choiceOf(command.options), grant: 'output' };
    const progress = (done: number, label: string) =>
      void io.progress?.(`${Math.round(100 * done)}% ${label}`);
    return call('portable.export', input, { signal, progress });
  });
  await io.progress?.('');
  const written = [{ format: 'despatch', file, bytes }];
  return {
    json: { documentId: command.operand, written, notices },
    words: [...writtenWords(written), ...notices],
  };
}
