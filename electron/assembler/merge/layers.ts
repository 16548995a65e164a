/** Layers of supplied files (ISO 32000-1, 8.11): shown or hidden in the pack as the file itself shows or hides them. */
import type { Layer } from '../objects/layers.ts';
import { array, ref } from '../objects/syntax.ts';
import type { PdfWriter } from '../write/pdf-writer.ts';
import type { Copier } from './copier.ts';

/** All layers that came into the pack. */
export class PackLayers {
  readonly #shown = new Set<number>();
  readonly #hidden = new Set<number>();

  /** Those to which something that was copied refers. */
  add(layers: readonly Layer[], copier: Copier): void {
    for (const { ref: source, hidden } of layers) {
      const object = copier.numberOf(source);
      if (object) (hidden ? this.#hidden : this.#shown).add(object);
    }
  }

  /** The value of the catalogue's `OCProperties`; null: there are none. Hidden ones are not offered to be shown. */
  write(writer: PdfWriter): number | null {
    if (this.#shown.size + this.#hidden.size === 0) return null;
    const refs = (objects: ReadonlySet<number>) => array([...objects].map(ref));
    const start = `<</Name(Pack)/BaseState/ON/OFF ${refs(this.#hidden)}/Locked ${refs(this.#hidden)}/Order ${refs(this.#shown)}>>`;
    return writer.add(`<</OCGs ${refs(new Set([...this.#shown, ...this.#hidden]))}/D ${start}>>`);
  }
}
