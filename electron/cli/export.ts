import { DespatchError } from '../../shared/contract/errors.ts';
import { parseDocument } from '../../shared/document/parse.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { knownBlocks } from '../../shared/document/walk.ts';
import { exportNotices, isCiting } from '../../shared/print/evidence-notices.ts';
import { printEvidence } from '../library/evidence/print-evidence.ts';
import { knownDocument } from '../library/known-document.ts';
import { askedEvidence } from './evidence-options.ts';
import { type CalledLibrary, withLibrary } from './library.ts';
import { askedOutputs, writeOutputs } from './outputs.ts';
import { askedPrint } from './print-options.ts';
import type { RunVerb } from './run-verb.ts';
import { writtenWords } from './words.ts';

/** Those that the library has: a missing one is told where it is printed, with its block. */
async function picturesOf(
  document: DespatchDocument,
  { call }: CalledLibrary,
): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const block of knownBlocks(document)) {
    if (block.kind !== 'image' || pictures.has(block.asset)) continue;
    try {
      pictures.set(block.asset, (await call('assets.get', { sha256: block.asset })).bytes);
    } catch (thrown) {
      if (!(thrown instanceof DespatchError) || thrown.code !== 'image.missing') throw thrown;
    }
  }
  return pictures;
}

/** `export`: a document as last saved, in one format or both. */
export const run: RunVerb = async (command, io) => {
  if (command.options.despatch !== undefined) {
    return (await import('./export-despatch.ts')).exportDespatch(command, command.options.despatch, io);
  }
  const asked = askedOutputs(command.options, null);
  const wanted = await askedEvidence(command.options);
  const { document, pictures, sources } = await withLibrary(command, io, 'refuse', async (library) => {
    const opened = await library.call('documents.open', { documentId: command.operand });
    const known = knownDocument(parseDocument(opened.document));
    return {
      document: known,
      pictures: await picturesOf(known, library),
      sources: await library.call('styles.sources', { documentId: command.operand }),
    };
  });
  const evidence = isCiting(document) ? await printEvidence(wanted.choice, wanted.style, sources) : undefined;
  const print = askedPrint(command.options);
  const written = await writeOutputs(
    document,
    asked,
    (asset) => pictures.get(asset) ?? null,
    evidence,
    print,
  );
  const notices = evidence && !print.speaking ? exportNotices(document, evidence) : [];
  return {
    json: { documentId: command.operand, written, notices },
    words: [...writtenWords(written), ...notices],
  };
};
