/** Words within a paragraph: runs, links, references that Word keeps right by itself, bookmarks. */
import { BookmarkEnd, BookmarkStart, BuilderElement, type ParagraphChild, type Tab, TextRun } from 'docx';
import type { PrintInline, PrintReference, PrintRun } from '../../../../shared/print/blocks.ts';
import { styleId } from '../../../../shared/print/word-styles.ts';
import type { WordContext } from './context.ts';
import { noteMark } from './note-mark.ts';
import type { Bookmark } from './targets.ts';

type Format = Pick<PrintRun, 'bold' | 'italic'>;

function run(text: string, { bold, italic }: Format, style?: string): TextRun {
  return new TextRun({
    text,
    ...(style === undefined ? {} : { style }),
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: italic } : {}),
  });
}

/** @param text what it says now, until Word makes it again. */
export function field(instruction: string, text: TextRun): ParagraphChild {
  const element = new BuilderElement({
    name: 'w:fldSimple',
    attributes: { instruction: { key: 'w:instr', value: instruction } },
    children: [text],
  });
  return element as unknown as ParagraphChild;
}

export function bookmarked(
  bookmark: Bookmark | undefined,
  children: readonly ParagraphChild[],
): ParagraphChild[] {
  if (!bookmark) return [...children];
  const edges = [new BookmarkStart(bookmark.name, bookmark.id), new BookmarkEnd(bookmark.id)] as const;
  return [edges[0] as unknown as ParagraphChild, ...children, edges[1] as unknown as ParagraphChild];
}

/** A way to the target that does not say what stands there: the words are all ours. */
function jump(bookmark: Bookmark, children: readonly TextRun[]): ParagraphChild {
  const element = new BuilderElement({
    name: 'w:hyperlink',
    attributes: {
      anchor: { key: 'w:anchor', value: bookmark.name },
      history: { key: 'w:history', value: 1 },
    },
    children,
  });
  return element as unknown as ParagraphChild;
}

function reference(inline: PrintReference, { targets, print }: WordContext): ParagraphChild[] {
  const parts = targets.partsOf(inline);
  const bookmarks = targets.bookmarksOf(inline.target);
  // A field would count anew what Word cannot count here.
  if (bookmarks && (print.fixedNumbers || parts.every(({ instruction }) => instruction === null))) {
    return [
      jump(
        bookmarks.words,
        parts.map(({ text }) => run(text, inline)),
      ),
    ];
  }
  return parts.map(({ text, instruction }) =>
    instruction === null ? run(text, inline) : field(instruction, run(text, inline)),
  );
}

function inlineRuns(inline: PrintInline, context: WordContext): ParagraphChild[] {
  if (inline.type === 'break') return [new TextRun({ break: 1 })];
  if (inline.type === 'note') return [noteMark(inline.number, context.print)];
  if (inline.type === 'reference') return reference(inline, context);
  if (inline.link === undefined) return [run(inline.text, inline)];
  return [context.links.to(inline.link, [run(inline.text, inline, styleId('link'))])];
}

/** The words of a block, without a bookmark and without the comments on the whole of it. */
export function wordRuns(content: readonly PrintInline[], context: WordContext): ParagraphChild[] {
  const { comments, citations } = context;
  return content.flatMap((inline) => {
    const runs = citations.onRun(inline, inlineRuns(inline, context));
    return comments.any ? comments.onRun(inline, runs) : runs;
  });
}

/** The words between the edges of a bookmark; a note after them is left out, as a field would say it again. */
export function bookmarkedRuns(
  bookmark: Bookmark | undefined,
  content: readonly PrintInline[],
  context: WordContext,
): ParagraphChild[] {
  const end = content.findLastIndex(({ type }) => type !== 'note') + 1;
  return [
    ...bookmarked(bookmark, wordRuns(content.slice(0, end), context)),
    ...wordRuns(content.slice(end), context),
  ];
}

/** The words of a block, with the bookmark that references to it lead to and the comments on it. */
export function blockRuns(
  { id, content }: { readonly id: string; readonly content: readonly PrintInline[] },
  context: WordContext,
): ParagraphChild[] {
  const words = bookmarkedRuns(context.targets.bookmarksOf(id)?.words, content, context);
  return context.comments.onBlock(id, context.citations.onBlock(id, words));
}

export const runIn = (...children: (string | Tab)[]): TextRun =>
  new TextRun({ style: styleId('runIn'), children });
