/**
 * Which blocks are withheld from the public. One that is marked exempt takes with it what is part of it: a heading all
 * that stands under it, up to the next heading that is not deeper or a section of another kind; a numbered paragraph, a
 * point or a recommendation those of a deeper level that follow it, with what stands between; any other block the
 * details under it.
 */
import type { Exemption } from '../pack/exemption.ts';
import type { BlockKind, DespatchDocument, SectionRole } from './schema.ts';
import { isEmpty } from './walk.ts';

/** What is counted, or indented, together: in it, what is deeper is part of what stands before it. */
const families: Partial<Record<BlockKind, string>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  recommendation: 'recommendation',
  point: 'point',
  question: 'point',
  lineToTake: 'point',
};
/** What may stand between a paragraph and its sub-paragraphs. */
const between: ReadonlySet<BlockKind> = new Set(['text', 'quotation', 'table', 'image']);

/** Reasons of the last block at each level, its own or those of what it is part of. */
type Levels = (Exemption | undefined)[];

/** What decides on a block. */
export interface ReachedBlock {
  readonly id: string;
  readonly kind: BlockKind;
  readonly level: number;
  readonly exempt: Exemption | undefined;
  /** Without words, so neither printed nor counted: what follows is still part of what came before. */
  readonly empty: boolean;
}
export interface ReachedSection {
  readonly role: SectionRole | 'unknown';
  readonly blocks: Iterable<ReachedBlock>;
}

/** Why a block is withheld, and what before it turns out to be with it. */
interface Reached {
  readonly why: Exemption | undefined;
  readonly enclosed: readonly string[];
}

const last = (levels: Levels | undefined): Exemption | undefined =>
  levels?.findLast((each) => each !== undefined);

class Reach {
  readonly #levels = new Map<string, Levels>();
  #role: SectionRole | 'unknown' | null = null;
  #owner: Exemption | undefined;
  /** Ids of what stands behind a withheld paragraph, and is part of it if a sub-paragraph follows. */
  #waiting: string[] = [];
  /** The family of the last paragraph or point, while it is withheld. */
  #open: string | null = null;

  enter(role: SectionRole | 'unknown'): void {
    if (role === this.#role) return;
    this.#role = role;
    this.#end(['heading', 'recommendation', 'point']);
  }

  of(block: ReachedBlock): Reached {
    const family = families[block.kind];
    if (block.kind === 'detail') return { why: block.exempt ?? this.#owner, enclosed: [] };
    if (family !== undefined) return this.#ofFamily(block, family);
    this.#owner = block.exempt ?? last(this.#levels.get('heading'));
    if (block.kind === 'label') this.#end(['point']);
    else if (this.#open !== null && between.has(block.kind)) this.#waiting.push(block.id);
    return { why: this.#owner, enclosed: [] };
  }

  #ofFamily({ exempt, level, empty }: ReachedBlock, family: string): Reached {
    const levels = this.#levels.get(family) ?? [];
    this.#levels.set(family, levels);
    const above = last(levels.slice(0, level));
    const why = exempt ?? above ?? (family === 'heading' ? undefined : last(this.#levels.get('heading')));
    this.#owner = why;
    if (empty && !exempt) return { why, enclosed: [] };
    levels.length = level;
    levels[level] = why;
    const enclosed = above !== undefined && this.#open === family ? this.#waiting : [];
    this.#close();
    if (family === 'heading') this.#end(['recommendation', 'point']);
    else if (why) this.#open = family;
    return { why, enclosed };
  }

  #end(ended: readonly string[]): void {
    for (const family of ended) this.#levels.delete(family);
    this.#close();
  }

  #close(): void {
    this.#open = null;
    this.#waiting = [];
  }
}

/**
 * By block id, in reading order: the block's own exemption, or that of what it is part of.
 * @param sections roles and blocks alone, so that the editor can ask of blocks that it has not converted.
 */
export function withheldIn(sections: Iterable<ReachedSection>): ReadonlyMap<string, Exemption> {
  const reasons = new Map<string, Exemption | undefined>();
  const reach = new Reach();
  for (const { role, blocks } of sections) {
    reach.enter(role);
    for (const block of blocks) {
      const { why, enclosed } = reach.of(block);
      for (const id of enclosed) reasons.set(id, reasons.get(id) ?? why);
      reasons.set(block.id, why);
    }
  }
  const exempt = new Map<string, Exemption>();
  for (const [id, why] of reasons) if (why) exempt.set(id, why);
  return exempt;
}

function* reached(document: DespatchDocument): Generator<ReachedSection> {
  for (const { role, blocks } of document.sections) {
    yield {
      role,
      blocks: blocks.flatMap((block) =>
        block.kind === 'unknown'
          ? []
          : [
              {
                id: block.id,
                kind: block.kind,
                level: block.level,
                exempt: block.exempt,
                empty: isEmpty(block),
              },
            ],
      ),
    };
  }
}

/** Most documents withhold nothing, and need not be looked through word by word. */
function marksAny({ sections }: DespatchDocument): boolean {
  return sections.some(({ blocks }) =>
    blocks.some((block) => block.kind !== 'unknown' && block.exempt !== undefined),
  );
}

/** By block id, in reading order, of a document. */
export function exemptBlocks(document: DespatchDocument): ReadonlyMap<string, Exemption> {
  return marksAny(document) ? withheldIn(reached(document)) : new Map();
}

/** Every exemption that a document calls on, in reading order; empty: all of it may be published. */
export function exemptionsIn(document: DespatchDocument): readonly Exemption[] {
  return [...exemptBlocks(document).values()];
}

/** Whether a block may be marked exempt: a document cannot hide that it exists, nor guidance be published. */
export function canBeExempt(kind: BlockKind): boolean {
  return kind !== 'title' && kind !== 'guidance';
}

/**
 * The document as the public may see it, exempt blocks left out. Numbers must be counted in the whole one.
 * @param exempt as `exemptBlocks` says.
 */
export function withoutExempt(
  document: DespatchDocument,
  exempt: ReadonlyMap<string, Exemption> = exemptBlocks(document),
): DespatchDocument {
  if (exempt.size === 0) return document;
  const sections = document.sections.map((section) => {
    if (section.role === 'unknown' || !section.blocks.some(({ id }) => exempt.has(id))) return section;
    return { ...section, blocks: section.blocks.filter(({ id }) => !exempt.has(id)) };
  });
  return { ...document, sections };
}
