/** Reading our own Word files back without the library that wrote them: unzipped, and numbered as Word would. */
import { inflateRawSync } from 'node:zlib';

/** The parts of a package by path. */
export function parts(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const found = new Map<string, string>();
  let entry = buffer.readUInt32LE(buffer.length - 6);
  for (let left = buffer.readUInt16LE(buffer.length - 12); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((at) => buffer.readUInt16LE(entry + at)) as [
      number,
      number,
      number,
    ];
    const name = buffer.toString('utf8', entry + 46, entry + 46 + nameLength);
    const local = buffer.readUInt32LE(entry + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const data = buffer.subarray(start, start + buffer.readUInt32LE(entry + 20));
    const text = buffer.readUInt16LE(entry + 10) === 0 ? data : inflateRawSync(data);
    found.set(name, text.toString('utf8'));
    entry += 46 + nameLength + extra + comment;
  }
  return found;
}

export interface WordParagraph {
  readonly style: string;
  readonly text: string;
  /** The number Word would print, counted from the file's own list definitions; empty where there is none. */
  readonly number: string;
  readonly list: string;
}

const roman = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const counted: Record<string, (count: number) => string> = {
  decimal: String,
  lowerLetter: (count) => String.fromCharCode(96 + count),
  lowerRoman: (count) => roman[count] ?? '?',
  bullet: () => '',
};

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};
const plain = (text: string) =>
  text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? '');

/** The paragraphs of the body, up to nine of a kind on each level below the first. */
export function wordParagraphs(bytes: Uint8Array): WordParagraph[] {
  const files = parts(bytes);
  const numbering = files.get('word/numbering.xml') ?? '';
  const abstractOf = new Map(
    [...numbering.matchAll(/<w:num w:numId="(\d+)".*?<w:abstractNumId w:val="(\d+)"/g)].map(
      ([, id, abstract]) => [id ?? '', abstract ?? ''],
    ),
  );
  const levelsOf = (list: string) => {
    const abstract = abstractOf.get(list);
    const definition = numbering.match(
      new RegExp(`<w:abstractNum w:abstractNumId="${abstract}".*?</w:abstractNum>`),
    );
    return [
      ...(definition?.[0] ?? '').matchAll(/<w:lvl .*?<w:numFmt w:val="(.*?)".*?<w:lvlText w:val="(.*?)"/g),
    ];
  };
  const counts = new Map<string, number[]>();
  const body = files.get('word/document.xml') ?? '';
  return [...body.matchAll(/<w:p>(.*?)<\/w:p>/g)].map(([, xml = '']) => {
    const style = xml.match(/<w:pStyle w:val="(.*?)"/)?.[1] ?? '';
    const text = [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:(tab)\/>|<w:(br)\/>/g)]
      .map(([, words, tab, br]) => (tab ? '\t' : br ? '\n' : plain(words ?? '')))
      .join('');
    const [, level, list] = xml.match(/<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"/) ?? [];
    if (list === undefined || list === '0') return { style, text, number: '', list: '' };
    const at = Number(level);
    const count = counts.get(list) ?? [];
    const next = (count[at] ?? 0) + 1;
    count.length = at;
    count[at] = next;
    counts.set(list, count);
    const [, format = '', pattern = ''] = levelsOf(list)[at] ?? [];
    return { style, text, list, number: pattern.replace(/%\d/, counted[format]?.(next) ?? '') };
  });
}
