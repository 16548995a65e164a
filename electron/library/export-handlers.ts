import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import { withoutExempt } from '../../shared/document/exempt.ts';
import { defaultEvidence } from '../../shared/evidence/evidence-choice.ts';
import { exportNotices, isCiting } from '../../shared/print/evidence-notices.ts';
import { abortSignal } from './abort-signal.ts';
import type { Anchors } from './evidence/anchors.ts';
import { KeptStyles } from './evidence/csl/kept-styles.ts';
import { citationsOf } from './evidence/evidence-facts.ts';
import { exportEvidence } from './evidence/export-evidence.ts';
import { printEvidence } from './evidence/print-evidence.ts';
import { writePublicCopy } from './export/public-copy.ts';
import { writeTarget } from './export/target.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { knownDocument } from './known-document.ts';
import type { StartAssembler } from './pack/assembler-companion.ts';
import { proofWords } from './pack/proving.ts';
import { render } from './render.ts';
import { parsedDocument } from './stored-document.ts';

/**
 * Writing a document as last saved.
 * @param start what proves public copies.
 */
export function exportHandlers(
  services: Services,
  anchors: Anchors,
  start: StartAssembler,
): FeatureHandlers<'documents.export'> {
  const { store, grants, folder } = services;
  const styles = new KeptStyles(folder);
  return {
    'documents.export': async (
      {
        documentId,
        format,
        comments,
        grant,
        evidence: choice = defaultEvidence,
        pdf,
        speaking,
        public: open,
      },
      context,
    ) => {
      const file = grants.fileOf(grant, 'write');
      const { signal, progress } = context;
      const { document, threads } = store().read((tables) => {
        const known = knownDocument(parsedDocument(tables, documentId));
        return {
          document: known,
          threads: comments === true && !open ? tables.comments.all(documentId) : [],
        };
      });
      const evidence = isCiting(document)
        ? await printEvidence(
            choice,
            styles.chosen(choice.style),
            await exportEvidence(citationsOf(document), services, anchors, { signal, progress: () => {} }),
          )
        : undefined;
      progress(0.1, 'Typesetting');
      const pictures = (asset: string) => store().read((tables) => tables.assets.get(asset)?.bytes ?? null);
      const told =
        evidence && speaking !== true
          ? exportNotices(open ? withoutExempt(document) : document, evidence)
          : [];
      if (open) {
        const proofFile = open.proof === null ? null : grants.fileOf(open.proof, 'write');
        const copy = {
          document,
          format,
          file,
          proofFile,
          pictures,
          evidence,
          pdf,
          date: services.now().toISOString(),
        };
        const { bytes, proof } = await writePublicCopy(copy, {
          start,
          signal: abortSignal(context),
          progress: (done, of) => progress(0.3 + (0.6 * done) / of, 'Searching it for exempt words'),
        });
        const notices = [...proofWords(proof), ...told];
        return { fileName: path.basename(file), bytes, notices };
      }
      const bytes = await render(document, format, { pictures, threads, evidence, pdf, speaking });
      if (signal.aborted) throw new DespatchError('call.cancelled');
      progress(0.9, 'Writing');
      await writeTarget(file, bytes);
      return { fileName: path.basename(file), bytes: bytes.length, notices: told };
    },
  };
}
