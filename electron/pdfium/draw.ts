/** Pages of a PDF as pictures: what a reader of the file will see. */
import type { Picture } from '../../shared/contract/preview-calls.ts';
import type { Pdfium } from './load.ts';
import { bytesAt, withMemory } from './memory.ts';

/** FPDFBitmap_BGRA: with FPDF_REVERSE_BYTE_ORDER the bytes are those of a canvas. */
const FORMAT = 4;
const ANNOTATIONS = 0x01;
const REVERSE_BYTE_ORDER = 0x10;
const WHITE = 0xffffffff;
const BYTES_A_PIXEL = 4;

export function drawPage(api: Pdfium, document: number, at: number, width: number, height: number): Picture {
  const stride = width * BYTES_A_PIXEL;
  return withMemory(api, stride * height, (address) => {
    const page = api.FPDF_LoadPage(document, at);
    const bitmap = api.FPDFBitmap_CreateEx(width, height, FORMAT, address, stride);
    try {
      if (page === 0 || bitmap === 0) throw new Error(`PDFium cannot draw page ${at}.`);
      api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS | REVERSE_BYTE_ORDER);
      return { width, height, pixels: bytesAt(api, address, stride * height) };
    } finally {
      if (bitmap !== 0) api.FPDFBitmap_Destroy(bitmap);
      if (page !== 0) api.FPDF_ClosePage(page);
    }
  });
}
