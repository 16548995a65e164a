/** A citation style that somebody brings: read, judged and named before any citation is written in it. */

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { CslNode, CslStyle } from '../../../shared/evidence/csl-style.ts';
import { printableText } from '../../../shared/print/words.ts';
import { fileError } from '../read-file.ts';
import { childOf, childrenOf, parseCsl, textOf } from './xml.ts';

/** Bytes; the largest official style has 250,000. */
const LARGEST_STYLE = 2_000_000;
/** What its macros may come to when each stands where it is called: the largest official style comes to 30,000. */
const MOST_EXPANDED = 300_000;

/** How many elements each part comes to; a macro that calls itself never ends. */
class Expansion {
  readonly #macros: ReadonlyMap<string, CslNode>;
  readonly #sizes = new Map<string, number>();
  readonly #open = new Set<string>();

  constructor(root: CslNode) {
    const macros = [...childrenOf(root)].filter(({ name }) => name === 'macro');
    this.#macros = new Map(macros.map((node) => [node.attrs['name'] ?? '', node]));
  }

  of(node: CslNode): number {
    const called = node.attrs['macro'];
    let size = 1 + (called === undefined ? 0 : this.#ofMacro(called));
    for (const child of childrenOf(node)) size += this.of(child);
    return size;
  }

  #ofMacro(name: string): number {
    const known = this.#sizes.get(name);
    if (known !== undefined) return known;
    const macro = this.#macros.get(name);
    if (!macro) throw new Error(`it calls the macro “${name}”, which it does not have`);
    if (this.#open.has(name)) throw new Error(`its macro “${name}” calls itself`);
    this.#open.add(name);
    const size = this.of(macro);
    this.#open.delete(name);
    this.#sizes.set(name, size);
    return size;
  }
}

function judged(root: CslNode): CslStyle {
  if (root.name !== 'style') throw new Error(`it begins with “${root.name}”, not with “style”`);
  const info = childOf(root, 'info');
  for (const link of info ? childrenOf(info) : []) {
    if (link.name !== 'link' || link.attrs['rel'] !== 'independent-parent') continue;
    const parent = link.attrs['href']?.split('/').at(-1) ?? '';
    throw new Error(`it only points to another style, “${parent}”: take the file of that one`);
  }
  const version = root.attrs['version'] ?? '';
  if (!/^1\.0/u.test(version)) throw new Error(`it is for version “${version}” of the language, not for 1.0`);
  const format = root.attrs['class'];
  if (format !== 'note' && format !== 'in-text')
    throw new Error('it does not say whether it is for notes or the text');
  if (!childOf(root, 'citation', 'layout')) throw new Error('it says nothing of citations');
  const expansion = new Expansion(root);
  const size = [...childrenOf(root)]
    .filter(({ name }) => name === 'citation' || name === 'bibliography')
    .reduce((sum, part) => sum + expansion.of(part), 0);
  if (size > MOST_EXPANDED) throw new Error('its macros call each other far more often than a style needs');
  return {
    title: printableText(textOf(childOf(info, 'title'))).trim() || 'Untitled style',
    inText: format === 'in-text',
    hasReferences: childOf(root, 'bibliography', 'layout') !== undefined,
    root,
  };
}

const tooLarge = 'it has more than 2 MB; no style does';

/**
 * @param file its name, for errors.
 * @throws DespatchError `style.invalid` with `file` and `reason`.
 */
export function styleFrom(bytes: Uint8Array, file: string): CslStyle {
  try {
    if (bytes.length > LARGEST_STYLE) throw new Error(tooLarge);
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw new Error('it is not text in UTF-8');
    }
    return judged(parseCsl(text));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new DespatchError('style.invalid', { file, reason }, { cause: thrown });
  }
}

/** @throws DespatchError `style.invalid` and `input.*` with `file` and `reason`. */
export async function readStyleFile(file: string): Promise<CslStyle> {
  const name = path.basename(file);
  let bytes: Uint8Array;
  try {
    const { size } = await stat(file);
    if (size > LARGEST_STYLE) throw new DespatchError('style.invalid', { file: name, reason: tooLarge });
    bytes = await readFile(file);
  } catch (thrown) {
    throw fileError(name, thrown, false);
  }
  return styleFrom(bytes, name);
}
