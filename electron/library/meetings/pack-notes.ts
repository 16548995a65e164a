/** Where the notes of readers stand in a pack: each hangs on words of a paper, and the paper is looked at alone. */
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { anchorIn, anchorText } from '../../../shared/evidence/anchor.ts';
import { takePassage } from '../../../shared/evidence/taken.ts';
import { pageStarts, wholeText } from '../../../shared/evidence/text.ts';
import type { KeptPlan } from '../../../shared/pack/kept-pack.ts';
import type { ReaderNote } from '../../../shared/pack/reader-note.ts';

interface PaperText {
  /** Pages of the pack, counted from 1. */
  readonly pages: readonly number[];
  readonly starts: readonly number[];
  readonly whole: string;
}

/** The pages of one paper, or, for null, those that belong to none. */
function paperText(plan: KeptPlan, texts: readonly string[], paperId: string | null): PaperText {
  const pages = plan.pages.flatMap((page, at) => (page.paperId === paperId ? [at + 1] : []));
  const own = pages.map((page) => ({ text: texts[page - 1] ?? '' }));
  return { pages, starts: pageStarts(own), whole: wholeText(own) };
}

/** @returns null where no words stand there. */
export function noteAt(
  plan: KeptPlan,
  texts: readonly string[],
  { page, start, end }: { page: number; start: number; end: number },
): Pick<ReaderNote, 'paperId' | 'locator'> | null {
  const paperId = plan.pages[page - 1]?.paperId ?? null;
  const { pages, starts, whole } = paperText(plan, texts, paperId);
  const at = pages.indexOf(page);
  const from = starts[at];
  if (from === undefined) return null;
  const length = texts[page - 1]?.length ?? 0;
  const taken = takePassage(
    { sourceId: '', edition: '', page: at + 1, text: whole, start: 0 },
    { start: from + Math.min(start, length), end: from + Math.min(end, length) },
  );
  return taken && { paperId, locator: taken.locator };
}

/** In the order of the notes. */
export function notesIn(
  notes: readonly ReaderNote[],
  plan: KeptPlan,
  texts: readonly string[],
): CallOutput<'packs.notes'> {
  const byPaper = new Map(
    [...new Set(notes.map(({ paperId }) => paperId))].map((paperId) => {
      const paper = paperText(plan, texts, paperId);
      return [paperId, { paper, text: anchorText('', paper.whole, paper.starts, true) }] as const;
    }),
  );
  return notes.map((note): CallOutput<'packs.notes'>[number] => {
    const lost = { note, state: 'lost', place: null } as const;
    const known = byPaper.get(note.paperId);
    if (!known || known.paper.pages.length === 0) return lost;
    const { state, place } = anchorIn(known.text, note.locator, false);
    const at = (place?.page ?? 0) - 1;
    const [page, from] = [known.paper.pages[at], known.paper.starts[at]];
    if (!place || state === 'sourceMissing' || page === undefined || from === undefined) return lost;
    const length = texts[page - 1]?.length ?? 0;
    return {
      note,
      state,
      place: { page, start: place.start - from, end: Math.min(place.end - from, length) },
    };
  });
}
