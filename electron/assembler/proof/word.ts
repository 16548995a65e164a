/**
 * A Word file, read back for the proof: every part unpacked, in words as they are shown and in everything that a tag or
 * an attribute says beside them, names of parts, what pictures say of themselves, and bytes that belong to no part.
 */
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Speech } from '../../../shared/pack/proof.ts';
import type { ProofPlace } from '../../../shared/pack/proof-report.ts';
import { wordStyles } from '../../../shared/print/word-styles.ts';
import { jpegTexts } from './pictures.ts';
import type { FoundText } from './places.ts';
import { isMostlyText, readableRuns } from './strings.ts';
import { attributesOf, shownWords } from './word-xml.ts';

/** What every Word file of ours calls its styles, and Word its own parts. */
export const wordFurniture: readonly string[] = [
  Object.values(wordStyles).join('. '),
  'Normal. Default Paragraph Font. footnote reference. endnote reference. Picture. Figure. Table. Office Theme. Page of. Un-named',
];

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

interface WordFile {
  texts(): Generator<FoundText>;
  /** What could not be searched, in sentences. */
  readonly limits: readonly string[];
}

const places: readonly (readonly [RegExp, ProofPlace, string])[] = [
  [/^word\/document\d*\.xml$/, 'document text', 'in the text of the document'],
  [/^word\/(?:header|footer)\d*\.xml$/, 'headers and footers', 'in a header or footer'],
  [/^word\/(?:footnotes|endnotes)\.xml$/, 'footnotes and endnotes', 'in a footnote or endnote'],
  [/^word\/comments\w*\.xml$|^word\/people\.xml$/, 'comments', 'in a comment'],
  [/^customXml\//, 'custom XML', 'in data that the file keeps beside the text (custom XML)'],
  [/^docProps\//, 'document properties', 'in the properties of the document'],
  [/\.rels$/, 'links and notes', 'in the address of a link'],
  [/^word\/(?:media|embeddings)\/|\.(?:png|jpe?g|gif|emf|wmf)$/i, 'pictures', 'in the file of a picture'],
  [
    /^word\/(?:styles|numbering|settings|webSettings|fontTable|theme\/\w+)\.xml$/,
    'styles and settings',
    'in a style or setting',
  ],
];

function placeOf(name: string): readonly [ProofPlace, string] {
  const known = places.find(([pattern]) => pattern.test(name));
  return known ? [known[1], known[2]] : ['other objects', 'in a further part of the file'];
}

const found = (place: ProofPlace, what: string, text: string, speech: Speech): FoundText => ({
  place: { place, what, page: null },
  text,
  speech,
});

function* textsOf({ name, bytes }: Part): Generator<FoundText> {
  const [place, what] = placeOf(name);
  yield found('names and labels', 'in the name of a part of the file', name, 'machine');
  if (!/\.(?:xml|rels)$/i.test(name)) {
    if (bytes[0] === 0xff && bytes[1] === 0xd8)
      for (const { text, speech } of jpegTexts(bytes)) yield found(place, what, text, speech);
    const speech = isMostlyText(bytes) ? 'prose' : 'binary';
    for (const text of readableRuns(bytes)) yield found(place, what, text, speech);
    return;
  }
  const xml = new TextDecoder(
    bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8',
  ).decode(bytes);
  for (const text of shownWords(xml)) yield found(place, what, text, 'prose');
  // Styles and settings name fonts and measures; only what is told in words there counts.
  const settings = place === 'styles and settings' || name === '[Content_Types].xml';
  for (const { text, spoken } of attributesOf(xml))
    yield found(
      place,
      spoken ? 'in the description of a picture or field' : what,
      text,
      spoken ? 'prose' : settings ? 'binary' : 'machine',
    );
}

/** Behind the head of a part stand its name, what programs add, and its bytes (APPNOTE.TXT 6.3, 4.3.7). */
const LOCAL_HEAD = 30;

/** Bytes that no part accounts for: what was cut out of the list of parts, and what stands before, between and after. */
function outside(file: Buffer, entries: readonly Entry[]): Buffer[] {
  const owned = entries.map((entry) => {
    const start = entry.relativeOffsetOfLocalHeader;
    const name = file.readUInt16LE(start + 26);
    const extra = file.readUInt16LE(start + 28);
    return { start, head: start + LOCAL_HEAD, end: start + LOCAL_HEAD + name + extra + entry.compressedSize };
  });
  owned.sort((one, other) => one.start - other.start);
  const rest: Buffer[] = [];
  let at = 0;
  for (const { start, end } of owned) {
    if (start > at) rest.push(file.subarray(at, start));
    at = Math.max(at, end);
  }
  if (at < file.length) rest.push(file.subarray(at));
  return rest;
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: false }, (fault, zip) =>
      fault ? reject(fault) : resolve(zip),
    );
  });
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<Part> {
  const chunks: Buffer[] = [];
  const stream = (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
  for await (const chunk of stream) chunks.push(chunk);
  return { name: entry.fileName, bytes: Buffer.concat(chunks) };
}

const pictured = /\.(?:png|jpe?g|gif|emf|wmf|tiff?|webp)$/i;
const packed = /\.(?:docx|xlsx|pptx|zip|bin|ole)$/i;

/** @throws DespatchError `pack.partFailed` where it cannot be unpacked: then nothing is proven. */
export async function readWord(bytes: Uint8Array, name: string): Promise<WordFile> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await openZip(file);
    const entries = await entriesOf(zip);
    const parts: Part[] = [];
    for (const entry of entries) parts.push(await unpacked(zip, entry));
    const pictures = parts.filter((part) => pictured.test(part.name)).length;
    const shut = parts.filter((part) => packed.test(part.name)).length;
    return {
      limits: [
        ...(pictures > 0
          ? [
              `Words that are drawn in pictures are not found: the file has ${pictures === 1 ? '1 picture' : `${pictures} pictures`}.`,
            ]
          : []),
        ...(shut > 0 ? ['The file has files within it that are packed themselves, and were not read.'] : []),
      ],
      *texts() {
        for (const part of parts) yield* textsOf(part);
        for (const { fileComment } of entries)
          yield found('bytes outside objects', 'in a remark of the package', String(fileComment), 'prose');
        for (const rest of outside(file, entries))
          for (const text of readableRuns(rest))
            yield found(
              'bytes outside objects',
              'in bytes between the parts of the file',
              text,
              isMostlyText(rest) ? 'prose' : 'binary',
            );
      },
    };
  } catch (cause) {
    throw new DespatchError('pack.partFailed', { file: name, reason: 'it cannot be unpacked' }, { cause });
  }
}
