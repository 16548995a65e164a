/** From the lines of any source to a document of ours, with a report of every liberty taken. */
import type { Mint } from '../document/build.ts';
import type { DespatchDocument, DocumentKind } from '../document/schema.ts';
import { readBriefing } from './briefing.ts';
import { DocumentBuilder } from './builder.ts';
import { detectKind } from './detect-kind.ts';
import { prepareKept, settleCitations } from './kept-citations.ts';
import { restoreExempt } from './kept-exempt.ts';
import { takeMarking } from './marking.ts';
import { takeFurniture } from './page-furniture.ts';
import { rejoin } from './rejoin.ts';
import { tellRenumbered } from './renumbered.ts';
import type { ImportRow } from './report.ts';
import { readReport } from './report-grammar.ts';
import type { SourceText } from './source.ts';
import { splitLabelledLines } from './split-labels.ts';
import { spreadExempt } from './spread-exempt.ts';
import { foldTables } from './tables.ts';

export interface Recognised {
  /** Legal by `structureFaults`, with every standard field. */
  readonly document: DespatchDocument;
  readonly report: ImportRow[];
}

export interface RecogniseOptions {
  /** Reads the source as this kind; without it the kind is detected. */
  readonly as?: DocumentKind | undefined;
  readonly mint: Mint;
  /** Whether citations that a file of ours kept come with it, for where their sources can be found again. */
  readonly citations?: boolean;
}

const names: Readonly<Record<DocumentKind, string>> = {
  briefing: 'ministerial brief',
  report: 'committee report',
  submission: 'submission',
};

/** Never fails and never loses or reorders a word: what fits nowhere stays as text where it stood. */
export function recognise(source: SourceText, { as, mint, citations = false }: RecogniseOptions): Recognised {
  const ready = spreadExempt(prepareKept(source, citations));
  const { source: marked, marking } = takeMarking(foldTables(ready));
  const { source: words, furniture } = takeFurniture(marked);
  const passages = rejoin(words.lines, furniture).flatMap(splitLabelledLines);
  const detected = detectKind(passages);
  const kind = as ?? detected.kind;
  const build = new DocumentBuilder(kind, mint);
  if (as === undefined && !detected.certain) {
    const name = names[kind];
    build.uncertainWhole('guessedKind', `Little in this text says what it is, so it was read as a ${name}.`);
  }
  const read = kind === 'briefing' ? readBriefing : readReport;
  read(passages, build, source.format);
  const finished = build.finish(marking, words.notices);
  tellRenumbered(finished, build);
  build.tellFurniture(furniture, finished);
  const { document, rows: exempt } = restoreExempt(finished, source.exemptions ?? []);
  const rows = [...build.rows, ...exempt];
  if (!ready.kept) return { document, report: inOrder(rows) };
  const settled = settleCitations(document, ready.kept, mint);
  return { document: settled.document, report: inOrder([...rows, ...settled.rows]) };
}

/** What concerns the whole file first, then line by line. */
function inOrder(rows: readonly ImportRow[]): ImportRow[] {
  return [...rows].sort((one, other) => (one.original[0]?.line ?? 0) - (other.original[0]?.line ?? 0));
}
