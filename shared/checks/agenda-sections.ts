/** The annotated agenda says our aim for each item; each item is a numbered section. */
import type { CheckContext, CheckedBlock, Rule } from './rule.ts';
import { count, list, quote } from './words.ts';

/** Sections of a brief that follow the items of the meeting and need no aim. */
const notItems =
  /^\s*(?:annex|appendix|background|biograph|handling|likely|lines? to take|next steps|q ?& ?a\b|questions? and answers|sensitivit|their likely|top lines|media|key facts)/iu;
/** Above this, aims and sections are counted but not matched: nobody would read the result. */
const mostMatched = 40;

interface Item {
  readonly heading: CheckedBlock;
  readonly words: Set<string>;
  holdsPoints: boolean;
}

/** Words worth comparing, without their plural; the short ones tell nothing. */
function telling(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length > 3 || /\d/u.test(word)).map((word) => word.replace(/s$/u, ''));
}

/** Acronyms are short and tell most. */
function terms(text: string): Set<string> {
  const acronyms = text.match(/\b[A-Z][A-Za-z]?[A-Z]+\b/gu) ?? [];
  return new Set([...telling(text), ...acronyms]);
}

function itemsWithPoints({ blocks }: CheckContext): Item[] {
  const found: Item[] = [];
  for (const checked of blocks) {
    if (checked.section.role !== 'topic') continue;
    const { block, text, empty } = checked;
    if (block.kind === 'heading' && block.level === 1) {
      if (!empty) found.push({ heading: checked, words: new Set(), holdsPoints: false });
    }
    const item = found.at(-1);
    if (!item || empty) continue;
    if (block.kind === 'point' || block.kind === 'question') item.holdsPoints = true;
    for (const term of terms(text)) item.words.add(term);
  }
  return found.filter(({ heading, holdsPoints }) => holdsPoints && !notItems.test(heading.text));
}

/**
 * The items that no aim speaks of. A shared word weighs the more the fewer items have it; an aim belongs to every
 * item that comes near its best.
 */
function withoutAim(aims: readonly CheckedBlock[], all: readonly Item[]): Item[] {
  const holders = new Map<string, number>();
  for (const { words } of all) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  const served = new Set<Item>();
  for (const aim of aims) {
    const wanted = [...terms(aim.text)];
    const scores = all.map(({ words }) =>
      wanted.reduce(
        (sum, word) => sum + (words.has(word) ? Math.log(all.length / (holders.get(word) ?? 1)) : 0),
        0,
      ),
    );
    const best = Math.max(...scores);
    for (const [at, item] of all.entries()) {
      if (best > 0 && (scores[at] ?? 0) >= best / 2) served.add(item);
    }
  }
  return all.filter((item) => !served.has(item));
}

export const agendaSections: Rule = {
  name: 'agenda-sections',
  *check(context) {
    const agenda = context.blocks.filter(({ section }) => section.role === 'agenda');
    const first = agenda[0];
    if (!first) return;
    const written = agenda.filter(({ empty }) => !empty);
    const items = written.filter(({ block }) => block.kind === 'agendaItem');
    const aims = items.length > 0 ? items : written.filter(({ block }) => block.kind === 'aim');
    const name = items.length > 0 ? 'item' : 'aim';
    const sections = itemsWithPoints(context);
    if (aims.length === sections.length) return;
    const small = sections.length <= mostMatched && aims.length <= mostMatched && aims.length > 0;
    const lonely = small && aims.length < sections.length ? withoutAim(aims, sections) : [];
    const named = list(
      lonely.map(({ heading }) => quote(heading.text)),
      'or',
    );
    yield {
      severity: 'warning',
      blockId: (agenda.find(({ block }) => block.kind === 'label') ?? first).block.id,
      message: [
        `The annotated agenda has ${count(aims.length, name)}, but ${count(sections.length, 'section')} of points ${sections.length === 1 ? 'follows' : 'follow'}.`,
        ...(named === '' ? [] : [`No ${name} seems to be about ${named}.`]),
        aims.length < sections.length
          ? `Give each section its ${name}, or say which sections belong together.`
          : `Write the missing sections, or take out the ${name}s that have none.`,
      ].join(' '),
    };
  },
};
