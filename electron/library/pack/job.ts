/** From a plan and what stands by to the order for the assembler: parts, leaves, bookmarks and targets. */
import type { ItemNumber } from '../../../shared/pack/agenda-numbers.ts';
import type {
  AssemblyBookmark,
  AssemblyJob,
  AssemblyLeaf,
  AssemblyPart,
} from '../../../shared/pack/assembly.ts';
import type { AgendaItem } from '../../../shared/pack/meeting.ts';
import type { Audience, PackPlan } from '../../../shared/pack/plan.ts';
import type { PlanLeaf } from '../../../shared/pack/plan-model.ts';
import { FRONT_TARGET, itemTarget, lineTarget, paperTarget } from '../../../shared/pack/target-names.ts';
import type { PreparedPaper } from './prepare.ts';
import type { StoodSheet } from './sheets.ts';

/** Sheets that are not of any paper; those that the plan has none of may be null. */
export interface PackSheets {
  readonly cover: StoodSheet | null;
  readonly front: StoodSheet;
  readonly dividers: StoodSheet | null;
  readonly notices: StoodSheet | null;
  readonly blanks: StoodSheet | null;
}

export interface JobInput {
  readonly audience: Audience;
  readonly items: readonly ItemNumber<AgendaItem>[];
  readonly papers: ReadonlyMap<string, PreparedPaper>;
  readonly plan: PackPlan;
  readonly sheets: PackSheets;
  /** "Agenda", "Running order": the bookmark of the front sheet; and of the cover, or of a supplement's letter. */
  readonly names: { readonly front: string; readonly cover: string };
  readonly about: Pick<
    AssemblyJob,
    'title' | 'author' | 'subject' | 'language' | 'marking' | 'date' | 'keepAnnotations' | 'output'
  >;
}

export function assemblyJob(input: JobInput): AssemblyJob {
  const parts = new Parts(input);
  const leaves = input.plan.leaves.map((leaf) => parts.leaf(leaf));
  return {
    ...input.about,
    parts: parts.all,
    leaves,
    bookmarks: bookmarksOf(input, parts),
    targets: targetsOf(input),
  };
}

class Parts {
  readonly all: AssemblyPart[] = [];
  readonly #byKey = new Map<string, number>();
  /** Sheets of which each leaf takes the next page. */
  readonly #used = new Map<string, number>();
  readonly #input: JobInput;

  constructor(input: JobInput) {
    this.#input = input;
  }

  leaf({ of, number, fallbackLabel, stamp, back }: PlanLeaf): AssemblyLeaf {
    const common = { number, fallbackLabel, stamp, back: back === null ? null : lineTarget(back) };
    if (of.type === 'paper') {
      const edges = this.#edges(of.paper, of.page);
      return { part: this.paper(of.paper) ?? 0, page: of.page, ...common, ...(edges && { edges }) };
    }
    const { sheets } = this.#input;
    const paged = of.type === 'cover' || of.type === 'front';
    const names = {
      cover: 'cover',
      front: 'front',
      divider: 'dividers',
      withheld: 'notices',
      replaced: 'notices',
      withdrawn: 'notices',
      blank: 'blanks',
    } as const;
    const name = names[of.type];
    const page = paged ? of.page : (this.#used.get(name) ?? 0);
    this.#used.set(name, page + 1);
    return { part: this.#sheet(name, sheets[name]), page, ...common };
  }

  /** Index of a paper's part; null where the pack shows nothing of it. */
  paper(key: string): number | null {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const paper = this.#input.papers.get(key);
    const version = this.#input.audience === 'public' ? paper?.open : paper?.whole;
    if (!paper || !version) return null;
    return this.#add(key, {
      file: version.file,
      name: paper.name,
      origin: paper.origin,
      item: paper.called,
      // What we typeset ourselves has the hash of the file it came from.
      sha256: paper.origin === 'supplied' ? paper.sha256 : null,
    });
  }

  /** Of what we typeset ourselves the rim is free. */
  #edges(key: string, page: number): AssemblyLeaf['edges'] {
    const content = this.#input.papers.get(key)?.content;
    return content?.type === 'pdf' ? content.inspection.pages[page]?.edges : undefined;
  }

  #sheet(name: string, sheet: StoodSheet | null): number {
    const key = `sheet ${name}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    if (!sheet) throw new Error(`The plan has ${name}, and none were typeset.`);
    return this.#add(key, { file: sheet.file, name, origin: 'ours', item: null, sha256: null });
  }

  #add(key: string, part: AssemblyPart): number {
    const index = this.all.push(part) - 1;
    this.#byKey.set(key, index);
    return index;
  }
}

function bookmarksOf(input: JobInput, parts: Parts): AssemblyBookmark[] {
  const { plan, names } = input;
  const sheet = (title: string, leaf: number): AssemblyBookmark => ({
    title,
    leaf,
    part: null,
    children: [],
  });
  return [
    ...(plan.front > 0 ? [sheet(names.cover, 0)] : []),
    sheet(names.front, plan.front),
    ...input.items.map((item) => itemBookmark(item, input, parts)),
  ];
}

function itemBookmark(
  { item, number, items }: ItemNumber<AgendaItem>,
  input: JobInput,
  parts: Parts,
): AssemblyBookmark {
  const { plan, audience } = input;
  const placed = plan.items.get(item.id);
  // An item without pages leads to its line.
  const leaf = placed?.leaf ?? lineLeaf(input, item.id);
  const hidesNames = audience === 'public' && item.exempt !== null;
  const own = hidesNames ? [] : item.papers.filter(({ id }) => plan.papers.has(id));
  const [first] = own;
  const isItem = own.length === 1 && first?.title.toLowerCase() === item.title.toLowerCase();
  const under = items.map((each) => itemBookmark(each, input, parts));
  const title = `${number} ${item.title}`;
  if (isItem && first) return { title, leaf, part: parts.paper(first.id), children: under };
  const children = own.map(({ id, title: name }): AssemblyBookmark => {
    const { leaf: at = leaf, withheld = false } = plan.papers.get(id) ?? {};
    return {
      title: withheld ? `${name} (not for publication)` : name,
      leaf: at,
      part: withheld ? null : parts.paper(id),
      children: [],
    };
  });
  return { title, leaf, part: null, children: [...children, ...under] };
}

function lineLeaf({ plan, sheets }: JobInput, item: string): number {
  return plan.front + (sheets.front.lines.get(item)?.page ?? 0);
}

function targetsOf(input: JobInput): AssemblyJob['targets'] {
  const { plan, sheets } = input;
  const targets: [string, AssemblyJob['targets'][string]][] = [[FRONT_TARGET, { leaf: plan.front }]];
  for (const [key, { leaf }] of plan.items) targets.push([itemTarget(key), { leaf }]);
  for (const [key, { leaf }] of plan.papers) targets.push([paperTarget(key), { leaf }]);
  for (const [key, { page, top }] of sheets.front.lines)
    targets.push([lineTarget(key), { leaf: plan.front + page, top }]);
  return Object.fromEntries(targets);
}
