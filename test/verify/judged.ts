/** Every PDF that we make, as files, and what veraPDF finds in them beyond what nobody can mend. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { VeraPdf } from '../../scripts/lib/find-verapdf.ts';
import { exports } from './exports.ts';
import { type FailedRule, judge, type Profile } from './judge.ts';
import { type Written, written } from './written.ts';

export async function everyPdf(folder: string): Promise<Written[]> {
  mkdirSync(folder, { recursive: true });
  const files: Written[] = [];
  for (const [at, { name, profiles, make }] of exports.entries()) {
    const file = path.join(folder, `${at}.pdf`);
    writeFileSync(file, await make());
    files.push({ name, file, profiles });
  }
  return [...files, ...(await written(path.join(folder, 'written')))];
}

export interface Judged {
  readonly name: string;
  /** Broken, and not among what it lacks. */
  readonly unexpected: readonly FailedRule[];
  /** Broken for want of what only its author could give. */
  readonly lacking: readonly FailedRule[];
}

/** Those that the profile is asked of, in order. @throws Error where one cannot be judged */
export async function judged(
  veraPdf: VeraPdf,
  files: readonly Written[],
  profile: Profile,
): Promise<Judged[]> {
  const asked = files.filter(({ profiles }) => profiles.includes(profile));
  const failed = await judge(
    veraPdf,
    asked.map(({ file }) => file),
    profile,
  );
  return asked.map(({ name, file, lacks = [] }) => {
    const rules = failed.get(file) ?? [];
    return {
      name,
      unexpected: rules.filter(({ rule }) => !lacks.includes(rule)),
      lacking: rules.filter(({ rule }) => lacks.includes(rule)),
    };
  });
}
