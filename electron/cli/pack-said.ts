/** What `pack build` has to say, for programs and for people. */
import { type PackFinding, sayPackFinding } from '../../shared/pack/check/finding.ts';
import { defaultCheckSettings } from '../../shared/pack/check/input.ts';
import { checkPack } from '../../shared/pack/check/run.ts';
import type { Meeting } from '../../shared/pack/meeting.ts';
import { reportedItems } from '../../shared/pack/pack-report.ts';
import type { Publication } from '../../shared/pack/publication.ts';
import { pagesWords } from '../../shared/pack/ranges.ts';
import type { Build } from '../library/pack/build.ts';
import { itemWordOf } from '../library/pack/edition.ts';
import type { Written } from './outputs.ts';
import { recordOf } from './pack-record.ts';
import type { Said } from './run-verb.ts';
import { plural, writtenWords } from './words.ts';

export interface Told {
  readonly meeting: Meeting;
  readonly earlier: readonly Publication[];
  readonly build: Build;
  readonly publication: Publication;
  readonly consolidated: Build | null;
  readonly written: readonly Written[];
}

export function packSaid(told: Told): Said {
  const { meeting, earlier, build, publication, consolidated, written } = told;
  const { items, plan, files } = build;
  const findings = findingsOf(meeting, build, earlier);
  const { letter } = publication;
  const json = {
    pages: plan.leaves.length,
    lastNumber: plan.lastNumber,
    supplement: letter,
    items: reportedItems(items, { plan, earlier, letter }),
    findings,
    written,
    files: [
      ...files.map((file) => fileJson('pack', file)),
      ...(consolidated?.files ?? []).map((file) => fileJson('consolidated', file)),
    ],
    record: recordOf(meeting, [...earlier, publication]),
  };
  return { json, words: wordsOf(told, findings) };
}

function fileJson(
  kind: 'pack' | 'consolidated',
  { audience, pages, bytes, sha256, proof, notices }: Build['files'][number],
) {
  return {
    kind,
    audience,
    pages,
    bytes,
    sha256,
    proved: proof?.result ?? null,
    limits: proof?.limits ?? [],
    notices,
  };
}

/** Of a supplement only what is in it is judged: the rest was, when it was published. */
function findingsOf(
  meeting: Meeting,
  { papers, plan }: Build,
  earlier: readonly Publication[],
): PackFinding[] {
  const found = checkPack({
    meeting,
    contents: new Map(papers.map(({ paper, content }) => [paper.id, content])),
    ranges: plan.papers,
    lastNumber: plan.lastNumber,
    settings: defaultCheckSettings,
  });
  if (earlier.length === 0) return found;
  const here = new Set(papers.map(({ paper }) => paper.id));
  return found.filter(({ paper }) => paper === null || here.has(paper.id));
}

function wordsOf({ meeting, build, publication, written }: Told, findings: readonly PackFinding[]): string[] {
  const { plan, files } = build;
  const { letter } = publication;
  const numbers = plan.leaves.flatMap(({ number }) => number ?? []);
  const [first = '', last = first] = [numbers[0], numbers.at(-1)];
  const proofs = files.flatMap(({ proof }) => proof ?? []);
  const limits = proofs.flatMap((proof) => proof.limits);
  const pages = plural(plan.leaves.length, 'page');
  const numbered =
    numbers.length === 0 ? '' : `, numbered ${pagesWords({ first, last }).replace(/^Pages? /, '')}`;
  return [
    `${letter === null ? 'The pack' : `Supplement ${letter}`} has ${pages}${numbered}.`,
    ...writtenWords(written),
    ...(proofs.length === 0
      ? []
      : limits.length === 0
        ? ['The public pack was read back: nothing exempt is in it.']
        : [
            'The public pack was read back: nothing exempt is in what could be read. Look yourself at:',
            ...limits.map((limit) => `  ${limit}`),
          ]),
    findings.length === 0 ? 'Pack check: no findings.' : `Pack check: ${plural(findings.length, 'finding')}.`,
    ...findings.map(
      (finding) => `  ${finding.severity.padEnd(8)} ${sayPackFinding(finding, itemWordOf(meeting))}`,
    ),
  ];
}
