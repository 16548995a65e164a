/** Which words of the author's no font of ours can print, and where they stand. */
import { DespatchError } from '../../../../shared/contract/errors.ts';
import type { PrintBlock, PrintDocument } from '../../../../shared/print/blocks.ts';
import { printedText } from '../../../../shared/print/words.ts';

/** Typst's own words for it, with the text in Rust's notation for strings: `\u{200d}`, `\\`, `\"`. */
const complaint = /the text `\\?"(.*?)\\?"` could not be displayed/gu;

function unescaped(text: string): string {
  return text
    .replace(/\\+u\{([0-9a-f]+)\}/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\+(["'\\])/gu, '$1');
}

/** The block that the words stand in, which may be a detail of another or a cell of a table. */
function blockWith(words: string, blocks: readonly PrintBlock[]): string | undefined {
  for (const block of blocks) {
    const label = 'label' in block ? block.label : '';
    const marker = 'marker' in block ? (block.marker ?? '') : '';
    if (`${marker} ${label} ${printedText(block.content)}`.includes(words)) return block.id;
    const cells = block.type === 'table' ? [block.header ?? [], ...block.rows].flat() : [];
    const under = [...('details' in block ? block.details : []), ...cells];
    const found = under.find(({ content }) => printedText(content).includes(words));
    if (found) return found.id ?? block.id;
  }
  return undefined;
}

/** The signs that Typst could not print, each once; none where it complained of something else. */
export function missingSigns(message: string): string[] {
  return [...new Set([...message.matchAll(complaint)].map(([, text]) => unescaped(text ?? '')))];
}

/** Signs that nobody sees, pasted from elsewhere, go by their number. */
function named(sign: string): string {
  if (!/^[\p{Cc}\p{Cf}\p{Cn}]+$/u.test(sign)) return `“${sign}”`;
  const numbers = [...sign].map((each) => each.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0'));
  return `the invisible ${numbers.map((number) => `U+${number}`).join(' ')}`;
}

/** @returns all of them for the reader. */
export function namedSigns(signs: readonly string[]): string {
  return signs.map(named).join(', ');
}

/** The error for the reader when that is what Typst complained of; null when it is something else. */
export function missingGlyphs(message: string, print: PrintDocument): DespatchError | null {
  const missing = missingSigns(message);
  const [first] = missing;
  if (first === undefined) return null;
  const blockId = blockWith(first, print.blocks);
  return new DespatchError('export.unprintable', {
    characters: namedSigns(missing),
    ...(blockId === undefined ? {} : { blockId }),
  });
}
