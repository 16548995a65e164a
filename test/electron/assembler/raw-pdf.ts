/** PDFs written object by object, for what no writer makes on purpose. */

export interface RawStream {
  /** Entries of its dictionary, all but the length. */
  readonly entries?: string;
  readonly content: string;
}

/** @param objects by number; 1 is the catalogue. @param trailer further entries of it. */
export function rawPdf(objects: Readonly<Record<number, string | RawStream>>, trailer = ''): Buffer {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const places = new Map<number, number>();
  for (const [number, object] of Object.entries(objects)) {
    places.set(Number(number), text.length);
    const body =
      typeof object === 'string'
        ? object
        : `<<${object.entries ?? ''}/Length ${object.content.length}>>\nstream\n${object.content}\nendstream`;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...places.keys()) + 1;
  const start = text.length;
  text += `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number += 1) {
    const place = places.get(number);
    text += place === undefined ? '0000000000 00000 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  }
  text += `trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';

export interface RawPage {
  /** Entries of the page, in place of an A4 `MediaBox`. */
  readonly entries?: string;
  readonly content?: string;
}

/** Object numbers of `simplePdf`: page n is 10 + n, its content 1000 + n, both counted from 0. */
export const PAGE = 10;
const CONTENT = 1000;

/**
 * Pages that say "Sheet 1", "Sheet 2"…, written with font 4.
 * @param more further objects, from 100 on. @param catalog further entries of the catalogue.
 */
export function simplePdf(
  pages: readonly RawPage[],
  catalog = '',
  more: Readonly<Record<number, string | RawStream>> = {},
  trailer = '',
): Buffer {
  const objects: Record<number, string | RawStream> = {
    1: `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    2: `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${PAGE + at} 0 R`).join(' ')}]>>`,
    4: FONT,
  };
  for (const [at, { entries = '/MediaBox[0 0 595 842]', content }] of pages.entries()) {
    objects[PAGE + at] =
      `<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 4 0 R>>>>/Contents ${CONTENT + at} 0 R${entries}>>`;
    objects[CONTENT + at] = { content: content ?? `BT /F1 20 Tf 100 400 Td (Sheet ${at + 1}) Tj ET` };
  }
  return rawPdf({ ...objects, ...more }, trailer);
}
