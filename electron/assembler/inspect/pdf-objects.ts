/** Reading the objects of a stranger's PDF without trusting that any of them is what it should be. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from 'pdf-lib';

export type Value = PDFObject | undefined;

/** Follows references; undefined where there is nothing, or a reference to nothing. */
export function resolve(context: PDFContext, value: Value): Value {
  return context.lookup(value);
}

export function dictOf(context: PDFContext, value: Value): PDFDict | null {
  const found = resolve(context, value);
  if (found instanceof PDFDict) return found;
  return found instanceof PDFStream ? found.dict : null;
}

export function entry(dict: PDFDict, key: string): Value {
  return dict.get(PDFName.of(key));
}

export function dictAt(dict: PDFDict, key: string): PDFDict | null {
  return dictOf(dict.context, entry(dict, key));
}

/** As they stand in it, references included; empty where it is no array. */
export function listAt(dict: PDFDict, key: string): readonly PDFObject[] {
  const found = resolve(dict.context, entry(dict, key));
  return found instanceof PDFArray ? found.asArray() : [];
}

export function nameAt(dict: PDFDict, key: string): string {
  const found = resolve(dict.context, entry(dict, key));
  return found instanceof PDFName ? found.decodeText() : '';
}

export function textAt(dict: PDFDict, key: string): string {
  return textOf(dict.context, entry(dict, key));
}

export function textOf(context: PDFContext, value: Value): string {
  const found = resolve(context, value);
  if (!(found instanceof PDFString || found instanceof PDFHexString)) return '';
  try {
    return found.decodeText();
  } catch {
    return '';
  }
}

export function numberAt(dict: PDFDict, key: string): number | null {
  const found = resolve(dict.context, entry(dict, key));
  return found instanceof PDFNumber && Number.isFinite(found.asNumber()) ? found.asNumber() : null;
}

export function isTrueAt(dict: PDFDict, key: string): boolean {
  const found = resolve(dict.context, entry(dict, key));
  return found instanceof PDFBool && found.asBoolean();
}

/** The bytes of a stream, unpacked; null where it is none or its packing is damaged. */
export function bytesOf(context: PDFContext, value: Value): Uint8Array | null {
  const found = resolve(context, value);
  if (!(found instanceof PDFRawStream)) return null;
  try {
    return decodePDFRawStream(found).decode();
  } catch {
    return null;
  }
}
