/** Word files and worse, written byte by byte: no library would write the broken ones. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly data: string | Buffer;
  /** What the headers say of the size; the true one where absent. */
  readonly claimedSize?: number;
  readonly encrypted?: boolean;
}

export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedSize, encrypted } of parts) {
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes, { level: 9 });
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, packed]);
    const entry = Buffer.concat([
      Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
      common,
      Buffer.alloc(14),
      nameBytes,
    ]);
    entry.writeUInt32LE(offset, 42);
    locals.push(local);
    central.push(entry);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

export interface WordParts {
  /** XML inside of `w:body`. */
  readonly body: string;
  /** Other parts by name in `word/` without ".xml": `styles`, `numbering`, `footnotes`, `comments`, `header1`. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Targets of links by relationship id. */
  readonly links?: Readonly<Record<string, string>>;
}

/** A Word file of the parts given; each part is the XML inside its root element. */
export function docx({ body, parts = {}, links = {} }: WordParts): Buffer {
  const root: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' };
  const all = Object.entries(parts).map(([name, xml]) => {
    const type = name.replace(/\d+$/, '');
    return { name, type, xml: `<w:${root[type] ?? type} ${W}>${xml}</w:${root[type] ?? type}>` };
  });
  const inner = all.map(
    ({ name, type }, at) => `<Relationship Id="p${at}" Type="${office}/${type}" Target="${name}.xml"/>`,
  );
  const outer = Object.entries(links).map(
    ([id, target]) =>
      `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${target}" TargetMode="External"/>`,
  );
  return zip([
    {
      name: '_rels/.rels',
      data: `<Relationships ${rels}><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: `<Relationships ${rels}>${inner.join('')}${outer.join('')}</Relationships>`,
    },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0"?><w:document ${W} xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:v"><w:body>${body}</w:body></w:document>`,
    },
    ...all.map(({ name, xml }) => ({ name: `word/${name}.xml`, data: xml })),
  ]);
}

/** One paragraph: text, with an optional style and run properties. */
export function p(text: string, style = '', run = ''): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${r(text, run)}</w:p>`;
}

export function r(text: string, run = ''): string {
  return `<w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
