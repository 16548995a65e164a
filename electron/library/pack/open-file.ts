/** Word, text and Despatch files as papers: read where they can do no harm, then documents like those written here. */
import { DEFAULT_STYLE } from '../../../shared/evidence/citation-styles.ts';
import { defaultEvidence } from '../../../shared/evidence/evidence-choice.ts';
import { recognise } from '../../../shared/import/recognise.ts';
import type { SourceText } from '../../../shared/import/source.ts';
import type { DespatchPackage } from '../../../shared/portable/format.ts';
import { openedPackage } from '../../../shared/portable/opened.ts';
import { isCiting } from '../../../shared/print/evidence-notices.ts';
import { printEvidence } from '../evidence/print-evidence.ts';
import { noPictures } from '../export/pictures.ts';
import { picturesOf } from '../portable/packed-pictures.ts';
import type { OpenedDocument } from './opened-paper.ts';

type Opened = Pick<OpenedDocument, 'document' | 'pictures' | 'evidence' | 'imported'>;

/** @param sha256 of the file: the same file gives the same document, and the same pack the same bytes. */
export function openedText(read: SourceText, sha256: string): Opened {
  let count = 0;
  const { document, report } = recognise(read, { mint: () => `${sha256.slice(0, 12)}-${++count}` });
  const imported = report.map(({ code, message, original, blockId }) => ({
    code,
    message,
    original,
    blockId,
  }));
  return { document, pictures: noPictures, evidence: undefined, imported };
}

/** @param file its name, for errors. @throws DespatchError `package.*` */
export async function openedDespatch(parts: DespatchPackage, file: string): Promise<Opened> {
  const document = openedPackage(parts, file);
  const pictures = new Map(picturesOf(parts, file).map(({ sha256, bytes }) => [sha256, bytes]));
  const sources = parts.sources.map(({ id, details, editions }) => ({
    id,
    csl: details.csl,
    published: details.published,
    marking: details.marking,
    paged: editions[0]?.paged === true,
  }));
  const evidence = isCiting(document)
    ? await printEvidence(defaultEvidence, DEFAULT_STYLE, { sources, pages: {} })
    : undefined;
  return { document, pictures: (asset) => pictures.get(asset) ?? null, evidence, imported: null };
}
