/** The notes of a document: where each is marked, what number it bears, and what it says. */
import type { Citation } from '../document/schema.ts';
import type { PrintBlock, PrintInline, PrintNote, PrintRun } from './blocks.ts';
import type { Cited, Citer } from './citer.ts';
import { drawnContents } from './drawn.ts';
import { citedAt, type PrintEvidence, requireSources } from './evidence.ts';
import type { NoteMarks, WithWords } from './words.ts';

/** What a preview shows where an export stops. */
const MISSING: PrintRun = { type: 'text', text: '[source not in the evidence library]' };

/** Gathers the places of notes while blocks are made; these number them as they come, which is not yet as they stand. */
export class NotePlaces implements NoteMarks {
  readonly #evidence: PrintEvidence;
  readonly #draft: boolean;
  readonly #places: (readonly Cited[])[] = [];
  /** Ids of the blocks in which each is marked. */
  readonly #blocks: (readonly string[])[] = [];

  constructor(evidence: PrintEvidence, draft: boolean) {
    this.#evidence = evidence;
    this.#draft = draft;
  }

  mark(block: WithWords, citations: readonly Citation[]): PrintInline {
    if (!this.#draft) requireSources(block, citations, this.#evidence);
    this.#places.push(citedAt(block.id, citations, this.#evidence));
    this.#blocks.push([block.id]);
    return { type: 'note', number: this.#places.length };
  }

  join(one: number, other: number): PrintInline {
    const joined = [...(this.#places[one - 1] ?? []), ...(this.#places[other - 1] ?? [])];
    const seen = new Map(joined.map((cited) => [`${cited.sourceId} ${cited.page} ${cited.bearing}`, cited]));
    this.#places.push([...seen.values()]);
    this.#blocks.push([...(this.#blocks[one - 1] ?? []), ...(this.#blocks[other - 1] ?? [])]);
    return { type: 'note', number: this.#places.length };
  }

  /**
   * The blocks with their notes numbered in the order of reading, and the notes; where the style is for the text, the
   * blocks with the words of the notes in them.
   * @param markOf what stands before what the blocks of these ids alone say.
   */
  resolve(
    blocks: readonly PrintBlock[],
    citer: Citer,
    markOf: (ids: readonly string[]) => PrintRun | null,
  ): { readonly blocks: PrintBlock[]; readonly notes: PrintNote[]; readonly cited: readonly string[] } {
    const order = marksIn(blocks);
    const places = order.map((number) => this.#places[number - 1] ?? []);
    const contents = this.#contents(places, citer);
    const at = new Map(order.map((number, index) => [number, index]));
    const replaced = blocks.map((block) =>
      withContents(block, (content) =>
        citer.inText
          ? inBrackets(content, (number) => contents[at.get(number) ?? 0] ?? [])
          : content.map((inline) =>
              inline.type === 'note' ? { type: 'note', number: (at.get(inline.number) ?? 0) + 1 } : inline,
            ),
      ),
    );
    const notes = contents.map((content, index): PrintNote => {
      const mark = markOf(this.#blocks[(order[index] ?? 0) - 1] ?? []);
      return { number: index + 1, content: asMade([mark ?? [], content].flat()) };
    });
    const cited = [...new Set(places.flat().map(({ sourceId }) => sourceId))];
    return { blocks: replaced, notes: citer.inText ? [] : notes, cited };
  }

  /** What a draft lacks is said in the note, and the others stand as they would. */
  #contents(places: readonly (readonly Cited[])[], citer: Citer): (readonly PrintRun[])[] {
    const known = places.map((cited) => cited.filter(({ sourceId }) => this.#evidence.sources.has(sourceId)));
    const written = citer.cite(known.filter((cited) => cited.length > 0)).values();
    return known.map((cited, at) => {
      const runs = cited.length === 0 ? [] : (written.next().value ?? []);
      if (cited.length === places[at]?.length) return runs;
      return runs.length === 0 ? [MISSING] : [...runs, { type: 'text', text: ' ' }, MISSING];
    });
  }
}

function marksIn(blocks: readonly PrintBlock[]): number[] {
  const numbers: number[] = [];
  for (const { content } of drawnContents(blocks)) {
    for (const inline of content) if (inline.type === 'note') numbers.push(inline.number);
  }
  return numbers;
}

const stop = /[.,;:]+$/u;

/** Words of ours, so that a file that comes back can tell them from the author's. */
function asMade<Part extends PrintInline>(content: readonly Part[]): Part[] {
  return content.map((inline) => (inline.type === 'text' ? { ...inline, made: true } : inline));
}

/** A block that was made from the citations as a whole. */
export function madeBlock(block: PrintBlock): PrintBlock {
  return withContents(block, asMade);
}

/** Words in brackets are parted from those before, and stand before the full stop, where a number stands behind it. */
function inBrackets(
  content: readonly PrintInline[],
  wordsOf: (number: number) => readonly PrintRun[],
): PrintInline[] {
  const made: PrintInline[] = [];
  for (const inline of content) {
    if (inline.type !== 'note') {
      made.push(inline);
      continue;
    }
    const last = made.at(-1);
    const end = last?.type === 'text' ? (stop.exec(last.text)?.[0] ?? '') : '';
    if (last?.type === 'text' && end !== '') {
      made[made.length - 1] = { ...last, text: last.text.slice(0, -end.length) };
    }
    if (last !== undefined && last.type !== 'break') made.push({ type: 'text', text: ' ', made: true });
    made.push(...asMade(wordsOf(inline.number)));
    if (last?.type === 'text' && end !== '') made.push({ ...last, text: end });
  }
  return made.filter((inline) => inline.type !== 'text' || inline.text !== '');
}

type Change = (content: readonly PrintInline[]) => readonly PrintInline[];

/** The block with the content of all its parts changed. */
function withContents(block: PrintBlock, change: Change): PrintBlock {
  const within = <Part extends { readonly content: readonly PrintInline[] }>(part: Part): Part => ({
    ...part,
    content: change(part.content),
  });
  const changed = within(block);
  if ('details' in changed) return { ...changed, details: changed.details.map(within) };
  if (changed.type !== 'table') return changed;
  const { header, rows } = changed;
  return { ...changed, header: header?.map(within) ?? null, rows: rows.map((row) => row.map(within)) };
}
