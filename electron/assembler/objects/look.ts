/**
 * The one way of looking at objects of a file that nobody trusts: what is not there, is null, or is not of the kind
 * asked for, is undefined; references are followed a few steps and never in a circle. pdf-lib's own look-ups throw.
 */
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';

/** References to references are an error; a chain of them ends here. */
const CHAIN = 8;

/** An entry that is null is as good as none (7.3.7). */
export function resolve(context: PDFContext, object: PDFObject | undefined): PDFObject | undefined {
  let found = object;
  for (let step = 0; step < CHAIN && found instanceof PDFRef; step += 1) found = context.lookup(found);
  return found instanceof PDFRef || found === PDFNull ? undefined : found;
}

const names = new Map<string, PDFName>();
/** The key of a dictionary, made once: `PDFName.of` takes its text apart at each call. */
export function key(text: string): PDFName {
  let found = names.get(text);
  if (found === undefined) {
    found = PDFName.of(text);
    names.set(text, found);
  }
  return found;
}

export function entryOf(dict: PDFDict, entry: string): PDFObject | undefined {
  return resolve(dict.context, dict.get(key(entry)));
}

/** The items of an array, references followed and those that lead nowhere left out; none where it is no array. */
export function itemsOf(context: PDFContext, array: PDFObject | undefined): PDFObject[] {
  if (!(array instanceof PDFArray)) return [];
  return array.asArray().flatMap((item) => resolve(context, item) ?? []);
}

export function itemsAt(dict: PDFDict, entry: string): PDFObject[] {
  return itemsOf(dict.context, entryOf(dict, entry));
}

/** The dictionary itself, or that of a stream. */
export function asDict(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFStream ? object.dict : undefined;
}

/** All values that are dictionaries, or streams, of which it is theirs. */
export function dictsOf(dict: PDFDict | undefined): PDFDict[] {
  if (dict === undefined) return [];
  return dict.values().flatMap((value) => asDict(resolve(dict.context, value)) ?? []);
}

export function dictAt(dict: PDFDict, entry: string): PDFDict | undefined {
  const value = entryOf(dict, entry);
  return value instanceof PDFDict ? value : undefined;
}

export function arrayAt(dict: PDFDict, entry: string): PDFArray | undefined {
  const value = entryOf(dict, entry);
  return value instanceof PDFArray ? value : undefined;
}

export function numberAt(dict: PDFDict, entry: string): number | undefined {
  const value = entryOf(dict, entry);
  return value instanceof PDFNumber && Number.isFinite(value.asNumber()) ? value.asNumber() : undefined;
}

export function isTrueAt(dict: PDFDict, entry: string): boolean {
  const value = entryOf(dict, entry);
  return value instanceof PDFBool && value.asBoolean();
}

const texts = new WeakMap<PDFName, string>();
/** The text of a name, without its slash. pdf-lib's own way fails at one of a megabyte, and takes it apart each time. */
export function nameText(object: PDFObject | undefined): string | undefined {
  if (!(object instanceof PDFName)) return undefined;
  let text = texts.get(object);
  if (text === undefined) {
    text = Buffer.from(object.asBytes()).toString('latin1');
    texts.set(object, text);
  }
  return text;
}

export function nameAt(dict: PDFDict, entry: string): string | undefined {
  return nameText(entryOf(dict, entry));
}

export function isText(object: PDFObject | undefined): object is PDFString | PDFHexString {
  return object instanceof PDFString || object instanceof PDFHexString;
}

/** '' where its bytes are no text. */
export function textOf(value: PDFString | PDFHexString): string {
  try {
    return value.decodeText();
  } catch {
    return '';
  }
}

export function textAt(dict: PDFDict, entry: string): string | undefined {
  const value = entryOf(dict, entry);
  return isText(value) ? textOf(value) : undefined;
}

/** Four numbers, the smaller first (7.9.5). */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

export function boxOf(context: PDFContext, object: PDFObject | undefined): Box | undefined {
  const numbers = numbersOf(context, object);
  const [a, b, c, d] = numbers ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** undefined where it is not an array of finite numbers. */
export function numbersOf(context: PDFContext, object: PDFObject | undefined): number[] | undefined {
  const array = resolve(context, object);
  if (!(array instanceof PDFArray)) return undefined;
  const numbers: number[] = [];
  for (const item of array.asArray()) {
    const value = resolve(context, item);
    if (!(value instanceof PDFNumber) || !Number.isFinite(value.asNumber())) return undefined;
    numbers.push(value.asNumber());
  }
  return numbers;
}
