/**
 * HTML on the clipboard: words with bold and italic, lists with their levels, headings; everything else is dropped.
 * The text is parsed into a document that has no window, so nothing in it runs and nothing is fetched.
 */
import type { Inline } from '../../../shared/document/schema.ts';
import { joinRuns } from '../convert/inline.ts';
import type { Fragment, Role } from './fragment.ts';

const dropped = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'SVG',
  'MATH',
  'NOSCRIPT',
  'TEXTAREA',
  'SELECT',
  'AUDIO',
  'VIDEO',
  'CANVAS',
]);
const blocks = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'BODY',
  'DD',
  'DETAILS',
  'DIV',
  'DL',
  'DT',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'FORM',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'MAIN',
  'NAV',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'SUMMARY',
  'TABLE',
  'TBODY',
  'TFOOT',
  'THEAD',
  'TR',
  'UL',
]);

interface Context {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly role: Role;
  readonly level: number;
}

const start: Context = { bold: false, italic: false, role: 'line', level: -1 };

/** Word writes a list item as a paragraph whose style names its level, and its marker as an ignorable span. */
function wordListLevel(style: string): number | null {
  const level = /mso-list:[^;]*\blevel(\d)/.exec(style)?.[1];
  return level === undefined ? null : Number(level) - 1;
}

function within(element: Element, around: Context): Context {
  const name = element.tagName.toUpperCase();
  const style = element.getAttribute('style') ?? '';
  const weight = /font-weight:\s*(bold|normal|\d+)/.exec(style)?.[1];
  const slant = /font-style:\s*(italic|oblique|normal)/.exec(style)?.[1];
  const level = wordListLevel(style);
  const bold = name === 'B' || name === 'STRONG' || around.bold;
  const italic = name === 'I' || name === 'EM' || around.italic;
  let { role, level: depth } = around;
  if (name === 'UL' || name === 'OL') depth += 1;
  if (name === 'LI') role = 'item';
  else if (/^H[1-6]$/.test(name)) role = 'heading';
  if (level !== null) [role, depth] = ['item', level];
  return {
    bold: weight === undefined ? bold : weight === 'bold' || Number(weight) >= 600,
    italic: slant === undefined ? italic : slant !== 'normal',
    role,
    level: depth,
  };
}

class Collector {
  readonly fragments: Fragment[] = [];
  #content: Inline[] = [];
  #context: Context = start;

  text(data: string, context: Context, preserved: boolean): void {
    const text = preserved ? data.replaceAll('\t', ' ') : data.replace(/[ \t\r\n\f]+/g, ' ');
    if (text === '') return;
    if (this.#content.length === 0) this.#context = context;
    const lines = preserved ? text.split(/\r?\n/) : [text];
    for (const [at, line] of lines.entries()) {
      if (at > 0) this.lineBreak();
      if (line === '') continue;
      const run: Inline = { type: 'text', text: line };
      if (context.bold && context.role !== 'heading') run.bold = true;
      if (context.italic) run.italic = true;
      this.#content.push(run);
    }
  }

  lineBreak(): void {
    this.#content.push({ type: 'break' });
  }

  /** Closes the block that is being collected; blank ones leave nothing behind. */
  close(): void {
    const content = trimmed(joinRuns(this.#content));
    this.#content = [];
    if (content.length === 0) return;
    const { role, level } = this.#context;
    this.fragments.push({ origin: { role, level: Math.max(0, level) }, content });
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

function collect(node: Node, around: Context, preserved: boolean, into: Collector): void {
  if (node.nodeType === 3) {
    into.text(node.textContent ?? '', around, preserved);
    return;
  }
  if (node.nodeType !== 1) return;
  const element = node as Element;
  const name = element.tagName.toUpperCase();
  const style = element.getAttribute('style') ?? '';
  if (dropped.has(name) || /mso-list:\s*Ignore/i.test(style) || /display:\s*none/.test(style)) return;
  if (name === 'BR') {
    into.lineBreak();
    return;
  }
  const context = within(element, around);
  const own = blocks.has(name);
  if (own) into.close();
  else if (name === 'TD' || name === 'TH') into.text(' ', context, true);
  for (const child of element.childNodes) {
    collect(child, context, preserved || name === 'PRE', into);
  }
  if (own) into.close();
}

export function fragmentsFromHtml(html: string): Fragment[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const into = new Collector();
  collect(parsed.body, start, false, into);
  into.close();
  return into.fragments;
}
