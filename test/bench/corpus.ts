/** Three hundred PDF papers of one to eleven pages, in words that mean nothing, typeset once by Typst. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { makeOnce } from '../../scripts/lib/make-once.ts';
import { cacheFolder, repository } from '../../scripts/lib/repository.ts';
import { reportText } from './generate.ts';

export const FILES = 300;
const LONGEST = 11;

/** Changed with anything that changes the files. */
const VERSION = 1;

/** Pages of the file, different from one to the next and the same every time. */
function pagesOf(at: number): number {
  return 1 + ((at * 7) % LONGEST);
}

const look = `
#set document(title: [Paper NUMBER], author: "Harbour Office")
#set page(paper: "a4", numbering: "1", header: [Harbour Office – paper NUMBER])
#set text(font: "Arimo", size: 11pt, lang: "en", region: "GB")
#set heading(numbering: "1.1")
`;

/** The Markdown of the bench as Typst's own markup. */
function markup(at: number): string {
  const lines = reportText(pagesOf(at)).split('\n').slice(6);
  const body = lines.map((line) =>
    line
      .replace(/^(#+) /, (_, marks: string) => `${'='.repeat(marks.length)} `)
      .replace(/^\w+\. /, '')
      .replaceAll('**', '*'),
  );
  return `${look.replaceAll('NUMBER', String(at + 1))}${body.join('\n')}\n\nNumber ${at + 1} of £${at}.${at % 10}m.\n`;
}

/** @returns the folder they stand in. */
export async function pdfCorpus(): Promise<string> {
  const folder = path.join(cacheFolder, `evidence-corpus-${VERSION}`);
  await makeOnce(folder, async (unfinished) => {
    const typst = NodeCompiler.create({
      workspace: unfinished,
      fontArgs: [{ fontPaths: [path.join(repository, 'resources', 'fonts')] }],
    });
    for (let at = 0; at < FILES; at += 1) {
      const name = `paper ${String(at + 1).padStart(3, '0')}.pdf`;
      const compiled = typst.compile({ mainFileContent: markup(at) });
      if (!compiled.result) throw new Error(`${name}: ${JSON.stringify(compiled.takeDiagnostics())}`);
      writeFileSync(path.join(unfinished, name), typst.pdf(compiled.result, {}));
      typst.evictCache(0);
    }
  });
  return folder;
}
