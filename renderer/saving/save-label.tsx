import './saving.css';
import { Check, CircleAlert, CircleDashed, RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { explainInOneLine } from '../../shared/contract/messages.ts';
import { saveWords } from './save-words.ts';
import type { SaveState } from './saving.ts';

const icons = {
  saved: Check,
  unsaved: CircleDashed,
  saving: RefreshCw,
  failed: CircleAlert,
  conflict: CircleAlert,
};

/**
 * The saved state in sight. Not a live region: it changes with every pause in typing.
 * @param props.asked somebody asked for this save, and sees it answered.
 */
export function SaveLabel({ state, asked }: { state: SaveState; asked: boolean }) {
  const Icon = icons[state.status];
  return (
    <span className="save-label" data-status={state.status} data-asked={asked}>
      <Icon size={14} aria-hidden />
      {saveWords(state)}
    </span>
  );
}

/**
 * Tells a screen reader when saving starts to fail and when it works again, and nothing in between.
 * @param props.asked how often somebody asked to save: each is answered.
 */
export function SaveAnnouncer({ state, asked }: { state: SaveState; asked: number }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (state.status === 'failed') setSaid(explainInOneLine(state.error));
    else if (state.status === 'conflict') setSaid(saveWords(state));
    else if (state.status === 'saved' && state.at !== null) setSaid('All changes saved');
  }, [state]);
  useEffect(() => {
    // Words that do not change are not read out again.
    if (asked > 0) setSaid(asked % 2 === 1 ? 'Saved' : 'Saved\u00a0');
  }, [asked]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
