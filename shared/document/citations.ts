/**
 * What becomes of the citations of a block when it is cut, joined, copied or repaired. A citation is about the runs that
 * bear its id, and where none does, about the whole block. From that follows what no rule below needs to say: one whose
 * words have all been deleted is about the whole block from then on, because evidence is lost only when somebody
 * removes it.
 */
import type { Citation, Inline, KnownBlock } from './schema.ts';

/** Citations with all the words they stand by: for a table, those of its caption and of every cell. */
export interface Cited {
  readonly citations: readonly Citation[];
  readonly words: readonly Inline[];
}

/** All the words of a block, those of a table's cells too. */
export function wordsOf(block: KnownBlock): readonly Inline[] {
  return block.kind === 'table'
    ? [...block.content, ...block.rows.flat().flatMap(({ content }) => content)]
    : block.content;
}

/** Ids of citations that these words bear. */
export function citedIn(words: readonly Inline[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const inline of words) if (inline.type !== 'break') for (const id of inline.cited ?? []) ids.add(id);
  return ids;
}

/** What replaces these words is about what they were about. */
export function citedByAny(words: readonly Inline[]): { readonly cited?: string[] } {
  const ids = [...citedIn(words)];
  return ids.length > 0 ? { cited: ids } : {};
}

function withCited<Run extends Inline>(
  inline: Run,
  change: (ids: readonly string[]) => readonly string[],
): Run {
  if (inline.type === 'break') return inline;
  const { cited: _, ...rest } = inline;
  const ids = [...new Set(change(inline.cited ?? []))];
  return (ids.length > 0 ? { ...rest, cited: ids } : rest) as Run;
}

function haveWords(words: readonly Inline[]): boolean {
  return words.some((inline) =>
    inline.type === 'text' ? inline.text.trim() !== '' : inline.type === 'reference',
  );
}

/** An id that is not taken, and the wanted one where that is free. */
export function freeCitationId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  return id;
}

/** All of a citation but its name. */
function substance({ evidenceId, edition, bearing, locator }: Citation): string {
  const { quote, position, page } = locator;
  const place = position && [position.start, position.end];
  return JSON.stringify([
    evidenceId,
    edition,
    bearing,
    [quote.exact, quote.prefix, quote.suffix],
    place,
    page,
  ]);
}

/** Whether two citations say the same, whatever they are called. */
export function sameCitation(one: Citation, other: Citation): boolean {
  return substance(one) === substance(other);
}

/**
 * The citations of the pieces that a block was cut into: each has those whose words it has, and those about the whole
 * block where it has any words at all. Where no piece has words, the first keeps what it had.
 * @returns as many as there are pieces, in their order.
 */
export function shareCitations(
  citations: readonly Citation[],
  pieces: readonly (readonly Inline[])[],
): Citation[][] {
  const borne = pieces.map(citedIn);
  const worded = pieces.map(haveWords);
  const noneHasWords = !worded.includes(true);
  const isOnWords = (id: string) => borne.some((ids) => ids.has(id));
  return pieces.map((_, at) =>
    citations.filter(({ id }) =>
      isOnWords(id) ? borne[at]?.has(id) : worded[at] || (noneHasWords && at === 0),
    ),
  );
}

export interface Joined {
  readonly citations: readonly Citation[];
  /** What citations of the words that came are called now, where they are called otherwise. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * The citations of a block that takes in the words of another. The same citation on both sides is one again, as when a
 * block that was cut is joined; two that only share their id are told apart, and so are two of which one is about words
 * and one about a whole block.
 */
export function joinCitations(into: Cited, coming: Cited): Joined {
  const citedThere = citedIn(into.words);
  const citedHere = citedIn(coming.words);
  const citations = [...into.citations];
  const taken = new Set(citations.map(({ id }) => id));
  const renamed = new Map<string, string>();
  for (const citation of coming.citations) {
    const { id } = citation;
    const twins = into.citations.filter(
      (each) => sameCitation(each, citation) && citedThere.has(each.id) === citedHere.has(id),
    );
    // A block may cite the same twice: each is joined with its own.
    const twin =
      twins.find((each) => each.id === id) ??
      twins.find((each) => !coming.citations.some((other) => other.id === each.id));
    const name = twin?.id ?? freeCitationId(id, taken);
    if (name !== id) renamed.set(id, name);
    if (twin) continue;
    taken.add(name);
    citations.push(name === id ? citation : { ...citation, id: name });
  }
  return { citations, renamed };
}

/** The words with citations under the names they have now. */
export function renameCited(words: readonly Inline[], renamed: ReadonlyMap<string, string>): Inline[] {
  if (renamed.size === 0) return [...words];
  return words.map((inline) => withCited(inline, (ids) => ids.map((id) => renamed.get(id) ?? id)));
}

export interface TakenIn {
  readonly citations: readonly Citation[];
  /** The words that came, any part of them, with the citations they bear now. */
  readonly dress: (words: readonly Inline[]) => Inline[];
}

/**
 * What a block that has words already takes in with some more: what was about the whole of where they come from is about
 * these words here, unless it is about the whole of this block too.
 */
export function takeInCited(into: Cited, coming: Cited): TakenIn {
  if (coming.citations.length === 0) return { citations: into.citations, dress: (words) => [...words] };
  const there = citedIn(into.words);
  const here = citedIn(coming.words);
  const isCovered = (citation: Citation) =>
    into.citations.some((each) => !there.has(each.id) && sameCitation(each, citation));
  const whole = coming.citations.filter(({ id }) => !here.has(id));
  const covered = new Set(whole.filter(isCovered).map(({ id }) => id));
  const narrowed = haveWords(into.words)
    ? whole.filter(({ id }) => !covered.has(id)).map(({ id }) => id)
    : [];
  const narrow = (words: readonly Inline[]) =>
    words.map((inline) => withCited(inline, (ids) => [...ids, ...narrowed]));
  const citations = coming.citations.filter(({ id }) => !covered.has(id));
  const joined = joinCitations(into, { citations, words: narrow(coming.words) });
  return { citations: joined.citations, dress: (words) => renameCited(narrow(words), joined.renamed) };
}

/**
 * The citations that go with a part of a block's words: those about them. What is about the whole block goes with the
 * whole block only, since a word or two of a point are not what its evidence bears out.
 */
export function citationsOfPart(
  { citations, words }: Cited,
  part: readonly Inline[],
  isAll: boolean,
): Citation[] {
  const inPart = citedIn(part);
  const inAll = citedIn(words);
  return citations.filter(({ id }) => inPart.has(id) || (isAll && !inAll.has(id)));
}

/** Citations with an id of their own each; the same citation twice under one id is one. The same array where all is well. */
export function distinctCitations(citations: readonly Citation[]): readonly Citation[] {
  const taken = new Set(citations.map(({ id }) => id));
  if (taken.size === citations.length) return citations;
  const kept = new Map<string, Citation>();
  for (const citation of citations) {
    const known = kept.get(citation.id);
    if (known && sameCitation(known, citation)) continue;
    const id = known ? freeCitationId(citation.id, taken) : citation.id;
    taken.add(id);
    kept.set(id, id === citation.id ? citation : { ...citation, id });
  }
  return [...kept.values()];
}

/** Every breach of what a block promises of its citations, in words for a developer or a log. */
export function citationFaults(block: KnownBlock): string[] {
  const ids = block.citations.map(({ id }) => id);
  const known = new Set(ids);
  const faults = known.size < ids.length ? [`block ${block.id} has two citations of one id`] : [];
  for (const id of citedIn(wordsOf(block))) {
    if (!known.has(id)) faults.push(`words of block ${block.id} bear the citation ${id}, which it has not`);
  }
  return faults;
}
