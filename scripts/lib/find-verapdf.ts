/**
 * veraPDF, the judge of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2): from the environment variable VERAPDF, from
 * the path, or from Maven into `.cache/verapdf`.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeOnce } from './make-once.ts';
import { cacheFolder } from './repository.ts';
import { run } from './run.ts';

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

/** Why `npm test` could not have it, so that its tests need not try again. */
export const NOT_HAD = 'DESPATCH_TEST_NO_VERAPDF';

/** @throws NoVeraPdf with the reason. */
export async function findVeraPdf(): Promise<VeraPdf> {
  const notHad = process.env[NOT_HAD];
  if (notHad !== undefined && notHad !== '') throw new NoVeraPdf(notHad);
  const named = process.env['VERAPDF'];
  if (named !== undefined && named !== '') {
    if (await runs(named, '--version')) return { program: named, args: [], origin: 'VERAPDF' };
    throw new NoVeraPdf(`VERAPDF names ${named}, which does not run`);
  }
  if (await runs('verapdf', '--version')) return { program: 'verapdf', args: [], origin: 'the path' };
  return fromMaven();
}
