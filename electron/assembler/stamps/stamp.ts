/**
 * What is printed on every page: its number at the foot, the item it opens at the top right, the marking at both, all
 * of it as artifacts (ISO 32000-1, 14.8.2.2), which a reader that speaks passes over.
 *
 * Each letter is drawn on a narrow rim of white first. It can be read on any ground, and nothing of the page is covered
 * but what the letter itself would have touched.
 */
import type { Box } from '../objects/look.ts';
import { number } from '../objects/syntax.ts';
import type { StampFont } from './font.ts';
import type { StampLine } from './layout.ts';

export interface Stamped {
  /** Operators in the space of the shown page; '' where nothing is printed. */
  readonly operators: string;
  /** Where on the shown page the stamp of the item stands. */
  readonly stampBox: Box | null;
  /** Form XObjects that it draws, and the names it draws them by. */
  readonly forms: ReadonlyMap<number, string>;
  readonly regular: boolean;
  readonly bold: boolean;
}

/** Names of the fonts in the resources of the page. */
export interface StampFonts {
  readonly regular: { readonly key: string; readonly font: StampFont };
  readonly bold: { readonly key: string; readonly font: StampFont };
}

/** @param grounds to be white under the lines. */
export function stampPage(lines: readonly StampLine[], grounds: readonly Box[], fonts: StampFonts): Stamped {
  const forms = new Map<number, string>();
  let operators = grounds.map(whiteGround).join('');
  for (const line of lines) operators += drawLine(line, fonts[line.weight], forms);
  const used = new Set(lines.map(({ weight }) => weight));
  return {
    operators,
    stampBox: lines.find(({ kind }) => kind === 'stamp')?.box ?? null,
    forms,
    regular: used.has('regular'),
    bold: used.has('bold'),
  };
}

function whiteGround([left, bottom, right, top]: Box): string {
  const sides = [left, bottom, right - left, top - bottom].map(number).join(' ');
  return `/Artifact<</Type/Layout>>BDC\nq 1 g ${sides} re f Q\nEMC\n`;
}

function drawLine(
  { words, role, size, left, baseline }: StampLine,
  { key, font }: StampFonts['regular'],
  forms: Map<number, string>,
): string {
  let at = left;
  let rims = '';
  const scale = number(size / 1000);
  for (const { object, advance } of font.rims(words)) {
    const name = forms.get(object) ?? `${key}${forms.size}`;
    forms.set(object, name);
    rims += `q ${scale} 0 0 ${scale} ${number(at)} ${number(baseline)} cm /${name} Do Q\n`;
    at += (advance * size) / 1000;
  }
  const attached = role === 'Header' ? 'Top' : 'Bottom';
  return (
    `/Artifact<</Type/Pagination/Subtype/${role}/Attached[/${attached}]>>BDC\n${rims}` +
    `BT /${key} ${number(size)} Tf 1 0 0 1 ${number(left)} ${number(baseline)} Tm ${font.set(words).codes} Tj ET\nEMC\n`
  );
}
