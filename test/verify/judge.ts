/** What veraPDF says of files. */
import type { VeraPdf } from '../../scripts/lib/find-verapdf.ts';
import { run } from '../../scripts/lib/run.ts';

export const profiles = ['ua1', '2a'] as const;
export type Profile = (typeof profiles)[number];

export interface FailedRule {
  /** Clause and test number of the profile: "7.1-3". */
  readonly rule: string;
  readonly description: string;
  readonly count: number;
}

interface Job {
  readonly itemDetails: { readonly name: string };
  readonly validationResult?: readonly {
    readonly compliant: boolean;
    readonly details: {
      readonly passedRules: number;
      readonly ruleSummaries: readonly {
        readonly clause: string;
        readonly testNumber: number;
        readonly description: string;
        readonly failedChecks: number;
      }[];
    };
  }[];
}

/**
 * Judges files by one profile.
 * @returns the failed rules of each file by its path; none for one that conforms.
 * @throws Error where it could not judge a file at all.
 */
export async function judge(
  { program, args }: VeraPdf,
  files: readonly string[],
  profile: Profile,
): Promise<ReadonlyMap<string, readonly FailedRule[]>> {
  if (files.length === 0) return new Map();
  const { stdout, output } = await run(program, [
    ...args,
    '--format',
    'json',
    '--flavour',
    profile,
    ...files,
  ]);
  const began = stdout.indexOf('{"report"');
  if (began < 0) throw new Error(`veraPDF said nothing that can be read:\n${output.slice(-2000)}`);
  const { report } = JSON.parse(stdout.slice(began)) as { report: { jobs: readonly Job[] } };
  const found = new Map<string, readonly FailedRule[]>();
  for (const { itemDetails, validationResult } of report.jobs) {
    const [result] = validationResult ?? [];
    if (!result || result.details.passedRules === 0)
      throw new Error(`veraPDF could not judge ${itemDetails.name}`);
    const failed = result.details.ruleSummaries.map(({ clause, testNumber, description, failedChecks }) => ({
      rule: `${clause}-${testNumber}`,
      description,
      count: failedChecks,
    }));
    if (!result.compliant && failed.length === 0)
      throw new Error(`${itemDetails.name} fails without a reason`);
    found.set(itemDetails.name, failed);
  }
  const missing = files.find((file) => !found.has(file));
  if (missing !== undefined) throw new Error(`veraPDF did not judge ${missing}`);
  return found;
}
