/** The words in the commands that draw a page or a part of one, shown or not, by a way of our own beside PDFium's. */
import type { FontReader } from './fonts.ts';
import { givenName } from './standard-names.ts';
import { readings } from './strings.ts';
import { type Syntax, syntaxOf } from './syntax.ts';

export interface ContentWords {
  readonly text: string;
  /** As a reader sees it, where fonts say that their letters are others; null: the same. */
  readonly shown: string | null;
  /** Strings beside what is drawn: alternative and replacement text of marked content. */
  readonly properties: readonly string[];
  /** What only programs see: comments, and names that somebody gave to passages. */
  readonly unseen: readonly string[];
  /** Of pictures that stand in the page itself. */
  readonly samples: readonly Uint8Array[];
  /** Something is written in a font that does not say what its codes mean. */
  readonly unread: boolean;
}

/** In thousandths of the size of the font: further apart than this, two pieces of a line are two words. */
const WORD_GAP = -180;

class Words {
  text = '';
  /** With the letters that are seen. */
  seen = '';
  unread = false;
  #read: FontReader | null = null;
  readonly #fonts: (name: string) => FontReader | null;

  constructor(fonts: (name: string) => FontReader | null) {
    this.#fonts = fonts;
  }

  #show(operands: readonly Syntax[]): void {
    for (const each of operands) {
      if (each.type === 'number' && each.value < WORD_GAP) this.#add(' ');
      if (each.type !== 'string') continue;
      const words = this.#read ? this.#read.said(each.bytes) : (readings(each.bytes).at(-1) ?? '');
      if (words === null) this.unread = true;
      this.#add(words ?? '', this.#read?.shown?.(each.bytes));
    }
  }

  #add(said: string, seen = said): void {
    this.text += said;
    this.seen += seen;
  }

  run(operator: string, operands: readonly Syntax[]): void {
    switch (operator) {
      case 'Tf': {
        const name = operands.find(({ type }) => type === 'name');
        this.#read = name?.type === 'name' ? this.#fonts(name.text) : null;
        return;
      }
      case 'Tj':
      case 'TJ':
        this.#show(operands);
        return;
      case "'":
      case '"':
        this.#add('\n');
        this.#show(operands.filter(({ type }) => type === 'string'));
        return;
      case 'Td':
      case 'TD': {
        const down = operands[1];
        this.#add(down?.type === 'number' && down.value === 0 ? ' ' : '\n');
        return;
      }
      case 'BT':
      case 'T*':
      case 'Tm':
        this.#add('\n');
    }
  }
}

const marked = new Set(['BDC', 'DP', 'BMC', 'MP']);
/** Of a command; more of them is no page. */
const MOST_OPERANDS = 10_000;

export function contentWords(bytes: Uint8Array, fonts: (name: string) => FontReader | null): ContentWords {
  const words = new Words(fonts);
  const properties: string[] = [];
  const unseen: string[] = [];
  const samples: Uint8Array[] = [];
  let operands: Syntax[] = [];
  for (const each of syntaxOf(bytes)) {
    if (each.type === 'comment') unseen.push(...readings(each.bytes));
    else if (each.type === 'samples') samples.push(each.bytes);
    else if (each.type !== 'word') {
      if (operands.length < MOST_OPERANDS) operands.push(each);
    } else {
      if (marked.has(each.text)) {
        for (const operand of operands) {
          if (operand.type === 'string') properties.push(...readings(operand.bytes));
          else if (operand.type === 'name') unseen.push(givenName(operand.text) ?? '');
        }
      } else words.run(each.text, operands);
      operands = [];
    }
  }
  const shown = words.seen === words.text ? null : words.seen;
  return { text: words.text, shown, properties, unseen, samples, unread: words.unread };
}
