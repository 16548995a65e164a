/** The papers of a meeting as the library has them, for whoever builds packs of them or checks them. */
import { createHash } from 'node:crypto';
import { constants, createReadStream, promises } from 'node:fs';
import path from 'node:path';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { parseDocument } from '../../../shared/document/parse.ts';
import { titleOf } from '../../../shared/document/walk.ts';
import { defaultEvidence } from '../../../shared/evidence/evidence-choice.ts';
import type { Meeting, Paper } from '../../../shared/pack/meeting.ts';
import { papersOf } from '../../../shared/pack/papers-of.ts';
import { isCiting } from '../../../shared/print/evidence-notices.ts';
import type { MeetingFile } from '../db/meetings-repository.ts';
import type { PackSource } from '../db/packs-repository.ts';
import type { Tables } from '../db/store.ts';
import type { Anchors } from '../evidence/anchors.ts';
import { KeptStyles } from '../evidence/csl/kept-styles.ts';
import { citationsOf } from '../evidence/evidence-facts.ts';
import { exportEvidence } from '../evidence/export-evidence.ts';
import { printEvidence } from '../evidence/print-evidence.ts';
import type { Services } from '../handlers.ts';
import { knownDocument } from '../known-document.ts';
import { openedDespatch, openedText } from '../pack/open-file.ts';
import type { OpenedDocument, OpenedPaper } from '../pack/opened-paper.ts';
import { findDocument, rawDocument } from '../stored-document.ts';

/** Files are kept under their hash alone; what reads them goes by their names. */
const endings = { pdf: '.pdf', word: '.docx', text: '.txt', despatch: '.despatch' } as const;

export class LibraryPapers {
  /** What each paper was opened as, in the order in which they were. */
  readonly sources: PackSource[] = [];
  readonly #services: Services;
  readonly #anchors: Anchors;
  readonly #files: ReadonlyMap<string, MeetingFile>;
  readonly #folder: string;

  /** @param folder for copies under readable names; whoever asked removes it. */
  constructor(
    services: Services,
    anchors: Anchors,
    { meetingId, folder }: { meetingId: string; folder: string },
  ) {
    this.#services = services;
    this.#anchors = anchors;
    this.#files = services.store().read(({ meetings }) => meetings.files(meetingId));
    this.#folder = folder;
  }

  /**
   * @throws DespatchError `document.notFound` for one in the bin too, `document.newer`, `evidence.originalMissing`,
   *   `input.*`, `package.*`, `call.cancelled`
   */
  async open({ id, title, source }: Paper, signal: AbortSignal): Promise<OpenedPaper> {
    switch (source.type) {
      case 'document':
        return this.#document(id, source.documentId, signal);
      case 'file':
        return this.#file(id, source, signal);
      case 'path':
      case 'toFollow':
        throw new DespatchError('input.notFound', { file: source.type === 'path' ? source.path : title });
    }
  }

  async #document(paperId: string, documentId: string, signal: AbortSignal): Promise<OpenedDocument> {
    const { store, folder } = this.#services;
    const { document, revision } = store().read((tables) => {
      const row = findDocument(tables, documentId);
      return { document: knownDocument(parseDocument(rawDocument(tables, row))), revision: row.revision };
    });
    const evidence = isCiting(document)
      ? await printEvidence(
          defaultEvidence,
          new KeptStyles(folder).chosen(defaultEvidence.style),
          await exportEvidence(citationsOf(document), this.#services, this.#anchors, {
            signal,
            progress: () => {},
          }),
        )
      : undefined;
    this.sources.push({ paperId, documentId, revision });
    return {
      type: 'document',
      document,
      pictures: (asset) => store().read((tables) => tables.assets.get(asset)?.bytes ?? null),
      evidence,
      name: titleOf(document),
      imported: null,
      sha256: null,
      bytes: null,
    };
  }

  async #file(
    paperId: string,
    { sha256, name }: { sha256: string; name: string },
    signal: AbortSignal,
  ): Promise<OpenedPaper> {
    const { originals } = this.#services;
    const known = this.#files.get(sha256);
    if (!known || (await originals.sizeOf(sha256)) !== known.bytes) {
      throw new DespatchError('evidence.originalMissing', { file: name });
    }
    this.sources.push({ paperId, sha256 });
    const kept = originals.pathOf(sha256);
    if (known.kind === 'pdf') return { type: 'pdf', file: kept, name };
    const file = path.join(this.#folder, `${sha256}${endings[known.kind]}`);
    await promises.copyFile(kept, file, constants.COPYFILE_FICLONE);
    if ((await hashOf(file)) !== sha256) throw new DespatchError('evidence.originalMissing', { file: name });
    const common = { type: 'document', name, sha256, bytes: known.bytes } as const;
    const { extract, readPackage } = this.#services;
    if (known.kind !== 'despatch') return { ...common, ...openedText(await extract(file, signal), sha256) };
    const parts = await readPackage(
      { file, folder: this.#folder, prefix: `of-${sha256.slice(0, 12)}-` },
      signal,
    );
    return { ...common, ...(await openedDespatch(parts, name)) };
  }
}

/** What the papers of a meeting would be opened as now; those that cannot be had are not in it. */
export function presentSources({ documents }: Tables, meeting: Meeting): PackSource[] {
  return papersOf(meeting).flatMap(({ paper: { id: paperId, source } }): PackSource[] => {
    if (source.type === 'file') return [{ paperId, sha256: source.sha256 }];
    const row = source.type === 'document' ? documents.find(source.documentId) : undefined;
    return row ? [{ paperId, documentId: row.id, revision: row.revision }] : [];
  });
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}
