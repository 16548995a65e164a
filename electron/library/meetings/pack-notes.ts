/** Where the notes of readers stand in a pack: each hangs on words of papers, and every paper is looked at alone. */
import type { CallInput, CallOutput } from '../../../shared/contract/calls.ts';
import { type AnchorText, anchorIn, anchorText } from '../../../shared/evidence/anchor.ts';
import { takePassage } from '../../../shared/evidence/taken.ts';
import { pageStarts, wholeText } from '../../../shared/evidence/text.ts';
import type { KeptPlan } from '../../../shared/pack/kept-pack.ts';
import { bodyLength } from '../../../shared/pack/page-body.ts';
import { type NotePassage, passagesOf, type ReaderNote } from '../../../shared/pack/reader-note.ts';

type Placed = CallOutput<'packs.notes'>[number];
type Place = Placed['places'][number];

interface PaperText {
  /** Pages of the pack, counted from 1. */
  readonly pages: readonly number[];
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  readonly whole: string;
}

/** The words of the pages of one paper, or, for null, of those that belong to none, without what the pack stamps on them. */
function paperText(plan: KeptPlan, texts: readonly string[], paperId: string | null): PaperText {
  const pages = plan.pages.flatMap((page, at) => (page.paperId === paperId ? [at + 1] : []));
  const own = pages.map((page) => {
    const text = texts[page - 1] ?? '';
    return { text: text.slice(0, bodyLength(text, plan.pages[page - 1]?.label ?? '')) };
  });
  return {
    pages,
    starts: pageStarts(own),
    lengths: own.map(({ text }) => text.length),
    whole: wholeText(own),
  };
}

/**
 * What a note hangs on whose words stand at these places. Of words that run over pages, those on pages that belong to
 * no paper, as blank ones, are left out where there are others.
 * @returns null where no words of papers stand there.
 */
export function noteAt(
  plan: KeptPlan,
  texts: readonly string[],
  places: CallInput<'packs.addNote'>['places'],
): Pick<ReaderNote, 'paperId' | 'locator' | 'more'> | null {
  const papers = new Map<string | null, PaperText>();
  const all = places.flatMap(({ page, start, end }): NotePassage[] => {
    const paperId = plan.pages[page - 1]?.paperId ?? null;
    const paper = papers.get(paperId) ?? paperText(plan, texts, paperId);
    papers.set(paperId, paper);
    const at = paper.pages.indexOf(page);
    const [from, length] = [paper.starts[at], paper.lengths[at]];
    if (from === undefined || length === undefined) return [];
    const taken = takePassage(
      { sourceId: '', edition: '', page: at + 1, text: paper.whole, start: 0 },
      { start: from + Math.min(start, length), end: from + Math.min(end, length) },
    );
    return taken ? [{ paperId, locator: taken.locator }] : [];
  });
  const ofPapers = all.filter(({ paperId }) => paperId !== null);
  const [first, ...more] = ofPapers.length > 0 ? ofPapers : all;
  return first ? { ...first, more } : null;
}

/** In the order of the notes. */
export function notesIn(
  notes: readonly ReaderNote[],
  plan: KeptPlan,
  texts: readonly string[],
): CallOutput<'packs.notes'> {
  const papers = new Map<string | null, { paper: PaperText; text: AnchorText }>();
  const paperOf = (paperId: string | null) => {
    const known = papers.get(paperId);
    if (known) return known;
    const paper = paperText(plan, texts, paperId);
    const made = { paper, text: anchorText('', paper.whole, paper.starts, true) };
    papers.set(paperId, made);
    return made;
  };
  return notes.map((note) => {
    const passages = passagesOf(note).map(({ paperId, locator }): Omit<Placed, 'note'> => {
      const { paper, text } = paperOf(paperId);
      if (paper.pages.length === 0) return { state: 'lost', places: [] };
      const { state, place } = anchorIn(text, locator, false);
      if (!place || state === 'sourceMissing') return { state: 'lost', places: [] };
      return { state, places: onPages(paper, place) };
    });
    const places = passages.flatMap((passage) => passage.places);
    return { note, state: stateOf(passages.map(({ state }) => state)), places };
  });
}

/** Words of a paper as words of pages of the pack. */
function onPages(
  { pages, starts, lengths }: PaperText,
  { start, end }: { start: number; end: number },
): Place[] {
  return pages.flatMap((page, at): Place[] => {
    const from = starts[at] ?? 0;
    const place = { page, start: Math.max(0, start - from), end: Math.min(lengths[at] ?? 0, end - from) };
    return place.start < place.end ? [place] : [];
  });
}

/** Of a note out of those of its words: where some are lost, what is left of it is not what was noted. */
function stateOf(states: readonly Placed['state'][]): Placed['state'] {
  if (states.every((state) => state === 'lost')) return 'lost';
  if (states.includes('lost') || states.includes('changed')) return 'changed';
  return states.includes('moved') ? 'moved' : 'same';
}
