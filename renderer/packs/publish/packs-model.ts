/** What was built and published, in words, and what belongs together. */
import type { PaperFacts } from '../../../shared/contract/meeting-calls.ts';
import type { PackSummary } from '../../../shared/contract/pack-calls.ts';
import type { KeptPackKind, PackAudience } from '../../../shared/pack/kept-pack.ts';
import type { Meeting, PackKind } from '../../../shared/pack/meeting.ts';
import { passagesWords } from '../agenda/page-totals.ts';
import { everyItem } from '../agenda/tree.ts';

export interface BuildChoice {
  readonly kind: Exclude<KeptPackKind, 'supplement'>;
  readonly audiences: readonly PackAudience[];
}

/** The drafts of the same build: they are published together, or not at all. */
export function draftsTogether(packs: readonly PackSummary[], draft: PackSummary): readonly PackSummary[] {
  return packs.filter(
    ({ publishedAt, builtAt, kind }) =>
      publishedAt === null && builtAt === draft.builtAt && kind === draft.kind,
  );
}

/** "Pack", "Supplement A", "Consolidated pack". */
export function kindWords({ kind, letter }: Pick<PackSummary, 'kind' | 'letter'>): string {
  if (kind === 'supplement') return `Supplement ${letter ?? ''}`.trim();
  return kind === 'consolidated' ? 'Consolidated pack' : 'Pack';
}

const audienceNames: Readonly<Record<PackKind, Readonly<Record<PackAudience, string>>>> = {
  committee: { restricted: 'Restricted', public: 'Public' },
  ministerial: { restricted: 'Full', public: 'Release' },
};

/** "Restricted", "Public"; nothing of a minister's is called so, because RESTRICTED was a marking once. */
export function audienceName({
  meetingKind,
  audience,
}: Pick<PackSummary, 'meetingKind' | 'audience'>): string {
  return audienceNames[meetingKind][audience];
}

/** One build with the packs that came of it. */
export interface PackGroup {
  readonly id: string;
  readonly packs: readonly PackSummary[];
  readonly first: PackSummary;
}

/** In the order given: those of one build together. */
export function byBuild(packs: readonly PackSummary[]): readonly PackGroup[] {
  const groups = new Map<string, PackSummary[]>();
  for (const pack of packs) {
    const key = `${pack.kind} ${pack.letter ?? ''} ${pack.publishedAt ?? 'draft'} ${pack.builtAt}`;
    const group = groups.get(key);
    if (group) group.push(pack);
    else groups.set(key, [pack]);
  }
  return [...groups].flatMap(([id, own]) => {
    const [first] = own;
    return first ? [{ id, packs: own, first }] : [];
  });
}

/** What a build will leave out or cannot have, so that nobody learns it afterwards. */
export function buildWarnings({ items }: Meeting): readonly string[] {
  const shown = shownItems({ items });
  const papers = shown.flatMap((item) => item.papers);
  const toFollow = papers.filter(({ source }) => source.type === 'toFollow').length;
  const withoutReason = [...shown.map(({ exempt }) => exempt), ...papers.map(({ exempt }) => exempt)].filter(
    (exempt) => exempt !== null && exempt.publicInterest.trim() === '',
  ).length;
  const untitled = shown.filter(({ title }) => title.trim() === '').length;
  const warnings: string[] = [];
  if (shown.length === 0) warnings.push('The agenda has no items.');
  if (untitled > 0) warnings.push(`${count(untitled, 'item has', 'items have')} no title.`);
  if (toFollow > 0)
    warnings.push(`${count(toFollow, 'paper is', 'papers are')} to follow, and will be named so.`);
  if (withoutReason > 0) {
    warnings.push(
      `${count(withoutReason, 'exemption does', 'exemptions do')} not say why the public interest is in withholding.`,
    );
  }
  return warnings;
}

/** What of documents the public copy will leave out, a line for each. */
export function passageWarnings(
  { items }: Pick<Meeting, 'items'>,
  facts: ReadonlyMap<string, PaperFacts>,
): readonly string[] {
  return shownItems({ items })
    .flatMap(({ exempt, papers }) => (exempt === null ? papers : []))
    .flatMap(({ id, title, exempt }) => {
      const passages = exempt === null ? passagesWords(facts.get(id)) : '';
      const name = title === '' ? 'Untitled paper' : title;
      return passages === '' ? [] : [`“${name}” has ${passages}, left out of the public copy.`];
    });
}

export function hasExempt({ items }: Pick<Meeting, 'items'>): boolean {
  return shownItems({ items }).some(
    ({ exempt, papers }) => exempt !== null || papers.some((paper) => paper.exempt !== null),
  );
}

function shownItems({ items }: Pick<Meeting, 'items'>) {
  const hidden = new Set<string>();
  const shown = [];
  for (const { item, parent } of everyItem(items)) {
    if (item.hidden || (parent && hidden.has(parent.id))) hidden.add(item.id);
    else shown.push(item);
  }
  return shown;
}

function count(of: number, one: string, many: string): string {
  return of === 1 ? `One ${one}` : `${of} ${many}`;
}
