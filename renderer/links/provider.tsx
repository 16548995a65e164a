import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { CaretPlace } from '../editor/inline/caret-place.ts';
import { type LinkInHand, type Links, linksKey } from '../editor/inline/links.ts';
import { useDesk } from '../writing/desk.ts';

const LinkPopover = lazy(() => import('./link-popover.tsx'));

interface Asked {
  readonly links: Links;
  readonly place: CaretPlace;
  readonly link: LinkInHand;
}

/** Opens the form of a link where the sheet asks for it. */
export function Linking({ children }: { readonly children: ReactNode }) {
  const { editor, readOnly } = useDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    const links = editor.current?.feature(linksKey);
    if (!links) return;
    links.onAsk = (place, link) => setAsked({ links, place, link });
    return () => {
      links.onAsk = null;
    };
  }, [editor]);
  return (
    <>
      {children}
      {asked ? (
        <Suspense>
          <LinkPopover {...asked} readOnly={readOnly} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
