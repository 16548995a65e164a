/** The words in one stream of a PDF, by what it is. */
import { type PDFDict, PDFRawStream, type PDFStream } from 'pdf-lib';
import { unpack } from '../objects/content.ts';
import { filtersOf } from '../objects/filters.ts';
import { key as keyOf, nameAt, nameText } from '../objects/look.ts';
import { contentWords } from './content.ts';
import type { FontReader } from './fonts.ts';
import { gunzipped, inflatedWhole } from './inflate.ts';
import { jpegTexts, jpxTexts } from './pictures.ts';
import { type FoundText, type Place, whereOf } from './places.ts';
import { fontWords, profileWords } from './standard-names.ts';
import { isMostlyText, readableRuns, readings, xmlText } from './strings.ts';
import { syntaxOf } from './syntax.ts';

export interface StreamWords {
  readonly texts: readonly FoundText[];
  /** What could not be read, as a sentence; null: nothing. */
  readonly limit: string | null;
}

const filterNames = (dict: PDFDict): string[] => filtersOf(dict).flatMap((each) => nameText(each) ?? []);

/** Dots, which hold no words but what can be seen. */
const pictureFilters = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode']);

const nothing: StreamWords = { texts: [], limit: null };
const said = (place: Place, texts: readonly string[], speech: FoundText['speech']): FoundText[] =>
  texts.map((text) => ({ place, text, speech }));

function pictureWords({ contents }: PDFRawStream, filters: readonly string[], place: Place): StreamWords {
  const own: Place = { place: 'pictures', what: 'in the metadata of a picture', page: place.page };
  const last = filters.at(-1);
  const texts =
    last === 'DCTDecode' || last === 'DCT'
      ? jpegTexts(contents)
      : last === 'JPXDecode'
        ? jpxTexts(contents)
        : [];
  return { texts: texts.map((each) => ({ place: own, ...each })), limit: null };
}

/** Boxes in boxes; more are no accident. */
const DEEPEST = 4;

/** Bytes of no known kind, which may be words, or packed once more. */
function bytesWords(bytes: Uint8Array, place: Place, depth = 0): FoundText[] {
  const own = said(place, readableRuns(bytes), isMostlyText(bytes) ? 'prose' : 'binary');
  const inner = depth < DEEPEST ? (inflatedWhole(bytes)?.bytes ?? gunzipped(bytes)) : null;
  return inner === null ? own : [...own, ...bytesWords(inner, place, depth + 1)];
}

/** What stands in a packed stream behind the end of what is packed, which no program reads. */
export function behindWords({ contents, dict }: PDFRawStream, place: Place): FoundText[] {
  if (filterNames(dict)[0] !== 'FlateDecode') return [];
  const packed = inflatedWhole(contents);
  const behind = packed && contents.subarray(packed.used);
  return behind === null || behind.every((byte) => byte <= 32) ? [] : bytesWords(behind, place);
}

export function commentsIn(bytes: Uint8Array): string[] {
  if (!bytes.includes(PERCENT)) return [];
  const comments: string[] = [];
  for (const each of syntaxOf(bytes)) if (each.type === 'comment') comments.push(...readings(each.bytes));
  return comments.filter((comment) => !programHead.test(comment));
}
const PERCENT = 37;
/** How maps of letters begin, of themselves. */
const programHead = /^!PS-Adobe|^%(?:DocumentNeededResources|IncludeResource|Title: \(Adobe-Identity)/u;

export function streamWords(
  stream: PDFStream,
  key: string,
  place: Place,
  fonts: (name: string) => FontReader | null,
): StreamWords {
  if (!(stream instanceof PDFRawStream)) return nothing;
  const { dict } = stream;
  const type = nameAt(dict, 'Type');
  const subtype = nameAt(dict, 'Subtype');
  // Read by who reads the file: what they hold are objects, which are walked by themselves.
  if (type === 'ObjStm' || type === 'XRef') return nothing;
  const filters = filterNames(dict);
  if (subtype === 'Image' || filters.some((name) => pictureFilters.has(name)))
    return pictureWords(stream, filters, place);
  const bytes = unpack(stream);
  if (bytes === undefined)
    return { texts: [], limit: `A packed part of the file was not read (${whereOf(place)}).` };
  const { texts, limit } = unpackedWords(dict, bytes, { key, place, fonts });
  return { texts: [...texts, ...behindWords(stream, place)], limit };
}

interface Unpacked {
  readonly key: string;
  readonly place: Place;
  fonts(name: string): FontReader | null;
}

function unpackedWords(dict: PDFDict, bytes: Uint8Array, { key, place, fonts }: Unpacked): StreamWords {
  const type = nameAt(dict, 'Type');
  const subtype = nameAt(dict, 'Subtype');
  if (key === 'ToUnicode') return { texts: said(place, commentsIn(bytes), 'machine'), limit: null };
  if (key === 'ICCBased' || key === 'DestOutputProfile')
    return { texts: said(place, readableRuns(bytes).map(profileWords), 'binary'), limit: null };
  if (subtype === 'XML' || type === 'Metadata')
    return { texts: said(place, [xmlText(bytes)], 'prose'), limit: null };
  if (type === 'EmbeddedFile' || place.place === 'attachments') return attachedWords(bytes, place);
  if (place.place === 'fonts')
    return { texts: said(place, readableRuns(bytes).map(fontWords), 'binary'), limit: null };
  if (place.place === 'scripts') return { texts: said(place, readableRuns(bytes), 'machine'), limit: null };
  if (isContent(dict, key, place, bytes)) return drawnWords(bytes, place, fonts);
  return { texts: bytesWords(bytes, place), limit: null };
}

const drawing = /(?:^|\s)(?:BT|Tj|TJ|re|cm|Do|BDC|BMC|gs)(?:\s|$)/u;

function isContent(dict: PDFDict, key: string, place: Place, bytes: Uint8Array): boolean {
  if (key === 'Contents' || nameAt(dict, 'Subtype') === 'Form' || dict.has(keyOf('PatternType'))) return true;
  const start = Buffer.from(bytes.subarray(0, 4000)).toString('latin1');
  return (place.place === 'page content' || place.place === 'unused objects') && drawing.test(start);
}

export function drawnWords(
  bytes: Uint8Array,
  place: Place,
  fonts: (name: string) => FontReader | null,
): StreamWords {
  const { text, shown, properties, unseen, samples, unread } = contentWords(bytes, fonts);
  const drawn: Place = place.place === 'page content' ? { ...place, what: 'in what the page draws' } : place;
  const beside: Place = { ...drawn, what: 'in the replacement text of a passage' };
  return {
    texts: [
      ...said(drawn, shown === null ? [text] : [text, shown], 'prose'),
      ...said(place.page === null ? place : beside, properties, 'prose'),
      ...said(drawn, unseen, 'machine'),
      ...samples.flatMap((each) =>
        said(drawn, readableRuns(each), isMostlyText(each) ? 'machine' : 'binary'),
      ),
    ],
    limit: unread
      ? `Letters in a font that does not say what they are were not read a second time (${whereOf(drawn)}).`
      : null,
  };
}

function attachedWords(bytes: Uint8Array, place: Place): StreamWords {
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  const gzip = start.startsWith('\u001f\u008b') && gunzipped(bytes) === null;
  const packed = start.startsWith('PK') || start.startsWith('%PDF') || gzip;
  return {
    texts: bytesWords(bytes, place),
    limit: packed ? `An attached file is packed and was not read (${whereOf(place)}).` : null,
  };
}
