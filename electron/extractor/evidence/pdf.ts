/** PDF as evidence: its pages, which of them are scans, its bookmarks, and what it says of itself. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { ExtractedPage, Extraction } from '../../../shared/evidence/extraction.ts';
import { forgetPdfium } from '../../pdfium/load.ts';
import { type OpenPdf, openPdf, type PdfRefusal, PdfRefused } from '../../pdfium/open-pdf.ts';
import { limits } from '../limits.ts';
import { aboutOf } from './about.ts';
import { Measure } from './lines.ts';
import { pageList } from './words.ts';
import { readXmp } from './xmp.ts';

function refused(file: string, refusal: PdfRefusal, cause: unknown): DespatchError {
  if (refusal === 'password')
    return new DespatchError('input.encrypted', { file, reason: 'it opens only with a password' }, { cause });
  if (refusal === 'security') {
    const reason = 'it is encrypted in a way that Despatch does not know';
    return new DespatchError('input.encrypted', { file, reason }, { cause });
  }
  const reason = 'it is not a whole PDF: its inner table of contents cannot be read';
  return new DespatchError('input.damaged', { file, reason }, { cause });
}

async function open(bytes: Uint8Array, file: string): Promise<OpenPdf> {
  try {
    return await openPdf(bytes);
  } catch (fault) {
    if (fault instanceof PdfRefused) throw refused(file, fault.refusal, fault);
    throw fault;
  }
}

interface Read {
  readonly pages: ExtractedPage[];
  /** Numbers of pages, from 1. */
  readonly scanned: number[];
  readonly broken: number[];
}

function readPages(pdf: OpenPdf, file: string): Read {
  const measure = new Measure(file);
  const pages: ExtractedPage[] = [];
  const scanned: number[] = [];
  const broken: number[] = [];
  for (let at = 0; at < pdf.pageCount; at += 1) {
    let text = '';
    try {
      const page = pdf.text(at);
      text = page.text;
      if (page.picture) scanned.push(at + 1);
    } catch (fault) {
      if (isTrap(fault)) throw fault;
      broken.push(at + 1);
    }
    measure.add(text);
    pages.push({ label: pdf.label(at), text, roles: [] });
  }
  return { pages, scanned, broken };
}

/** WebAssembly stopped in the middle of something. */
function isTrap(fault: unknown): boolean {
  return fault instanceof Error && (fault.name === 'RuntimeError' || fault.name === 'ExitStatus');
}

function textState({ pages, scanned }: Read): Extraction['textState'] {
  const withWords = pages.some(({ text }) => text !== '');
  if (scanned.length === 0) return withWords ? 'text' : 'none';
  return withWords ? 'partlyScanned' : 'scanned';
}

/** What Acrobat's own forms say to every other program. */
const needsAcrobat = /^Please wait\.\.\.\s+If this message is not eventually replaced/;

function notices(read: Read, bytes: Buffer): string[] {
  const { pages, scanned, broken } = read;
  const found: string[] = [];
  if (scanned.length === pages.length) {
    found.push(
      'It is a scan: its pages are pictures without text, so its words can be neither searched nor quoted.',
    );
  } else if (scanned.length > 0) {
    found.push(
      `${pageList(scanned)} scanned: a picture without text, whose words can be neither searched nor quoted.`,
    );
  }
  if (broken.length > 0) found.push(`${pageList(broken)} damaged and could not be read.`);
  if (needsAcrobat.test(pages[0]?.text ?? ''))
    found.push('It is a form that only Adobe Acrobat can show; its own words could not be read.');
  if (!bytes.subarray(-2048).includes('%%EOF'))
    found.push('The end of the file is missing: it may have been cut off, and pages may be missing.');
  return found;
}

/** @throws DespatchError `input.encrypted`, `input.damaged`, `input.tooComplex`. */
export async function readPdf(bytes: Buffer, file: string): Promise<Extraction> {
  try {
    const pdf = await open(bytes, file);
    try {
      return read(pdf, bytes, file);
    } finally {
      pdf.close();
    }
  } catch (fault) {
    if (fault instanceof DespatchError) throw fault;
    forgetPdfium();
    const reason = 'its content makes no sense to the program that reads PDFs';
    throw new DespatchError('input.damaged', { file, reason }, { cause: fault });
  }
}

function read(pdf: OpenPdf, bytes: Buffer, file: string): Extraction {
  const { pageCount } = pdf;
  if (pageCount === 0) throw new DespatchError('input.damaged', { file, reason: 'it has no pages' });
  if (pageCount > limits.pages) {
    const reason = `it has ${pageCount.toLocaleString('en-GB')} pages; the limit is ${limits.pages.toLocaleString('en-GB')}`;
    throw new DespatchError('input.tooComplex', { file, reason, limit: limits.pages });
  }
  const found = readPages(pdf, file);
  if (found.broken.length === pageCount)
    throw new DespatchError('input.damaged', { file, reason: 'none of its pages can be read' });
  const xmp = readXmp(bytes);
  const author = pdf.info('Author');
  const claims = {
    type: 'report',
    title: xmp.title || pdf.info('Title'),
    authors: xmp.creators.length > 0 ? xmp.creators : [author],
    publisher: xmp.publisher,
    issued: pdf.info('CreationDate') || xmp.created,
    abstract: pdf.info('Subject') || xmp.description,
    producer: pdf.info('Producer') || pdf.info('Creator') || xmp.producer,
  };
  return {
    kind: 'pdf',
    mediaType: 'application/pdf',
    textState: textState(found),
    paged: true,
    pages: found.pages,
    outline: pdf.outline().map(({ title, page, level }) => ({ title, page: page + 1, level })),
    about: aboutOf(claims, found.pages),
    notices: notices(found, bytes),
  };
}
