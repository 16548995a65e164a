import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { renderDocx } from '../../../../electron/library/export/docx/index.ts';
import { renderPdf } from '../../../../electron/library/export/pdf/index.ts';
import { sourceFromText } from '../../../../shared/import/plain-text.ts';
import { recognise } from '../../../../shared/import/recognise.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { counter } from './sample-documents.ts';
import { canCheckPdf, canReadPdf, canValidateDocx, checkAccessible, pdfText, validate } from './tools.ts';
import { wordParagraphs } from './word-file.ts';

const seeds = path.resolve(import.meta.dirname, '../../../../../shared/seeds');
const names = ['ministerial-briefing.txt', 'committee-report.txt'] as const;

function printSeed(name: (typeof names)[number]) {
  const text = readFileSync(path.join(seeds, name), 'utf8');
  return printDocument(recognise(sourceFromText(text, name), { mint: counter() }).document);
}

test.skipIf(!existsSync(seeds) || !canValidateDocx || !canCheckPdf).each(names)(
  '%s leaves as a valid Word file and an accessible PDF (skipped without ../shared and its tools)',
  async (name) => {
    const print = printSeed(name);
    expect(validate(await renderDocx(print)).output).toMatch(/0 error\(s\).*, 0 warning\(s\)/);
    expect(checkAccessible(await renderPdf(print)).output).toContain('0 error(s), 0 UA finding(s)');
  },
);

test.skipIf(!existsSync(seeds) || !canReadPdf)(
  'the paragraphs of the committee report are 1 to 20 in Word and in PDF (skipped without ../shared/seeds)',
  async () => {
    const print = printSeed('committee-report.txt');
    const inWord = wordParagraphs(await renderDocx(print))
      .filter(({ style }) => style === 'NumberedParagraph')
      .map(({ number }) => number);
    const inModel = print.blocks.flatMap((block) =>
      block.type === 'numbered' && block.list === 'paragraph' ? [block.marker] : [],
    );
    const onPaper = [...pdfText(await renderPdf(print)).matchAll(/^\f? {0,8}(\d+\.|[a-z]\.) {2,}\S/gm)].map(
      ([, number]) => number,
    );
    expect(inWord).toEqual(inModel);
    expect(inModel.filter((marker) => /^\d/.test(marker))).toEqual(
      Array.from({ length: 20 }, (_, at) => `${at + 1}.`),
    );
    // Before the paragraphs, the recommendations are lettered a. and b.
    expect(onPaper).toEqual(['a.', 'b.', ...inModel]);
  },
);
