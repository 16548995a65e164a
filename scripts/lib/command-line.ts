/** The product's command line, called by scripts. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { repository } from './repository.ts';
import { run } from './run.ts';

export interface SourceDocument {
  /** Tells the documents apart, and names what is made of them. */
  readonly name: string;
  readonly file: string;
}

/** The documents of the sample library that people may write in. */
export const sampleDocuments: readonly SourceDocument[] = ['ministerial-brief', 'committee-report'].map(
  (name) => ({
    name: `sample-${name}`,
    file: path.join(repository, 'resources/sample-library', `${name}.md`),
  }),
);

/** The source documents beside a development checkout; none where they are not there. */
export function seedDocuments(): SourceDocument[] {
  return ['ministerial-briefing', 'committee-report']
    .map((name) => ({
      name: `seed-${name}`,
      file: path.join(repository, '../shared/seeds', `${name}.txt`),
    }))
    .filter(({ file }) => existsSync(file));
}

/**
 * Runs one verb with `--json` and gives what it says.
 * @throws Error with its own words when it ends with anything but 0 (done) and 1 (findings).
 */
export async function despatch<Said>(verb: string, ...args: string[]): Promise<Said> {
  const script = path.join(repository, 'scripts/cli.ts');
  const { code, output, stdout } = await run(process.execPath, [script, verb, ...args, '--json']);
  if (code !== 0 && code !== 1) throw new Error(`despatch ${verb} ended with ${code}: ${output.trim()}`);
  return JSON.parse(stdout) as Said;
}

export interface ImportSaid {
  readonly documentId: string;
  readonly kind: string;
  readonly title: string;
  readonly report: readonly unknown[];
}
