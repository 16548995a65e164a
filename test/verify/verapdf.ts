/**
 * veraPDF, the judge of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2): from the environment variable VERAPDF, from
 * the path, or from Maven into `.cache/verapdf`, where one try is made and its outcome kept for the run.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeOnce } from '../../scripts/lib/make-once.ts';
import { cacheFolder } from '../../scripts/lib/repository.ts';
import { run } from '../../scripts/lib/run.ts';

const ARTIFACT = { group: 'org.verapdf.apps', name: 'greenfield-apps', version: '1.28.2' };
const MAIN_CLASS = 'org.verapdf.apps.GreenfieldCliWrapper';
/** Fetching some twenty small archives. */
const PATIENCE_MS = 180_000;

export interface VeraPdf {
  readonly program: string;
  readonly args: readonly string[];
  /** Where it came from. */
  readonly origin: string;
}

/** Why there is no judge. */
export class NoVeraPdf extends Error {}

export const profiles = ['ua1', '2a'] as const;
export type Profile = (typeof profiles)[number];

export interface FailedRule {
  /** Clause and test number of the profile: "7.1-3". */
  readonly rule: string;
  readonly description: string;
  readonly count: number;
}

const runs = async (program: string, ...args: string[]): Promise<boolean> =>
  (await run(program, args, { timeoutMs: 60_000 })).code === 0;

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>despatch</groupId>
  <artifactId>verapdf</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>${ARTIFACT.group}</groupId>
      <artifactId>${ARTIFACT.name}</artifactId>
      <version>${ARTIFACT.version}</version>
    </dependency>
  </dependencies>
</project>
`;

async function fromMaven(): Promise<VeraPdf> {
  const folder = path.join(cacheFolder, 'verapdf', ARTIFACT.version);
  if (!(await runs('java', '-version'))) throw new NoVeraPdf('there is no Java');
  if (!existsSync(folder)) {
    if (!(await runs('mvn', '--version'))) throw new NoVeraPdf('there is neither veraPDF nor Maven');
    mkdirSync(path.dirname(folder), { recursive: true });
    await makeOnce(folder, async (unfinished) => {
      writeFileSync(path.join(unfinished, 'pom.xml'), pom);
      const goal = [
        'dependency:copy-dependencies',
        '-DincludeScope=runtime',
        `-DoutputDirectory=${unfinished}`,
      ];
      const { code, output } = await run(
        'mvn',
        ['-q', '-B', '-f', path.join(unfinished, 'pom.xml'), ...goal],
        {
          timeoutMs: PATIENCE_MS,
        },
      );
      const jars = readdirSync(unfinished).filter((name) => name.endsWith('.jar'));
      if (code === 0 && jars.length > 0) return;
      const reason = output.split('\n').find((line) => line.includes('ERROR')) ?? 'no answer in time';
      throw new NoVeraPdf(`Maven did not bring it: ${reason.slice(0, 300)}`);
    });
  }
  return { program: 'java', args: ['-cp', path.join(folder, '*'), MAIN_CLASS], origin: 'Maven' };
}

/** @throws NoVeraPdf with the reason. */
export async function findVeraPdf(): Promise<VeraPdf> {
  const named = process.env['VERAPDF'];
  if (named !== undefined && named !== '') {
    if (await runs(named, '--version')) return { program: named, args: [], origin: 'VERAPDF' };
    throw new NoVeraPdf(`VERAPDF names ${named}, which does not run`);
  }
  if (await runs('verapdf', '--version')) return { program: 'verapdf', args: [], origin: 'the path' };
  return fromMaven();
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
