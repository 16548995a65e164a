/**
 * Makes the PDF and Word files of the sample library from the sources in `scripts/samples`, the Word files through
 * the product's own importer and exporter. The same sources give the same bytes, so a second run changes nothing; and
 * a Word file that says the same stays as it is, whatever the exporter does otherwise by now, because a file of evidence
 * is known by its bytes: others would be another edition to every library that has the samples.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readWord } from '../electron/extractor/evidence/word.ts';
import { renderDocx } from '../electron/library/export/docx/index.ts';
import { sourceFromText } from '../shared/import/plain-text.ts';
import { recognise } from '../shared/import/recognise.ts';
import { printDocument } from '../shared/print/model.ts';
import { repository } from './lib/repository.ts';

const sources = path.join(import.meta.dirname, 'samples');
const library = path.join(repository, 'resources', 'sample-library');

interface Samples {
  /** Of the sources, and of what is made of them. */
  readonly from: string;
  readonly into: string;
  readonly pdf: readonly string[];
  readonly word: readonly string[];
}

function write(folder: string, name: string, bytes: Uint8Array): void {
  writeFileSync(path.join(folder, name), bytes);
  console.log(`${name}  ${bytes.length} bytes`);
}

function renderPdfs({ from, into, pdf }: Samples): void {
  const typst = NodeCompiler.create({
    workspace: sources,
    fontArgs: [{ fontPaths: [path.join(repository, 'resources', 'fonts')] }],
  });
  for (const name of pdf) {
    const compiled = typst.compile({ mainFilePath: path.join(from, `${name}.typ`) });
    if (!compiled.result) {
      throw new Error(`${name}: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    }
    write(into, `${name}.pdf`, typst.pdf(compiled.result, { pdfStandard: 'ua-1' }));
  }
}

async function renderWordFiles({ from, into, word }: Samples): Promise<void> {
  for (const name of word) {
    let ids = 0;
    const text = readFileSync(path.join(from, `${name}.md`), 'utf8');
    const { document } = recognise(sourceFromText(text, `${name}.md`), {
      as: 'report',
      mint: () => `${name}-${++ids}`,
    });
    const file = `${name}.docx`;
    const bytes = await renderDocx(printDocument(document));
    if (await saysTheSame(path.join(into, file), bytes)) console.log(`${file}  as it was`);
    else write(into, file, bytes);
  }
}

/** Its words, and what each line is, are those of the file that is there. */
async function saysTheSame(file: string, bytes: Uint8Array): Promise<boolean> {
  if (!existsSync(file)) return false;
  const [now, before] = await Promise.all([
    readWord(Buffer.from(bytes), file),
    readWord(readFileSync(file), file),
  ]);
  return isDeepStrictEqual(now, before);
}

const all: readonly Samples[] = [
  {
    from: sources,
    into: path.join(library, 'evidence'),
    pdf: ['flood-investigation', 'marlbridge-business-case'],
    word: ['rest-centre-debrief', 'residents-survey'],
  },
  {
    from: path.join(sources, 'meeting'),
    into: path.join(library, 'meeting'),
    pdf: ['minutes', 'marlbridge-map', 'work-programme', 'tender-prices'],
    word: ['winter-service', 'standby-power'],
  },
];

for (const samples of all) {
  mkdirSync(samples.into, { recursive: true });
  renderPdfs(samples);
  await renderWordFiles(samples);
}
