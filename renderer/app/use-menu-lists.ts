import { useEffect, useLayoutEffect, useRef } from 'react';
import type { MenuLists } from '../../shared/contract/desktop.ts';
import { notifyFailure } from './failures.ts';
import { recentDocuments } from './recent-documents.ts';
import { useServices } from './services.ts';

/**
 * Fills the lists of the native menu as long as the screen is shown.
 * @param insert what the open document can be given; keep it the same object as long as it says the same.
 * @param version changes when the documents opened last may have.
 */
export function useMenuLists(
  insert: MenuLists['insert'],
  version: unknown,
  onInsert?: (id: string) => void,
): void {
  const { desktop, go } = useServices();
  const inserting = useRef(onInsert);
  useLayoutEffect(() => {
    inserting.current = onInsert;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says when to look again.
  useEffect(() => {
    desktop.setMenuLists({ recent: recentDocuments(), insert });
  }, [desktop, insert, version]);
  useEffect(
    () =>
      desktop.onMenuChoice(({ list, id }) => {
        // A dialog must be answered first.
        if (document.querySelector('.scrim')) return;
        if (list === 'insert') inserting.current?.(id);
        else void go({ screen: 'document', documentId: id, review: false }).catch(notifyFailure);
      }),
    [desktop, go],
  );
}
