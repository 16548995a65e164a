/** Styles that somebody brought to a library: files of its folder `citation-styles`, as the extractor read them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { CitationStyle } from '../../../../shared/contract/citation-style-calls.ts';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { isShippedStyle } from '../../../../shared/evidence/citation-styles.ts';
import { type CslStyle, cslStyleSchema } from '../../../../shared/evidence/csl-style.ts';
import { makeFolder } from '../../db/make-folder.ts';
import { writeTarget } from '../../export/target.ts';
import type { StyleChoice } from './index.ts';

const NAME = /^own-[0-9a-f]{16}$/u;

export class KeptStyles {
  readonly #folder: string;

  /** @param library the folder of the library. */
  constructor(library: string) {
    this.#folder = path.join(library, 'citation-styles');
  }

  /** By title; a file that is not as we wrote it is left out. */
  list(): CitationStyle[] {
    return this.#ids()
      .flatMap((id): CitationStyle[] => {
        const style = this.#read(id);
        return style ? [{ id, title: style.title, inText: style.inText, shipped: false }] : [];
      })
      .sort((one, other) => one.title.localeCompare(other.title, 'en-GB'));
  }

  /** @throws DespatchError `style.notFound` */
  get(id: string): CslStyle {
    const style = NAME.test(id) ? this.#read(id) : null;
    if (!style) throw new DespatchError('style.notFound', { name: id });
    return style;
  }

  /** One of those shipped by its id, or one of these. @throws DespatchError `style.notFound` */
  chosen(id: string): StyleChoice {
    return isShippedStyle(id) ? id : this.get(id);
  }

  /** The same style is kept once. @throws DespatchError `output.*` */
  async add(style: CslStyle): Promise<CitationStyle> {
    const text = JSON.stringify(style);
    const id = `own-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    makeFolder(this.#folder, 0o700);
    await writeTarget(this.#file(id), Buffer.from(text));
    return { id, title: style.title, inText: style.inText, shipped: false };
  }

  remove(id: string): void {
    if (NAME.test(id)) rmSync(this.#file(id), { force: true });
  }

  #file(id: string): string {
    return path.join(this.#folder, `${id}.json`);
  }

  #ids(): string[] {
    try {
      return readdirSync(this.#folder)
        .map((name) => path.parse(name).name)
        .filter((name) => NAME.test(name));
    } catch {
      return [];
    }
  }

  #read(id: string): CslStyle | null {
    try {
      return cslStyleSchema.parse(JSON.parse(readFileSync(this.#file(id), 'utf8')));
    } catch {
      return null;
    }
  }
}
