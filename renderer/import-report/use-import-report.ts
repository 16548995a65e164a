import { type RefObject, useMemo, useState } from 'react';
import type { ImportRow, ImportRowState } from '../../shared/import/report.ts';
import { undoImportRow } from '../../shared/import/undo.ts';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import type { EditorHandle } from '../editor/api.ts';
import { notify } from '../ui/toasts.tsx';
import type { OpenedDocument } from '../writing/document-screen.tsx';

export interface ImportReport {
  readonly rows: readonly ImportRow[];
  readonly pending: readonly ImportRow[];
  setState(rows: readonly ImportRow[], state: ImportRowState): void;
  /** Takes back what the importer did; the editor's own undo can bring it back. */
  undo(row: ImportRow): void;
}

export function useImportReport(
  opened: OpenedDocument,
  editor: RefObject<EditorHandle | null>,
): ImportReport {
  const { client } = useServices();
  const [rows, setRows] = useState(opened.importReport);
  const documentId = opened.document.id;

  return useMemo(() => {
    const setState = (changed: readonly ImportRow[], state: ImportRowState) => {
      if (changed.length === 0) return;
      client
        .call('documents.setImportRowState', { documentId, rowIds: changed.map(({ id }) => id), state })
        .then(({ importReport }) => setRows(importReport))
        .catch(notifyFailure);
    };
    return {
      rows,
      pending: rows.filter(({ state }) => state === 'pending'),
      setState,
      undo(row) {
        if (!editor.current) return;
        const next = undoImportRow(editor.current.current(), row, () => crypto.randomUUID());
        if (next) {
          editor.current.apply(next);
          setState([row], 'undone');
          if (row.blockId) editor.current.goTo(row.blockId);
        } else {
          notify({
            tone: 'info',
            title: 'These words have been changed since the import',
            body: 'Despatch leaves them as you wrote them. The original line is shown in the report.',
          });
        }
      },
    };
  }, [client, documentId, editor, rows]);
}
