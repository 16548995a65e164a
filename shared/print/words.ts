/** What of the author's characters can stand on paper. */
import type { Citation, Inline, KnownBlock, Reference } from '../document/schema.ts';
import { anchorKey } from '../evidence/anchor-key.ts';
import type { PrintInline } from './blocks.ts';
import { citedIn, marksAfter, settledMarks } from './marks.ts';

/**
 * What neither XML 1.0 nor PDF/UA can hold: controls, lone surrogates, noncharacters, byte order marks. Tabs and line
 * ends that came in with pasted text separate words, so they become spaces; the rest vanishes without a trace.
 */
const separators = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what this is for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufeff\ud800-\udfff]|[\u{ffff}\u{fffe}]/gu;

export function printableText(text: string): string {
  return text.replace(separators, ' ').replace(unprintable, '');
}

/** Stops at the first character that will be seen, because it is asked of every block whenever numbers may change. */
const visible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what this is for
  /[^\s\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef\ufeff\ud800-\udfff\u{ffff}\u{fffe}]/u;

/** Whether the content of a block, its details left aside, puts anything on paper. */
export function hasWords({ content }: KnownBlock): boolean {
  return content.some((inline) =>
    inline.type === 'text' ? visible.test(inline.text) : inline.type === 'reference',
  );
}

/**
 * Whether a block reaches paper. An appendix without a title still does: its designation is the author's. Guidance
 * never does: it is the template speaking to the author.
 */
export function isPrinted(block: KnownBlock): boolean {
  if (block.kind === 'guidance') return false;
  if (block.kind === 'appendix' || block.kind === 'table' || block.kind === 'image') return true;
  return hasWords(block);
}

/** Makes the marks of notes, each with a number of its own. */
export interface NoteMarks {
  /** @throws DespatchError `export.evidenceMissing` */
  mark(block: WithWords, citations: readonly Citation[]): PrintInline;
  /** Two marks at one place are one. */
  join(one: number, other: number): PrintInline;
}

/** What a writer of words must know beside them. */
export interface Wording {
  /**
   * The words of a reference that stands in the block, and the id of the printed block they lead to.
   * @throws DespatchError `export.brokenReference`
   */
  readonly wordsOf: (
    reference: Reference,
    block: WithWords,
  ) => { readonly text: string; readonly target: string | null };
  /** Whether comments leave with the words. */
  readonly comments: boolean;
  /** Where notes are marked; null where the words bear none. */
  readonly notes: NoteMarks | null;
  /** Whether it is kept which words a citation is about. */
  readonly keepsCited: boolean;
}

/** A block, or a cell with the id of its table. */
export interface WithWords {
  readonly id: string;
  readonly content: readonly Inline[];
  /** Those that the words bear are marked after them, all others at the end. */
  readonly citations?: readonly Citation[];
}

/** Runs of one formatting joined, breaks and spaces at the ends dropped, notes marked, everything else as written. */
export function printableRuns(block: WithWords, wording: Wording): PrintInline[] {
  const { notes } = wording;
  const { content, citations = [] } = block;
  const marks = notes && citations.length > 0 ? marksAfter(content, citations) : null;
  const runs: PrintInline[] = [];
  for (const [at, inline] of content.entries()) {
    addInline(runs, inline, block, wording);
    const marked = marks?.get(at);
    if (notes && marked) runs.push(notes.mark(block, marked));
  }
  const printed = trimmed(trimmed(runs, 'start'), 'end');
  if (!notes || !marks) return printed;
  const borne = citedIn(content);
  const whole = citations.filter(({ id }) => !borne.has(id));
  if (whole.length > 0) printed.push(notes.mark(block, whole));
  return settledMarks(printed, (one, other) => notes.join(one, other));
}

function addInline(runs: PrintInline[], inline: Inline, block: WithWords, wording: Wording): void {
  if (inline.type === 'break') {
    runs.push(inline);
    return;
  }
  const { comments: threads, cited, ...rest } = inline;
  const kept = {
    ...(wording.comments && threads ? { comments: threads } : {}),
    ...(wording.keepsCited && cited ? { cited: cited.map((id) => anchorKey(block.id, id)) } : {}),
  };
  if (rest.type === 'reference') {
    const { text, target } = wording.wordsOf(rest, block);
    const { bold, italic, show } = rest;
    const words = { ...(bold && { bold }), ...(italic && { italic }), ...kept, text: printableText(text) };
    runs.push(target === null ? { type: 'text', ...words } : { type: 'reference', ...words, target, show });
    return;
  }
  const run = { ...rest, ...kept, text: printableText(rest.text) };
  const last = runs.at(-1);
  if (run.text === '') return;
  if (last?.type === 'text' && sameFormat(last, run)) {
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  } else {
    runs.push(run);
  }
}

function sameFormat(one: Formatted, other: Formatted): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.link === other.link &&
    one.comments?.join() === other.comments?.join() &&
    one.cited?.join() === other.cited?.join()
  );
}
type Formatted = Extract<PrintInline, { type: 'text' }>;

function trimmed(runs: readonly PrintInline[], side: 'start' | 'end'): PrintInline[] {
  const rest = [...runs];
  for (;;) {
    const edge = side === 'start' ? rest[0] : rest.at(-1);
    if (!edge) return rest;
    if (edge.type === 'reference') return rest;
    if (edge.type === 'note') return side === 'start' ? rest : [...trimmed(rest.slice(0, -1), 'end'), edge];
    const text = edge.type === 'break' ? '' : side === 'start' ? edge.text.trimStart() : edge.text.trimEnd();
    const at = side === 'start' ? 0 : rest.length - 1;
    if (edge.type === 'text' && text !== '') {
      rest[at] = { ...edge, text };
      return rest;
    }
    rest.splice(at, 1);
  }
}

/** The characters of printed content without the marks of its notes; a line break is one newline. */
export function printedText(content: readonly PrintInline[]): string {
  return content
    .map((inline) => (inline.type === 'break' ? '\n' : inline.type === 'note' ? '' : inline.text))
    .join('');
}
