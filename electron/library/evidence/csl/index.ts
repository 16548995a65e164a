/** Citation styles: those shipped, and those anybody brings. Loaded only where an export has citations. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { XmlNode } from 'citeproc';
import { type ShippedStyleId, shippedStyles } from '../../../../shared/evidence/citation-styles.ts';
import type { MakeCiter } from '../../../../shared/print/citer.ts';
import { resourcesFolder } from '../../../paths.ts';
import { CslCiter } from './citer.ts';
import { type CslStyle, readStyle } from './style.ts';
import { parseCsl } from './xml.ts';

/** Our own, or the bytes of anybody's with the name of its file. */
export type StyleChoice = ShippedStyleId | { readonly name: string; readonly bytes: Uint8Array };

const folder = (): string => path.join(resourcesFolder(), 'csl');
const read = new Map<ShippedStyleId, Promise<CslStyle>>();
let terms: Promise<XmlNode> | undefined;

async function styleOf(choice: StyleChoice): Promise<CslStyle> {
  if (typeof choice !== 'string') return readStyle(choice.bytes, choice.name);
  const known = read.get(choice);
  if (known) return known;
  const file = shippedStyles.find(({ id }) => id === choice)?.file ?? '';
  const style = readFile(path.join(folder(), file)).then((bytes) => readStyle(bytes, file));
  read.set(choice, style);
  return style;
}

/** @throws DespatchError `style.invalid` with `file` and `reason`. */
export async function loadCiter(choice: StyleChoice): Promise<MakeCiter> {
  terms ??= readFile(path.join(folder(), 'locales-en-GB.xml'), 'utf8').then(parseCsl);
  const [{ default: csl }, style, british] = await Promise.all([import('citeproc'), styleOf(choice), terms]);
  const name = typeof choice === 'string' ? style.title : choice.name;
  return (sources) => new CslCiter(csl, style, british, sources, name);
}
