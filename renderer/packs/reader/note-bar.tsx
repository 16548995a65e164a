import { Copy, Highlighter, StickyNote } from 'lucide-react';
import { noteColours } from '../../../shared/pack/reader-note.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import type { NoteColour } from './use-notes.ts';

interface Props {
  readonly words: number;
  readonly where: string;
  readonly onHighlight: (colour: NoteColour) => void;
  readonly onNote: () => void;
  readonly onCopy: () => void;
  /** Back to the words. */
  readonly onLeave: () => void;
}

/** What can be done with the selected words. */
export function NoteBar({ words, where, onHighlight, onNote, onCopy, onLeave }: Props) {
  return (
    <div
      className="reader-take"
      role="toolbar"
      aria-label="Selected words"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <span className="reader-take-what tabular">
        {words.toLocaleString('en-GB')} {words === 1 ? 'word' : 'words'}, {where}
      </span>
      <IconButton label="Copy with the reference" shortcut="Ctrl+C" onPress={onCopy}>
        <Copy size={14} aria-hidden />
      </IconButton>
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
    </div>
  );
}
