/**
 * Where every printed number comes from: gutter, outline, checks, Word and PDF all read this one count.
 *
 * Word renumbers its own lists natively, so this count follows Word's rules: a level restarts after any higher
 * level, interruptions by other blocks do not matter, and letters after z are doubled (aa, bb), not combined.
 */
import type { DespatchDocument, KnownBlock, SectionRole } from '../document/schema.ts';
import { type Group, groupsOfAll, isGroupPrinted } from './groups.ts';
import { type ListLevel, type ListName, lists, markerOf } from './lists.ts';
import { hasWords } from './words.ts';

/** Where a block stands among those that are counted with it. */
export interface NumberPlace {
  readonly list: ListName;
  /** Of the list, which in sectional numbering is one more than that of the paragraph. */
  readonly level: number;
  /** From 0; the list starts afresh with each. Only recommendations are ever said again in a document. */
  readonly run: number;
  readonly marker: string;
}

/** What a report argues in, as against what is attached to it. */
const numberedSections: ReadonlySet<SectionRole> = new Set([
  'recommendations',
  'timing',
  'body',
  'options',
  'implications',
]);

type Listed = Pick<NumberPlace, 'list' | 'level'>;

function headingPlace(role: SectionRole, sectional: boolean): Listed | null {
  if (role === 'topic') return { list: 'topic', level: 0 };
  if (role === 'annex') return { list: 'annex', level: 0 };
  return sectional && numberedSections.has(role) ? { list: 'sectional', level: 0 } : null;
}

/** The list that counts this block, and at what level of it; null for what bears no number. */
function listOf(block: KnownBlock, role: SectionRole, sectional: boolean, headed: boolean): Listed | null {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? headingPlace(role, sectional) : null;
    case 'paragraph':
      if (!sectional) return { list: 'paragraph', level: block.level };
      return headed
        ? { list: 'sectional', level: block.level + 1 }
        : { list: 'unheaded', level: block.level };
    case 'table':
    case 'image':
      // A number without a caption has nowhere to stand.
      return hasWords(block) ? { list: block.kind, level: 0 } : null;
    case 'agendaItem':
    case 'aim':
    case 'likelyQuestion':
    case 'option':
    case 'recommendation':
      return { list: block.kind, level: block.level };
    default:
      return null;
  }
}

interface Candidate extends Listed {
  readonly group: Group;
  readonly run: number;
}

type Counts = (group: Group) => boolean;

/** Every block that would bear a number if it counted, in order. */
function* candidates(document: DespatchDocument, counts: Counts): Generator<Candidate> {
  const sectional = document.settings.numbering === 'sectional' && document.kind !== 'briefing';
  let headed = false;
  let run = -1;
  let before: SectionRole | null = null;
  for (const { section, group } of groupsOfAll(document.sections)) {
    const { role } = section;
    // Said again at the end, recommendations are the same ones and bear the same letters.
    if (role === 'recommendations' && before !== 'recommendations') run += 1;
    before = role;
    const place = listOf(group.block, role, sectional, headed);
    if (!place) continue;
    if (place.list === 'sectional' && counts(group)) headed = true;
    const { list, level } = place;
    yield { list, level, group, run: list === 'recommendation' ? Math.max(run, 0) : 0 };
  }
}

/** Numbers the blocks that `counts` says yes to, and no others. */
function placesOf(document: DespatchDocument, counts: Counts): ReadonlyMap<string, NumberPlace> {
  const places = new Map<string, NumberPlace>();
  const counted = new Map<string, (number | undefined)[]>();
  for (const { group, list, level, run } of candidates(document, counts)) {
    if (!counts(group)) continue;
    const levels: readonly ListLevel[] = lists[list];
    const at = Math.min(level, levels.length - 1);
    const key = run === 0 ? list : `${list} ${run}`;
    const count = counted.get(key) ?? [];
    if (count.length === 0) counted.set(key, count);
    count.length = Math.min(count.length, at + 1);
    count[at] = (count[at] ?? 0) + 1;
    places.set(group.block.id, { list, level: at, run, marker: markerOf(levels, count) });
  }
  return places;
}

/** Every block that bears a counted number, and where it stands in which list. */
export function numberPlaces(document: DespatchDocument): ReadonlyMap<string, NumberPlace> {
  return placesOf(document, isGroupPrinted);
}

function markersOf(document: DespatchDocument, counts: Counts): ReadonlyMap<string, string> {
  const places = placesOf(document, counts);
  const markers = new Map<string, string>();
  for (const { group } of groupsOfAll(document.sections)) {
    const { block } = group;
    const marker = block.kind === 'appendix' ? `Appendix ${block.designation}` : places.get(block.id)?.marker;
    if (marker !== undefined) markers.set(block.id, marker);
  }
  return markers;
}

/**
 * The printed marker of every block that bears one: "12.", "1.2", "a.", "i)", "Q3", "Annex B", "Table 1",
 * "Appendix 1". Empty blocks are not printed, so they have no marker and use up no number.
 */
export function numberDocument(document: DespatchDocument): ReadonlyMap<string, string> {
  return markersOf(document, isGroupPrinted);
}

/**
 * The markers as somebody sees them while writing: as printed, and in an empty block the one it will bear once it has
 * words. Where no printed block of its list and level follows before the count starts afresh, such a number changes no
 * other. Elsewhere it would, so there only the block that is being written has one, and what follows already counts
 * it: no two blocks ever show the same number.
 * @param writing id of the block with the caret; null where there is none.
 */
export function provisionalNumbers(
  document: DespatchDocument,
  writing: string | null,
): ReadonlyMap<string, string> {
  if (writing !== null) return provisionally(document, writing);
  let numbers = numbered.get(document);
  if (!numbers) {
    numbers = provisionally(document, null);
    numbered.set(document, numbers);
  }
  return numbers;
}

/** Documents are never changed in place, and several parts of the window ask for the same one. */
const numbered = new WeakMap<DespatchDocument, ReadonlyMap<string, string>>();

function provisionally(document: DespatchDocument, writing: string | null): ReadonlyMap<string, string> {
  const counting = new Set<string>();
  let all = true;
  for (const { group } of groupsOfAll(document.sections)) {
    if (isGroupPrinted(group) || group.block.id === writing) counting.add(group.block.id);
    else all = false;
  }
  if (all) return markersOf(document, () => true);
  const inOrder = [...candidates(document, ({ block }) => counting.has(block.id))];
  /** Level of the next block that counts, by list. */
  const following = new Map<string, number>();
  const free: string[] = [];
  for (const { group, list, level, run } of inOrder.reverse()) {
    if (counting.has(group.block.id)) following.set(`${list} ${run}`, level);
    else if (level > (following.get(`${list} ${run}`) ?? -1)) free.push(group.block.id);
  }
  for (const id of free) counting.add(id);
  return markersOf(document, ({ block }) => counting.has(block.id));
}
