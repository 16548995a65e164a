/** Papers that cannot go into a pack: all of them are found before anything is decided. */
import { DespatchError, type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import { explain } from '../../../shared/contract/messages.ts';
import type { PackPaper } from '../../../shared/pack/pack-papers.ts';
import type { PreparedPaper } from './prepare.ts';

export interface FailedPaper {
  readonly of: PackPaper;
  /** As in messages: the file, or the title of a document written here. */
  readonly file: string;
  /** "Agenda Item 6, “Budget”" */
  readonly item: string;
  /** Without its full stop. */
  readonly reason: string;
  /** What was said of it where it was read. */
  readonly error: ErrorData;
}

/** More than anybody mends at once. */
const NAMED = 50;

/** `pack.partFailed` of the first, with a line for each in `places` and their ids in `paperIds` where there are more. */
export class PapersFailed extends DespatchError {
  readonly failed: readonly FailedPaper[];
  /** Those that could be read. */
  readonly read: readonly PreparedPaper[];

  constructor(failed: readonly FailedPaper[], read: readonly PreparedPaper[]) {
    super('pack.partFailed', detailsOf(failed));
    this.failed = failed;
    this.read = read;
  }
}

function detailsOf(failed: readonly FailedPaper[]): ErrorData['details'] {
  const [first] = failed;
  if (!first) return {};
  const { file, item, reason, error } = first;
  const named = failed.slice(0, NAMED);
  return {
    file,
    item,
    reason,
    cause: error.code,
    papers: failed.length,
    places: named.map((each) => `“${each.file}” (${each.item}): ${each.reason}`).join('\n'),
    paperIds: named.map(({ of }) => of.paper.id).join('\n'),
  };
}

/** What is no fault of a paper: it ends the build. */
function isOfPaper(thrown: unknown): thrown is DespatchError {
  if (!(thrown instanceof DespatchError)) return false;
  return !/^(?:call\.cancelled|fault|output\..*|pack\..*)$/.test(thrown.code);
}

/** @param called the item: "Agenda Item 6". @returns null where it is no fault of the paper. */
export function failureOf(thrown: unknown, paper: PackPaper, called: string): FailedPaper | null {
  if (!isOfPaper(thrown)) return null;
  const { source, title } = paper.paper;
  const named = source.type === 'path' ? source.path : source.type === 'file' ? source.name : title;
  const given = thrown.details['file'];
  const file = typeof given === 'string' && source.type === 'document' ? given : named;
  const reason = explain(toErrorData(thrown)).why.replace(/\.$/, '');
  return { of: paper, file, item: itemOf(paper, called), reason, error: toErrorData(thrown) };
}

/** A paper that could be looked at, and not be put together. @returns null where it is no fault of a paper. */
export function failureInAssembly(thrown: unknown, papers: readonly PreparedPaper[]): FailedPaper | null {
  if (!(thrown instanceof DespatchError) || thrown.code !== 'pack.partFailed') return null;
  const { file, item, reason } = thrown.details;
  const paper = papers.find(
    ({ name, called, opened }) => opened !== null && name === file && called === item,
  );
  if (!paper) return null;
  const said = String(reason ?? 'it cannot be taken apart').replace(/\.$/, '');
  const error = { code: 'input.damaged', details: { file: paper.name, reason: said } } as const;
  return { of: paper, file: paper.name, item: itemOf(paper, paper.called), reason: said, error };
}

function itemOf({ item }: PackPaper, called: string): string {
  return `${called}, “${item.title}”`;
}
