/** Pages of a PDF as pictures, drawn by PDFium: what a reader of the file will see. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { init } from '@embedpdf/pdfium';
import type { Picture } from '../../shared/contract/preview-calls.ts';

export interface PdfPages {
  /** Width and height of each page in points, one after the other. */
  readonly sizes: Float32Array<ArrayBuffer>;
  /**
   * @param page counts from 0. @param width in pixels; the height follows from the page.
   * @throws RangeError where there is no such page.
   */
  draw(page: number, width: number): Picture;
  /** Gives its memory back; nothing can be drawn afterwards. */
  close(): void;
}

/** The part of PDFium that draws; handles and addresses are numbers of its own memory (fpdfview.h). */
interface Pdfium {
  readonly pdfium: {
    /** Another one whenever the memory grew: never kept. */
    readonly HEAPU8: Uint8Array;
    readonly wasmExports: { malloc(size: number): number; free(address: number): void };
    getValue(address: number, type: 'float'): number;
  };
  PDFiumExt_Init(): void;
  FPDF_LoadMemDocument(address: number, size: number, password: string): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_GetPageSizeByIndexF(document: number, page: number, size: number): boolean;
  FPDF_LoadPage(document: number, page: number): number;
  FPDF_ClosePage(page: number): void;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, address: number, stride: number): number;
  FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    argb: number,
  ): boolean;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
}

/** FPDFBitmap_BGRA: with FPDF_REVERSE_BYTE_ORDER the bytes are those of a canvas. */
const FORMAT = 4;
const ANNOTATIONS = 0x01;
const REVERSE_BYTE_ORDER = 0x10;
const WHITE = 0xffffffff;
const BYTES_A_PIXEL = 4;

let loading: Promise<Pdfium> | undefined;

/** Beside the bundle; in the sources, where npm put it. */
function wasmFile(): string {
  const shipped = path.join(import.meta.dirname, 'pdfium.wasm');
  if (existsSync(shipped)) return shipped;
  return createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
}

async function load(): Promise<Pdfium> {
  const bytes = await readFile(wasmFile());
  const module: unknown = await init({ wasmBinary: new Uint8Array(bytes).buffer });
  const pdfium = module as Pdfium;
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** @throws Error when it is no PDF that PDFium can read. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  loading ??= load();
  const api = await loading;
  const { malloc, free } = api.pdfium.wasmExports;
  const address = malloc(bytes.length);
  api.pdfium.HEAPU8.set(bytes, address);
  const document = api.FPDF_LoadMemDocument(address, bytes.length, '');
  if (document === 0) {
    free(address);
    throw new Error('PDFium does not read this file.');
  }
  const sizes = sizesOf(api, document);
  return {
    sizes,
    draw(page, width) {
      const across = sizes[2 * page];
      const down = sizes[2 * page + 1];
      if (across === undefined || down === undefined) throw new RangeError(`There is no page ${page}.`);
      return draw(api, document, page, width, Math.max(1, Math.round((width * down) / across)));
    },
    close() {
      api.FPDF_CloseDocument(document);
      free(address);
    },
  };
}

function sizesOf(api: Pdfium, document: number): Float32Array<ArrayBuffer> {
  const { malloc, free } = api.pdfium.wasmExports;
  const count = api.FPDF_GetPageCount(document);
  const sizes = new Float32Array(2 * count);
  const size = malloc(8);
  for (let page = 0; page < count; page += 1) {
    api.FPDF_GetPageSizeByIndexF(document, page, size);
    sizes[2 * page] = api.pdfium.getValue(size, 'float');
    sizes[2 * page + 1] = api.pdfium.getValue(size + 4, 'float');
  }
  free(size);
  return sizes;
}

function draw(api: Pdfium, document: number, at: number, width: number, height: number): Picture {
  const { malloc, free } = api.pdfium.wasmExports;
  const stride = width * BYTES_A_PIXEL;
  const address = malloc(stride * height);
  const page = api.FPDF_LoadPage(document, at);
  const bitmap = api.FPDFBitmap_CreateEx(width, height, FORMAT, address, stride);
  try {
    if (page === 0 || bitmap === 0) throw new Error(`PDFium cannot draw page ${at}.`);
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS | REVERSE_BYTE_ORDER);
    return { width, height, pixels: api.pdfium.HEAPU8.slice(address, address + stride * height) };
  } finally {
    if (bitmap !== 0) api.FPDFBitmap_Destroy(bitmap);
    if (page !== 0) api.FPDF_ClosePage(page);
    free(address);
  }
}
