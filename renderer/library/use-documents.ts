import { useCallback, useEffect, useState } from 'react';
import type { DocumentSummary } from '../../shared/contract/calls.ts';
import { type ErrorData, toErrorData } from '../../shared/contract/errors.ts';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { notify } from '../ui/toasts.tsx';
import { titleFor } from './list-model.ts';

export interface Documents {
  /** null while they are being read for the first time. */
  readonly kept: readonly DocumentSummary[] | null;
  readonly removed: readonly DocumentSummary[];
  readonly error: ErrorData | null;
  reload(): void;
  remove(document: DocumentSummary): void;
  restore(document: DocumentSummary): void;
}

export function useDocuments(): Documents {
  const { client } = useServices();
  const [kept, setKept] = useState<readonly DocumentSummary[] | null>(null);
  const [removed, setRemoved] = useState<readonly DocumentSummary[]>([]);
  const [error, setError] = useState<ErrorData | null>(null);

  const load = useCallback(async () => {
    try {
      const [present, binned] = await Promise.all([
        client.call('documents.list', {}),
        client.call('documents.list', { deleted: true }),
      ]);
      setKept(present);
      setRemoved(binned);
      setError(null);
    } catch (thrown) {
      setError(toErrorData(thrown));
    }
  }, [client]);

  useEffect(() => {
    void load();
    // Another program, such as the command line, may have changed the library meanwhile.
    const onFocus = () => void load();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [load]);

  const change = useCallback(
    async (call: 'documents.remove' | 'documents.restore', document: DocumentSummary) => {
      try {
        await client.call(call, { documentId: document.id });
        return true;
      } catch (thrown) {
        notifyFailure(thrown);
        return false;
      } finally {
        await load();
      }
    },
    [client, load],
  );

  return {
    kept,
    removed,
    error,
    reload: () => void load(),
    remove(document) {
      void change('documents.remove', document).then((done) => {
        if (!done) return;
        notify({
          tone: 'info',
          title: `“${titleFor(document)}” is in the bin`,
          actions: [{ label: 'Undo', run: () => void change('documents.restore', document) }],
        });
      });
    },
    restore: (document) => void change('documents.restore', document),
  };
}
