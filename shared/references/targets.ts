/** What a cross-reference may point at, and the words that name it; sheet, Word and PDF all take them from here. */
import type { DespatchDocument, KnownBlock, SectionRole } from '../document/schema.ts';
import { groupsOfAll } from '../print/groups.ts';
import { numberDocument } from '../print/numbering.ts';
import { printableText } from '../print/words.ts';
import { contentWords, type ReferenceTarget, type ReferenceTargets, type TargetKind } from './words.ts';

const kinds: Partial<Record<KnownBlock['kind'], TargetKind>> = {
  heading: 'section',
  paragraph: 'paragraph',
  recommendation: 'recommendation',
  agendaItem: 'agendaItem',
  aim: 'aim',
  likelyQuestion: 'question',
  option: 'option',
  appendix: 'appendix',
  table: 'table',
  image: 'figure',
};

/** The word before the number, as it stands in the middle of a sentence. */
const names: Readonly<Record<TargetKind, string>> = {
  section: 'section',
  paragraph: 'paragraph',
  recommendation: 'recommendation',
  agendaItem: 'agenda item',
  aim: 'aim',
  question: 'question',
  option: 'Option',
  appendix: 'Appendix',
  annex: 'Annex',
  table: 'Table',
  figure: 'Figure',
};

/** Named by their words where they have no number, and beside it. */
const titled: ReadonlySet<TargetKind> = new Set([
  'section',
  'agendaItem',
  'question',
  'option',
  'appendix',
  'annex',
  'table',
  'figure',
]);

function targetKind(block: KnownBlock, role: SectionRole): TargetKind | null {
  if (block.kind === 'heading' && block.level === 1 && role === 'annex') return 'annex';
  return kinds[block.kind] ?? null;
}

/** "12." → "12", "i)" → "i", "Q3" → "3", "Annex B" → "B". */
function bare(marker: string): string {
  return marker.replace(/^(?:Q|\p{L}+\s+)(?=\S)/u, '').replace(/[.)]$/u, '');
}

/** The numbers of a list whose lower levels are cited through the higher ones: 12, 12(a), 12(a)(ii). */
class Nesting {
  readonly #above: (string | undefined)[] = [];

  number(marker: string, level: number): string {
    // A level that was passed over has no number to cite the lower one through.
    const parent = this.#above.slice(0, level).findLast((number) => number !== undefined);
    const number = parent === undefined ? bare(marker) : `${parent}(${bare(marker)})`;
    this.#above.length = level;
    this.#above[level] = number;
    return number;
  }
}

/** The number by which each block is cited; call for every block in reading order. */
function citer(numbers: ReadonlyMap<string, string>) {
  const nested: Partial<Record<TargetKind, Nesting>> = {
    paragraph: new Nesting(),
    recommendation: new Nesting(),
  };
  return (block: KnownBlock, kind: TargetKind): string | null => {
    // An appendix bears what its author called it, full stop included.
    if (block.kind === 'appendix') return block.designation;
    const marker = numbers.get(block.id);
    if (marker === undefined) return null;
    return nested[kind]?.number(marker, block.level) ?? bare(marker);
  };
}

function targetOf(
  block: KnownBlock,
  kind: TargetKind,
  number: string | null,
  words: string,
): Omit<ReferenceTarget, 'repeated'> | null {
  const title = titled.has(kind) && words !== '' ? words : null;
  if (number === null && (title === null || kind !== 'section')) return null;
  const label = `${names[kind]} ${number ?? `“${title}”`}`;
  return { id: block.id, kind, label, number, title, words };
}

/**
 * Everything one may refer to. Blocks without number and title, such as empty ones, are left out: nobody could find
 * them on paper.
 * @param numbers the markers of the blocks, printed or provisional.
 */
export function referenceTargets(
  document: DespatchDocument,
  numbers: ReadonlyMap<string, string>,
): ReferenceTargets {
  const targets = new Map<string, ReferenceTarget>();
  const referring: KnownBlock[] = [];
  const numberOf = citer(numbers);
  let run = -1;
  let before: SectionRole | null = null;
  for (const { section, group } of groupsOfAll(document.sections)) {
    if (section.role === 'recommendations' && before !== 'recommendations') run += 1;
    before = section.role;
    const { block } = group;
    const kind = targetKind(block, section.role);
    if (kind === null) continue;
    const words = printableText(contentWords(block.content, () => null)).trim();
    const target = targetOf(block, kind, numberOf(block, kind), words);
    if (!target) continue;
    targets.set(block.id, { ...target, repeated: kind === 'recommendation' && run > 0 });
    if (block.content.some(({ type }) => type === 'reference')) referring.push(block);
  }
  // A heading may itself refer to something, whose words are known only now.
  for (const block of referring) {
    const old = targets.get(block.id);
    const words = contentWords(block.content, ({ target }) => targets.get(target)?.label ?? null);
    const made = old && targetOf(block, old.kind, old.number, printableText(words).trim());
    if (made) targets.set(block.id, { ...old, ...made });
  }
  return targets;
}

const known = new WeakMap<DespatchDocument, ReferenceTargets>();

/** The targets of a document with the numbers it is printed with; worked out once for every version of it. */
export function printedTargets(document: DespatchDocument): ReferenceTargets {
  let targets = known.get(document);
  if (!targets) {
    targets = referenceTargets(document, numberDocument(document));
    known.set(document, targets);
  }
  return targets;
}
