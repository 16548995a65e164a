/** What a field of a form holds (ISO 32000-1, 12.7.3), with what it inherits. */
import { type PDFContext, type PDFDict, PDFName, type PDFObject } from 'pdf-lib';
import { dictAt, entryOf, isText, itemsOf, nameText, numberAt, textAt, textOf } from '../objects/look.ts';

export interface Field {
  readonly type: string;
  /** Its full name, as in "applicant.name". */
  readonly name: string;
  /** What it is for, as a screen reader says it; '' where the file does not say. */
  readonly label: string;
  readonly value: string;
  readonly checked: boolean;
  /** Of buttons: cb a box to be ticked, rb one of several, pb one to be pressed. */
  readonly button: 'cb' | 'rb' | 'pb';
  readonly multiline: boolean;
  readonly align: 'left' | 'centre' | 'right';
  /** In points; 0: as large as fits. */
  readonly size: number;
}

const DEEPEST = 32;
const MULTILINE = 1 << 12;
const PASSWORD = 1 << 13;
const RADIO = 1 << 15;
const PUSH = 1 << 16;
const aligns = ['left', 'centre', 'right'] as const;

export function fieldOf(widget: PDFDict): Field {
  const chain: PDFDict[] = [];
  for (
    let next: PDFDict | undefined = widget;
    next && chain.length < DEEPEST;
    next = dictAt(next, 'Parent')
  ) {
    chain.push(next);
  }
  const inherited = (entry: string): PDFObject | undefined => {
    for (const dict of chain) {
      const value = entryOf(dict, entry);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const flags = chain.map((dict) => numberAt(dict, 'Ff')).find((value) => value !== undefined) ?? 0;
  const appearance = inherited('DA');
  const size = isText(appearance) ? /([\d.]+)\s+Tf/.exec(textOf(appearance))?.[1] : undefined;
  const value = inherited('V');
  const align = Number(inherited('Q')?.toString() ?? 0);
  return {
    type: nameText(inherited('FT')) ?? '',
    name: chain
      .map((dict) => textAt(dict, 'T'))
      .filter((part) => part !== undefined)
      .reverse()
      .join('.'),
    label: chain.map((dict) => textAt(dict, 'TU')).find((text) => text !== undefined) ?? '',
    value: (flags & PASSWORD) !== 0 ? '' : wordsOf(widget.context, value),
    checked: value instanceof PDFName && nameText(value) !== 'Off',
    button: (flags & PUSH) !== 0 ? 'pb' : (flags & RADIO) !== 0 ? 'rb' : 'cb',
    multiline: (flags & MULTILINE) !== 0,
    align: aligns[align] ?? 'left',
    size: size === undefined || !Number.isFinite(Number(size)) ? 0 : Number(size),
  };
}

function wordsOf(context: PDFContext, value: PDFObject | undefined): string {
  if (isText(value)) return textOf(value);
  return itemsOf(context, value)
    .flatMap((item) => (isText(item) ? [textOf(item)] : []))
    .join(', ');
}
