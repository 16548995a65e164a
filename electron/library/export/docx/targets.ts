/**
 * Where references lead, as Word's own bookmarks, and how it finds by itself what they say: fields that follow the
 * numbering, so that Word puts them right when the document is changed there.
 */
import type { PrintBlock, PrintDocument, PrintReference } from '../../../../shared/print/blocks.ts';
import { printedText } from '../../../../shared/print/words.ts';

/** Two bookmarks of a block: of its words, and of a number that is typed before them rather than counted by a list. */
export interface Bookmarks {
  readonly words: Bookmark;
  readonly number: Bookmark;
}
export interface Bookmark {
  /** Hidden from the list of bookmarks, as Word's own for references are, by its underscore. */
  readonly name: string;
  readonly id: number;
}

/** A part of what a reference says: plain, or a field that Word can make again. */
export type ReferencePart = { readonly text: string; readonly instruction: string | null };

/** A target that is counted by a list, as `12(a)`: through which paragraphs its number is made. */
type Chain = readonly string[];

/** Markers that Word gives exactly as they are cited, but for a last full stop, which it drops itself. */
const plain: ReadonlySet<string> = new Set(['paragraph', 'recommendation', 'agendaItem']);

export class Targets {
  readonly #bookmarks = new Map<string, Bookmarks>();
  readonly #blocks = new Map<string, PrintBlock>();
  readonly #chains = new Map<string, Chain>();

  constructor(print: PrintDocument) {
    if (print.anchors.size === 0) return;
    const above = new Map<string, string[]>();
    for (const block of print.blocks) {
      if (block.type === 'numbered') {
        const chain = [...(above.get(block.kind) ?? []).slice(0, block.level), block.id];
        above.set(block.kind, chain);
        this.#chains.set(block.id, chain);
      }
      if (!print.anchors.has(block.id)) continue;
      this.#blocks.set(block.id, block);
    }
    // Whoever is cited through another needs a bookmark on that one, too.
    const marked = new Set([...print.anchors].flatMap((id) => this.#chains.get(id) ?? [id]));
    for (const { id } of print.blocks) {
      if (!marked.has(id)) continue;
      const number = this.#bookmarks.size + 1;
      this.#bookmarks.set(id, {
        words: { name: `_Ref${number}`, id: number * 2 },
        number: { name: `_Ref${number}n`, id: number * 2 + 1 },
      });
    }
  }

  /** Null for a block that nothing refers to. */
  bookmarksOf(id: string): Bookmarks | null {
    return this.#bookmarks.get(id) ?? null;
  }

  /** What a reference says, in the parts in which Word can keep it right. */
  partsOf(reference: PrintReference): ReferencePart[] {
    const block = this.#blocks.get(reference.target);
    const bookmarks = this.#bookmarks.get(reference.target);
    const whole = [{ text: reference.text, instruction: null }];
    if (!block || !bookmarks) return whole;
    const title = printedText(block.content).replaceAll('\n', ' ');
    if (title !== '' && reference.text.endsWith(title)) {
      return parts(reference.text, title, ` REF ${bookmarks.words.name} \\h `);
    }
    if (title !== '' && reference.text.endsWith(`“${title}”`)) {
      return [
        ...parts(reference.text.slice(0, -1), title, ` REF ${bookmarks.words.name} \\h `),
        { text: '”', instruction: null },
      ];
    }
    return this.#numberParts(reference.text, block, bookmarks) ?? whole;
  }

  #numberParts(text: string, block: PrintBlock, bookmarks: Bookmarks): ReferencePart[] | null {
    switch (block.type) {
      case 'appendix':
      case 'table':
      case 'image': {
        const number = block.marker?.replace(/^\S+\s/u, '') ?? '';
        return ends(text, number) ? parts(text, number, ` REF ${bookmarks.number.name} \\h `) : null;
      }
      case 'heading': {
        const marker = block.marker?.replace(/\.$/u, '') ?? '';
        return ends(text, marker) ? parts(text, marker, numberField(bookmarks)) : null;
      }
      case 'numbered':
        // No field writes "question 1" for Q1, and only the whole of "Option 1" is what its list says.
        if (text === block.marker) return parts(text, text, numberField(bookmarks));
        return plain.has(block.kind) ? this.#chained(text, block.id) : null;
      default:
        return null;
    }
  }

  /** "paragraph 12(a)": each number by its own field, because Word would write 12a. */
  #chained(text: string, id: string): ReferencePart[] | null {
    const number = /\S+$/u.exec(text)?.[0] ?? '';
    const pieces = number.split(/[()]+/u).filter((piece) => piece !== '');
    const chain = (this.#chains.get(id) ?? []).slice(-pieces.length);
    if (pieces.length === 0 || chain.length !== pieces.length) return null;
    const before = text.slice(0, text.length - number.length);
    const made = pieces.flatMap((piece, at): ReferencePart[] => {
      const bookmarks = this.#bookmarks.get(chain[at] ?? '');
      const field = { text: piece, instruction: bookmarks ? numberField(bookmarks) : null };
      if (at === 0) return [field];
      return [{ text: '(', instruction: null }, field, { text: ')', instruction: null }];
    });
    return before === '' ? made : [{ text: before, instruction: null }, ...made];
  }
}

const numberField = ({ words }: Bookmarks): string => ` REF ${words.name} \\n \\h `;
const ends = (text: string, end: string): boolean => end !== '' && text.endsWith(end);

function parts(text: string, end: string, instruction: string): ReferencePart[] {
  const before = text.slice(0, text.length - end.length);
  const field = { text: end, instruction };
  return before === '' ? [field] : [{ text: before, instruction: null }, field];
}
