/** The lines of a front sheet: items with their papers, page ranges and reasons. */
import type { ItemNumber } from '../pack/agenda-numbers.ts';
import type { Exemption } from '../pack/exemption.ts';
import { notForPublication } from '../pack/exemption-words.ts';
import type { FrontPlaces } from '../pack/front-places.ts';
import type { AgendaItem, Paper } from '../pack/meeting.ts';
import type { Audience } from '../pack/plan.ts';
import type { FrontItem, FrontPaper } from './front-sheet-model.ts';

export interface FrontSource {
  readonly places: FrontPlaces;
  readonly audience: Audience;
  /** Of single passages, by the paper they stand in. */
  readonly passages: ReadonlyMap<string, readonly Exemption[]>;
  /** Ids of papers that could not be read: a page in their place says so. */
  readonly leftOut: ReadonlySet<string>;
  /** By item id; only where the sheet is a running order. */
  readonly times: ReadonlyMap<string, string>;
}

const purposes = { decision: 'For decision', discussion: 'For discussion', noting: 'For noting' } as const;

const nowhere = { pages: null, target: null };

/** What is written in several paragraphs. */
export function paragraphs(written: string): string[] {
  return written
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function minutesWords(minutes: number): string {
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

/**
 * A single report is the item itself and needs no line. What is withheld with its whole item is not even named to the
 * public: the law asks for the item's title and no more.
 */
function listedPapers(item: AgendaItem, { audience, leftOut }: FrontSource): readonly Paper[] {
  if (item.exempt !== null && audience === 'public') return [];
  const reports = item.papers.filter(({ appendix }) => !appendix);
  const alone = reports.length === 1 ? reports[0] : undefined;
  const isItem = alone?.title.localeCompare(item.title, 'en-GB', { sensitivity: 'base' }) === 0;
  const withheld = alone?.exempt !== null || alone.source.type === 'toFollow';
  const named = (withheld && item.papers.length > 1) || (alone && leftOut.has(alone.id));
  return item.papers.filter((paper) => paper !== alone || !isItem || named);
}

/** Each once. */
function reasonsOf(exemptions: readonly Exemption[]): string[] {
  return [...new Set(exemptions.flatMap(({ publicInterest }) => paragraphs(publicInterest)))];
}

function frontPaper(paper: Paper, item: AgendaItem, source: FrontSource): FrontPaper {
  const { places, passages, leftOut, audience } = source;
  const inside = passages.get(paper.id) ?? [];
  const notes: string[] = [];
  if (paper.source.type === 'toFollow') notes.push('To follow');
  const shown = audience === 'restricted' || (item.exempt ?? paper.exempt) === null;
  if (leftOut.has(paper.id) && shown) notes.push('Could not be included');
  if (item.exempt === null && paper.exempt !== null) notes.push(notForPublication([paper.exempt]));
  else if (item.exempt === null && inside.length > 0) notes.push(`In part: ${notForPublication(inside)}`);
  const withheld = paper.exempt ? [paper.exempt] : item.exempt === null ? inside : [];
  notes.push(...reasonsOf(withheld).map((reason) => `Public interest: ${reason}`));
  const { title, appendix } = paper;
  return { title, appendix, notes, ...(places.papers.get(paper.id) ?? nowhere) };
}

/** Of an item and not of what stands under it. */
export function frontItem(
  { item, number }: ItemNumber<AgendaItem>,
  depth: number,
  source: FrontSource,
): FrontItem {
  const facts = [
    item.purpose === null ? '' : purposes[item.purpose],
    item.lead.trim(),
    item.minutes === null ? '' : minutesWords(item.minutes),
  ].filter((fact) => fact !== '');
  const listed = listedPapers(item, source);
  const unlisted = item.papers.filter((paper) => !listed.includes(paper));
  const inPart = unlisted.flatMap(({ id, exempt }) =>
    exempt === null ? (source.passages.get(id) ?? []) : [exempt],
  );
  return {
    key: item.id,
    number,
    title: item.title,
    depth,
    facts,
    note: paragraphs(item.note),
    expected: item.expected,
    notForPublication: withheldWords(item, inPart),
    publicInterest: reasonsOf(item.exempt ? [item.exempt] : inPart),
    motions: [],
    late:
      item.late === null
        ? []
        : [
            { label: 'Reason for urgency', lines: paragraphs(item.late.urgency) },
            { label: 'Reason for lateness', lines: paragraphs(item.late.lateness) },
          ].filter(({ lines }) => lines.length > 0),
    toFollow: unlisted.some(({ source: { type } }) => type === 'toFollow'),
    papers: listed.map((paper) => frontPaper(paper, item, source)),
    time: source.times.get(item.id) ?? '',
    ...(source.places.items.get(item.id) ?? nowhere),
  };
}

function withheldWords(item: AgendaItem, inPart: readonly Exemption[]): string {
  if (item.exempt !== null) return notForPublication([item.exempt]);
  return inPart.length > 0 ? `In part: ${notForPublication(inPart)}` : '';
}
