import { Check, CircleAlert, CircleDashed, RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { explainInOneLine } from '../../shared/contract/messages.ts';
import type { SaveState } from './autosave.ts';
import { saveWords } from './save-words.ts';

const icons = {
  saved: Check,
  unsaved: CircleDashed,
  saving: RefreshCw,
  failed: CircleAlert,
  conflict: CircleAlert,
};

/** The saved state in sight. Not a live region: it changes with every pause in typing. */
export function SaveLabel({ state }: { state: SaveState }) {
  const Icon = icons[state.status];
  return (
    <span className="save-label" data-status={state.status}>
      <Icon size={14} aria-hidden />
      {saveWords(state)}
    </span>
  );
}

/** Tells a screen reader when saving starts to fail and when it works again, and nothing in between. */
export function SaveAnnouncer({ state }: { state: SaveState }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (state.status === 'failed') setSaid(explainInOneLine(state.error));
    else if (state.status === 'conflict') setSaid(saveWords(state));
    else if (state.status === 'saved' && state.at !== null) setSaid('All changes saved');
  }, [state]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
