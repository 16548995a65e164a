import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { CaretPlace } from '../editor/inline/caret-place.ts';
import { type References, referencesKey } from '../editor/references/references.ts';
import { holdKeys } from '../ui/held-keys.ts';
import { useDesk } from '../writing/desk.ts';

const ReferencePicker = lazy(() => import('./picker.tsx'));

/** Opens the picker of cross-references where the sheet asks for it. */
export function ReferencePicking({ children }: { readonly children: ReactNode }) {
  const { editor } = useDesk();
  const [asked, setAsked] = useState<{ readonly references: References; readonly place: CaretPlace } | null>(
    null,
  );
  useEffect(() => {
    const references = editor.current?.feature(referencesKey);
    if (!references) return;
    references.onAsk = (place) => {
      holdKeys();
      setAsked({ references, place });
    };
    return () => {
      references.onAsk = null;
    };
  }, [editor]);
  return (
    <>
      {children}
      {asked ? (
        <Suspense>
          <ReferencePicker {...asked} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
