/** Print model → tagged PDF (PDF/UA-1), typeset by Typst from the templates in `resources/templates`. */
import path from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import type { PrintDocument } from '../../../../shared/print/model.ts';
import { resourcesFolder } from '../../../paths.ts';
import { layOut } from './layout.ts';
import { missingGlyphs } from './missing-glyphs.ts';

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler');

let compiler: Promise<NodeCompiler> | undefined;

/**
 * A page must not depend on what a machine has installed, and reading all its fonts is most of the start-up. Typst's
 * Node binding has no switch for that, but on Linux it honours fontconfig's variable; elsewhere the templates' own
 * `fallback: false` keeps the machine's fonts out.
 */
function createCompiler({ NodeCompiler }: Typst): NodeCompiler {
  const resources = resourcesFolder();
  const fonts = path.join(resources, 'fonts');
  const before = process.env['FONTCONFIG_FILE'];
  process.env['FONTCONFIG_FILE'] = path.join(fonts, 'fonts.conf');
  try {
    return NodeCompiler.create({
      workspace: path.join(resources, 'templates'),
      fontArgs: [{ fontPaths: [fonts] }],
    });
  } finally {
    if (before === undefined) delete process.env['FONTCONFIG_FILE'];
    else process.env['FONTCONFIG_FILE'] = before;
  }
}

/** Loaded at the first export, because the native module costs more than everything else at start-up. */
function theCompiler(): Promise<NodeCompiler> {
  compiler ??= import('@myriaddreamin/typst-ts-node-compiler').then(createCompiler);
  return compiler;
}

/**
 * Typesets a document. The same model gives the same bytes.
 * @throws DespatchError `export.unprintable` with `characters` and their `blockId` where no font of ours has a sign
 *   for them, `export.failed` with `reason` for anything else.
 */
export async function renderPdf(print: PrintDocument): Promise<Uint8Array> {
  const typst = await theCompiler();
  try {
    const compiled = typst.compile({
      mainFilePath: path.join(resourcesFolder(), 'templates', `${print.kind}.typ`),
      inputs: { data: JSON.stringify(layOut(print)) },
    });
    const document = compiled.result;
    if (!document) {
      const diagnostics: unknown = compiled.takeDiagnostics()?.shortDiagnostics;
      throw new Error(JSON.stringify(diagnostics ?? 'Typst gave no document.'));
    }
    return typst.pdf(document, { pdfStandard: 'ua-1' });
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw missingGlyphs(reason, print) ?? new DespatchError('export.failed', { reason }, { cause: thrown });
  } finally {
    // Typst remembers every document it ever laid out; nobody exports the same one twice in a row.
    typst.evictCache(0);
  }
}
