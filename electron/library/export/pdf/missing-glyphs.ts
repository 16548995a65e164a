/** Which words of the author's no font of ours can print, and where they stand. */
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { plainText } from '../../../../shared/document/walk.ts';
import type { PrintBlock, PrintDocument } from '../../../../shared/print/model.ts';

/** Typst's own words for it, with the text in Rust's notation for strings: `\u{200d}`, `\\`, `\"`. */
const complaint = /the text `\\?"(.*?)\\?"` could not be displayed/gu;

function unescaped(text: string): string {
  return text
    .replace(/\\+u\{([0-9a-f]+)\}/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\+(["'\\])/gu, '$1');
}

function wordsOf(block: PrintBlock): string {
  const label = 'label' in block ? block.label : '';
  const marker = 'marker' in block ? (block.marker ?? '') : '';
  return `${marker} ${label} ${plainText(block.content)}`;
}

/** The error for the reader when that is what Typst complained of; null when it is something else. */
export function missingGlyphs(message: string, print: PrintDocument): DespatchError | null {
  const missing = [...new Set([...message.matchAll(complaint)].map(([, text]) => unescaped(text ?? '')))];
  const [first] = missing;
  if (first === undefined) return null;
  const block = print.blocks.find((each) => wordsOf(each).includes(first));
  const characters = missing.map((text) => `“${text}”`).join(', ');
  return new DespatchError('export.unprintable', { characters, ...(block ? { blockId: block.id } : {}) });
}
