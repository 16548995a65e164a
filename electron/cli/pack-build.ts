/** `pack build`: from a meeting file to finished packs, without a library. */
import { promises } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import { type PackFinding, sayPackFinding } from '../../shared/pack/check/finding.ts';
import { defaultCheckSettings } from '../../shared/pack/check/input.ts';
import { checkPack } from '../../shared/pack/check/run.ts';
import { parseMeetingFile } from '../../shared/pack/from-file.ts';
import type { Meeting } from '../../shared/pack/meeting.ts';
import { reportedItems } from '../../shared/pack/pack-report.ts';
import type { Audience } from '../../shared/pack/plan.ts';
import { type Build, type BuiltFile, buildPack } from '../library/pack/build.ts';
import { wholePack } from '../library/pack/edition.ts';
import { keptPlan } from '../library/pack/kept-plan.ts';
import {
  askedFiles,
  openPackTargets,
  type PackContent,
  type PackOutput,
  refuseInputs,
} from './pack-outputs.ts';
import { withPackTools } from './pack-tools.ts';
import type { RunVerb } from './run-verb.ts';
import { plural, writtenWords } from './words.ts';

export const run: RunVerb = async (command, io) => {
  const { operand, options } = command;
  const asked = askedFiles(options);
  const meeting = await readMeeting(operand);
  refuseInputs(asked, operand, meeting, []);
  const write = openPackTargets(asked);
  const signal = io.interruption?.() ?? new AbortController().signal;
  const scratch = await promises.mkdtemp(path.join(os.tmpdir(), 'despatch-pack-'));
  try {
    const from = path.dirname(path.resolve(operand));
    const build = await withPackTools(io, { from, scratch }, (tools) =>
      buildPack(
        {
          meeting,
          edition: wholePack(meeting),
          audiences: asked.has('public') ? ['restricted', 'public'] : ['restricted'],
          folder: scratch,
          publicName: path.basename(asked.get('public') ?? ''),
          date: new Date().toISOString(),
        },
        {
          tools,
          signal,
          progress: (done, label) => void io.progress?.(`${Math.round(100 * done)}% ${label}`),
        },
      ),
    );
    const written = await write(contentsOf(build));
    await io.progress?.('');
    const findings = findingsOf(meeting, build);
    return { json: jsonOf(build, findings, written), words: wordsOf(build, findings, written) };
  } finally {
    await promises.rm(scratch, { recursive: true, force: true });
  }
};

/** @throws DespatchError `input.*`, `meeting.invalid` */
async function readMeeting(file: string): Promise<Meeting> {
  let text: string;
  try {
    text = await promises.readFile(file, 'utf8');
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code ?? String(thrown);
    const code =
      reason === 'ENOENT' ? 'input.notFound' : reason === 'EISDIR' ? 'input.notAFile' : 'input.unreadable';
    throw new DespatchError(code, { file, reason }, { cause: thrown });
  }
  return parseMeetingFile(text, path.basename(file));
}

const fileOf = ({ files }: Build, audience: Audience): BuiltFile | undefined =>
  files.find((file) => file.audience === audience);

function contentsOf(build: Build): Map<PackOutput, PackContent> {
  const contents = new Map<PackOutput, PackContent>();
  const [whole, open] = [fileOf(build, 'restricted'), fileOf(build, 'public')];
  if (whole) contents.set('pdf', whole);
  if (open) contents.set('public', open);
  if (open?.proof) contents.set('proof', Buffer.from(`${JSON.stringify(open.proof, null, 2)}\n`));
  return contents;
}

function findingsOf(meeting: Meeting, { papers, plan }: Build): PackFinding[] {
  return checkPack({
    meeting,
    contents: new Map(papers.map(({ paper, content }) => [paper.id, content])),
    ranges: plan.papers,
    lastNumber: plan.lastNumber,
    settings: defaultCheckSettings,
  });
}

function jsonOf(build: Build, findings: readonly PackFinding[], written: readonly object[]): object {
  const { items, plan } = build;
  return {
    pages: plan.leaves.length,
    items: reportedItems(items, keptPlan(items, plan), plan.items),
    findings,
    written,
  };
}

function wordsOf(
  { plan, files }: Build,
  findings: readonly PackFinding[],
  written: Parameters<typeof writtenWords>[0],
): string[] {
  const proved = files.some(({ proof }) => proof !== null);
  return [
    `${plural(plan.leaves.length, 'page')}, the last is numbered ${plan.lastNumber}.`,
    ...writtenWords(written),
    ...(proved ? ['The public pack was read back: nothing exempt is in it.'] : []),
    findings.length === 0 ? 'Pack check: no findings.' : `Pack check: ${plural(findings.length, 'finding')}.`,
    ...findings.map((finding) => `  ${finding.severity.padEnd(8)} ${sayPackFinding(finding)}`),
  ];
}
