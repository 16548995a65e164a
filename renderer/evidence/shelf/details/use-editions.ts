/** What is done with the editions of a source; each says what it did, and how to take it back where one can. */
import { useMemo } from 'react';
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import type { Edition } from '../../../../shared/evidence/source.ts';
import { notifyFailure } from '../../../app/failures.ts';
import { useServices } from '../../../app/services.ts';
import { notify } from '../../../ui/toasts.tsx';
import { useSourcesStore } from '../../sources.ts';
import { useAdding } from '../adding/adding.ts';
import { makeEdition } from '../make-edition.ts';
import { sizeWords } from './size-words.ts';

export interface EditionActions {
  /** Asks for the file of a newer edition. */
  addEdition(sourceId: string): void;
  makeEditionOf(source: Pick<SourceSummary, 'id' | 'title'>, of: SourceSummary): void;
  supersede(source: Pick<SourceSummary, 'id' | 'title' | 'supersededBy'>, by: SourceSummary | null): void;
  saveOriginal(edition: Pick<Edition, 'id' | 'fileName'>): void;
}

export function useEditions(): EditionActions {
  const { client, desktop } = useServices();
  const store = useSourcesStore();
  const { add } = useAdding();
  return useMemo(() => {
    const said = (work: Promise<void>) => void work.then(() => store.reload()).catch(notifyFailure);
    const supersede = async (sourceId: string, by: string | null) => {
      await client.call('evidence.supersede', { sourceId, by });
    };
    return {
      addEdition(sourceId) {
        const choose = async () => {
          const files = await desktop.chooseEvidenceFiles();
          if (files.length > 0) {
            await add(
              files.map(({ grant }) => ({ grant })),
              sourceId,
            );
          }
        };
        void choose().catch(notifyFailure);
      },
      makeEditionOf(source, of) {
        void makeEdition(client, source, of, () => void store.reload());
      },
      supersede(source, by) {
        const change = async () => {
          await supersede(source.id, by?.id ?? null);
          notify({
            tone: 'done',
            title: by ? `Superseded by “${by.title}”` : `“${source.title}” is no longer superseded`,
            actions: [{ label: 'Undo', run: () => said(supersede(source.id, source.supersededBy)) }],
          });
        };
        said(change());
      },
      saveOriginal({ id, fileName }) {
        const save = async () => {
          const file = await desktop.chooseOriginalFile(fileName);
          if (!file) return;
          const saved = await client.call('evidence.saveOriginal', { edition: id, grant: file.grant });
          notify({
            tone: 'done',
            title: `Saved “${saved.fileName}”`,
            body: `${sizeWords(saved.bytes)}, byte for byte as it came in.`,
            actions: [
              {
                label: 'Show in its folder',
                run: () => void desktop.openExported(file.grant, 'reveal').catch(notifyFailure),
              },
            ],
          });
        };
        void save().catch(notifyFailure);
      },
    };
  }, [client, desktop, store, add]);
}
