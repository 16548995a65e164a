/** Turns a document as it stands in the window into the pages that an export of it would have. */
import { type Picture, PLACE_LENGTH } from '../../shared/contract/preview-calls.ts';
import { parseSection } from '../../shared/document/parse.ts';
import type { AnySection } from '../../shared/document/schema.ts';
import { printDocument } from '../../shared/print/model.ts';
import { renderPlacedPdf } from '../library/export/pdf/index.ts';
import type { Place } from '../library/export/pdf/places.ts';
import type { OutputOf, TypesetterOrder } from './messages.ts';
import { openPdf, type PdfPages } from './pdf-pages.ts';

/** The window may still ask for the pages it shows while the next ones are on their way. */
const HELD_VERSIONS = 2;

type TypesetOrder = Extract<TypesetterOrder, { type: 'typeset' }>;

interface Version {
  readonly version: number;
  readonly pages: PdfPages;
}

/** Holds one document at a time, as the one window shows one. */
export class Typesetter {
  #documentId: string | null = null;
  readonly #sections = new Map<string, AnySection>();
  readonly #versions: Version[] = [];

  put(documentId: string, sections: readonly unknown[]): void {
    this.#take(documentId);
    for (const [at, raw] of sections.entries()) {
      const section = parseSection(raw, at);
      this.#sections.set(section.id, section);
    }
  }

  /** @throws DespatchError as exporting the document does. */
  async typeset(given: TypesetOrder): Promise<OutputOf<'typeset'>> {
    const { documentId, version, frame, order } = given;
    this.put(documentId, given.sections);
    const sections = order.flatMap((id) => this.#sections.get(id) ?? []);
    if (sections.length < order.length) {
      return { state: 'missing', sections: order.filter((id) => !this.#sections.has(id)) };
    }
    this.#forgetAllBut(order);
    const { pdf, places } = await renderPlacedPdf(
      printDocument({ ...frame, id: documentId, sections }, { draft: true }),
    );
    const pages = await openPdf(pdf);
    this.#versions.push({ version, pages });
    if (this.#versions.length > HELD_VERSIONS) this.#versions.shift()?.pages.close();
    return {
      state: 'typeset',
      version,
      sizes: pages.sizes,
      blockIds: places.map(({ blockId }) => blockId),
      places: packed(places),
    };
  }

  /** @returns null where this version is not held. */
  page(documentId: string, version: number, page: number, width: number): Picture | null {
    if (documentId !== this.#documentId) return null;
    return this.#versions.find((held) => held.version === version)?.pages.draw(page, width) ?? null;
  }

  close(documentId: string): void {
    if (documentId === this.#documentId) this.#take(null);
  }

  #take(documentId: string | null): void {
    if (documentId === this.#documentId) return;
    this.#documentId = documentId;
    this.#sections.clear();
    for (const { pages } of this.#versions.splice(0)) pages.close();
  }

  #forgetAllBut(order: readonly string[]): void {
    if (this.#sections.size === order.length) return;
    const kept = new Set(order);
    for (const id of this.#sections.keys()) if (!kept.has(id)) this.#sections.delete(id);
  }
}

/** As the contract has them; its pages count from 0, Typst's from 1. */
function packed(places: readonly Place[]): Float32Array<ArrayBuffer> {
  const numbers = new Float32Array(PLACE_LENGTH * places.length);
  for (const [at, { page, x, y, endPage, endY }] of places.entries()) {
    numbers.set([page - 1, x, y, endPage - 1, endY], PLACE_LENGTH * at);
  }
  return numbers;
}
