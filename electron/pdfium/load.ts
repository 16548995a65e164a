/** PDFium in WebAssembly, loaded once in a process, and the calls of it that we make (fpdfview.h and its neighbours). */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { init } from '@embedpdf/pdfium';

/** Handles and addresses are numbers of its own memory; 0 is none. */
export interface Pdfium {
  readonly pdfium: {
    /** Another one whenever the memory grew: never kept. */
    readonly HEAPU8: Uint8Array;
    readonly wasmExports: {
      malloc(size: number): number;
      free(address: number): void;
      /** Called without the wrapper, which costs more than the call: they are made for every character of a page. */
      FPDFText_GetCharIndexFromTextIndex(textPage: number, textIndex: number): number;
      /** 0: there is no such character. */
      FPDFText_GetLooseCharBox(textPage: number, charIndex: number, rectangle: number): number;
    };
  };
  PDFiumExt_Init(): void;
  FPDF_GetLastError(): number;
  FPDF_LoadMemDocument(address: number, size: number, password: string): number;
  FPDF_CloseDocument(document: number): void;
  /** -1: it is not encrypted. */
  FPDF_GetSecurityHandlerRevision(document: number): number;
  /** What is written stands in PDFium's own memory until the writer is closed. */
  PDFiumExt_OpenFileWriter(): number;
  PDFiumExt_GetFileWriterSize(writer: number): number;
  PDFiumExt_GetFileWriterData(writer: number, buffer: number, bytes: number): number;
  PDFiumExt_CloseFileWriter(writer: number): void;
  FPDF_SaveAsCopy(document: number, writer: number, flags: number): boolean;
  FPDF_GetPageCount(document: number): number;
  FPDF_GetPageSizeByIndexF(document: number, page: number, size: number): boolean;
  FPDF_GetPageLabel(document: number, page: number, buffer: number, bytes: number): number;
  FPDF_GetMetaText(document: number, tag: string, buffer: number, bytes: number): number;
  FPDFBookmark_GetFirstChild(document: number, bookmark: number): number;
  FPDFBookmark_GetNextSibling(document: number, bookmark: number): number;
  FPDFBookmark_GetTitle(bookmark: number, buffer: number, bytes: number): number;
  FPDFBookmark_GetDest(document: number, bookmark: number): number;
  FPDFBookmark_GetAction(bookmark: number): number;
  FPDFAction_GetDest(document: number, action: number): number;
  FPDFDest_GetDestPageIndex(document: number, destination: number): number;
  FPDF_LoadPage(document: number, page: number): number;
  FPDF_ClosePage(page: number): void;
  /** Two doubles. */
  FPDF_DeviceToPage(
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    deviceX: number,
    deviceY: number,
    x: number,
    y: number,
  ): boolean;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, at: number): number;
  FPDFPageObj_GetType(object: number): number;
  /** Of a path: fill mode (0: none) and whether it is stroked, four bytes each. */
  FPDFPath_GetDrawMode(path: number, fill: number, stroke: number): boolean;
  /** Four bytes each, 0 to 255. */
  FPDFPageObj_GetFillColor(object: number, red: number, green: number, blue: number, alpha: number): boolean;
  /** Floats, in the coordinates of what it stands in. */
  FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): boolean;
  /** Six floats; of a form, the one it is placed by. */
  FPDFPageObj_GetMatrix(object: number, matrix: number): boolean;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, at: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(textPage: number): void;
  FPDFText_CountChars(textPage: number): number;
  FPDFText_GetText(textPage: number, start: number, count: number, buffer: number): number;
  /** Pieces of lines, and where they stand in the file, in four doubles. */
  FPDFText_CountRects(textPage: number, start: number, count: number): number;
  FPDFText_GetRect(
    textPage: number,
    at: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
  ): boolean;
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

export function loadPdfium(): Promise<Pdfium> {
  loading ??= load();
  return loading;
}

/** After a file has made it trap, its memory is anybody's guess: the next file gets a new one. */
export function forgetPdfium(): void {
  loading = undefined;
}
