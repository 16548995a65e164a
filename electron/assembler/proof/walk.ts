/**
 * Every text in the objects of a PDF, with where it stands: what the catalogue leads to first, page by page, then what
 * nothing leads to. Nothing is passed over because no program would show it.
 */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';
import { unpack } from '../objects/content.ts';
import { asDict, entryOf, key as keyOf, nameAt, nameText, resolve } from '../objects/look.ts';
import type { Source } from '../objects/open-source.ts';
import { type FontReader, fontReader } from './fonts.ts';
import { byKey, type FoundText, type Place, pagesInWords, placeOfString } from './places.ts';
import { givenFontName, givenName } from './standard-names.ts';
import { behindWords, drawnWords, streamWords } from './streams.ts';
import { readings, unwrapped } from './strings.ts';

interface Step {
  readonly value: PDFObject;
  readonly place: Place;
  readonly key: string;
  /** Of the page or form that a piece of content belongs to. */
  readonly resources: PDFDict | null;
}

/** Keys and names that a program gives, and a person sometimes: of links, layers, colours, parts of a page. */
const naming = new Set(['Dests', 'XObject', 'Properties', 'N', 'D']);
const machine = new Set(['names and labels', 'fonts', 'scripts', 'layers']);
/** Dates and sums. */
const silent = new Set(['CreationDate', 'ModDate', 'M', 'CheckSum']);
/** What programs write for programs. */
const program = new Set([
  'Producer',
  'Creator',
  'CharSet',
  'FontFamily',
  'Registry',
  'Ordering',
  'NM',
  'ID',
  'Lang',
  'OutputConditionIdentifier',
  'RegistryName',
]);
/** Leads back to where the walk has been, or will be in its turn, and would give it the wrong name. */
const back = new Set(['Parent', 'P', 'Prev', 'StructParent']);

const fontNames = new Set(['BaseFont', 'FontName', 'Font']);
/** Names of letters, of which there are thousands. */
const letters = new Set(['Differences', 'CharProcs', 'CharStrings']);

/** pdf-lib knows escapes in capitals alone. */
const unescaped = (name: string): string =>
  name.replace(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** What a name says, where somebody may have given it. @param key it stands under. */
function* nameWords(written: string, key: string, place: Place): Generator<FoundText> {
  const name = unescaped(written);
  const given = fontNames.has(key) ? givenFontName(name) : naming.has(key) ? name : givenName(name);
  if (given !== null) yield { place, text: given, speech: letters.has(key) ? 'binary' : 'machine' };
}

type Walked = Pick<Source, 'context' | 'catalog' | 'pages'>;

export class Walk {
  readonly #source: Walked;
  readonly #seen = new Set<string>();
  readonly #pages = new Map<string, string>();
  readonly #fonts = new Map<PDFDict, FontReader>();
  /** In sentences: what could not be read. */
  readonly limits = new Set<string>();
  /** Labels of pages with pictures. */
  readonly #pictured = new Set<string>();
  #thumbs = false;

  /** @param labels of the pages, as they are printed. */
  constructor(source: Walked, labels: readonly string[]) {
    this.#source = source;
    for (const [at, { ref }] of source.pages.entries())
      if (ref) this.#pages.set(ref.tag, labels[at] ?? `${at + 1}`);
  }

  *texts(): Generator<FoundText> {
    const { context, catalog, pages } = this.#source;
    const of = (place: Place, key: string, value: PDFObject): Step => ({
      value,
      place,
      key,
      resources: null,
    });
    for (const { ref, dict } of pages) yield* this.#from(of(nowhere, 'Page', ref ?? dict));
    yield* this.#from(of(nowhere, 'Root', context.trailerInfo.Root ?? catalog));
    const { Info } = context.trailerInfo;
    if (Info) yield* this.#from(of({ ...nowhere, ...byKey['Info'] }, 'Info', Info));
    for (const [ref] of context.enumerateIndirectObjects()) {
      const what = `in object ${ref.objectNumber}, which nothing in the file uses`;
      yield* this.#from(of({ place: 'unused objects', what, page: null }, '', ref));
    }
  }

  /** What can be seen in pictures and not be searched. */
  pictureLimits(): string[] {
    return [
      ...(this.#pictured.size > 0
        ? [
            `Words that are drawn in pictures are not found: there are pictures on ${pagesInWords([...this.#pictured])}.`,
          ]
        : []),
      ...(this.#thumbs ? ['The file has small pictures of its pages, which were not read.'] : []),
    ];
  }

  *#from(first: Step): Generator<FoundText> {
    const steps = [first];
    for (let step = steps.pop(); step; step = steps.pop()) yield* this.#visit(step, steps);
  }

  *#visit(step: Step, steps: Step[]): Generator<FoundText> {
    const { value, key, place } = step;
    if (value instanceof PDFRef) {
      if (this.#seen.has(value.tag)) return;
      this.#seen.add(value.tag);
      const found = this.#source.context.lookup(value);
      const page = this.#pages.get(value.tag);
      const at = page === undefined ? place : ({ place: 'page content', what: 'in the page', page } as const);
      if (found) steps.push({ ...step, value: found, place: at });
    } else if (value instanceof PDFString || value instanceof PDFHexString) {
      if (silent.has(key)) return;
      const own = placeOfString(place, key);
      const speech = machine.has(own.place) || program.has(key) ? 'machine' : 'prose';
      for (const text of readings(value.asBytes()))
        for (const each of [text, ...unwrapped(text)]) yield { place: own, text: each, speech };
    } else if (value instanceof PDFArray) {
      const pieces = inPieces(value);
      if (pieces !== null) yield { place, text: pieces, speech: 'prose' };
      // The last is taken first.
      for (const each of value.asArray().toReversed()) steps.push({ ...step, value: each });
    } else if (value instanceof PDFName) {
      yield* nameWords(nameText(value) ?? '', key, place);
    } else if (value instanceof PDFStream) {
      yield* this.#stream(step, value, steps);
    } else if (value instanceof PDFDict) yield* this.#dict(step, value, steps);
  }

  *#dict(step: Step, dict: PDFDict, steps: Step[]): Generator<FoundText> {
    const resources = asDict(entryOf(dict, 'Resources')) ?? step.resources;
    const on = dict.get(keyOf('Pg'));
    const page = (on instanceof PDFRef ? this.#pages.get(on.tag) : undefined) ?? step.place.page;
    for (const [name, value] of [...dict.entries()].toReversed()) {
      const key = nameText(name) ?? '';
      yield* nameWords(
        key,
        naming.has(step.key) || fontNames.has(step.key) || letters.has(step.key) ? step.key : '',
        step.place,
      );
      if (back.has(key) && value instanceof PDFRef) continue;
      const own = byKey[key];
      const place = own && !isUnused(step.place) ? { ...own, page } : { ...step.place, page };
      if (key === 'Contents' && place.page !== null) yield* this.#contents(value, place, resources);
      steps.push({ value, place, key, resources });
    }
  }

  /** The pieces of a page are read as one, because a font that is chosen in one is used in the next. */
  *#contents(value: PDFObject, place: Place, resources: PDFDict | null): Generator<FoundText> {
    const { context } = this.#source;
    const list = resolve(context, value);
    if (!(list instanceof PDFArray)) return;
    const pieces: Uint8Array[] = [];
    for (const each of list.asArray()) {
      const stream = resolve(context, each);
      const bytes = stream instanceof PDFRawStream ? unpack(stream) : undefined;
      if (bytes === undefined || !(stream instanceof PDFRawStream)) continue;
      if (each instanceof PDFRef) this.#seen.add(each.tag);
      pieces.push(bytes, newline);
      yield* behindWords(stream, place);
    }
    const words = drawnWords(Buffer.concat(pieces), place, (name) => this.#font(resources, name));
    if (words.limit !== null) this.limits.add(words.limit);
    yield* words.texts;
  }

  *#stream(step: Step, stream: PDFStream, steps: Step[]): Generator<FoundText> {
    yield* this.#dict(step, stream.dict, steps);
    const resources = asDict(entryOf(stream.dict, 'Resources')) ?? step.resources;
    if (nameAt(stream.dict, 'Subtype') === 'Image' && step.place.page !== null)
      this.#pictured.add(step.place.page);
    if (step.key === 'Thumb') this.#thumbs = true;
    const words = streamWords(stream, step.key, step.place, (name) => this.#font(resources, name));
    if (words.limit !== null) this.limits.add(words.limit);
    yield* words.texts;
  }

  #font(resources: PDFDict | null, name: string): FontReader | null {
    const fonts = asDict(resources === null ? undefined : entryOf(resources, 'Font'));
    const font = fonts && asDict(resolve(fonts.context, fonts.get(keyOf(name))));
    if (!font) return null;
    const known = this.#fonts.get(font) ?? fontReader(font);
    this.#fonts.set(font, known);
    return known;
  }
}

/** Letters that stand in a list one by one, as a word. */
function inPieces(list: PDFArray): string | null {
  const strings = list
    .asArray()
    .filter((each) => each instanceof PDFString || each instanceof PDFHexString)
    .map((each) => readings(each.asBytes()).at(-1) ?? '');
  return strings.length >= 3 && strings.every((text) => text.length <= 2) ? strings.join('') : null;
}

const newline = Uint8Array.of(10);
const nowhere: Place = { place: 'other objects', what: 'in an inner part of the file', page: null };

function isUnused({ place }: Place): boolean {
  return place === 'unused objects';
}
