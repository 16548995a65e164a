/** Citation styles: those shipped, and those anybody brought. Loaded only where an export has citations. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ShippedStyleId, shippedStyles } from '../../../../shared/evidence/citation-styles.ts';
import type { CitedSource } from '../../../../shared/evidence/cited-source.ts';
import type { CslNode, CslStyle } from '../../../../shared/evidence/csl-style.ts';
import type { MakeCiter } from '../../../../shared/print/citer.ts';
import { resourcesFolder } from '../../../paths.ts';
import { CslCiter } from './citer.ts';

/** One of ours by its id, or one that the extractor has read. */
export type StyleChoice = ShippedStyleId | CslStyle;

type Csl = typeof import('citeproc').default;

const trees = new Map<string, Promise<CslNode>>();

function shippedTree(csl: Csl, file: string): Promise<CslNode> {
  const known = trees.get(file);
  if (known) return known;
  const tree = readFile(path.join(resourcesFolder(), 'csl', file), 'utf8').then((xml) => csl.parseXml(xml));
  trees.set(file, tree);
  return tree;
}

async function styleOf(csl: Csl, choice: StyleChoice): Promise<CslStyle> {
  if (typeof choice !== 'string') return choice;
  const shipped = shippedStyles.find(({ id }) => id === choice);
  if (!shipped) throw new TypeError(`There is no style ${choice}.`);
  const root = await shippedTree(csl, shipped.file);
  return { title: shipped.name, inText: shipped.inText, hasReferences: shipped.hasReferences, root };
}

export async function loadCiter(choice: StyleChoice): Promise<MakeCiter> {
  const { default: csl } = await import('citeproc');
  const [style, terms] = await Promise.all([styleOf(csl, choice), shippedTree(csl, 'locales-en-GB.xml')]);
  let last: { readonly sources: ReadonlyMap<string, CitedSource>; readonly citer: CslCiter } | null = null;
  return (sources) => {
    if (last?.sources !== sources) last = { sources, citer: new CslCiter(csl, style, terms, sources) };
    return last.citer;
  };
}
