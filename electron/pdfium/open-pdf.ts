/** A PDF opened in PDFium: its pages as words and as pictures, and what it says of itself. */
import type { Picture } from '../../shared/contract/preview-calls.ts';
import { oneLine } from './clean-text.ts';
import { hasCover } from './covers.ts';
import { drawPage } from './draw.ts';
import { type EdgeBox, readEdges } from './edges.ts';
import { loadPdfium, type Pdfium } from './load.ts';
import { allocate, floatsAt, readString, withMemory } from './memory.ts';
import { type Bookmark, readOutline } from './outline.ts';
import { type PlacedText, readPage, readPlacedText } from './page-text.ts';

/** Keys of the information dictionary (PDF 32000-1, 14.3.3). */
export type InfoKey =
  | 'Title'
  | 'Author'
  | 'Subject'
  | 'Keywords'
  | 'Creator'
  | 'Producer'
  | 'CreationDate'
  | 'ModDate';

/** Pages count from 0 in all calls, which throw a RangeError where there is no such page. */
export interface OpenPdf {
  readonly pageCount: number;
  /** It opened without a password all the same. */
  readonly encrypted: boolean;
  /** Width and height of each page in points as it is shown, one after the other. */
  readonly sizes: Float32Array<ArrayBuffer>;
  /** What the page calls itself ("iv"); null where the file gives it no name. */
  label(page: number): string | null;
  outline(): Bookmark[];
  /** Empty where the file does not say. */
  info(key: InfoKey): string;
  /**
   * The words of a page without their places, which is several times as fast; the text is that of `placedText`.
   * `picture`: a page without words shows a picture, as a scan does.
   */
  text(page: number): { text: string; picture: boolean };
  placedText(page: number): PlacedText;
  /** What stands near the upper and the lower edge of the page: words, pictures, drawings. */
  edges(page: number): EdgeBox[];
  /** Something on the page is dark and filled, or a picture, so that words could stand under it unseen. */
  hasCover(page: number): boolean;
  /** @param width in pixels; the height follows from the page. */
  draw(page: number, width: number): Picture;
  /** Gives its memory back; nothing can be asked of it afterwards. */
  close(): void;
}

/** password: it asks for one. security: it is encrypted in a way PDFium does not know. damaged: anything else. */
export type PdfRefusal = 'password' | 'security' | 'damaged';

export class PdfRefused extends Error {
  readonly refusal: PdfRefusal;

  constructor(refusal: PdfRefusal) {
    super('PDFium does not read this file.');
    this.name = 'PdfRefused';
    this.refusal = refusal;
  }
}

/** FPDF_GetLastError. */
const refusals: Readonly<Record<number, PdfRefusal>> = { 4: 'password', 5: 'security' };

/** @throws PdfRefused when it is no PDF that PDFium can read. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const api = await loadPdfium();
  const address = allocate(api, Math.max(bytes.length, 1));
  api.pdfium.HEAPU8.set(bytes, address);
  const document = api.FPDF_LoadMemDocument(address, bytes.length, '');
  if (document === 0) {
    const code = api.FPDF_GetLastError();
    api.pdfium.wasmExports.free(address);
    throw new PdfRefused(refusals[code] ?? 'damaged');
  }
  const sizes = sizesOf(api, document);
  const sizeOf = (page: number): readonly [number, number] => {
    const [width, height] = [sizes[2 * page], sizes[2 * page + 1]];
    if (width === undefined || height === undefined) throw new RangeError(`There is no page ${page}.`);
    return [width, height];
  };
  return {
    pageCount: sizes.length / 2,
    encrypted: api.FPDF_GetSecurityHandlerRevision(document) >= 0,
    sizes,
    label(page) {
      sizeOf(page);
      const label = readString(api, (room, length) => api.FPDF_GetPageLabel(document, page, room, length));
      return oneLine(label) || null;
    },
    outline: () => readOutline(api, document),
    info: (key) =>
      oneLine(readString(api, (room, length) => api.FPDF_GetMetaText(document, key, room, length))),
    text(page) {
      sizeOf(page);
      return readPage(api, document, page);
    },
    placedText: (page) => readPlacedText(api, document, page, sizeOf(page)),
    edges: (page) => readEdges(api, document, page, sizeOf(page)),
    hasCover(page) {
      sizeOf(page);
      return hasCover(api, document, page);
    },
    draw(page, width) {
      const [across, down] = sizeOf(page);
      return drawPage(api, document, page, width, Math.max(1, Math.round((width * down) / across)));
    },
    close() {
      api.FPDF_CloseDocument(document);
      api.pdfium.wasmExports.free(address);
    },
  };
}

function sizesOf(api: Pdfium, document: number): Float32Array<ArrayBuffer> {
  const count = api.FPDF_GetPageCount(document);
  const sizes = new Float32Array(2 * count);
  withMemory(api, 8, (address) => {
    for (let page = 0; page < count; page += 1) {
      api.FPDF_GetPageSizeByIndexF(document, page, address);
      sizes.set(floatsAt(api, address, 2), 2 * page);
    }
  });
  return sizes;
}
