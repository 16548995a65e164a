/**
 * Finds out what a supplied PDF is, by two programs: PDFium reads its words and shows its pages, pdf-lib, which will
 * take it apart for the pack, reads its objects. Runs where foreign bytes may: in a process that can be killed.
 */
import { createHash } from 'node:crypto';
import { count } from '../../../shared/checks/words.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { InspectedPage, Inspection } from '../../../shared/pack/inspection.ts';
import { forgetPdfium } from '../../pdfium/load.ts';
import { type OpenPdf, openPdf, PdfRefused } from '../../pdfium/open-pdf.ts';
import { openSource, type Source, SourceRefused } from '../objects/open-source.ts';
import type { SourcePage } from '../objects/page-tree.ts';
import { annotationsOf } from './annotations.ts';
import { coveredWords } from './covered.ts';
import { documentFacts } from './document-facts.ts';
import { missingFonts } from './fonts.ts';
import { limits } from './limits.ts';
import { damageOf, versionOf } from './whole.ts';

const saved = 'open it in the program that made it and save it again';

/**
 * @param file its name in messages.
 * @throws DespatchError `input.empty`, `input.misnamed`, `input.encrypted`, `input.damaged`, `input.tooComplex`,
 *   `input.tooLarge`, with `file` and `reason`.
 */
export async function inspectPdf(bytes: Uint8Array, file: string): Promise<Inspection> {
  if (bytes.length === 0) throw new DespatchError('input.empty', { file });
  if (bytes.length > limits.bytes) {
    const reason = `it has ${Math.round(bytes.length / 1024 / 1024)} MB`;
    throw new DespatchError('input.tooLarge', { file, reason, limit: limits.bytes });
  }
  const header = versionOf(bytes);
  if (header === null) throw new DespatchError('input.misnamed', { file, reason: 'it is no PDF' });
  // First, because it tells a password from damage.
  const shown = await open(bytes, file);
  let found: Inspection;
  try {
    found = await inspect(shown, bytes, file, header);
  } catch (fault) {
    if (fault instanceof PageFault)
      throw senseless(file, fault, `page ${fault.page} cannot be read; ${saved}`);
    if (!(fault instanceof DespatchError)) throw senseless(file, fault);
    shown.close();
    throw fault;
  }
  shown.close();
  return found;
}

/** After a trap nothing that PDFium holds can be relied on, and it is not even asked to let go. */
function senseless(file: string, cause: unknown, reason = 'its content makes no sense'): DespatchError {
  forgetPdfium();
  return new DespatchError('input.damaged', { file, reason }, { cause });
}

class PageFault extends Error {
  /** From 1. */
  readonly page: number;

  constructor(page: number, cause: unknown) {
    super(`page ${page}`, { cause });
    this.page = page;
  }
}

function ofPage<Result>(at: number, read: () => Result): Result {
  try {
    return read();
  } catch (fault) {
    throw new PageFault(at + 1, fault);
  }
}

async function open(bytes: Uint8Array, file: string): Promise<OpenPdf> {
  try {
    return await openPdf(bytes);
  } catch (fault) {
    if (fault instanceof RangeError) {
      forgetPdfium();
      const reason = 'it needs more memory than one file may have';
      throw new DespatchError('input.tooComplex', { file, reason }, { cause: fault });
    }
    if (!(fault instanceof PdfRefused)) throw senseless(file, fault);
    if (fault.refusal === 'password')
      throw new DespatchError('input.encrypted', { file, reason: 'it opens only with a password' });
    if (fault.refusal === 'security') {
      const reason = 'it is encrypted in a way that Despatch does not know';
      throw new DespatchError('input.encrypted', { file, reason });
    }
    const reason = 'it is not a whole PDF: its inner table of contents cannot be read';
    throw new DespatchError('input.damaged', { file, reason }, { cause: fault });
  }
}

/** As the pack will be made of it, so that what is found here is what will be there. */
async function takeApart(bytes: Uint8Array, file: string): Promise<Source> {
  try {
    return await openSource(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (fault) {
    if (!(fault instanceof SourceRefused)) throw fault;
    throw new DespatchError('input.damaged', { file, reason: fault.message }, { cause: fault });
  }
}

async function inspect(shown: OpenPdf, bytes: Uint8Array, file: string, header: string): Promise<Inspection> {
  if (shown.pageCount > limits.pages) {
    const reason = `it has ${shown.pageCount.toLocaleString('en-GB')} pages; the limit is ${limits.pages.toLocaleString('en-GB')}`;
    throw new DespatchError('input.tooComplex', { file, reason, limit: limits.pages });
  }
  const source = await takeApart(bytes, file);
  const objects = source.pages;
  if (objects.length !== shown.pageCount) {
    const reason = `it says that it has ${count(shown.pageCount, 'page')} and has ${objects.length}; ${saved}`;
    throw new DespatchError('input.damaged', { file, reason });
  }
  const facts = documentFacts(source, header);
  const pages = readPages(shown, objects, file);
  const { comments, redactions, covering } = annotationsOf(objects);
  const candidates = [...pages.keys()].filter(
    (at) => pages[at]?.shows === 'text' && (covering.has(at) || shown.hasCover(at)),
  );
  return {
    format: 1,
    name: file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    ...facts,
    encryption: shown.encrypted ? 'owner' : 'none',
    damage: damageOf(bytes, source.resaved === 'damaged'),
    xfa: facts.xfa === 'static' && needsAcrobat.test(pages[0]?.text ?? '') ? 'dynamic' : facts.xfa,
    bookmarks: shown.outline().length,
    comments,
    redactions,
    covered: coveredWords(shown, candidates),
    missingFonts: missingFonts(objects),
    pages,
  };
}

/** What Acrobat's own forms say to every other program. */
const needsAcrobat = /^Please wait\.\.\.\s+If this message is not eventually replaced/;

function readPages(shown: OpenPdf, objects: readonly SourcePage[], file: string): InspectedPage[] {
  let characters = 0;
  return objects.map(({ rotate }, at) => {
    const { text, picture } = ofPage(at, () => shown.text(at));
    characters += text.length;
    if (characters > limits.characters) {
      const reason = `its pages have more than ${limits.characters.toLocaleString('en-GB')} characters`;
      throw new DespatchError('input.tooComplex', { file, reason, limit: limits.characters });
    }
    return {
      width: shown.sizes[2 * at] ?? 0,
      height: shown.sizes[2 * at + 1] ?? 0,
      rotation: rotate === 90 || rotate === 180 || rotate === 270 ? rotate : 0,
      label: shown.label(at),
      text,
      shows: text !== '' ? 'text' : picture ? 'scan' : 'empty',
      edges: shown.edges(at),
    };
  });
}
