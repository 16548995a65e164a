import { ChevronDown, Copy, Quote } from 'lucide-react';
import type { Bearing } from '../../../shared/document/schema.ts';
import { keysFor } from '../../app/shortcuts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';

interface Props {
  /** "page 12" */
  readonly where: string;
  readonly words: number;
  /** null: there is nothing that could cite them. */
  readonly onTake: ((bearing: Bearing) => void) | null;
  readonly onCopy: () => void;
}

const ways: readonly { readonly bearing: Bearing; readonly label: string }[] = [
  { bearing: 'supports', label: 'Cite as support' },
  { bearing: 'contradicts', label: 'Cite as contradiction' },
  { bearing: 'context', label: 'Cite as context' },
];

/** What can be done with the selected words. */
export function TakeBar({ where, words, onTake, onCopy }: Props) {
  return (
    <div className="reader-take" role="toolbar" aria-label="Selected words">
      <span className="reader-take-what tabular">
        {words.toLocaleString('en-GB')} {words === 1 ? 'word' : 'words'}, {where}
      </span>
      <IconButton label="Copy with the reference" shortcut="Ctrl+C" onPress={onCopy}>
        <Copy size={14} aria-hidden />
      </IconButton>
      {onTake ? (
        <>
          <Button look="primary" onPress={() => onTake('supports')} aria-keyshortcuts="Control+Shift+C">
            <Quote size={14} aria-hidden />
            Cite selection
            <kbd className="reader-take-keys">{keysFor('cite-selection')}</kbd>
          </Button>
          <Menu
            label="How the words bear on the point"
            placement="top end"
            trigger={
              <IconButton label="Cite as…">
                <ChevronDown size={14} aria-hidden />
              </IconButton>
            }
          >
            {ways.map(({ bearing, label }) => (
              <MenuItem key={bearing} label={label} onAction={() => onTake(bearing)} />
            ))}
          </Menu>
        </>
      ) : null}
    </div>
  );
}
