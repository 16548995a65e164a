/** The XMP packet of a PDF (ISO 16684-1), where it lies open in the file, as the standard asks. */
import { SaxesParser } from 'saxes';
import { oneLine } from './lines.ts';

export interface Xmp {
  readonly title: string;
  readonly creators: readonly string[];
  readonly publisher: string;
  readonly description: string;
  readonly created: string;
  readonly producer: string;
}

const LARGEST_PACKET = 1024 * 1024;
const DEEPEST = 50;

/** The last packet is the newest: programs add to the end of a file. */
function packet(bytes: Buffer): string | null {
  const end = bytes.lastIndexOf('</x:xmpmeta>');
  if (end < 0) return null;
  const start = bytes.lastIndexOf('<x:xmpmeta', end);
  if (start < 0 || end - start > LARGEST_PACKET) return null;
  return `${bytes.toString('utf8', start, end)}</x:xmpmeta>`;
}

const properties = new Set([
  'dc:title',
  'dc:creator',
  'dc:publisher',
  'dc:description',
  'xmp:CreateDate',
  'pdf:Producer',
]);

/** All values of each property that we look for; empty where the packet is not well-formed. */
function values(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (property: string, value: string) => {
    const words = oneLine(value);
    if (words !== '') found.set(property, [...(found.get(property) ?? []), words]);
  };
  const parser = new SaxesParser({ xmlns: false, position: false });
  let property = '';
  let depth = 0;
  let words = '';
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.on('doctype', () => {
    throw new Error('A packet has no document type.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw new Error('A packet is not as deep as this.');
    words = '';
    if (properties.has(name)) property = name;
    if (name !== 'rdf:Description') return;
    for (const key of properties) if (attributes[key] !== undefined) add(key, attributes[key]);
  });
  parser.on('text', (more) => {
    words += more;
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (property !== '' && (name === 'rdf:li' || name === property)) add(property, words);
    if (name === property) property = '';
    words = '';
  });
  try {
    parser.write(text).close();
  } catch {
    return new Map();
  }
  return found;
}

export function readXmp(bytes: Buffer): Xmp {
  const text = packet(bytes);
  const found = text === null ? new Map<string, string[]>() : values(text);
  const first = (property: string) => found.get(property)?.[0] ?? '';
  return {
    title: first('dc:title'),
    creators: found.get('dc:creator') ?? [],
    publisher: first('dc:publisher'),
    description: first('dc:description'),
    created: first('xmp:CreateDate'),
    producer: first('pdf:Producer'),
  };
}
