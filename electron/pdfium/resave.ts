/** A PDF as PDFium writes it after reading it: repaired, and without encryption where it opens without a password. */
import { loadPdfium } from './load.ts';
import { allocate, bytesAt } from './memory.ts';
import type { PdfRefusal } from './open-pdf.ts';

/** FPDF_REMOVE_SECURITY (fpdf_save.h). */
const REMOVE_SECURITY = 3;

export type Resaved =
  | { readonly type: 'saved'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'refused'; readonly refusal: PdfRefusal };

const refusals: Readonly<Record<number, PdfRefusal>> = { 4: 'password', 5: 'security' };

export async function resavePdf(bytes: Uint8Array): Promise<Resaved> {
  const api = await loadPdfium();
  const address = allocate(api, Math.max(bytes.length, 1));
  api.pdfium.HEAPU8.set(bytes, address);
  const document = api.FPDF_LoadMemDocument(address, bytes.length, '');
  try {
    if (document === 0) {
      return { type: 'refused', refusal: refusals[api.FPDF_GetLastError()] ?? 'damaged' };
    }
    const writer = api.PDFiumExt_OpenFileWriter();
    try {
      if (!api.FPDF_SaveAsCopy(document, writer, REMOVE_SECURITY))
        return { type: 'refused', refusal: 'damaged' };
      const size = api.PDFiumExt_GetFileWriterSize(writer);
      const room = allocate(api, Math.max(size, 1));
      try {
        api.PDFiumExt_GetFileWriterData(writer, room, size);
        return { type: 'saved', bytes: bytesAt(api, room, size) };
      } finally {
        api.pdfium.wasmExports.free(room);
      }
    } finally {
      api.PDFiumExt_CloseFileWriter(writer);
    }
  } finally {
    if (document !== 0) api.FPDF_CloseDocument(document);
    api.pdfium.wasmExports.free(address);
  }
}
