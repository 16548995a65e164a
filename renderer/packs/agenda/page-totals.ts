/** How many pages the papers of an agenda have, as far as anybody knows. */
import type { PaperFacts } from '../../../shared/contract/meeting-calls.ts';
import type { Paper } from '../../../shared/pack/meeting.ts';

/** "12 pages", "about 12 pages"; empty: not known yet. */
export function pagesWords(facts: PaperFacts | undefined): string {
  if (!facts || facts.pages === null) return '';
  const many = `${facts.pages} ${facts.pages === 1 ? 'page' : 'pages'}`;
  return facts.pagesAre === 'outdated' ? `about ${many}` : many;
}

/** "214 pages of papers, without 2 that are counted when they are built"; empty where there is nothing to count. */
export function totalPagesWords(papers: readonly Paper[], facts: ReadonlyMap<string, PaperFacts>): string {
  const here = papers.filter(({ source }) => source.type !== 'toFollow');
  if (here.length === 0 || facts.size === 0) return '';
  const known = here.flatMap(({ id }) => facts.get(id) ?? []).filter(({ pages }) => pages !== null);
  const pages = known.reduce((sum, one) => sum + (one.pages ?? 0), 0);
  const about = known.some(({ pagesAre }) => pagesAre === 'outdated') ? 'about ' : '';
  const without = here.length - known.length;
  if (known.length === 0) return 'Pages are counted when the pack is built.';
  const rest =
    without === 0 ? '' : `, without ${without} ${without === 1 ? 'paper' : 'papers'} not counted until built`;
  const words = `${about}${pages} ${pages === 1 ? 'page' : 'pages'} of papers${rest}.`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "2 exempt passages"; empty: none. */
export function passagesWords(facts: PaperFacts | undefined): string {
  const passages = facts?.exemptPassages ?? 0;
  if (passages === 0) return '';
  return passages === 1 ? '1 exempt passage' : `${passages} exempt passages`;
}
