/** The sheets of a pack → tagged PDF: front sheets, covers, dividers, blanks and notices, which are no documents. */
import path from 'node:path';
import * as z from 'zod';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { resourcesFolder } from '../../../paths.ts';
import { theCompiler } from './compiler.ts';
import { missingSigns, namedSigns } from './missing-glyphs.ts';

/** Files of `resources/templates`. */
export type SheetTemplate =
  | 'pack-front-sheet'
  | 'pack-cover'
  | 'pack-divider'
  | 'pack-blank'
  | 'pack-notice'
  | 'pack-supplement';

export interface TypesetSheet {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Where the line of each item stands; only of a front sheet. */
  readonly lines: ReadonlyMap<string, SheetLine>;
}

export interface SheetLine {
  /** From 0. */
  readonly page: number;
  /** Its upper edge, in points from the top of the page. */
  readonly top: number;
}

/** What `common.typ` reads of every document. */
const noDocument = { anchors: {}, notes: {}, notesAt: 'end', marking: null };

const lineMarks = z.array(
  z.array(z.object({ key: z.string(), page: z.number().int().positive(), top: z.number().nonnegative() })),
);

/**
 * The same data give the same bytes.
 * @param data what the template reads, with the file's `title`.
 * @throws DespatchError `export.unprintable` with `characters`, `export.failed` with `reason`
 */
export async function typesetSheet(
  template: SheetTemplate,
  data: { readonly title: string },
): Promise<TypesetSheet> {
  const typst = await theCompiler();
  try {
    const compiled = typst.compile({
      mainFilePath: path.join(resourcesFolder(), 'templates', `${template}.typ`),
      inputs: { data: JSON.stringify({ ...noDocument, ...data }) },
    });
    const document = compiled.result;
    if (!document) {
      throw new Error(
        JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'Typst gave no document.'),
      );
    }
    const marks = lineMarks.parse(
      typst.query(document, { selector: '<pack-lines>', field: 'value' }) as unknown,
    );
    return {
      pdf: typst.pdf(document, { pdfStandard: 'ua-1' }),
      pages: document.numOfPages,
      lines: new Map(marks.flat().map(({ key, page, top }) => [key, { page: page - 1, top }])),
    };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const missing = missingSigns(reason);
    if (missing.length > 0)
      throw new DespatchError('export.unprintable', { characters: namedSigns(missing) });
    throw new DespatchError('export.failed', { reason }, { cause: thrown });
  } finally {
    typst.evictCache(2);
  }
}
