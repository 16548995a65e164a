/** From a finding about a standing line to the Lines tab, at the block it is about. */
import { useMemo, useRef } from 'react';
import { STANDING_LINE_CHANGED } from '../../../shared/checks/standing-line-changed.ts';
import type { Remedies } from '../../checks/remedies.ts';
import { useDesk } from '../../writing/desk.ts';
import { LINES_TAB } from './desk-lines.ts';

export function useLineRemedies(): Remedies {
  const { goTo, showTab } = useDesk();
  // The desk's functions are new at every key, at which the list of findings need not be drawn anew.
  const latest = useRef({ goTo, showTab });
  latest.current = { goTo, showTab };
  return useMemo(
    () => ({
      of: ({ rule, blockId }) =>
        rule === STANDING_LINE_CHANGED
          ? {
              label: 'See the difference',
              run() {
                latest.current.goTo(blockId);
                latest.current.showTab(LINES_TAB);
              },
            }
          : null,
      all: [],
    }),
    [],
  );
}
