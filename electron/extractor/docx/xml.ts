/** XML of a Word part as a small tree. Entities of its own and endless nesting are refused. */
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { EVIDENCE_NAMESPACE } from '../../../shared/print/word-styles.ts';
import { limits } from '../limits.ts';

export interface XmlElement {
  /** Local name after the usual prefix of its namespace, whatever prefix the file uses: "w:p". */
  readonly name: string;
  /** Attributes of WordprocessingML by local name, all others with the prefix of the file. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Transitional and strict WordprocessingML, and what Word puts around it. */
const namespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes': 'vt',
  [EVIDENCE_NAMESPACE]: 'evidence',
};

function attributesOf(raw: Record<string, SaxesAttributeNS>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { local, prefix, uri, value } of Object.values(raw)) {
    const known = namespaces[uri];
    attributes[prefix === '' || known === 'w' ? local : `${prefix}:${local}`] = value;
  }
  return attributes;
}

export interface XmlStream {
  /** Elements whose children are handed over one by one instead of being kept. */
  readonly containers: ReadonlySet<string>;
  child(element: XmlElement): void;
}

/**
 * Parses a part.
 * @returns the root; without the children of `stream.containers`.
 * @throws Error in words for the reader, for what is no well-formed XML, declares a document type or nests too deep.
 */
export function parseXml(text: string, stream: XmlStream | null = null): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const stack: XmlElement[] = [];
  let root: XmlElement | null = null;
  parser.on('error', (fault) => {
    throw fault;
  });
  // No Word file has one; entities declared in it could be made to explode.
  parser.on('doctype', () => {
    throw new Error('it declares a document type of its own');
  });
  parser.on('opentag', ({ local, uri, prefix, attributes }) => {
    const known = namespaces[uri] ?? prefix;
    const element: XmlElement = {
      name: known === '' ? local : `${known}:${local}`,
      attributes: attributesOf(attributes),
      children: [],
    };
    if (stack.length >= limits.xmlDepth)
      throw new Error(`its elements nest more than ${limits.xmlDepth} deep`);
    const parent = stack.at(-1);
    if (parent && !stream?.containers.has(parent.name)) parent.children.push(element);
    root ??= element;
    stack.push(element);
  });
  parser.on('closetag', () => {
    const element = stack.pop();
    const parent = stack.at(-1);
    if (element && parent && stream?.containers.has(parent.name)) stream.child(element);
  });
  const addText = (words: string) => {
    const parent = stack.at(-1);
    // White space between elements is not text in Word; only these hold any.
    if (parent && textElements.has(parent.name)) parent.children.push(words);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  if (!root) throw new Error('it is empty');
  return root;
}

const textElements: ReadonlySet<string> = new Set([
  'w:t',
  'w:delText',
  'w:instrText',
  'm:t',
  'a:t',
  'evidence:source',
  'evidence:citation',
  'evidence:made',
  'vt:lpwstr',
]);

export function* elements(parent: XmlElement): Generator<XmlElement> {
  for (const child of parent.children) if (typeof child !== 'string') yield child;
}

export function find(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = parent;
  for (const name of path) {
    if (!found) return undefined;
    found = found.children.find(
      (child): child is XmlElement => typeof child !== 'string' && child.name === name,
    );
  }
  return found;
}

export function settingOf(parent: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return find(parent, ...path)?.attributes['val'];
}

export function numberOf(text: string | undefined): number | undefined {
  const number = text === undefined ? Number.NaN : Number.parseInt(text, 10);
  return Number.isFinite(number) ? number : undefined;
}

/** Words of an element and all it contains. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}

/** A switch of WordprocessingML: there and not off. Undefined where it is not said. */
export function toggle(parent: XmlElement | undefined, name: string): boolean | undefined {
  const found = find(parent, name);
  if (!found) return undefined;
  const value = found.attributes['val'];
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}
