/** The copy of a document for the public: written only once it is proved that nothing exempt is in it. */
import path from 'node:path';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { blockItems, documentProofTexts } from '../../../shared/pack/proof/document-texts.ts';
import type { Proof } from '../../../shared/pack/proof-report.ts';
import type { PrintEvidence } from '../../../shared/print/evidence.ts';
import type { PdfChoice } from '../../../shared/print/pdf-choice.ts';
import type { Assembling } from '../pack/assembling.ts';
import { proveNoLeak, refuseLeaks } from '../pack/proving.ts';
import { type ExportFormat, render } from '../render.ts';
import type { Pictures } from './pictures.ts';
import { openTarget, syncFolder, writeTarget } from './target.ts';

export interface PublicCopy {
  readonly document: DespatchDocument;
  readonly format: ExportFormat;
  /** Where the file shall stand. */
  readonly file: string;
  /** Where the proof is kept, also one that refuses; null: nowhere. */
  readonly proofFile: string | null;
  readonly pictures: Pictures;
  readonly evidence: PrintEvidence | undefined;
  readonly pdf: PdfChoice | undefined;
  /** ISO 8601. */
  readonly date: string;
}

/**
 * @throws DespatchError `export.*`, `output.*`, `pack.leak` where the finished file shows exempt words, `pack.stopped`,
 *   `call.cancelled`. Then nothing stands at `file` that did not stand there before.
 */
export async function writePublicCopy(
  { document, format, file, proofFile, pictures, evidence, pdf, date }: PublicCopy,
  proving: Assembling,
): Promise<{ readonly bytes: number; readonly proof: Proof }> {
  const target = await openTarget(file);
  const bytes = await render(document, format, { pictures, evidence, pdf, audience: 'public' });
  let proof: Proof | undefined;
  const prepared = await target.prepareBy(async (half) => {
    await writeTarget(half, bytes);
    const items = blockItems(document);
    const texts = documentProofTexts(document, 'the exempt passages', { evidence }, items);
    proof = await proveNoLeak({ publicFile: half, publicName: path.basename(file), date, ...texts }, proving);
    if (proofFile !== null) {
      await writeTarget(proofFile, new TextEncoder().encode(`${JSON.stringify(proof, null, 2)}\n`));
    }
    // Words of notes and sources are of all passages together.
    const byItem = new Map([...items].map(([id, item]) => [item, id]));
    const [someBlock = null] = items.keys();
    refuseLeaks(proof, { blockOf: (item) => byItem.get(item) ?? someBlock });
  });
  if (proving.signal.aborted || !proof) {
    await prepared.discard();
    throw new DespatchError('call.cancelled');
  }
  await prepared.commit();
  await syncFolder(path.dirname(prepared.file));
  return { bytes: bytes.length, proof };
}
