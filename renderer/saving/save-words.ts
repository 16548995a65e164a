/** How the saved state is said, the same in bar, status bar and announcement. */
import { timeOfDay } from '../library/dates.ts';
import type { SaveState } from './saving.ts';

export function saveWords(state: SaveState): string {
  switch (state.status) {
    case 'saved':
      return state.at === null ? 'Saved' : `Saved ${timeOfDay(state.at)}`;
    case 'unsaved':
      return 'Not saved yet';
    case 'saving':
      return 'Saving…';
    case 'failed':
      return 'Not saved';
    case 'conflict':
      return 'Not saved: changed elsewhere';
  }
}
