/**
 * Exempt passages on paper: marked in the copy for members, and left out of the copy for the public with an honest line
 * in their place. Numbers are those of the whole document in both, so that what is said of "paragraph 12" holds.
 */
import { exemptBlocks, withoutExempt } from '../document/exempt.ts';
import type { DespatchDocument, KnownBlock } from '../document/schema.ts';
import type { Exemption } from '../pack/exemption.ts';
import { notForPublication, withheldLine } from '../pack/exemption-words.ts';
import type { PrintBlock, PrintRun } from './blocks.ts';
import type { Group } from './groups.ts';
import { hasWords } from './words.ts';

/** Who is to read the copy. restricted: members and officers, with everything, marked. */
export type Audience = 'public' | 'restricted';

/** How a reference names what the public may not read. */
const MASK = 'exempt information';

const line = (id: string, text: string, bold = false): PrintBlock => ({
  type: 'text',
  id,
  content: [{ type: 'text', text, ...(bold ? { bold: true as const } : {}) }],
  leadsIn: false,
});

function masked(block: KnownBlock): KnownBlock {
  // Without words it bore no number and no title, and must go on bearing none.
  return hasWords(block) ? { ...block, content: [{ type: 'text', text: MASK }] } : block;
}

/**
 * "[Exempt – paragraph 3] ", for eyes and ears alike.
 * @param reasons all of the document: where several are of one paragraph, the mark says which, "paragraph 3, reason 2", so
 *   that a Word file that comes back has each in its place (`shared/import/kept-exempt.ts`).
 */
export function exemptMark(exemption: Exemption, reasons: readonly Exemption[] = []) {
  const { paragraph } = exemption;
  const same = reasons.filter((each) => each.paragraph === paragraph);
  const at = same.findIndex(
    ({ regime, publicInterest }) =>
      regime === exemption.regime && publicInterest === exemption.publicInterest,
  );
  const which = same.length > 1 ? `, reason ${at + 1}` : '';
  return { type: 'text', text: `[Exempt – paragraph ${paragraph}${which}] `, bold: true } as const;
}

/** What a copy shows of a document. */
export class Shown {
  readonly #exempt: ReadonlyMap<string, Exemption>;
  readonly #isPublic: boolean;
  /** The whole paper is exempt for these reasons, whatever its blocks say. */
  readonly #asPaper: readonly Exemption[];
  /** Why passages of this copy are withheld from the public, each reason once, in reading order. */
  readonly exemptions: readonly Exemption[];
  /** As this copy may know it. */
  readonly document: DespatchDocument;
  /** What the words of references are made from: whole, so that numbers are right, without exempt words in the public copy. */
  readonly named: DespatchDocument;

  constructor(document: DespatchDocument, audience: Audience, asPaper: readonly Exemption[]) {
    const exempt = exemptBlocks(document);
    this.#exempt = exempt;
    this.#isPublic = audience === 'public';
    this.#asPaper = asPaper;
    this.exemptions = this.#isPublic
      ? []
      : [...new Map([...exempt.values()].map((each) => [JSON.stringify(each), each])).values()];
    const hides = this.#isPublic && exempt.size > 0;
    this.document = hides ? withoutExempt(document, exempt) : document;
    this.named = hides
      ? {
          ...document,
          sections: document.sections.map((section) => {
            if (section.role === 'unknown') return section;
            const blocks = section.blocks.map((block) =>
              block.kind !== 'unknown' && exempt.has(block.id) ? masked(block) : block,
            );
            return { ...section, blocks };
          }),
        }
      : document;
  }

  /** Whether the block is left out of this copy. */
  hides(id: string): boolean {
    return this.#isPublic && this.#exempt.has(id);
  }

  /** What of the groups is printed, marked where it is exempt; and why the rest is left out. */
  split(groups: readonly Group[]): { readonly shown: Group[]; readonly why: Exemption[] } {
    const shown: Group[] = [];
    const why: Exemption[] = [];
    for (const { block, details } of groups) {
      const all = this.#exempt.get(block.id);
      if (this.#isPublic && all) {
        why.push(all);
        continue;
      }
      const rest = details.filter(({ id }) => !this.hides(id));
      why.push(...details.filter(({ id }) => this.hides(id)).flatMap(({ id }) => this.#exempt.get(id) ?? []));
      const isMarked = (each: KnownBlock): boolean => each === block || each.exempt !== undefined;
      shown.push({
        block: this.#marked(block),
        details: rest.map((detail) => (isMarked(detail) ? this.#marked(detail) : detail)),
      });
    }
    return { shown, why };
  }

  /**
   * What stands before that which only withheld blocks say or cite.
   * @param ids of those blocks. @returns null where anybody may read one of them.
   */
  markOf(ids: readonly string[]): PrintRun | null {
    const [exemption, ...others] = ids.map((id) => this.#exempt.get(id));
    if (!exemption || this.#isPublic || others.includes(undefined)) return null;
    return exemptMark(exemption, this.exemptions);
  }

  #marked<Block extends KnownBlock>(block: Block): Block {
    const mark = this.markOf([block.id]);
    return mark === null ? block : { ...block, content: [mark, ...block.content] };
  }

  /** With a rule in the margin, where all that it was made from is exempt. */
  ruled<Block extends PrintBlock>(block: Block, groups: readonly Group[]): Block {
    if (!groups.every((group) => this.#exempt.has(group.block.id))) return block;
    return { ...block, exempt: true };
  }

  /** In place of what is left out. @param after makes its id. */
  placeholder(why: readonly Exemption[], after: string): PrintBlock {
    return line(`withheld-${after}`, withheldLine(why));
  }

  /**
   * With the line that every copy of a report with exempt information must bear (Local Government Act 1972, section
   * 100B(5)), or in the public copy that it is one.
   */
  headed(blocks: readonly PrintBlock[]): readonly PrintBlock[] {
    const why = [...this.#asPaper, ...this.#exempt.values()];
    if (why.length === 0) return blocks;
    const head = this.#isPublic
      ? line('public-copy', 'Public copy: exempt information is left out, and each place says so.', true)
      : line('not-for-publication', notForPublication(why), true);
    const title = blocks.findIndex(({ type }) => type === 'title');
    return [...blocks.slice(0, title + 1), head, ...blocks.slice(title + 1)];
  }
}
