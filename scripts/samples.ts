/**
 * Makes the PDF and Word files of the sample library from the sources in `scripts/samples`, the Word files through
 * the product's own importer and exporter. The same sources give the same bytes, so a second run changes nothing.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { renderDocx } from '../electron/library/export/docx/index.ts';
import { sourceFromText } from '../shared/import/plain-text.ts';
import { recognise } from '../shared/import/recognise.ts';
import { printDocument } from '../shared/print/model.ts';
import { repository } from './lib/repository.ts';

const sources = path.join(import.meta.dirname, 'samples');
const evidence = path.join(repository, 'resources', 'sample-library', 'evidence');

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(path.join(evidence, name), bytes);
  console.log(`${name}  ${bytes.length} bytes`);
}

function renderPdfs(names: readonly string[]): void {
  const typst = NodeCompiler.create({
    workspace: sources,
    fontArgs: [{ fontPaths: [path.join(repository, 'resources', 'fonts')] }],
  });
  for (const name of names) {
    const compiled = typst.compile({ mainFilePath: path.join(sources, `${name}.typ`) });
    if (!compiled.result) {
      throw new Error(`${name}: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    }
    write(`${name}.pdf`, typst.pdf(compiled.result, { pdfStandard: 'ua-1' }));
  }
}

async function renderWordFiles(names: readonly string[]): Promise<void> {
  for (const name of names) {
    let ids = 0;
    const text = readFileSync(path.join(sources, `${name}.md`), 'utf8');
    const { document } = recognise(sourceFromText(text, `${name}.md`), {
      as: 'report',
      mint: () => `${name}-${++ids}`,
    });
    write(`${name}.docx`, await renderDocx(printDocument(document)));
  }
}

mkdirSync(evidence, { recursive: true });
renderPdfs(['flood-investigation', 'marlbridge-business-case']);
await renderWordFiles(['rest-centre-debrief', 'residents-survey']);
