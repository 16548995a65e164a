/** Comments as Word's own: on the words or the block they are about, with author, time, replies and what is settled. */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentsOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { PrintDocument, PrintEntry, PrintInline, PrintThread } from '../../../../shared/print/blocks.ts';
import { Ranges } from './ranges.ts';

/** The first letters of up to three names: "Ann Mori" → "AM". */
function initials(author: string): string {
  return author
    .split(/\s+/u)
    .slice(0, 3)
    .map((name) => name.charAt(0).toLocaleUpperCase('en-GB'))
    .join('');
}

/** Eight hexadecimal digits below 7FFFFFFF that stay the same for the same comment (FNV-1a). */
function durableId(id: string): string {
  let hash = 0x811c9dc5;
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (((hash >>> 0) % 0x7ffffffe) + 1).toString(16).toUpperCase().padStart(8, '0');
}

function paragraphs({ text }: PrintEntry): Paragraph[] {
  return text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));
}

export class WordComments {
  readonly options: ICommentsOptions;
  /** Whether there are any. */
  readonly any: boolean;
  /** The numbers of what is said in each thread, as Word has them. */
  readonly #numbers = new Map<string, number[]>();
  readonly #onBlock = new Map<string, PrintThread[]>();
  readonly #ranges: Ranges | null;

  constructor({ blocks, threads }: Pick<PrintDocument, 'blocks' | 'threads'>) {
    let next = 0;
    const children = threads.flatMap((thread) => {
      const numbers = thread.entries.map(() => next++);
      this.#numbers.set(thread.id, numbers);
      if (thread.block !== null) {
        this.#onBlock.set(thread.block, [...(this.#onBlock.get(thread.block) ?? []), thread]);
      }
      return thread.entries.map((entry, at) => ({
        id: numbers[at] ?? 0,
        author: entry.author,
        initials: initials(entry.author),
        date: new Date(entry.createdAt),
        durableId: durableId(entry.id),
        resolved: thread.resolved,
        children: paragraphs(entry),
        ...(at === 0 ? {} : { parentId: numbers[0] ?? 0 }),
      }));
    });
    this.options = { children };
    this.any = threads.length > 0;
    this.#ranges = this.any ? new Ranges(blocks, threadsOn) : null;
  }

  /** What a block is made of, between the marks of the threads on the whole of it. */
  onBlock(id: string, children: readonly ParagraphChild[]): ParagraphChild[] {
    const threads = this.#onBlock.get(id);
    if (!threads) return [...children];
    this.#onBlock.delete(id);
    return [
      ...threads.flatMap((thread) => this.#start(thread.id)),
      ...children,
      ...threads.flatMap((thread) => this.#end(thread.id)),
    ];
  }

  /** One run, between the marks of the threads that begin and end with it. */
  onRun(inline: PrintInline, children: readonly ParagraphChild[]): ParagraphChild[] {
    if (!this.#ranges) return [...children];
    const { begin, end } = this.#ranges.at(inline);
    return [...begin.flatMap((id) => this.#start(id)), ...children, ...end.flatMap((id) => this.#end(id))];
  }

  #start(id: string): ParagraphChild[] {
    return (this.#numbers.get(id) ?? []).map((number) => new CommentRangeStart(number));
  }

  /** Each reply stands where the first does, because that is where Word looks for it. */
  #end(id: string): ParagraphChild[] {
    return (this.#numbers.get(id) ?? []).flatMap((number) => [
      new CommentRangeEnd(number),
      new TextRun({ children: [new CommentReference(number)] }),
    ]);
  }
}

function threadsOn(inline: PrintInline): readonly string[] {
  return 'comments' in inline ? (inline.comments ?? []) : [];
}
