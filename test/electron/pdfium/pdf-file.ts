/** PDF files written object by object: no library would write the broken ones. */

/** @param objects bodies of the objects 1, 2, 3…; the first is the catalogue. @param trailer more entries of it. */
export function pdf(objects: readonly string[], trailer = ''): Buffer {
  const parts: string[] = ['%PDF-1.7\n'];
  let length = 9;
  const offsets = objects.map((body, at) => {
    const offset = length;
    const part = `${at + 1} 0 obj\n${body}\nendobj\n`;
    parts.push(part);
    length += part.length;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

export const stream = (content: string, entries = '') =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

export const words = (text: string) => stream(`BT /F1 12 Tf 20 150 Td (${text}) Tj ET`);
export const picture = stream('q 200 0 0 200 0 0 cm /Im1 Do Q');

const resources = '/Resources << /Font << /F1 4 0 R >> /XObject << /Im1 5 0 R >> >>';

export interface PdfPage {
  readonly content: string;
  /** More entries of its dictionary. */
  readonly entries?: string;
}

/**
 * A file of these pages. Objects: 1 catalogue, 2 page tree, 3 information, 4 font, 5 picture, 6… pages and contents in
 * turn, then `more`.
 */
export function pdfOf(
  pages: readonly PdfPage[],
  {
    catalogue = '',
    info = '',
    more = [],
  }: { catalogue?: string; info?: string; more?: readonly string[] } = {},
): Buffer {
  const kids = pages.map((_, at) => `${6 + 2 * at} 0 R`).join(' ');
  return pdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 200 200] ${resources} >>`,
      `<< ${info} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      stream(
        '\xff',
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      ),
      ...pages.flatMap(({ content, entries = '' }, at) => [
        `<< /Type /Page /Parent 2 0 R /Contents ${7 + 2 * at} 0 R ${entries} >>`,
        content,
      ]),
      ...more,
    ],
    '/Info 3 0 R',
  );
}
