/**
 * Says of a PDF/A-2a file of Typst's that it is PDF/UA-1 too. It is but for two entries, which the compiler cannot be
 * told to write beside those of PDF/A: the mark in the metadata (ISO 14289-1, 5), with the description of it that
 * PDF/A asks for (ISO 19005-2, 6.6.2.3.2), and that a reader shows the title instead of the name of the file (7.1).
 */

const property = (name: string, words: string) => `<pdfaProperty:${name}>${words}</pdfaProperty:${name}>`;
const description = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">${property('category', 'internal')}${property('description', 'The part of ISO 14289 that the document conforms to')}${property('name', 'part')}${property('valueType', 'Integer')}</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;
const mark = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>';
const viewer = '/DisplayDocTitle true ';

interface Insertion {
  /** In bytes from the beginning of the file as it was. */
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

function place(file: string, pattern: RegExp, from = 0): RegExpExecArray {
  const expression = new RegExp(pattern, 'dgu');
  expression.lastIndex = from;
  const found = expression.exec(file);
  if (!found) throw new Error(`The file has no ${pattern.source}.`);
  return found;
}

const entry = /(\d{10}) (\d{5} [nf])/gu;

/** @throws Error where the file is not as Typst writes it: metadata as plain text, one table of offsets at its end. */
export function claimAccessible(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1');
  const trailer = place(file, /startxref\n(\d+)\n%%EOF\s*$/);
  const table = Number(trailer[1]);
  const root = place(file, /\/Root (\d+) 0 R/, table)[1];
  const catalog = place(file, new RegExp(`\\n${root} 0 obj\\n<<`));
  const preferences = place(file, /\/ViewerPreferences <<\s*/, catalog.index);
  const metadata = place(file, /\/Metadata (\d+) 0 R/, catalog.index)[1];
  const stream = place(file, new RegExp(`\\n${metadata} 0 obj\\n<<\\n {2}/Length (\\d+)`));
  const length = stream[1] ?? '';
  const schemas = place(file, /<pdfaExtension:schemas><rdf:Bag>/, stream.index);
  const about = place(file, /<\/rdf:Description>/, stream.index);
  const insertions: Insertion[] = [
    { at: preferences.index + preferences[0].length, removed: 0, text: viewer },
    {
      at: stream.index + stream[0].length - length.length,
      removed: length.length,
      text: String(Number(length) + description.length + mark.length),
    },
    { at: schemas.index + schemas[0].length, removed: 0, text: description },
    { at: about.index, removed: 0, text: mark },
  ].sort((one, other) => one.at - other.at);
  const moved = (offset: number): number =>
    insertions.reduce(
      (sum, { at, removed, text }) => (at <= offset ? sum + text.length - removed : sum),
      offset,
    );
  let body = '';
  let from = 0;
  for (const { at, removed, text } of insertions) {
    body += file.slice(from, at) + text;
    from = at + removed;
  }
  body += file.slice(from, table);
  const offsets = file
    .slice(table, trailer.index)
    .replace(entry, (line, offset: string, rest: string) =>
      rest.endsWith('n') ? `${String(moved(Number(offset))).padStart(10, '0')} ${rest}` : line,
    );
  return Buffer.from(`${body}${offsets}startxref\n${moved(table)}\n%%EOF\n`, 'latin1');
}
