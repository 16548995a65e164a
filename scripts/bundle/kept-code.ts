/** Runs the bundled command line once, so that its next start finds compiled code (`electron/cli/program.ts`). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CliIo } from '../../electron/cli/io.ts';
import { keptCodeFile, loadProgram, type ProgramName, programFile } from '../../electron/cli/program.ts';
import { repository } from '../lib/repository.ts';
import { makeAscii } from './ascii.ts';

/** Both kinds of document; and a text as it is copied out of a page, which takes other ways than one that is tidy. */
const samples: readonly string[] = [
  path.join(repository, 'resources/sample-library/ministerial-brief.md'),
  path.join(repository, 'resources/sample-library/committee-report.md'),
  path.join(import.meta.dirname, 'broken-brief.txt'),
];
/** The second time its files are there and are written over. */
const TIMES = 2;

const nowhere: CliIo = {
  stdin: (async function* () {})(),
  out: async () => {},
  err: async () => {},
};

/** Keeps the code of everything that converting both kinds of document called. */
export async function keepCode(name: ProgramName, outFolder: string): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'despatch-build-'));
  try {
    makeAscii(path.join(outFolder, programFile(name)));
    const { program, script } = loadProgram(name, outFolder, createRequire(path.join(outFolder, 'cli.cjs')));
    const out = path.join(scratch, 'sample');
    for (const file of samples) {
      for (let time = 1; time <= TIMES; time += 1) {
        await program.runCli(['convert', file, '--docx', `${out}.docx`, '--pdf', `${out}.pdf`], nowhere);
      }
    }
    writeFileSync(path.join(outFolder, keptCodeFile(name)), script.createCachedData());
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
