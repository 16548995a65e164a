/** XML of a style as the tree that citeproc reads; what a hostile file would do with XML is refused. */
import { SaxesParser } from 'saxes';
import type { CslNode } from '../../../shared/evidence/csl-style.ts';

const CSL_NAMESPACE = 'http://purl.org/net/xbiblio/csl';
/** The largest official style has 10,000 elements and nests 20 deep. */
const MOST_ELEMENTS = 50_000;
const DEEPEST = 100;

/** Words that may be empty on purpose: a term that is printed as nothing. */
const wordy: ReadonlySet<string> = new Set(['term', 'single', 'multiple']);

/**
 * @returns the root, without the elements of other namespaces.
 * @throws Error in words for the reader: for what is no well-formed XML, declares a document type, nests or grows
 *   beyond any style.
 */
export function parseCsl(text: string): CslNode {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const stack: (CslNode | null)[] = [];
  let root: CslNode | null = null;
  let count = 0;
  parser.on('error', (fault) => {
    throw new Error(`it is not well-formed XML: ${fault.message}`);
  });
  parser.on('doctype', () => {
    throw new Error('it declares a document type of its own, which no style does');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1;
    if (count > MOST_ELEMENTS) throw new Error(`it has more than ${MOST_ELEMENTS} elements`);
    if (stack.length >= DEEPEST) throw new Error(`its elements nest more than ${DEEPEST} deep`);
    const parent = stack.at(-1);
    if (uri !== CSL_NAMESPACE || parent === null) {
      stack.push(null);
      return;
    }
    const attrs: Record<string, string> = {};
    for (const { name, value } of Object.values(attributes)) if (name !== '__proto__') attrs[name] = value;
    const node: CslNode = { name: local, attrs, children: [] };
    parent?.children.push(node);
    root ??= node;
    stack.push(node);
  });
  parser.on('closetag', () => {
    const node = stack.pop();
    if (node && node.children.length === 0 && wordy.has(node.name)) node.children.push('');
  });
  const addText = (words: string) => {
    const node = stack.at(-1);
    if (node && words.trim() !== '') node.children.push(words);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  if (!root) throw new Error('it is not in the Citation Style Language');
  return root;
}

export function* childrenOf(node: CslNode): Generator<CslNode> {
  for (const child of node.children) if (typeof child !== 'string') yield child;
}

export function childOf(node: CslNode | undefined, ...path: readonly string[]): CslNode | undefined {
  let found = node;
  for (const name of path) {
    if (!found) return undefined;
    found = [...childrenOf(found)].find((child) => child.name === name);
  }
  return found;
}

export function textOf(node: CslNode | undefined): string {
  return node?.children.filter((child) => typeof child === 'string').join('') ?? '';
}
