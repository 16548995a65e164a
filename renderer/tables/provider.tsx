/** What the window adds to tables on the sheet: the toolbar beside the one with the caret, and the choice of a size. */
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { type Tables, tablesKey } from '../editor/tables/tables.ts';
import { useDesk } from '../writing/desk.ts';
import { TableToolbar } from './toolbar.tsx';

const SizePicker = lazy(() => import('./size-picker.tsx'));

export function TableTools({ children }: { readonly children: ReactNode }) {
  const { editor, readOnly } = useDesk();
  const [tables, setTables] = useState<Tables | null>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const found = editor.current?.feature(tablesKey) ?? null;
    setTables(found);
    if (!found) return;
    found.onAskSize = () => setAsked(true);
    return () => {
      found.onAskSize = null;
    };
  }, [editor]);
  return (
    <>
      {children}
      {tables && !readOnly ? <TableToolbar tables={tables} /> : null}
      {tables && asked ? (
        <Suspense>
          <SizePicker onChoose={tables.insert} onClose={() => setAsked(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
