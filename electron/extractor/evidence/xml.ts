/** XML as a stream of beginnings, words and ends; nothing of it is kept, so a sheet of a million cells fits. */
import { SaxesParser } from 'saxes';
import { limits } from '../limits.ts';

export interface XmlHandler {
  /** @param name with the prefix of the file. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(words: string): void;
  close?(name: string): void;
}

/** Handed over in pieces, so that what is thrown is thrown before all of it was read. */
const PIECE = 1024 * 1024;

/** @throws Error in words for the reader, for what is not well-formed, declares a document type or nests too deep. */
export function walkXml(text: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw new Error('its XML is not well-formed');
  });
  // Entities declared in it could be made to explode or to lead out of the file.
  parser.on('doctype', () => {
    throw new Error('it declares a document type of its own');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw new Error(`its elements nest more than ${limits.xmlDepth} deep`);
    handler.open?.(name, attributes);
  });
  const say = (words: string) => handler.text?.(words);
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close?.(name);
  });
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.close();
}

/** The words of the first element of each name, anywhere: for parts that are a list of properties. */
export function readFields(text: string | null, names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  if (text === null) return found;
  let name: string | null = null;
  let words = '';
  try {
    walkXml(text, {
      open(opened) {
        if (names.includes(opened) && !found.has(opened)) {
          name = opened;
          words = '';
        }
      },
      text(more) {
        words += more;
      },
      close(closed) {
        if (closed !== name) return;
        found.set(closed, words.trim());
        name = null;
      },
    });
  } catch {
    // Properties are worth having and not worth refusing a file for.
    return found;
  }
  return found;
}
