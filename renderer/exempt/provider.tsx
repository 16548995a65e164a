/** Opens the choice of a reason when the sheet asks for one. */
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { exemptKey } from '../editor/exempt/exempt.ts';
import { holdKeys } from '../ui/held-keys.ts';
import { useDesk } from '../writing/desk.ts';

const ExemptDialog = lazy(() => import('./dialog.tsx'));

export function ExemptProvider({ children }: { readonly children: ReactNode }) {
  const { editor } = useDesk();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const sheet = editor.current?.feature(exemptKey);
    if (!sheet) return;
    sheet.onAsk = () => {
      holdKeys();
      setAsked(true);
    };
    return () => {
      sheet.onAsk = null;
    };
  }, [editor]);
  return (
    <>
      {children}
      {asked ? (
        <Suspense>
          <ExemptDialog onClose={() => setAsked(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
