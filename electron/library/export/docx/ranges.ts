/** What stands on some runs of a document: with which of them it begins, and with which it ends. */
import type { PrintBlock, PrintInline } from '../../../../shared/print/blocks.ts';
import { drawnContents } from '../../../../shared/print/drawn.ts';

type IdsOn = (inline: PrintInline) => readonly string[];

export class Ranges {
  readonly #idsOn: IdsOn;
  /** Runs that bear each and are still to come. */
  readonly #left = new Map<string, number>();
  readonly #begun = new Set<string>();

  constructor(blocks: readonly PrintBlock[], idsOn: IdsOn) {
    this.#idsOn = idsOn;
    for (const { content } of drawnContents(blocks)) {
      for (const id of content.flatMap(idsOn)) this.#left.set(id, (this.#left.get(id) ?? 0) + 1);
    }
  }

  /** To be asked of every run once, in the order of the file. */
  at(inline: PrintInline): { readonly begin: readonly string[]; readonly end: readonly string[] } {
    const ids = this.#idsOn(inline);
    const begin = ids.filter((id) => !this.#begun.has(id));
    for (const id of begin) this.#begun.add(id);
    const end: string[] = [];
    for (const id of ids) {
      const left = (this.#left.get(id) ?? 1) - 1;
      this.#left.set(id, left);
      if (left === 0) end.push(id);
    }
    return { begin, end };
  }
}
