import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useCommands } from '../app/commands.tsx';
import { useDesk } from '../writing/desk.ts';
import type { Ask } from './find-bar.tsx';

const FindBar = lazy(() => import('./find-bar.tsx'));

/** Keeps the bar for finding and replacing over the sheet while a document is open. */
export function Finding({ children }: { readonly children: ReactNode }) {
  const { readOnly } = useDesk();
  const [asked, setAsked] = useState<Ask | null>(null);
  const [place, setPlace] = useState<Element | null>(null);
  const ask = (wanted: Ask['wanted']) =>
    setAsked((before) => ({
      wanted,
      times: (before?.times ?? 0) + 1,
      replacing: before?.replacing ?? false,
    }));
  useCommands({
    find: () => ask('find'),
    replace: readOnly ? { unavailable: 'The document is open for reading only' } : () => ask('replace'),
    'find-next': () => ask('next'),
    'find-previous': () => ask('previous'),
  });
  useEffect(() => setPlace(window.document.querySelector('main[data-region="sheet"]')), []);
  return (
    <>
      {children}
      {asked && place
        ? createPortal(
            <Suspense>
              <FindBar ask={asked} onClose={() => setAsked(null)} />
            </Suspense>,
            place,
          )
        : null}
    </>
  );
}
