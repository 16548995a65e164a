/** Print model → tagged PDF (PDF/UA-1, for the archive PDF/A-2a as well), typeset by Typst from the templates in `resources/templates`. */
import path from 'node:path';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import { defaultPdf, type PdfChoice } from '../../../../shared/print/pdf-choice.ts';
import { resourcesFolder } from '../../../paths.ts';
import { noPictures, type Pictures, remembered } from '../pictures.ts';
import { APART, apartIn, type Held, holdMore, mostTimes, nothingHeld } from './apart.ts';
import { claimAccessible } from './archive.ts';
import { collectForeign } from './collect-foreign.ts';
import { theCompiler } from './compiler.ts';
import { layOut } from './layout.ts';
import { lendPictures } from './lend-pictures.ts';
import { tagLists } from './list-tags.ts';
import { leastPages, looksOf, previewLook, suffices } from './look.ts';
import { missingGlyphs } from './missing-glyphs.ts';
import { PLACES, type Place, placesIn, withMarks } from './places.ts';
import { tagRowHeaders } from './row-headers.ts';
import { Structure } from './structure.ts';

interface Job {
  readonly print: PrintDocument;
  readonly pictures: Pictures;
  /** What the template reads, as JSON. @param held for what notes are given room */
  data(held: Held): string;
  /** For how many later compiles Typst keeps what it laid out and did not need again. */
  readonly keptCompiles: number;
}

/** With fewer pages it is not worth the time to collect what Typst made. */
const MANY_PAGES = 100;

/**
 * Typesets a document and hands it to `use`.
 * @throws DespatchError as `renderPdf`
 */
async function typeset<Result>(
  job: Job,
  use: (typst: NodeCompiler, document: NodeTypstDocument) => Result,
): Promise<Result> {
  let held = nothingHeld;
  for (let times = 1; ; times += 1) {
    const { made, more, pages } = await typesetOnce(job, held, (typst, document) => {
      const own = document.numOfPages;
      const next = times < mostTimes(own) ? holdNext(job.print, held, typst, document) : null;
      return next === null
        ? { made: { result: use(typst, document) }, more: nothingHeld, pages: own }
        : { made: null, more: next, pages: own };
    });
    if (pages >= MANY_PAGES) await collectForeign();
    if (made) return made.result;
    held = more;
  }
}

/** null: every note stands with its mark, or cannot be helped. */
function holdNext(
  print: PrintDocument,
  held: Held,
  typst: NodeCompiler,
  document: NodeTypstDocument,
): Held | null {
  if (print.notesAt !== 'foot' || print.notes.length === 0) return null;
  const apart = apartIn(typst.query(document, APART));
  return apart.length === 0 ? null : holdMore(print, held, apart);
}

async function typesetOnce<Result>(
  { print, pictures, data, keptCompiles }: Job,
  held: Held,
  use: (typst: NodeCompiler, document: NodeTypstDocument) => Result,
): Promise<Result> {
  const typst = await theCompiler();
  const takeBack = lendPictures(typst, print, pictures);
  try {
    const compiled = typst.compile({
      mainFilePath: path.join(resourcesFolder(), 'templates', `${print.kind}.typ`),
      inputs: { data: data(held) },
    });
    const document = compiled.result;
    if (!document) {
      const diagnostics: unknown = compiled.takeDiagnostics()?.shortDiagnostics;
      throw new Error(JSON.stringify(diagnostics ?? 'Typst gave no document.'));
    }
    return use(typst, document);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw missingGlyphs(reason, print) ?? new DespatchError('export.failed', { reason }, { cause: thrown });
  } finally {
    takeBack();
    typst.evictCache(keptCompiles);
  }
}

function pdfOf(
  typst: NodeCompiler,
  document: NodeTypstDocument,
  print: PrintDocument,
  { standard }: PdfChoice,
): Uint8Array {
  const pdf = typst.pdf(document, { pdfStandard: standard });
  const tags = new Structure(pdf);
  tagLists(tags);
  tagRowHeaders(tags, print);
  const tagged = tags.written(pdf);
  return standard === 'a-2a' ? claimAccessible(tagged) : tagged;
}

export interface PdfOptions {
  /** Absent: as `defaultPdf` says. */
  readonly choice?: PdfChoice | undefined;
  /** The day that a file for the archive bears; absent: today. */
  readonly made?: Date;
}

/**
 * Typesets a document. The same model gives the same bytes, for the archive on the same day.
 * @throws DespatchError `export.unprintable` with `characters` and their `blockId` where no font of ours has a sign
 *   for them, `export.alternativeTextMissing` and `image.missing` with the picture's `blockId`, `export.failed` with
 *   `reason` for anything else.
 */
export async function renderPdf(
  print: PrintDocument,
  pictures = noPictures,
  { choice = defaultPdf, made = new Date() }: PdfOptions = {},
): Promise<Uint8Array> {
  // Typst remembers every document it ever laid out; nobody exports the same one twice in a row.
  const known = remembered(pictures);
  const tries: { readonly pdf: Uint8Array; readonly pages: number }[] = [];
  for (const look of looksOf(print, choice, made)) {
    const data = (held: Held) => JSON.stringify({ ...layOut(print, known, choice.contents, held), ...look });
    const tried = await typeset({ print, pictures: known, data, keptCompiles: 0 }, (typst, document) => ({
      pdf: pdfOf(typst, document, print, choice),
      pages: document.numOfPages,
    }));
    if (suffices(print, tried.pages)) return tried.pdf;
    tries.push(tried);
  }
  const chosen = leastPages(tries);
  if (chosen === undefined)
    throw new DespatchError('export.failed', { reason: 'it fits in no size of type' });
  return chosen.pdf;
}

/**
 * The same without marking, page numbers and contents, which the pack that it is for has of its own.
 * @throws DespatchError as `renderPdf`
 */
export function renderBarePdf(
  print: PrintDocument,
  pictures = noPictures,
): Promise<{ pdf: Uint8Array; pages: number }> {
  const known = remembered(pictures);
  const data = (held: Held) => JSON.stringify({ ...layOut(print, known, 'without', held), bare: true });
  const job = { print, pictures: known, data, keptCompiles: 0 };
  return typeset(job, (typst, document) => ({
    pdf: pdfOf(typst, document, print, defaultPdf),
    pages: document.numOfPages,
  }));
}

/**
 * The very bytes of `renderPdf`, and where on their pages each block stands. For a document that is typeset again
 * and again: what did not change since is not laid out again. Never for the archive.
 * @throws DespatchError as `renderPdf`
 */
export function renderPlacedPdf(
  print: PrintDocument,
  pictures = noPictures,
  asked: PdfChoice = defaultPdf,
): Promise<{ pdf: Uint8Array; places: readonly Place[] }> {
  const known = remembered(pictures);
  const choice: PdfChoice = { ...asked, standard: 'ua-1' };
  const data = (held: Held) =>
    withMarks({ ...layOut(print, known, choice.contents, held), ...previewLook(choice) });
  const job = { print, pictures: known, data, keptCompiles: 2 };
  return typeset(job, (typst, document) => ({
    pdf: pdfOf(typst, document, print, choice),
    places: placesIn(typst.query(document, PLACES)),
  }));
}
