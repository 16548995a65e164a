/** `convert`: import and export in one go, without a library. */
import type { DespatchDocument, DocumentKind } from '../../shared/document/schema.ts';
import { titleOf } from '../../shared/document/walk.ts';
import { recognise } from '../../shared/import/recognise.ts';
import type { ImportRow } from '../../shared/import/report.ts';
import { randomId } from '../random-id.ts';
import { type AskedOutput, askedOutputs, type Written, writeOutputs } from './outputs.ts';
import { askedPrint } from './print-options.ts';
import { isDespatch, readDespatch } from './read-despatch.ts';
import { readInput, STDIN } from './read-input.ts';
import type { RunVerb, Said } from './run-verb.ts';
import { countBlocks, documentWords, reportWords, writtenWords } from './words.ts';

export const run: RunVerb = async (command, io) => {
  const { operand, options } = command;
  const asked = askedOutputs(options, operand === STDIN ? null : operand);
  if (isDespatch(operand)) return convertDespatch(operand, options, asked);
  // A document that was only just read cites no source of any library: only the words are judged.
  if (options.style !== undefined) await (await import('./evidence-options.ts')).askedEvidence(options);
  const source = await readInput(operand, io);
  const as = options.as as DocumentKind | undefined;
  const { document, report } = recognise(source, { as, mint: randomId });
  return said(
    document,
    report,
    await writeOutputs(document, asked, undefined, undefined, askedPrint(options)),
    reportWords(report),
  );
};

/** Its sources are with it, so that it prints as it does where it comes from. */
async function convertDespatch(
  file: string,
  options: Parameters<typeof askedOutputs>[0],
  asked: readonly AskedOutput[],
): Promise<Said> {
  const { askedEvidence } = await import('./evidence-options.ts');
  const { choice, style } = await askedEvidence(options);
  const { document, pictures, sources } = await readDespatch(file);
  const { exportNotices, isCiting } = await import('../../shared/print/evidence-notices.ts');
  const { printEvidence } = await import('../library/evidence/print-evidence.ts');
  const found = { sources: [...sources], pages: {} };
  const evidence = isCiting(document) ? await printEvidence(choice, style, found) : undefined;
  const written = await writeOutputs(document, asked, pictures, evidence, askedPrint(options));
  return said(document, [], written, evidence ? exportNotices(document, evidence) : []);
}

function said(
  document: DespatchDocument,
  report: readonly ImportRow[],
  written: readonly Written[],
  remarks: readonly string[],
): Said {
  return {
    json: { kind: document.kind, title: titleOf(document), counts: countBlocks(document), report, written },
    words: [...documentWords(document), ...remarks, ...writtenWords(written)],
  };
}
