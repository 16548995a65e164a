/** Runs the bundled command line once, so that its next start finds compiled code (`electron/cli/program.ts`). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CliIo } from '../../electron/cli/io.ts';
import { keptCodeFile, loadProgram, type ProgramName, programFile } from '../../electron/cli/program.ts';
import { repository } from '../lib/repository.ts';
import { makeAscii } from './ascii.ts';

const samples = ['ministerial-brief.md', 'committee-report.md'];

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
    for (const sample of samples) {
      const file = path.join(repository, 'resources/sample-library', sample);
      const out = path.join(scratch, sample);
      await program.runCli(['convert', file, '--docx', `${out}.docx`, '--pdf', `${out}.pdf`], nowhere);
    }
    writeFileSync(path.join(outFolder, keptCodeFile(name)), script.createCachedData());
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
