import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { walk } from '../../shared/document/walk.ts';
import type { ImportRow, ImportRowState } from '../../shared/import/report.ts';
import { undoImportRow } from '../../shared/import/undo.ts';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import type { EditorHandle } from '../editor/api.ts';
import { canonical } from '../saving/canonical.ts';
import { notify } from '../ui/toasts.tsx';
import type { OpenedDocument } from '../writing/opened-document.ts';

export interface ImportReport {
  readonly rows: readonly ImportRow[];
  readonly pending: readonly ImportRow[];
  setState(rows: readonly ImportRow[], state: ImportRowState): void;
  /** Takes back what the importer did; the editor's own undo can bring it back. */
  undo(row: ImportRow): void;
}

/** A row undone in this window, and the block as it was before. */
interface Undone {
  readonly row: ImportRow;
  readonly before: string;
  /** The document without the importer's liberty has been seen. */
  applied: boolean;
}

/** @param document as the editor last reported it. */
export function useImportReport(
  opened: OpenedDocument,
  document: DespatchDocument,
  editor: RefObject<EditorHandle | null>,
): ImportReport {
  const { client } = useServices();
  const [rows, setRows] = useState(opened.importReport);
  const undone = useRef<Undone[]>([]);
  const documentId = opened.document.id;

  const setState = useCallback(
    (changed: readonly ImportRow[], state: ImportRowState) => {
      if (changed.length === 0) return;
      client
        .call('documents.setImportRowState', { documentId, rowIds: changed.map(({ id }) => id), state })
        .then(({ importReport }) => setRows(importReport))
        .catch(notifyFailure);
    },
    [client, documentId],
  );

  // The editor's undo may bring back what was taken back here; the row then waits for review again.
  useEffect(() => {
    const back: ImportRow[] = [];
    undone.current = undone.current.filter((entry) => {
      const same = stateOf(document, entry.row) === entry.before;
      if (!same) entry.applied = true;
      else if (entry.applied) back.push(entry.row);
      return !same || !entry.applied;
    });
    setState(back, 'pending');
  }, [document, setState]);

  return useMemo(
    () => ({
      rows,
      pending: rows.filter(({ state }) => state === 'pending'),
      setState,
      undo(row) {
        if (!editor.current) return;
        const now = editor.current.current();
        const next = undoImportRow(now, row, () => crypto.randomUUID());
        if (next) {
          undone.current.push({ row, before: stateOf(now, row), applied: false });
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
    }),
    [editor, rows, setState],
  );
}

function stateOf(document: DespatchDocument, { blockId }: ImportRow): string {
  for (const { block } of walk(document)) if (block.id === blockId) return canonical(block);
  return '';
}
