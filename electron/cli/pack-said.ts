/** What `pack build` has to say, for programs and for people. */
import { numberItems } from '../../shared/pack/agenda-numbers.ts';
import { noticesByFile } from '../../shared/pack/assembly-notice-words.ts';
import { type PackFinding, sayPackFinding } from '../../shared/pack/check/finding.ts';
import { defaultCheckSettings, type PaperContent } from '../../shared/pack/check/input.ts';
import { checkPack } from '../../shared/pack/check/run.ts';
import type { AgendaItem, Meeting } from '../../shared/pack/meeting.ts';
import type { PackOutput } from '../../shared/pack/pack-output.ts';
import { inherited } from '../../shared/pack/pack-papers.ts';
import { reportedItems } from '../../shared/pack/pack-report.ts';
import type { PackPlan } from '../../shared/pack/plan.ts';
import type { Publication } from '../../shared/pack/publication.ts';
import { pagesWords } from '../../shared/pack/ranges.ts';
import type { Build } from '../library/pack/build.ts';
import { itemWordOf } from '../library/pack/edition.ts';
import type { FailedPaper, PapersFailed } from '../library/pack/failed-papers.ts';
import { sharedWordsNotices } from '../library/pack/proving.ts';
import type { Written } from './outputs.ts';
import { recordOf } from './pack-record.ts';
import type { Said } from './run-verb.ts';
import { nameWords, plural, writtenWords } from './words.ts';

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
  const { items, plan, papers, failed, files } = build;
  const contents = contentsOf(papers, failed);
  const findings = findingsOf(meeting, { contents, plan }, earlier);
  const { letter } = publication;
  const json: PackOutput = {
    pages: plan.leaves.length,
    lastNumber: plan.lastNumber,
    supplement: letter,
    items: reportedItems(items, { plan, earlier, letter, leftOut: idsOf(failed) }),
    findings,
    unreadable: failed.map(unreadable),
    written: [...written],
    files: [
      ...files.map((file) => fileJson('pack', file)),
      ...(consolidated?.files ?? []).map((file) => fileJson('consolidated', file)),
    ],
    record: recordOf(meeting, [...earlier, publication]),
  };
  return { json, words: wordsOf(told, findings) };
}

/** Of a pack that was not made because papers could not be read: everything else that is to be put right too. */
export function packRefused(
  meeting: Meeting,
  earlier: readonly Publication[],
  refused: PapersFailed,
): Said & { readonly refused: PapersFailed } {
  const { failed, read } = refused;
  const findings = findingsOf(meeting, { contents: contentsOf(read, failed), plan: null }, earlier);
  const items = numberItems<AgendaItem>(inherited(meeting.items));
  const plan = { papers: new Map(), items: new Map() };
  const json: PackOutput = {
    pages: null,
    lastNumber: null,
    supplement: null,
    items: reportedItems(items, { plan, earlier, letter: null, leftOut: new Set() }),
    findings,
    unreadable: failed.map(unreadable),
    written: [],
    files: [],
    record: null,
  };
  const hint = 'With --leave-out-unreadable a page that says so stands in the place of what cannot be read.';
  return { json, words: [...findingWords(meeting, findings), hint], refused };
}

function unreadable({ of, file, item, reason, error }: FailedPaper) {
  return { item, document: of.paper.title, file, reason, code: error.code };
}

const idsOf = (failed: readonly FailedPaper[]) => new Set(failed.map(({ of }) => of.paper.id));

function contentsOf(papers: Build['papers'], failed: Build['failed']): Map<string, PaperContent> {
  return new Map<string, PaperContent>([
    ...papers.map(({ paper, content }) => [paper.id, content] as const),
    ...failed.map(({ of, error }) => [of.paper.id, { type: 'failed', error }] as const),
  ]);
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

interface Judged {
  readonly contents: ReadonlyMap<string, PaperContent>;
  /** null: there is no pack. */
  readonly plan: PackPlan | null;
}

/** Of a supplement only what is in it is judged: the rest was, when it was published. */
function findingsOf(
  meeting: Meeting,
  { contents, plan }: Judged,
  earlier: readonly Publication[],
): PackFinding[] {
  const found = checkPack({
    meeting,
    contents,
    ranges: plan?.papers ?? null,
    lastNumber: plan?.lastNumber ?? null,
    settings: defaultCheckSettings,
  });
  if (earlier.length === 0) return found;
  return found.filter(({ paper }) => paper === null || contents.has(paper.id));
}

function wordsOf(
  { meeting, build, publication, consolidated, written }: Told,
  findings: readonly PackFinding[],
): string[] {
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
    ...proofs.flatMap(sharedWordsNotices),
    ...leftOutWords(build),
    ...noticeWords([...files, ...(consolidated?.files ?? [])]),
    ...findingWords(meeting, findings),
  ];
}

/** What became of supplied files when they were put in, by file. */
function noticeWords(files: Build['files']): string[] {
  const told = noticesByFile(files);
  if (told.length === 0) return [];
  return [
    `To know of ${plural(told.length, 'supplied file')}:`,
    ...told.flatMap(({ file, item, sentences }) => [
      `  “${file}”${item === null ? '' : ` (${item})`}`,
      ...sentences.map((sentence) => `    ${sentence}`),
    ]),
  ].map(nameWords);
}

function leftOutWords({ papers, failed }: Build): string[] {
  return failed.map(({ of, item, file }) => {
    const held = papers.some(({ paper }) => paper.id === of.paper.id);
    const become = held ? 'a page in its place says so' : 'what was published of it stands';
    return `“${file}” (${item}) could not be read and is left out: ${become}.`;
  });
}

function findingWords(meeting: Meeting, findings: readonly PackFinding[]): string[] {
  return [
    findings.length === 0 ? 'Pack check: no findings.' : `Pack check: ${plural(findings.length, 'finding')}.`,
    ...findings.map(
      (finding) => `  ${finding.severity.padEnd(8)} ${sayPackFinding(finding, itemWordOf(meeting))}`,
    ),
  ];
}
