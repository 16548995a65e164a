/** One document through Typst, as often as its footnotes ask for, and its tags as ours. */
import path from 'node:path';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import type { PdfChoice } from '../../../../shared/print/pdf-choice.ts';
import { resourcesFolder } from '../../../paths.ts';
import type { Pictures } from '../pictures.ts';
import { APART, apartIn, type Held, holdMore, mostTimes, nothingHeld } from './apart.ts';
import { claimAccessible } from './archive.ts';
import { theCompiler } from './compiler.ts';
import { lendPictures } from './lend-pictures.ts';
import { tagLists } from './list-tags.ts';
import { missingGlyphs } from './missing-glyphs.ts';
import { tagRowHeaders } from './row-headers.ts';
import { Structure } from './structure.ts';

export interface Job {
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
export async function typeset<Result>(
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
    if (pages >= MANY_PAGES) await (await import('./collect-foreign.ts')).collectForeign();
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

export function pdfOf(
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
