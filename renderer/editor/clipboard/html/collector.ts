/** Gathers the words of a page into fragments. */
import type { Inline, TextRun } from '../../../../shared/document/schema.ts';
import { joinRuns } from '../../convert/inline.ts';
import type { Fragment, Role } from '../fragment.ts';

export interface Context {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | null;
  readonly role: Role;
  readonly level: number;
  /** Blanks and line ends mean themselves. */
  readonly preserved: boolean;
  /** The list item around it: what stands in several paragraphs of one item is one item. */
  readonly item: object | null;
  readonly raised: 'sup' | 'sub' | null;
}

export const startContext: Context = {
  bold: false,
  italic: false,
  link: null,
  role: 'line',
  level: -1,
  preserved: false,
  item: null,
  raised: null,
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a document cannot hold
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufeff]/g;

const raisedCharacters = {
  sup: { from: '0123456789+-−=()n', to: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ' },
  sub: { from: '0123456789+-−=()', to: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎' },
} as const;

/** "m" and a raised "2" are m², not m2; what has no raised character of its own stays as it is. */
function raise(text: string, how: Context['raised']): string {
  if (how === null) return text;
  const { from, to } = raisedCharacters[how];
  const raised = [...text].map((character) => to[from.indexOf(character)] ?? null);
  return raised.includes(null) ? text : raised.join('');
}

export class Collector {
  readonly fragments: Fragment[] = [];
  #content: Inline[] = [];
  #context: Context = startContext;
  /** The item that the last fragment closed, while nothing else came behind it. */
  #lastItem: object | null = null;

  text(data: string, context: Context): void {
    const clean = data.replace(control, '');
    const text = context.preserved
      ? clean.replaceAll('\t', ' ')
      : clean.replace(/[ \t\r\n\f]+/g, ' ').replace(/[ \u00a0]{2,}/g, ' ');
    if (text === '') return;
    if (this.#content.length === 0) this.#context = context;
    const lines = context.preserved ? text.split(/\r?\n/) : [text];
    for (const [at, line] of lines.entries()) {
      if (at > 0) this.lineBreak();
      this.#run(line, context);
    }
  }

  #run(line: string, context: Context): void {
    const last = this.#content.at(-1);
    const follows = last?.type === 'text' && /[ \u00a0]$/.test(last.text);
    const text = !context.preserved && (follows || last?.type === 'break') ? line.replace(/^ /, '') : line;
    if (text === '') return;
    const run: TextRun = { type: 'text', text: raise(text, context.raised) };
    if (context.bold && context.role !== 'heading') run.bold = true;
    if (context.italic) run.italic = true;
    if (context.link !== null) run.link = context.link;
    this.#content.push(run);
  }

  lineBreak(): void {
    this.#content.push({ type: 'break' });
  }

  /** Closes the block that is being collected; blank ones leave nothing behind. */
  close(): void {
    const content = trimmed(joinRuns(this.#content));
    const { role, level, item } = this.#context;
    this.#content = [];
    if (content.length === 0) return;
    const last = this.fragments.at(-1);
    if (item !== null && item === this.#lastItem && last) {
      this.fragments[this.fragments.length - 1] = {
        ...last,
        content: [...last.content, { type: 'break' }, ...content],
      };
      return;
    }
    this.add({ origin: { role, level: Math.max(0, level) }, content });
    this.#lastItem = role === 'item' ? item : null;
  }

  add(fragment: Fragment): void {
    this.fragments.push(fragment);
    this.#lastItem = null;
  }
}

/** Without the blanks and line breaks that only laid out the source. */
function trimmed(content: Inline[]): Inline[] {
  const kept = content.slice();
  while (kept.length > 0) {
    const first = kept[0];
    if (first?.type === 'text' && first.text.trimStart() !== '') {
      kept[0] = { ...first, text: first.text.trimStart() };
      break;
    }
    kept.shift();
  }
  while (kept.length > 0) {
    const last = kept.at(-1);
    if (last?.type === 'text' && last.text.trimEnd() !== '') {
      kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
      break;
    }
    kept.pop();
  }
  return kept;
}
