/** Sending a document with its evidence out as one file. */
import { promises } from 'node:fs';
import path from 'node:path';
import {
  defaultPortable,
  type PortableChoice,
  type portableCalls,
} from '../../shared/contract/portable-calls.ts';
import { writeTarget } from './export/target.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { collect, contentsOf, packedSources, wantedOriginals } from './portable/collect.ts';
import type { StoredOriginal } from './portable/write-package.ts';

export function portableHandlers(services: Services): FeatureHandlers<keyof typeof portableCalls> {
  const { store, grants, originals, version } = services;
  return {
    'portable.preview': async ({ documentId }) =>
      store().read((tables) => {
        const contents = contentsOf(tables, documentId);
        const { rows, higher, missing } = contents;
        const bytesOf = (editions: PortableChoice['editions']) =>
          wantedOriginals(packedSources(tables, contents, { ...defaultPortable, editions })).reduce(
            (sum, { bytes }) => sum + bytes,
            0,
          );
        return {
          sources: rows.length,
          bytes: { cited: bytesOf('cited'), present: bytesOf('present') },
          comments: tables.comments.all(documentId).length,
          higher: [...higher],
          missing,
        };
      }),

    'portable.export': async ({ documentId, choice, grant }, { signal, progress }) => {
      const file = grants.fileOf(grant, 'write');
      progress(0, 'Collecting');
      const { higher, rows } = store().read((tables) => contentsOf(tables, documentId));
      const collected = store().read((tables) => collect(tables, documentId, choice));
      const notices: string[] = [];
      const stored: StoredOriginal[] = [];
      for (const original of collected.originals) {
        // An edition that came without its file may leave without it again.
        if ((await originals.sizeOf(original.hash)) === null) {
          notices.push(`The original of “${original.name}” is not in this library and was left out.`);
        } else stored.push({ ...original, file: originals.pathOf(original.hash) });
      }
      const { writePackage } = await import('./portable/write-package.ts');
      await writeTarget(
        file,
        writePackage(
          {
            createdBy: version,
            withOriginals: choice.originals,
            parts: collected.parts,
            originals: stored,
            pictures: collected.pictures,
          },
          { signal, progress: (done) => progress(0.1 + done * 0.85, 'Writing') },
        ),
      );
      const { size } = await promises.stat(file);
      if (collected.missing > 0) {
        notices.push(
          collected.missing === 1
            ? 'A source that it cites is not in this library and did not go with it.'
            : `${collected.missing} sources that it cites are not in this library and did not go with it.`,
        );
      }
      for (const title of higher)
        notices.push(`“${title}” is marked higher than the document and went with it.`);
      return { fileName: path.basename(file), bytes: size, sources: rows.length, notices };
    },
  };
}
