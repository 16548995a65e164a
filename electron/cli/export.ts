import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import { withoutExempt } from '../../shared/document/exempt.ts';
import { parseDocument } from '../../shared/document/parse.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { knownBlocks } from '../../shared/document/walk.ts';
import type { Proof } from '../../shared/pack/proof-report.ts';
import { exportNotices, isCiting } from '../../shared/print/evidence-notices.ts';
import { printEvidence } from '../library/evidence/print-evidence.ts';
import type { PublicCopy } from '../library/export/public-copy.ts';
import { knownDocument } from '../library/known-document.ts';
import { nodeAssembler } from '../library/pack/assembling.ts';
import { proofWords } from '../library/pack/proving.ts';
import type { ExportFormat } from '../library/render.ts';
import type { Command } from './arguments.ts';
import { askedEvidence } from './evidence-options.ts';
import type { CliIo } from './io.ts';
import { type CalledLibrary, withLibrary } from './library.ts';
import { askedOutputs, writeOutputs } from './outputs.ts';
import { askedPrint } from './print-options.ts';
import { programs } from './programs.ts';
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

/** By the ending of its name: of Word or, as for a long time, a PDF. */
function publicFormat(file: string): ExportFormat {
  return path.extname(file).toLowerCase() === '.docx' ? 'docx' : 'pdf';
}

/** The copy for the public at `--public`, proved; the report at `--proof`. */
async function writeAskedPublicCopy(
  document: DespatchDocument,
  { options: { public: file = '', proof } }: Command,
  how: Pick<PublicCopy, 'pictures' | 'evidence' | 'pdf'>,
  io: CliIo,
): Promise<{ readonly bytes: number; readonly proof: Proof }> {
  const { writePublicCopy } = await import('../library/export/public-copy.ts');
  const signal = io.interruption?.() ?? new AbortController().signal;
  const proofFile = proof === undefined ? null : path.resolve(proof);
  return writePublicCopy(
    {
      document,
      format: publicFormat(file),
      file: path.resolve(file),
      proofFile,
      date: new Date().toISOString(),
      ...how,
    },
    { start: nodeAssembler(programs()), signal },
  );
}

/** `export`: a document as last saved, in one format or both. */
export const run: RunVerb = async (command, io) => {
  if (command.options.despatch !== undefined) {
    return (await import('./export-despatch.ts')).exportDespatch(command, command.options.despatch, io);
  }
  if (command.options.proof !== undefined && command.options.public === undefined) {
    throw new DespatchError('usage.invalid', { reason: '--proof goes with --public' });
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
  const pictureOf = (asset: string) => pictures.get(asset) ?? null;
  const publicFile = command.options.public;
  // First, because it may be refused, and then nothing shall have been written.
  const copy =
    publicFile === undefined
      ? null
      : await writeAskedPublicCopy(document, command, { pictures: pictureOf, evidence, pdf: print.pdf }, io);
  const written = [
    ...(await writeOutputs(document, asked, pictureOf, evidence, print)),
    ...(copy && publicFile !== undefined
      ? [{ format: publicFormat(publicFile), file: path.resolve(publicFile), bytes: copy.bytes }]
      : []),
  ];
  // Of sources that only withheld passages cite, a public copy says nothing.
  const sentOut = asked.length > 0 ? document : withoutExempt(document);
  const notices = evidence && !print.speaking ? exportNotices(sentOut, evidence) : [];
  return {
    json: { documentId: command.operand, written, notices, ...(copy ? { proof: copy.proof } : {}) },
    words: [...writtenWords(written), ...(copy ? proofWords(copy.proof) : []), ...notices],
  };
};
