/**
 * In a Word file of ours the words "[Exempt – paragraph 3]" stand before a withheld passage, once. What else is part of
 * the passage is known only while lines still are lines: details and whatever was written on under the rule in the
 * margin, the cells of a table under its caption, notes and comments. Each gets the words too, at its end, where they
 * hide nothing that a line is known by.
 */
import type { Inline } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { type WordStyle, wordStyles } from '../print/word-styles.ts';
import { exemptMark, exemptMarkIn } from './exempt-mark.ts';
import { textRun } from './runs.ts';
import type { SourceLine, SourceText } from './source.ts';

/** Styles of what never stands for itself. */
const parts: ReadonlySet<WordStyle> = new Set([
  'detail',
  'questionDetail',
  'answer',
  'personRole',
  'decisionBoxes',
]);
const partNames: ReadonlySet<string> = new Set([...parts].map((style) => wordStyles[style].toLowerCase()));

const markIn = ({ content }: SourceLine): string | null => exemptMarkIn(plainText(content))?.[0] ?? null;

/** At the end of every line of the words, because each may become a block of its own. */
function marked(line: SourceLine, mark: string): SourceLine {
  const end = textRun(` ${mark.trim()}`, false, false);
  const content: Inline[] = [];
  let rest: Inline[] = [];
  const close = () => {
    content.push(...rest, ...(exemptMark.test(plainText(rest)) ? [] : [end]));
    rest = [];
  };
  for (const inline of line.content) {
    if (inline.type === 'break') {
      close();
      content.push(inline);
    } else rest.push(inline);
  }
  close();
  return { ...line, content };
}

const isPart = ({ style }: SourceLine): boolean => style !== null && partNames.has(style);
/** The words of a table stand behind it; one without a caption has the mark alone. */
const isCaption = (line: SourceLine): boolean =>
  line.style === wordStyles.caption || plainText(line.content).replace(exemptMark, '').trim() === '';

class Spread {
  readonly #any: string;
  /** Of the last paragraph; null: it may be published. */
  #mark: string | null = null;
  /** Whether it holds for what is said about that paragraph, and for the table behind it. */
  #forParts = false;
  #forTable = false;
  #table: number | null = null;
  /** Of the table, by its caption or a cell before. */
  #tableMark: string | null = null;

  /** @param any for what only its rule tells of. */
  constructor(any: string) {
    this.#any = any;
  }

  of(line: SourceLine): string | null {
    const own = markIn(line);
    if (line.cell) {
      if (line.cell.table !== this.#table) {
        this.#table = line.cell.table;
        this.#tableMark = this.#forTable ? this.#mark : null;
        this.#forTable = false;
      }
      this.#tableMark = own ?? this.#tableMark;
      return this.#tableMark;
    }
    // A note stands behind its paragraph, or in the middle of its table.
    if (line.aside) return own ?? this.#tableMark ?? this.#mark;
    this.#tableMark = null;
    const part = isPart(line);
    const before = part && this.#forParts ? this.#mark : null;
    this.#mark = own ?? before ?? (line.ruled === true ? (this.#mark ?? this.#any) : null);
    if (!part) this.#forParts = this.#mark !== null;
    this.#forTable = isCaption(line);
    return this.#mark;
  }
}

/** The source with every line of a withheld passage marked; itself where nothing is. Linear. */
export function spreadExempt(source: SourceText): SourceText {
  if (source.format !== 'docx') return source;
  const [any] = source.lines.flatMap((line) => markIn(line) ?? []);
  if (any === undefined) return source;
  const spread = new Spread(any);
  const lines = source.lines.map((line) => {
    const mark = spread.of(line);
    return mark === null ? line : marked(line, mark);
  });
  return { ...source, lines };
}
