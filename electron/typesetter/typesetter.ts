/** Turns a document as it stands in the window into the pages that an export of it would have. */

import { type ErrorCode, type ErrorData, toErrorData } from '../../shared/contract/errors.ts';
import { type Picture, PLACE_LENGTH } from '../../shared/contract/preview-calls.ts';
import { parseSection } from '../../shared/document/parse.ts';
import type { AnySection, DespatchDocument } from '../../shared/document/schema.ts';
import { defaultEvidence, type EvidenceChoice } from '../../shared/evidence/evidence-choice.ts';
import type { PrintEvidence } from '../../shared/print/evidence.ts';
import { printDocument } from '../../shared/print/model.ts';
import type { PdfChoice } from '../../shared/print/pdf-choice.ts';
import { citationsOf } from '../library/evidence/evidence-facts.ts';
import { printEvidence } from '../library/evidence/print-evidence.ts';
import { renderPlacedPdf } from '../library/export/pdf/placed.ts';
import type { Place } from '../library/export/pdf/places.ts';
import { type OpenPdf, openPdf } from '../pdfium/open-pdf.ts';
import type { OutputOf, TypesetterOrder } from './messages.ts';

/** The window may still ask for the pages it shows while the next ones are on their way. */
const HELD_VERSIONS = 2;

/** What stops an export and not a draft of it, which shows the place. */
const shownInDraft: ReadonlySet<ErrorCode> = new Set([
  'export.alternativeTextMissing',
  'export.brokenReference',
  'export.evidenceMissing',
  'image.missing',
]);

type TypesetOrder = Extract<TypesetterOrder, { type: 'typeset' }>;
type EvidenceOrder = Extract<TypesetterOrder, { type: 'evidence' }>;
type PicturesOrder = Extract<TypesetterOrder, { type: 'pictures' }>;

interface Asked {
  readonly key: string;
  readonly choice: EvidenceChoice;
}

interface Version {
  readonly version: number;
  readonly pages: OpenPdf;
}

/** Holds one document at a time, as the one window shows one. */
export class Typesetter {
  #documentId: string | null = null;
  readonly #sections = new Map<string, AnySection>();
  readonly #pictures = new Map<string, Uint8Array | null>();
  readonly #versions: Version[] = [];
  /** What was asked about the sources, and what came of it. */
  #asked: Asked | null = null;
  #evidence: { readonly key: string; readonly print: PrintEvidence } | null = null;

  put(documentId: string, sections: readonly unknown[]): void {
    this.#take(documentId);
    for (const [at, raw] of sections.entries()) {
      const section = parseSection(raw, at);
      this.#sections.set(section.id, section);
    }
  }

  putPictures(documentId: string, pictures: PicturesOrder['pictures']): void {
    this.#take(documentId);
    for (const { asset, bytes } of pictures) this.#pictures.set(asset, bytes);
  }

  /** The answer to what `typeset` asked last. @throws DespatchError `style.invalid` */
  async putEvidence({ known, style }: Pick<EvidenceOrder, 'known' | 'style'>): Promise<void> {
    if (!this.#asked) return;
    const { key, choice } = this.#asked;
    this.#evidence = { key, print: await printEvidence(choice, style, known) };
  }

  /** @throws DespatchError as exporting the document does, but for what a draft can show. */
  async typeset(given: TypesetOrder): Promise<OutputOf<'typeset'>> {
    const { documentId, version, frame, order } = given;
    this.put(documentId, given.sections);
    const sections = order.flatMap((id) => this.#sections.get(id) ?? []);
    if (sections.length < order.length) {
      return { state: 'missing', sections: order.filter((id) => !this.#sections.has(id)) };
    }
    this.#forgetAllBut(order);
    const { evidence: choice = defaultEvidence, pdf: look, ...rest } = frame;
    const document = { ...rest, id: documentId, sections };
    const citations = citationsOf(document);
    const key = citations.length === 0 ? null : JSON.stringify([given.revision, choice, citations]);
    if (key !== null && this.#evidence?.key !== key) {
      this.#asked = { key, choice };
      return { state: 'evidence', citations };
    }
    const assets = assetsOf(sections);
    const unknown = [...assets].filter((asset) => !this.#pictures.has(asset));
    if (unknown.length > 0) return { state: 'pictures', assets: unknown };
    const { pdf, places, stops } = await this.#render(
      document,
      key === null ? undefined : this.#evidence?.print,
      look,
    ).finally(() => this.#forgetPictures(assets));
    const pages = await openPdf(pdf);
    this.#versions.push({ version, pages });
    if (this.#versions.length > HELD_VERSIONS) this.#versions.shift()?.pages.close();
    return {
      state: 'typeset',
      version,
      stops,
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

  /** The export's own pages, or those of a draft where an export would be stopped. */
  async #render(
    document: DespatchDocument,
    evidence: PrintEvidence | undefined,
    look: PdfChoice | undefined,
  ) {
    const pictures = (asset: string) => this.#pictures.get(asset) ?? null;
    let stops: ErrorData | null = null;
    try {
      return { ...(await renderPlacedPdf(printDocument(document, { evidence }), pictures, look)), stops };
    } catch (thrown) {
      stops = toErrorData(thrown);
      if (!shownInDraft.has(stops.code)) throw thrown;
    }
    return {
      ...(await renderPlacedPdf(printDocument(document, { draft: true, evidence }), pictures, look)),
      stops,
    };
  }

  #take(documentId: string | null): void {
    if (documentId === this.#documentId) return;
    this.#documentId = documentId;
    this.#sections.clear();
    this.#pictures.clear();
    this.#asked = null;
    this.#evidence = null;
    for (const { pages } of this.#versions.splice(0)) pages.close();
  }

  /** One that the library does not have may be there the next time. */
  #forgetPictures(kept: ReadonlySet<string>): void {
    for (const [asset, bytes] of this.#pictures) {
      if (bytes === null || !kept.has(asset)) this.#pictures.delete(asset);
    }
  }

  #forgetAllBut(order: readonly string[]): void {
    if (this.#sections.size === order.length) return;
    const kept = new Set(order);
    for (const id of this.#sections.keys()) if (!kept.has(id)) this.#sections.delete(id);
  }
}

function assetsOf(sections: readonly AnySection[]): ReadonlySet<string> {
  const assets = new Set<string>();
  for (const { blocks } of sections)
    for (const block of blocks) if (block.kind === 'image') assets.add(block.asset);
  return assets;
}

/** As the contract has them; its pages count from 0, Typst's from 1. */
function packed(places: readonly Place[]): Float32Array<ArrayBuffer> {
  const numbers = new Float32Array(PLACE_LENGTH * places.length);
  for (const [at, { page, x, y, endPage, endY }] of places.entries()) {
    numbers.set([page - 1, x, y, endPage - 1, endY], PLACE_LENGTH * at);
  }
  return numbers;
}
