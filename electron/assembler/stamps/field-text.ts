/** The look of a field that nobody has drawn yet: its value in our own typeface, within its rectangle. */
import type { Field } from '../merge/fields.ts';
import type { Box } from '../objects/look.ts';
import { number } from '../objects/syntax.ts';
import type { StampFont } from './font.ts';

const INSET = 2;
const LARGEST = 12;
const SMALLEST = 4;
const LEADING = 1.15;

/** @param key the name of the font in the resources. @returns '' where the field holds nothing to be seen. */
export function fieldOperators(
  field: Field,
  [left, bottom, right, top]: Box,
  key: string,
  font: StampFont,
): string {
  if (field.type === 'Btn') return field.checked ? cross([left, bottom, right, top]) : '';
  const words = field.value.replace(/\r\n?/g, '\n');
  if (words.trim() === '') return '';
  const width = right - left - 2 * INSET;
  const height = top - bottom;
  if (width <= 0 || height <= 0) return '';
  const asked = field.size > 0 ? field.size : Math.min(LARGEST, field.multiline ? LARGEST : height * 0.7);
  const { size, lines } = fitted(words, asked, width, height, field.multiline, font);
  const first = field.multiline ? top - INSET - size * 0.8 : bottom + height / 2 - size * 0.35;
  let text = `q ${[left, bottom, right - left, height].map(number).join(' ')} re W n 0 g BT /${key} ${number(size)} Tf\n`;
  for (const [at, line] of lines.entries()) {
    const { codes, width: long } = font.set(line);
    const free = width - long * size;
    const indent = field.align === 'right' ? free : field.align === 'centre' ? free / 2 : 0;
    const x = left + INSET + Math.max(indent, 0);
    text += `1 0 0 1 ${number(x)} ${number(first - at * size * LEADING)} Tm ${codes} Tj\n`;
  }
  return `${text}ET Q\n`;
}

function fitted(
  words: string,
  asked: number,
  width: number,
  height: number,
  multiline: boolean,
  font: StampFont,
): { size: number; lines: string[] } {
  let size = asked;
  let lines = broken(words, size, width, multiline, font);
  const overflows = () =>
    lines.some((line) => font.set(line).width * size > width) ||
    (multiline && lines.length * size * LEADING > height);
  // Smaller until all of it is there: in a printed pack nobody can scroll a field.
  while (size > SMALLEST && overflows()) {
    size -= 0.5;
    lines = broken(words, size, width, multiline, font);
  }
  return { size, lines };
}

function broken(words: string, size: number, width: number, multiline: boolean, font: StampFont): string[] {
  if (!multiline) return [words.replace(/\s+/g, ' ')];
  const lines: string[] = [];
  for (const paragraph of words.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && font.set(longer).width * size > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines;
}

function cross([left, bottom, right, top]: Box): string {
  const inset = Math.min(right - left, top - bottom) * 0.2;
  const [x1, y1, x2, y2] = [left + inset, bottom + inset, right - inset, top - inset].map(number);
  return `q 0 G ${number(Math.max(inset / 2, 0.5))} w ${x1} ${y1} m ${x2} ${y2} l ${x1} ${y2} m ${x2} ${y1} l S Q\n`;
}
