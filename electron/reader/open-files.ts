/** The PDFs that were looked at last, open; the library's own copies, checked to be what they were. */
import { webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DespatchError } from '../../shared/contract/errors.ts';
import { type OpenPdf, openPdf, type PdfRefusal, PdfRefused } from '../pdfium/open-pdf.ts';

/** Two, so that one can be compared with another. */
const MOST = 2;

const refusalWords: Readonly<Record<PdfRefusal, string>> = {
  password: 'it is protected by a password',
  security: 'it is encrypted in a way Despatch does not know',
  damaged: 'the PDF is damaged',
};

export class OpenFiles {
  /** By edition, the one used last at the end. */
  readonly #open = new Map<string, OpenPdf>();

  /** @throws DespatchError `evidence.originalMissing`, `evidence.unreadable` */
  async get(file: string, edition: string): Promise<OpenPdf> {
    const known = this.#open.get(edition);
    if (known) {
      this.#open.delete(edition);
      this.#open.set(edition, known);
      return known;
    }
    const bytes = await read(file);
    for (const [other, pdf] of [...this.#open].slice(0, Math.max(0, this.#open.size - MOST + 1))) {
      this.#open.delete(other);
      pdf.close();
    }
    const pdf = await openAs(edition, bytes);
    this.#open.set(edition, pdf);
    return pdf;
  }
}

async function read(file: string): Promise<Buffer<ArrayBuffer>> {
  try {
    return await readFile(file);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? 'EIO';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new DespatchError('evidence.originalMissing', {});
    throw new DespatchError('evidence.unreadable', { reason: code });
  }
}

/** In another thread PDFium is not kept waiting for the hash; nothing is shown before both are there. */
async function openAs(edition: string, bytes: Uint8Array<ArrayBuffer>): Promise<OpenPdf> {
  const hash = webcrypto.subtle.digest('SHA-256', bytes);
  const [opened, hashed] = await Promise.allSettled([open(bytes), hash]);
  const isTheSame = hashed.status === 'fulfilled' && Buffer.from(hashed.value).toString('hex') === edition;
  if (opened.status === 'fulfilled' && isTheSame) return opened.value;
  if (opened.status === 'fulfilled') opened.value.close();
  if (opened.status === 'rejected' && isTheSame) throw opened.reason;
  throw new DespatchError('evidence.originalMissing', {});
}

async function open(bytes: Uint8Array): Promise<OpenPdf> {
  try {
    return await openPdf(bytes);
  } catch (thrown) {
    if (!(thrown instanceof PdfRefused)) throw thrown;
    throw new DespatchError('evidence.unreadable', { reason: refusalWords[thrown.refusal] });
  }
}
