import { Highlighter, StickyNote } from 'lucide-react';
import { noteColours } from '../../../shared/pack/reader-note.ts';
import { SelectedBar } from '../../reading/selection/selected-bar.tsx';
import type { Desk } from '../../reading/use-desk.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import type { NoteColour } from './use-notes.ts';

interface Props {
  readonly desk: Desk;
  readonly onHighlight: (colour: NoteColour) => void;
  readonly onNote: () => void;
}

/** What can be done with the selected words of a pack. */
export function NoteBar({ desk, onHighlight, onNote }: Props) {
  return (
    <SelectedBar desk={desk}>
      {noteColours.map((colour) => (
        <IconButton
          key={colour}
          label={`Highlight in ${colour}`}
          shortcut={colour === 'yellow' ? 'H' : undefined}
          className={`note-colour ${colour}`}
          onPress={() => onHighlight(colour)}
        >
          <Highlighter size={14} aria-hidden />
        </IconButton>
      ))}
      <Button look="primary" onPress={onNote} aria-keyshortcuts="N">
        <StickyNote size={14} aria-hidden /> Note
      </Button>
    </SelectedBar>
  );
}
